"""What a client lets another person read of the work folder."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from spoorboek.dossiers.models import Dossier
from spoorboek.people.models import Account


class Share(models.Model):
    """With whom, in which role, until the end of which day, and exactly which answers and attachments.

    An answer written later is not in it: what another reads is what the client saw in the preview, never more.
    `withdrawn_at` ends it at once. Rows stay, so that the client can read back what was shared.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20)
    worksheet = models.CharField(max_length=60)
    questions = ArrayField(models.CharField(max_length=60), default=list)
    answers = ArrayField(models.UUIDField(), default=list)
    attachments = ArrayField(models.UUIDField(), default=list)
    made_at = models.DateTimeField()
    until = models.DateField()
    withdrawn_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.worksheet} shared with {self.role}"
