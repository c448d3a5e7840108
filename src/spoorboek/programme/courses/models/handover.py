"""A handover note, so that nobody has to tell their story again. The client reads it before anyone else."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.models import Dossier
from spoorboek.people.models import ROLE_CHOICES, Account
from spoorboek.site import clock


class Handover(models.Model):
    """A note for one person who takes over. `sealed`: the text as made; `own_words`: what the client adds or corrects.

    Until the client lets it go, the author and the client read it; afterwards `to` does too.
    """

    class State(models.TextChoices):
        WITH_CLIENT = "with_client", _("bij de medewerker")
        PASSED = "passed", _("doorgegeven")
        KEPT_BACK = "kept_back", _("niet doorgegeven")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="handovers")
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    author_role = models.CharField(max_length=20, choices=ROLE_CHOICES)
    to = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    to_role = models.CharField(max_length=20, choices=ROLE_CHOICES)
    state = models.CharField(max_length=12, choices=State, default=State.WITH_CLIENT)
    sealed = models.BinaryField()
    own_words = models.BinaryField(default=b"")
    made_at = models.DateTimeField(default=clock.now)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"handover in {self.dossier_id}"
