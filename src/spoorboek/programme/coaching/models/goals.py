"""Goals with Goal Attainment Scaling: five levels in the client's own words, fixed before the start."""

import uuid

from django.db import models

from spoorboek.dossiers.models import Dossier
from spoorboek.people.models import Account


class Goal(models.Model):
    """One goal of the client (sealed: what it is, and five levels from -2 to +2). After `fixed_on` it never changes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="goals")
    sealed = models.BinaryField()
    weight = models.PositiveSmallIntegerField(default=1)
    made_on = models.DateField()
    changed_at = models.DateTimeField(auto_now=True)
    fixed_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)

    class Meta:
        ordering = ["made_on", "pk"]

    def __str__(self) -> str:
        return f"goal of {self.made_on}"


class GoalShare(models.Model):
    """One goal, shared with one coach or labour expert until a day."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="shares")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    shared_on = models.DateField()
    until = models.DateField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"shared on {self.shared_on}"


class Proposal(models.Model):
    """Words that a coach proposes for the levels of a goal. The client takes them over, or not."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="proposals")
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"proposal of {self.made_at}"


class OwnRating(models.Model):
    """Where the client says the goal stands on a day (sealed level)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="own_ratings")
    on = models.DateField()
    sealed = models.BinaryField()

    class Meta:
        ordering = ["on", "pk"]
        constraints = [models.UniqueConstraint(fields=["goal", "on"], name="one_own_rating_a_day")]

    def __str__(self) -> str:
        return f"own rating on {self.on}"


class CoachRating(models.Model):
    """Where a coach says the goal stands on a day (sealed level); apart from the client's own."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="coach_ratings")
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    sealed = models.BinaryField()

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["goal", "author", "on"], name="one_coach_rating_a_day")
        ]

    def __str__(self) -> str:
        return f"coach's rating on {self.on}"
