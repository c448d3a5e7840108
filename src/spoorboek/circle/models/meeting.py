"""One meeting of a group: its way, who chairs, which step it is at, and who was there."""

import uuid
from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spoorboek.circle.models.group import Group
from spoorboek.people.models import Account


class Meeting(models.Model):
    """Planned, then live. `number` goes up with everything that changes on somebody's screen.

    The clock of a step is the server's: it began at `step_began_at`, stood still for `step_paused` in all, and stands
    still since `paused_at` where that is set. `shown` are the steps whose texts everyone may read (`Note`).
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("gepland")
        LIVE = "live", _("bezig")
        CLOSED = "closed", _("afgelopen")
        CANCELLED = "cancelled", _("gaat niet door")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="meetings")
    planned_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    way = models.JSONField()
    """The whole way of intervision as it was when the meeting was planned."""
    chair = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    presenter = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    """Whose case it is; emptied together with the texts."""
    step = models.PositiveSmallIntegerField(default=0)
    step_began_at = models.DateTimeField(null=True)
    step_paused = models.DurationField(default=timedelta)
    paused_at = models.DateTimeField(null=True)
    shown = ArrayField(models.CharField(max_length=60), default=list)
    number = models.PositiveIntegerField(default=1)
    wrapped = models.BinaryField(null=True)
    """The key of this meeting's texts, wrapped by the installation's; destroyed on `delete_on`."""
    closed_at = models.DateTimeField(null=True)
    delete_on = models.DateField(null=True)
    """From this day on nothing that was typed is kept; set when the meeting closes."""
    deleted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["starts_at"]
        indexes = [
            models.Index(fields=["group", "-starts_at"], name="meetings_of_a_group"),
            models.Index(
                fields=["delete_on"], condition=Q(deleted_at__isnull=True), name="meetings_to_delete"
            ),
        ]

    @property
    def is_live(self) -> bool:
        return self.state == self.State.LIVE

    @property
    def has_texts(self) -> bool:
        return self.wrapped is not None

    def __str__(self) -> str:
        return f"meeting {self.pk}"


class Attendance(models.Model):
    """Someone was there. `here_until`: a socket or a page moves it on; afterwards they are away."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    came_at = models.DateTimeField()
    here_until = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "account"], name="there_once")]

    def __str__(self) -> str:
        return f"{self.account_id} at {self.meeting_id}"


class Usefulness(models.Model):
    """How useful someone found a meeting, 0 to 10. Nobody else in the group reads it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    score = models.PositiveSmallIntegerField()
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "account"], name="useful_once"),
            models.CheckConstraint(condition=Q(score__lte=10), name="useful_0_to_10"),
        ]

    def __str__(self) -> str:
        return f"usefulness of {self.meeting_id}"
