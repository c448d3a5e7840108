"""Something that went wrong while practising, and who looks at that in an organisation."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.models import Dossier
from spoorboek.people.models import Account, Organisation
from spoorboek.practice.sessions.models.session import Session
from spoorboek.site import clock


class Responsible(models.Model):
    """Who looks at what went wrong with practising, in an organisation whose coaches practise with people."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=models.Q(ended_at__isnull=True),
                name="one_responsible_an_organisation",
            )
        ]

    def __str__(self) -> str:
        return f"responsible since {self.since}"


class AdverseEvent(models.Model):
    """A report by client or coach, read by these two, words (sealed) and all. Who looks at it reads its `Notice`."""

    class Kind(models.TextChoices):
        FELL = "fell", _("gestoten, gestruikeld of gevallen")
        UNWELL = "unwell", _("niet goed geworden, of het bleef lang hangen")
        UPSET = "upset", _("erg van streek geraakt")
        TECHNICAL = "technical", _("bril, beeld of geluid deed iets geks")
        SEEN = "seen", _("iemand zag of hoorde iets wat niet mocht")
        OTHER = "other", _("iets anders")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="+")
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="events")
    author = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    scene = models.CharField(max_length=80)
    way = models.CharField(max_length=8, choices=Session.Way, blank=True)
    sealed = models.BinaryField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.kind} at {self.at}"


class Notice(models.Model):
    """What the responsible person reads of a report. No dossier, session or author stands in it: a row policy shows or
    hides a whole row, so that what someone may not know stands in another table."""

    event = models.OneToOneField(
        AdverseEvent, on_delete=models.CASCADE, primary_key=True, related_name="notice"
    )
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=AdverseEvent.Kind)
    scene = models.CharField(max_length=80)
    way = models.CharField(max_length=8, choices=Session.Way, blank=True)
    on = models.DateField()
    seen_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-on"]

    def __str__(self) -> str:
        return f"{self.kind} on {self.on}"
