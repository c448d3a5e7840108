"""A version of a method that an organisation released: it never changes again."""

import uuid

from django.db import models

from spoorboek.people.models import Account, Organisation
from spoorboek.site import clock


class Release(models.Model):
    """`content` is the method as JSON, as the library's reader takes it. Who released it did not write it last."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="method_releases")
    key = models.CharField(max_length=80)
    version = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    """Counts the organisation's own releases of this method, from 1."""
    based_on = models.CharField(max_length=20, blank=True)
    content = models.TextField()
    edited_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    released_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["key", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "key", "number"], name="one_release_a_number"),
            models.UniqueConstraint(fields=["organisation", "key", "version"], name="one_release_a_version"),
            models.CheckConstraint(
                condition=~models.Q(edited_by=models.F("released_by")), name="released_by_a_second_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.version}"
