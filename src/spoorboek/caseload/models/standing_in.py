"""Someone stands in for a colleague, or takes a whole caseload over. Who and how many; never about whom."""

import uuid
from datetime import date, datetime, time, timedelta

from django.db import models
from django.utils import timezone

from spoorboek.people.models import ROLE_CHOICES, Account, Organisation


class Arrangement(models.Model):
    """What both have: whose dossiers, in which role of which organisation, and who arranged it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    to = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=20, choices=ROLE_CHOICES)
    made_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True


class Deputising(Arrangement):
    """`to` takes part in the running dossiers of `account` from a day until a day (both inclusive)."""

    starts = models.DateField()
    ends = models.DateField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["starts"]

    def __str__(self) -> str:
        return f"{self.to_id} for {self.account_id}"

    @property
    def until(self) -> datetime:
        """The moment the deputy's parts end: midnight after the last day, in the Netherlands."""
        return timezone.make_aware(datetime.combine(self.ends + timedelta(days=1), time()))

    def runs_on(self, day: date) -> bool:
        return self.ended_at is None and self.starts <= day <= self.ends


class Handover(Arrangement):
    """Running dossiers of `account` went to `to`. `moved`: by dossier, the appointments that went along."""

    employer = models.ForeignKey(Organisation, on_delete=models.CASCADE, null=True, related_name="+")
    moved = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.account_id} to {self.to_id}"
