"""The journal: one append-only hash chain a dossier, and the log of who opened what."""

from django.db import models

from spoorboek.dossiers.models.dossier import Dossier
from spoorboek.people.models import ROLE_CHOICES, Account
from spoorboek.site import clock


class JournalEntry(models.Model):
    """That an act was done, by whom, when. `digest` is keyed over the payload; `chain` binds all before it.

    The payload stands apart so that it can be redacted or shredded while the chain still verifies.
    """

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="journal")
    sequence = models.PositiveIntegerField()
    at = models.DateTimeField()
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    role = models.CharField(max_length=20, blank=True)
    system = models.CharField(max_length=20, blank=True)
    act = models.CharField(max_length=60)
    layer = models.CharField(max_length=12)
    version = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    chain = models.CharField(max_length=64)

    class Meta:
        ordering = ["sequence"]
        constraints = [models.UniqueConstraint(fields=["dossier", "sequence"], name="one_entry_a_sequence")]

    def __str__(self) -> str:
        return f"{self.sequence}: {self.act}"


class JournalHead(models.Model):
    """Where a dossier's chain ends, so that a cut-off tail shows too. Only the database's own trigger writes it."""

    dossier = models.OneToOneField(Dossier, on_delete=models.PROTECT, primary_key=True, related_name="+")
    length = models.PositiveIntegerField()
    chain = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.length} entries in {self.dossier_id}"


class JournalPayload(models.Model):
    """What the act said (sealed JSON), for acts whose content everyone in the dossier may read.

    `tells_of_net`: it names a step that tells of a safety net, and is hidden from a re-integration company. `layer`:
    what belongs to guidance is hidden from the employer's side, what is personal from everyone but the client.
    """

    entry = models.OneToOneField(
        JournalEntry, on_delete=models.PROTECT, primary_key=True, related_name="payload"
    )
    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    tells_of_net = models.BooleanField(default=False)
    layer = models.CharField(max_length=12, default="process")

    def __str__(self) -> str:
        return f"payload of {self.entry_id}"


class Opening(models.Model):
    """Someone opened a layer of a dossier. The client reads this as 'who looked'."""

    dossier = models.ForeignKey(Dossier, on_delete=models.PROTECT, related_name="openings")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=ROLE_CHOICES)
    layer = models.CharField(max_length=12)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-at"]
        indexes = [models.Index(fields=["dossier", "-at"], name="openings_of_a_dossier")]

    def __str__(self) -> str:
        return f"{self.role} opened {self.layer}"
