"""The log of a world's clock: who set which day, and what the nights in between closed."""

from django.db import models

from spoorboek.people.models import Account, PracticeWorld


class Move(models.Model):
    """The clock of a practice world went from one day to another."""

    world = models.ForeignKey(PracticeWorld, on_delete=models.CASCADE, related_name="moves")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    from_day = models.DateField()
    to_day = models.DateField()
    closed = models.PositiveIntegerField(default=0)
    """How many dossiers the night rules closed on the way."""
    at = models.DateTimeField(auto_now_add=True)
    """The real moment."""

    class Meta:
        indexes = [models.Index(fields=["world", "-id"], name="moves_of_a_world")]

    def __str__(self) -> str:
        return f"{self.from_day} to {self.to_day}"
