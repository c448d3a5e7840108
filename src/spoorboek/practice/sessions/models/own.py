"""What is the client's own about a session: what they felt, what they wrote, and what a coach may keep."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.models import Dossier
from spoorboek.people.models import Account
from spoorboek.practice.sessions.models.session import Session
from spoorboek.site import clock


class Fit(models.Model):
    """What came out of the questions about the headset, once a person: headset or screen, and never why."""

    dossier = models.OneToOneField(Dossier, on_delete=models.CASCADE, related_name="+")
    way = models.CharField(max_length=8, choices=Session.Way)
    on = models.DateField()

    def __str__(self) -> str:
        return self.way


class Measure(models.Model):
    """How someone felt (sealed): tension 0 to 10, nausea 0 to 10, or the answers about symptoms (JSON by item)."""

    class When(models.TextChoices):
        BEFORE = "before", _("vooraf")
        AFTER = "after", _("na afloop")
        NEXT_DAY = "next-day", _("de dag erna")

    class What(models.TextChoices):
        TENSION = "tension"
        NAUSEA = "nausea"
        SYMPTOMS = "symptoms"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="measures")
    when = models.CharField(max_length=8, choices=When)
    what = models.CharField(max_length=8, choices=What)
    sealed = models.BinaryField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "when", "what"], name="one_measure_a_moment")
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.when}"


class Words(models.Model):
    """The client's own words (sealed): looking back, one small step, how that went, a note to the coach."""

    class Kind(models.TextChoices):
        LOOKING_BACK = "debrief", _("terugkijken")
        STEP = "step", _("kleine stap")
        TRIED = "tried", _("in het echt geprobeerd")
        NOTE = "note", _("briefje aan de coach")

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="words")
    kind = models.CharField(max_length=8, choices=Kind)
    sealed = models.BinaryField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["session", "kind"], name="one_text_of_a_kind")]

    def __str__(self) -> str:
        return self.kind


class Keep(models.Model):
    """One part of one session that the client lets one coach keep, until they take it back."""

    class Kind(models.TextChoices):
        CURVE = "curve", _("hoe gespannen je was")
        LOOKING_BACK = "debrief", _("hoe je terugkijkt")
        STEP = "step", _("je kleine stap")
        TRIED = "tried", _("hoe de kleine stap ging")
        NOTE = "note", _("je briefje")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="keeps")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind)
    since = models.DateField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["since", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} since {self.since}"
