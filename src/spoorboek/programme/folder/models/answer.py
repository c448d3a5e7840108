"""What a client writes in the work folder. Rows are only ever added: what was written before stays readable."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from spoorboek.dossiers.models import Dossier
from spoorboek.people.models import Account


class OfTheFolder(models.Model):
    """`id` is made by who writes: the browser, also without a connection. `reach`: roles with whom it may be shared."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+", db_index=False)
    worksheet = models.CharField(max_length=60)
    question = models.CharField(max_length=60)
    reach = ArrayField(models.CharField(max_length=20), default=list)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    sealed = models.BinaryField()

    class Meta:
        abstract = True


class Answer(OfTheFolder):
    """An answer to one question, written over those in `replaces` (two or more: the person chose between versions).

    `written_at` is the moment by the clock of the device, `saved_at` by ours.
    """

    version = models.PositiveSmallIntegerField(default=1)
    replaces = ArrayField(models.UUIDField(), default=list)
    written_at = models.DateTimeField()
    saved_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["dossier", "worksheet"], name="answers_of_a_sheet")]

    def __str__(self) -> str:
        return f"answer to {self.worksheet}/{self.question}"


class Attachment(OfTheFolder):
    """A photo, drawing or recording that belongs to an answer. `size` is in bytes, before sealing."""

    class Kind(models.TextChoices):
        PHOTO = "photo"
        DRAWING = "drawing"
        VOICE = "voice"

    kind = models.CharField(max_length=10, choices=Kind)
    media_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    saved_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["dossier", "worksheet"], name="attachments_of_a_sheet")]

    def __str__(self) -> str:
        return f"{self.kind} with {self.worksheet}/{self.question}"


class Finish(models.Model):
    """The client said of a sheet: done. It can be said again, another week."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    worksheet = models.CharField(max_length=60)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.worksheet} done"
