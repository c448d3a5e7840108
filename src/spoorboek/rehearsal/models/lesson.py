"""Where someone is in the lesson of 104 weeks."""

from django.db import models
from django.db.models import Q

from spoorboek.people.models import Account


class Lesson(models.Model):
    """One newcomer's way through the lesson, on a dossier of an invented employee. `stop` counts from 0."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    dossier_id = models.UUIDField()
    stop = models.PositiveSmallIntegerField(default=0)
    started_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account"], condition=Q(ended_at__isnull=True), name="one_lesson_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"stop {self.stop} of {self.account_id}"
