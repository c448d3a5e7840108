"""A method at work in one dossier, and the version of the method that it keeps."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.models import Dossier
from spoorboek.people.models import ROLE_CHOICES, Account
from spoorboek.site import clock


class Edition(models.Model):
    """A method as it was when a course began, kept once however many courses follow it. The key is the SHA-256 (hex) of
    `content`, so that an edition never changes."""

    digest = models.CharField(max_length=64, primary_key=True)
    method = models.CharField(max_length=80)
    version = models.CharField(max_length=20)
    content = models.TextField()
    kept_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.method} {self.version}"


class Course(models.Model):
    """One method in one dossier. Courses that began together share `together`, and are planned as one.

    `private`: the employer's side must not learn that this method runs. `facts`: what was chosen at the start beside
    what the dossier knows (`has`, `answers`). `known`: the days on which the plan was last made, so that a change of
    rules finds by comparing which plans it touches.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("wacht op je antwoord")
        RUNNING = "running", _("loopt")
        PAUSED = "paused", _("pauze")
        STOPPED = "stopped", _("gestopt")
        FINISHED = "finished", _("klaar")

    class WhyStopped(models.TextChoices):
        """Why a professional ends a course; never about health, and never about who someone is."""

        CLIENT_CHOSE = "client_chose", _("de medewerker koos ervoor")
        BACK_AT_WORK = "back_at_work", _("weer aan het werk")
        OTHER_METHOD = "other_method", _("een andere aanpak past beter")
        NO_ROOM = "no_room", _("geen tijd of plek op het werk")
        MISTAKE = "mistake", _("per ongeluk gestart")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="courses")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="courses")
    method = models.CharField(max_length=80)
    together = models.UUIDField(default=uuid.uuid4)
    private = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State, default=State.RUNNING)
    starts = models.DateField()
    started_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    started_role = models.CharField(max_length=20, choices=ROLE_CHOICES, blank=True)
    paused_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    why_stopped = models.CharField(max_length=20, choices=WhyStopped, blank=True)
    facts = models.JSONField(default=dict)
    known = models.JSONField(default=dict)
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["starts", "made_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "method"],
                condition=models.Q(state__in=["asked", "running", "paused"]),
                name="a_method_runs_once_in_a_dossier",
            )
        ]
        indexes = [
            models.Index(fields=["dossier", "state"], name="courses_of_a_dossier"),
            models.Index(fields=["together"], name="courses_that_began_together"),
        ]

    @property
    def is_on(self) -> bool:
        """Neither waiting for an answer nor over."""
        return self.state in {self.State.RUNNING, self.State.PAUSED}

    def __str__(self) -> str:
        return f"{self.method} in {self.dossier_id}"


class OwnReason(models.Model):
    """Why the client stopped, in their own words. Theirs alone: nobody else reads that it is there."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    made_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"own reason in {self.dossier_id}"
