"""A session: its agenda, the notes, and homework. The coach's own; the client reads all of it."""

import uuid

from django.db import models

from spoorboek.dossiers.models import Appointment, Dossier
from spoorboek.people.models import Account


class Agenda(models.Model):
    """What a coach wants to go through in one session (sealed lines)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, null=True, related_name="agendas")
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)
    held_on = models.DateField(null=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"agenda of {self.made_at}"


class Note(models.Model):
    """A working note of a session (sealed; checked for health words). Its text can be taken away for good."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    sealed = models.BinaryField()
    made_at = models.DateTimeField(auto_now_add=True)
    redacted_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-on", "-made_at"]

    def __str__(self) -> str:
        return f"note of {self.on}"


class Homework(models.Model):
    """Something to do until the next time: a worksheet of the work folder, or a few own words (sealed)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    worksheet = models.CharField(max_length=60, blank=True)
    sealed = models.BinaryField(default=bytes)
    given_on = models.DateField()
    due_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)

    class Meta:
        ordering = ["given_on", "pk"]

    def __str__(self) -> str:
        return self.worksheet or "own words"


class HomeworkReply(models.Model):
    """What the client says of it: done, or not now. Only who gave it reads that."""

    class Said(models.TextChoices):
        DONE = "done"
        NOT_NOW = "not_now"

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    homework = models.OneToOneField(Homework, on_delete=models.CASCADE, related_name="reply")
    said = models.CharField(max_length=10, choices=Said)
    said_on = models.DateField()

    def __str__(self) -> str:
        return self.said
