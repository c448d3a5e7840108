"""Tokens of organisations, what they were used for, and answers kept so that a repeated request does nothing twice."""

import re
import uuid
from datetime import date, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone

from spoorboek.api.scopes import Scope
from spoorboek.people.models import Account, Organisation

CONVERTER = re.compile(r"<[^:>]*:?([^>]+)>")


class Token(models.Model):
    """A key with which a system of an organisation comes in. Only its hash is kept; a row is never removed.

    `account` is the machine behind it: a renewed token is another row of the same account.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=60)
    scopes = ArrayField(models.CharField(max_length=20))
    secret_hash = models.CharField(max_length=64, unique=True)
    ending = models.CharField(max_length=4)
    """The last signs of the secret, to recognise it by."""
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["made_at"]

    @property
    def works(self) -> bool:
        """Whether it lets anyone in now."""
        return self.ended_at is None and self.expires_at > timezone.now()

    @property
    def ends_soon(self) -> bool:
        """Time to renew it."""
        return self.works and self.expires_at < timezone.now() + timedelta(days=30)

    @property
    def last_day(self) -> date:
        """The last day it works, in the Netherlands."""
        return timezone.localdate(self.expires_at - timedelta(seconds=1))

    @property
    def scope_labels(self) -> list[str]:
        """What it may do, in words."""
        return [str(Scope(scope).label) for scope in self.scopes]

    def __str__(self) -> str:
        return f"{self.name} …{self.ending}"


class Use(models.Model):
    """How often a token did one thing on one day, and how it ended. Never which dossier, never what was sent."""

    class Outcome(models.TextChoices):
        DONE = "done"
        REFUSED = "refused"
        FAILED = "failed"

    token = models.ForeignKey(Token, on_delete=models.PROTECT, related_name="uses")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    method = models.CharField(max_length=8)
    route = models.CharField(max_length=120)
    outcome = models.CharField(max_length=8, choices=Outcome)
    times = models.PositiveIntegerField(default=1)
    last_at = models.DateTimeField()

    class Meta:
        ordering = ["-last_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["token", "on", "method", "route", "outcome"], name="one_count_a_day_and_use"
            )
        ]

    @property
    def address(self) -> str:
        """The address without values, as the documents write it: `/api/v1/dossiers/{dossier_id}`."""
        return "/" + CONVERTER.sub(r"{\1}", self.route)

    def __str__(self) -> str:
        return f"{self.method} {self.route} on {self.on}"


class Pace(models.Model):
    """When the next request of a token would be on time: a leaky bucket in one number. Holds no content."""

    token = models.OneToOneField(Token, on_delete=models.CASCADE, primary_key=True, related_name="+")
    free_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.free_at)


class KeptAnswer(models.Model):
    """The answer to a request with an `Idempotency-Key`, sealed; gone after a day.

    `asked` is a keyed digest of method, path and body, so that the same key with another question is noticed.
    """

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=100)
    asked = models.CharField(max_length=64)
    sealed = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "key"], name="one_answer_a_key")]

    def __str__(self) -> str:
        return f"answer {self.pk}"
