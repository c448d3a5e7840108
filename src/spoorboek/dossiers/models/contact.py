"""Contact between people: appointments, the client's reply, notes of a contact, and 'not now'."""

import uuid
from datetime import datetime, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.models.dossier import Dossier
from spoorboek.people.models import Account


class Appointment(models.Model):
    """A planned conversation. What it is about is a kind from a list, never free text."""

    class Kind(models.TextChoices):
        DOCTOR = "company_doctor", _("gesprek met de bedrijfsarts")
        SUPERVISOR = "supervisor", _("gesprek met je leidinggevende")
        CASE_MANAGER = "case_manager", _("gesprek met de casemanager")
        PLAN = "plan_of_action", _("samen het plan van aanpak maken")
        EVALUATION = "evaluation", _("samen terugkijken")
        LABOUR_EXPERT = "labour_expert", _("gesprek met de arbeidsdeskundige")
        COACH = "coach", _("gesprek met de coach")

    class Way(models.TextChoices):
        IN_PERSON = "in_person", _("op locatie")
        PHONE = "phone", _("telefoon")
        VIDEO = "video", _("beeldbellen")

    class State(models.TextChoices):
        PLANNED = "planned", _("gepland")
        CANCELLED = "cancelled", _("afgezegd")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="appointments")
    with_account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind)
    way = models.CharField(max_length=12, choices=Way)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=30)
    state = models.CharField(max_length=12, choices=State, default=State.PLANNED)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["starts_at"]

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def needs_new_moment(self) -> bool:
        """Whether the client said of this very moment: I cannot come. Prefetch `replies` for a list."""
        return any(reply.version == self.version for reply in self.replies.all())

    def __str__(self) -> str:
        return f"{self.kind} at {self.starts_at}"


class AppointmentReply(models.Model):
    """The client says: I cannot come. No reason is asked and there is no field for one.

    The reply is to the moment as it stood: once the appointment has moved, its version has too.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="appointment_replies")
    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="replies")
    version = models.PositiveIntegerField()
    said_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["appointment", "version"], name="one_reply_to_a_moment")
        ]

    def __str__(self) -> str:
        return f"cannot come to {self.appointment_id}"


class ContactWay(models.TextChoices):
    """How people were in touch: as for an appointment, or by a message, which nobody plans."""

    IN_PERSON = "in_person", _("op locatie")
    PHONE = "phone", _("telefoon")
    VIDEO = "video", _("beeldbellen")
    MESSAGE = "message", _("bericht")


class ContactNote(models.Model):
    """A contact that took place: who, how, when, and what was agreed (sealed; checked for health words)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="contact_notes")
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    way = models.CharField(max_length=12, choices=ContactWay)
    sealed = models.BinaryField()
    redacted_at = models.DateTimeField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-on", "-made_at"]

    def __str__(self) -> str:
        return f"contact on {self.on}"


class FoldedCard(models.Model):
    """'Not now': the client folded a card. It changes nothing about the step itself and nobody else sees it."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="folded_cards")
    card = models.CharField(max_length=120)
    folded_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "card"], name="a_card_folds_once")]

    def __str__(self) -> str:
        return self.card
