"""The steps of a course: planned, done, skipped or not now; what a new plan proposes; how useful something was."""

import uuid
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.models import ContactWay, Dossier
from spoorboek.people.models import ROLE_CHOICES, Account
from spoorboek.programme.courses.models.course import Course
from spoorboek.site import clock


class Activity(models.Model):
    """One step, once. Its words are looked up in the course's edition by `step`; an added one has none there.

    `plan_id` is the library's stable id (`method/step/number`); empty for what was added. `hand_set`: a person chose
    the day, and no plan moves it. `ref` is the key of the worksheet or module it is about. `private`: hidden from the
    employer's side in the database too. `who`: role keys, the first makes the first move. `because`: the links of the
    reason for the day, as the library gives them.
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("gepland")
        DONE = "done", _("gedaan")
        SKIPPED = "skipped", _("overgeslagen")
        NOT_NOW = "not_now", _("nu even niet")
        DROPPED = "dropped", _("vervallen")

    class WhySkipped(models.TextChoices):
        """Reasons a professional may give: about the work and the plan, never about health or about who someone is."""

        NOT_NEEDED = "not_needed", _("nu niet nodig")
        OTHERWISE = "otherwise", _("op een andere manier gedaan")
        OTHER_FIRST = "other_first", _("eerst een andere stap")
        AWAY = "away", _("vakantie of vrije dagen")
        NO_ROOM = "no_room", _("geen tijd of plek op het werk")
        CLIENT_CHOSE = "client_chose", _("de medewerker koos anders")

    Way = ContactWay

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="activities", db_index=False)
    course = models.ForeignKey(Course, on_delete=models.CASCADE, null=True, related_name="activities")
    serves = models.JSONField(default=list)
    plan_id = models.CharField(max_length=200, blank=True)
    phase = models.CharField(max_length=80, blank=True)
    step = models.CharField(max_length=80, blank=True)
    number = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=20)
    ref = models.CharField(max_length=80, blank=True)
    core = models.BooleanField(default=False)
    private = models.BooleanField(default=False)
    who = models.CharField(max_length=120)
    expected_minutes = models.PositiveSmallIntegerField(default=0)
    day = models.DateField(null=True)
    time = models.TimeField(null=True)
    latest = models.DateField(null=True)
    waits_for = models.CharField(max_length=80, blank=True)
    after = models.CharField(max_length=200, blank=True)
    hand_set = models.BooleanField(default=False)
    because = models.JSONField(default=list)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    why_skipped = models.CharField(max_length=20, choices=WhySkipped, blank=True)
    done_on = models.DateField(null=True)
    done_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    done_role = models.CharField(max_length=20, choices=ROLE_CHOICES, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True)
    way = models.CharField(max_length=12, choices=ContactWay, blank=True)
    added_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["day", "changed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "plan_id"],
                condition=~models.Q(plan_id="") & ~models.Q(state="dropped"),
                name="a_planned_step_stands_once",
            )
        ]
        indexes = [models.Index(fields=["dossier", "state", "day"], name="activities_of_a_dossier")]

    @property
    def parties(self) -> tuple[str, ...]:
        """The role keys of `who`."""
        return tuple(part for part in self.who.split(",") if part)

    @property
    def is_open(self) -> bool:
        return self.state in {self.State.PLANNED, self.State.NOT_NOW}

    @property
    def is_added(self) -> bool:
        """Nobody had planned it: welcome, and no part of what the method asks."""
        return not self.plan_id

    @property
    def on(self) -> date | None:
        """The day it was done, or else the day it is planned."""
        return self.done_on or self.day

    def __str__(self) -> str:
        return self.plan_id or f"{self.kind} added in {self.dossier_id}"


class Proposal(models.Model):
    """What a new plan would change in one step: never done by itself. `cause`: the anchor that moved."""

    class Change(models.TextChoices):
        MOVE = "move", _("verzetten")
        WAIT = "wait", _("wacht op een datum")
        ADD = "add", _("erbij")
        DROP = "drop", _("vervalt")

    class State(models.TextChoices):
        OPEN = "open", _("wacht op je keuze")
        ACCEPTED = "accepted", _("overgenomen")
        DECLINED = "declined", _("zo gelaten")
        OVERTAKEN = "overtaken", _("niet meer nodig")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+", db_index=False)
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="proposals")
    plan_id = models.CharField(max_length=200)
    step = models.CharField(max_length=80)
    change = models.CharField(max_length=6, choices=Change)
    was = models.DateField(null=True)
    becomes = models.DateField(null=True)
    cause = models.CharField(max_length=80, blank=True)
    because = models.JSONField(default=list)
    private = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    made_at = models.DateTimeField(default=clock.now)
    answered_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["becomes", "was", "plan_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "plan_id"],
                condition=models.Q(state="open"),
                name="one_open_proposal_a_step",
            )
        ]
        indexes = [models.Index(fields=["dossier", "state"], name="proposals_of_a_dossier")]

    def __str__(self) -> str:
        return f"{self.change} {self.plan_id}"


class Usefulness(models.Model):
    """One tap, 0 to 10: how useful something was to who taps. Each reads only the own taps."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="taps")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=ROLE_CHOICES)
    value = models.PositiveSmallIntegerField()
    tapped_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity", "account"], name="one_tap_a_person"),
            models.CheckConstraint(condition=models.Q(value__lte=10), name="a_tap_is_0_to_10"),
        ]

    def __str__(self) -> str:
        return f"{self.value} for {self.activity_id}"
