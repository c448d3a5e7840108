"""Who reads along because the client chose so, and what those at the client's side can offer."""

import uuid

from django.db import models

from spoorboek.dossiers.models import Dossier
from spoorboek.people.models import Account
from spoorboek.programme.profile.models.behaviour import Behaviour


class Share(models.Model):
    """One behaviour with its answers, shared with one person until a day. Never with the employer's side."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    behaviour = models.ForeignKey(Behaviour, on_delete=models.CASCADE, related_name="shares")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    shared_on = models.DateField()
    until = models.DateField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"shared on {self.shared_on}"


class Invitation(models.Model):
    """Somebody is asked what they can offer. They read the behaviour in the words kept here, and nothing else."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    behaviour = models.ForeignKey(Behaviour, on_delete=models.CASCADE, related_name="invitations")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20)
    sealed = models.BinaryField()
    invited_on = models.DateField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"invited on {self.invited_on}"


class Offer(models.Model):
    """How far someone who was invited can offer one thing: conditions, support, room. Never about the client."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="offers")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    key = models.CharField(max_length=60)
    step = models.PositiveSmallIntegerField()
    offered_on = models.DateField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["invitation", "key"], name="one_offer_of_a_kind")]

    def __str__(self) -> str:
        return self.key
