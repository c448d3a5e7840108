"""Which mail someone gets, in which rhythm, and when the next one goes."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from spoorboek.people.models import Account


class Kind(models.TextChoices):
    """What a mail is about. Each kind is chosen and turned off apart."""

    DIGEST = "digest", _("Mail over wat er op je wacht")
    APPOINTMENT = "appointment", _("Mail over je afspraak")


class Rhythm(models.TextChoices):
    """How often."""

    WORKING_DAYS = "working_days", _("Elke werkdag")
    WEEKLY = "weekly", _("Eén keer per week")
    OVERDUE = "overdue", _("Alleen als er iets te laat is")
    DAY_BEFORE = "day_before", _("Ja, een dag van tevoren")


class Reminder(models.Model):
    """One kind of mail for one person.

    `next_at` is when it is next looked at; empty while there is nobody to mail. `planned_at` is the moment that a try
    is for: it stays the same over retries and names the mail, so that no moment is mailed twice. `off_since` is set
    when the person wants no mail; rhythm, weekday and time are kept for when they do again.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="reminders")
    kind = models.CharField(max_length=12, choices=Kind)
    rhythm = models.CharField(max_length=12, choices=Rhythm)
    weekday = models.PositiveSmallIntegerField(default=0)
    at = models.TimeField()
    off_since = models.DateTimeField(null=True)
    next_at = models.DateTimeField(null=True, db_index=True)
    planned_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    last_sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "kind"], name="one_reminder_a_kind")]

    @property
    def is_on(self) -> bool:
        return self.off_since is None

    def __str__(self) -> str:
        return f"{self.kind}, {self.rhythm}"
