"""What a client agreed to, in which version of the words, and whether they took it back."""

import uuid

from django.db import models

from spoorboek.people.models.account import Account
from spoorboek.site import clock


class Consent(models.Model):
    """One yes of a client in a dossier. A no is not kept: it has no consequence, so nobody needs to know of it.

    `text_key` and `text_version` name the words that were read; `asked_by` is who asked, never who gives.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier_id = models.UUIDField()
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    text_key = models.CharField(max_length=80)
    text_version = models.CharField(max_length=40)
    signed_on = models.DateField(null=True)
    """The day on the paper, for a client without a way in; empty where they said yes here themselves."""
    recorded_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    """Who saw the signed paper and wrote that down."""
    given_at = models.DateTimeField(default=clock.now)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-given_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["dossier_id", "text_key"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="one_consent_that_holds",
            ),
            models.CheckConstraint(
                condition=models.Q(signed_on__isnull=True, recorded_by__isnull=True)
                | models.Q(signed_on__isnull=False, recorded_by__isnull=False),
                name="consent_on_paper_has_a_witness",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text_key} {self.text_version}"
