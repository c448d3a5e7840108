"""What someone typed in a meeting: the case, a question, advice, the action."""

from django.db import models

from spoorboek.circle.models.meeting import Meeting
from spoorboek.people.models import Account

CASE = "case"
"""Stands where a step's key stands: the presenter's text, written beforehand or on the spot."""


class Note(models.Model):
    """Sealed with the meeting's key. Its author reads it; the others once `step` is among the meeting's `shown`."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    step = models.CharField(max_length=60)
    sealed = models.BinaryField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["meeting", "step"], name="notes_of_a_step")]

    def __str__(self) -> str:
        return f"{self.step} in {self.meeting_id}"
