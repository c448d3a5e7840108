"""A session, the states it went through, and what happened while it was played."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.models import Dossier
from spoorboek.people.models import Account
from spoorboek.site import clock


class Session(models.Model):
    """One time of practising. With a coach (`coach`), or at home on one's own (`coach` is empty).

    `sealed`: the goal, and the words of the own workplace (JSON). `frozen`: the scene as it is played, in both
    languages (JSON by language), kept from the beginning, so that a later change of the file or of the organisation's
    own scene changes no session; empty once the session was wiped. `way` is empty until the client answered the
    questions of the day: that it is the screen tells nothing, since anyone may choose it. No reason for stopping is
    kept.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", _("voorgesteld")
        NOT_NOW = "not-now", _("nu niet")
        PLANNED = "planned", _("gepland")
        SUITED = "suited", _("vragen gedaan")
        PREPARING = "preparing", _("voorbereiden")
        QUIET_PLACE = "quiet-place", _("rustplek")
        SCENE = "scene", _("in de scène")
        PAUSE = "pause", _("pauze")
        LOOKING_BACK = "looking-back", _("terugkijken")
        CLOSED = "closed", _("afgerond")
        BROKEN_OFF = "broken-off", _("eerder gestopt")

    class Way(models.TextChoices):
        HEADSET = "headset", _("met de bril")
        SCREEN = "screen", _("op het scherm")

    class Decides(models.TextChoices):
        CLIENT = "client", _("Wie oefent, zegt zelf wanneer het een stap hoger mag.")
        TOGETHER = "together", _("De coach vraagt het eerst. Wie oefent, zegt ja of nee.")

    OVER = (State.NOT_NOW, State.CLOSED, State.BROKEN_OFF)
    """No more happens in these."""
    PLAYED = (State.PREPARING, State.QUIET_PLACE, State.SCENE, State.PAUSE)
    """The player stands open in these."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    client = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    coach = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    scene = models.CharField(max_length=80)
    scene_version = models.CharField(max_length=40, blank=True)
    step = models.CharField(max_length=80, blank=True)
    seed = models.PositiveIntegerField()
    sealed = models.BinaryField()
    frozen = models.BinaryField(default=bytes)
    wish = models.CharField(max_length=8, choices=Way, default=Way.SCREEN)
    way = models.CharField(max_length=8, choices=Way, blank=True)
    decides = models.CharField(max_length=8, choices=Decides, default=Decides.CLIENT)
    minutes = models.PositiveSmallIntegerField()
    on = models.DateField()
    state = models.CharField(max_length=12, choices=State, default=State.PROPOSED)
    broke_off = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=clock.now)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-on", "-made_at"]
        indexes = [models.Index(fields=["dossier", "state"], name="practice_of_a_dossier")]

    @property
    def is_over(self) -> bool:
        return self.state in self.OVER

    @property
    def is_wiped(self) -> bool:
        """Whether the client threw away what was felt, said and done: nothing is kept of it any more, or asked."""
        return self.is_over and not self.frozen

    @property
    def at_home(self) -> bool:
        """On one's own, without a coach."""
        return self.coach_id is None

    def __str__(self) -> str:
        return f"{self.scene} on {self.on}"


class Passage(models.Model):
    """The session went into a state, once: when, and by whose doing."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="passages")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=Session.State)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.state} at {self.at}"


class Moment(models.Model):
    """Something that happened while playing, as the player told it; `t` is milliseconds of scene time.

    `sealed`: key, value and by whom (JSON). `type` stands open, since what is about nausea is never kept for a coach.
    """

    class Side(models.TextChoices):
        CLIENT = "client"
        COACH = "coach"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="moments")
    side = models.CharField(max_length=6, choices=Side)
    n = models.PositiveIntegerField()
    t = models.PositiveIntegerField()
    type = models.CharField(max_length=12)
    sealed = models.BinaryField()
    saved_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["t", "side", "n"]
        constraints = [models.UniqueConstraint(fields=["session", "side", "n"], name="a_moment_is_kept_once")]

    def __str__(self) -> str:
        return f"{self.side} {self.n}: {self.type}"
