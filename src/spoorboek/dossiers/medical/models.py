"""Medical facts that move a date. Rows point to a dossier by its id only: these tables may live in another database."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Answer(models.TextChoices):
    """What the company doctor can say."""

    YES = "yes", _("ja")
    NO = "no", _("nee")
    UNKNOWN = "unknown", _("nog niet bekend")


class Access(models.Model):
    """Who takes part in the medical layer of a dossier: the client and the company doctor."""

    dossier_id = models.UUIDField()
    account_id = models.UUIDField()
    role = models.CharField(max_length=20)
    until = models.DateTimeField(null=True)

    class Meta:
        db_table = "medical_access"
        constraints = [
            models.UniqueConstraint(
                fields=["account_id", "dossier_id", "role"], name="one_medical_access_a_role"
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} in {self.dossier_id}"


class MedicalKey(models.Model):
    """The key of a dossier's medical texts, wrapped by the installation's key; the process layer has another."""

    dossier_id = models.UUIDField(primary_key=True)
    wrapped = models.BinaryField()

    class Meta:
        db_table = "medical_key"

    def __str__(self) -> str:
        return f"medical key of {self.dossier_id}"


class LeaveStatement(models.Model):
    """The company doctor on one period of leave: is the sickness before and after it the same (ZW 29.5, WIA 23.3)."""

    dossier_id = models.UUIDField(db_index=True)
    leave_from = models.DateField()
    same_cause = models.CharField(max_length=8, choices=Answer, default=Answer.UNKNOWN)
    related_to_birth = models.CharField(max_length=8, choices=Answer, default=Answer.UNKNOWN)
    stated_at = models.DateTimeField(auto_now=True)

    class Meta:
        db_table = "medical_leavestatement"
        constraints = [
            models.UniqueConstraint(fields=["dossier_id", "leave_from"], name="one_statement_a_leave")
        ]

    def __str__(self) -> str:
        return f"statement for {self.dossier_id}"


class OwnStatement(models.Model):
    """The client on the sickness round one period of leave. The company doctor's answer goes first."""

    dossier_id = models.UUIDField(db_index=True)
    leave_from = models.DateField()
    related_to_birth = models.CharField(max_length=8, choices=Answer, default=Answer.UNKNOWN)
    stated_at = models.DateTimeField(auto_now=True)

    class Meta:
        db_table = "medical_ownstatement"
        constraints = [
            models.UniqueConstraint(fields=["dossier_id", "leave_from"], name="one_own_statement_a_leave")
        ]

    def __str__(self) -> str:
        return f"own statement for {self.dossier_id}"


class SafetyNet(models.Model):
    """Which safety net of the Ziektewet covers this sickness. The employer's side only learns: yes or no."""

    dossier_id = models.UUIDField(primary_key=True)
    no_risk = models.CharField(max_length=8, choices=Answer, default=Answer.UNKNOWN)
    related_to_pregnancy = models.CharField(max_length=8, choices=Answer, default=Answer.UNKNOWN)
    organ_donation = models.CharField(max_length=8, choices=Answer, default=Answer.UNKNOWN)

    class Meta:
        db_table = "medical_safetynet"

    def __str__(self) -> str:
        return f"safety net of {self.dossier_id}"


class Trace(models.Model):
    """The full explanation of the dates, for the client and the company doctor only."""

    dossier_id = models.UUIDField(primary_key=True)
    sealed = models.BinaryField()

    class Meta:
        db_table = "medical_trace"

    def __str__(self) -> str:
        return f"trace of {self.dossier_id}"


class MedicalJournalPayload(models.Model):
    """What a medical act said, beside the journal's chain, which holds its digest only."""

    entry_id = models.BigIntegerField(primary_key=True)
    dossier_id = models.UUIDField(db_index=True)
    sealed = models.BinaryField()

    class Meta:
        db_table = "medical_journalpayload"

    def __str__(self) -> str:
        return f"payload of {self.entry_id}"
