"""One dossier in the list of one professional: what the list counts, filters and sorts by."""

from django.db import models

from spoorboek.dossiers.models import Dossier
from spoorboek.people.models import ROLE_CHOICES, Account, Organisation


class State(models.TextChoices):
    """Where a dossier stands."""

    RUNNING = "running"
    RECOVERED = "recovered"
    CLOSED = "closed"


class Line(models.Model):
    """A projection: the timetable's system actor writes it with every act (`choosing.py`); its account reads it.

    `first_*` is the step that comes first for this role, whoever's move it is; `own_*` the first one that is the
    role's own move; `due_*` the first own move with a day of law or agreement, since only that can be late. They hold
    on the days `fresh_from`..`fresh_until` (inclusive; empty: without end) and are empty unless someone is ill.
    `ended_on`: the first day fit again, or the day the dossier closed. Whoever has two roles in a dossier has one
    line, in the role in which they reach it.
    """

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+", db_index=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=20, choices=ROLE_CHOICES)
    until = models.DateTimeField(null=True)
    came_on = models.DateField()
    """The first sick day, or the day on which a dossier that already ran came to this person."""
    employer = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+", db_index=False)
    supervisor = models.ForeignKey(
        Account, on_delete=models.SET_NULL, null=True, related_name="+", db_index=False
    )
    name = models.CharField(max_length=150)
    """Surname and first name in small letters without accents: to search and sort by."""
    state = models.CharField(max_length=10, choices=State)
    first_sick_day = models.DateField()
    ended_on = models.DateField(null=True)
    first_key = models.CharField(max_length=60, blank=True)
    first_ordinal = models.PositiveSmallIntegerField(default=0)
    first_on = models.DateField(null=True)
    own_key = models.CharField(max_length=60, blank=True)
    own_ordinal = models.PositiveSmallIntegerField(default=0)
    own_on = models.DateField(null=True)
    due_key = models.CharField(max_length=60, blank=True)
    due_ordinal = models.PositiveSmallIntegerField(default=0)
    due_on = models.DateField(null=True)
    face = models.JSONField(default=dict)
    """What is only shown: name, job and hours, and of each step which kind of day it has and by which rule."""
    fresh_from = models.DateField(null=True)
    fresh_until = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "dossier"], name="one_line_a_dossier")]
        indexes = [
            models.Index(
                fields=["account", "state"],
                include=["first_on", "own_on", "due_on", "until"],
                name="line_by_account",
            ),
            models.Index(
                fields=["fresh_until"], condition=models.Q(state=State.RUNNING), name="line_by_freshness"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id} for {self.account_id}"
