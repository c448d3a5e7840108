"""Worlds to practise in: invented people, a day of their own, and no way between them and real data."""

import uuid

from django.db import models
from django.db.models import Q

from spoorboek.people.models.account import Account


class PracticeWorld(models.Model):
    """Organisations and accounts that practise together, on one day. A demo installation as a whole is one world.

    An organisation or account without a world is real; triggers keep the two apart for good (`apart.py`).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    is_installation = models.BooleanField(default=False)
    """The world of a demo installation; then it has no home."""
    home = models.ForeignKey(
        "people.Organisation", on_delete=models.PROTECT, null=True, related_name="practice_worlds"
    )
    """The real organisation whose staff practise here."""
    shift_days = models.PositiveIntegerField(default=0)
    """How many days its day lies ahead of the real one."""
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["is_installation"], condition=Q(is_installation=True), name="one_world_a_demo"
            ),
            models.CheckConstraint(
                condition=Q(is_installation=False) | Q(home__isnull=True), name="a_demo_has_no_home"
            ),
            models.CheckConstraint(condition=Q(shift_days__lte=1461), name="at_most_four_years_ahead"),
        ]

    def __str__(self) -> str:
        return f"practice world {self.pk}"
