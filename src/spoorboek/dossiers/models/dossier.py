"""The dossier and the facts in it. Dates that follow from facts are never entered: see `obligation.py`."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from spoorboek.people.models import Account, Employment


class Dossier(models.Model):
    """One case of sickness in one employment. `version` grows with every act that changes a fact."""

    class FirstDayBasis(models.TextChoices):
        NO_WORK = "no_work", _("die dag niet gewerkt")
        STOPPED = "stopped_during_day", _("tijdens de dag gestopt")

    class Closing(models.TextChoices):
        RECOVERED = "recovered", _("hersteld")
        WITHDRAWN = "withdrawn", _("melding was een vergissing")
        EMPLOYMENT_ENDED = "employment_ended", _("dienstverband voorbij")
        ROAD_ENDED = "road_ended", _("einde van de twee jaar")
        DIED = "died", _("overleden")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    employment = models.ForeignKey(Employment, on_delete=models.PROTECT, related_name="dossiers")
    first_sick_day = models.DateField(db_index=True)
    first_day_basis = models.CharField(max_length=20, choices=FirstDayBasis, default=FirstDayBasis.NO_WORK)
    version = models.PositiveIntegerField(default=1)
    opened_at = models.DateTimeField(auto_now_add=True)
    closed_on = models.DateField(null=True)
    closing = models.CharField(max_length=20, choices=Closing, blank=True)
    previous = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="later")

    class Meta:
        indexes = [
            models.Index(fields=["id"], condition=models.Q(closed_on__isnull=True), name="running_dossiers")
        ]

    @property
    def is_open(self) -> bool:
        return self.closed_on is None

    @property
    def safety_net(self) -> bool | None:
        """Whether a safety net applies, for who may read that; None while not known. Select `covered` for a list."""
        known: Covered | None = getattr(self, "covered", None)
        return known.by_safety_net if known else None

    def __str__(self) -> str:
        return str(self.id)


class Covered(models.Model):
    """Whether a safety net of the Ziektewet applies; never which. Apart, since a re-integration company may not know.

    `clear_on`: the day on which it became clear to the employer, where the employer could not know before (ZW 38a.3).
    """

    dossier = models.OneToOneField(
        Dossier, on_delete=models.CASCADE, primary_key=True, related_name="covered"
    )
    by_safety_net = models.BooleanField(null=True)
    clear_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"safety net of {self.dossier_id}"


class Spell(models.Model):
    """A period of sickness: from a day, until the first day fit for the agreed work again (exclusive)."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="spells")
    starts = models.DateField()
    ends = models.DateField(null=True)

    class Meta:
        ordering = ["starts"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "starts"], name="one_spell_a_day"),
            models.CheckConstraint(
                condition=models.Q(ends__isnull=True) | models.Q(ends__gt=models.F("starts")),
                name="a_spell_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts} until {self.ends or 'now'}"


class ResumedHours(models.Model):
    """Hours a week worked from a day on. A work fact; nobody's estimate of fitness is recorded."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="resumed_hours")
    since = models.DateField()
    hours = models.DecimalField(max_digits=4, decimal_places=1)

    class Meta:
        ordering = ["since"]
        constraints = [models.UniqueConstraint(fields=["dossier", "since"], name="one_resumption_a_day")]

    def __str__(self) -> str:
        return f"{self.hours} since {self.since}"


class Leave(models.Model):
    """Leave with benefit during sickness (WAZO): from a day until the day after its last (exclusive)."""

    class Kind(models.TextChoices):
        WAZO = "wazo", _("zwangerschaps- of bevallingsverlof")

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="leaves")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.WAZO)
    starts = models.DateField()
    ends = models.DateField()

    class Meta:
        ordering = ["starts"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "starts"], name="one_leave_a_day"),
            models.CheckConstraint(
                condition=models.Q(ends__gt=models.F("starts")), name="leave_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.starts} until {self.ends}"


class Milestone(models.Model):
    """A step of the road that was done, on a day: the analysis made, the plan agreed, an evaluation held."""

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="milestones")
    key = models.CharField(max_length=60)
    ordinal = models.PositiveSmallIntegerField(default=0)
    done_on = models.DateField()

    class Meta:
        ordering = ["done_on"]
        constraints = [
            models.UniqueConstraint(fields=["dossier", "key", "ordinal"], name="one_milestone_a_step")
        ]

    def __str__(self) -> str:
        return f"{self.key} on {self.done_on}"


class Decision(models.Model):
    """A decision or request that moves clocks: wage sanction, shortening request, voluntary extension."""

    class Kind(models.TextChoices):
        SANCTION = "sanction", _("loonsanctie")
        SHORTENING = "shortening", _("bekortingsverzoek")
        EXTENSION = "voluntary_extension", _("vrijwillige verlenging")
        SHORTENED_WAIT = "shortened_waiting_period", _("verkorte wachttijd")

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="decisions")
    kind = models.CharField(max_length=30, choices=Kind)
    received_on = models.DateField(null=True)
    decided_on = models.DateField(null=True)
    weeks = models.PositiveSmallIntegerField(null=True)
    until = models.DateField(null=True)
    granted = models.BooleanField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "kind"], name="one_decision_a_kind")]

    def __str__(self) -> str:
        return self.kind


class Agreement(models.Model):
    """Another date agreed by employer and employee together, with reasons from a list (RP art. 5).

    `for_employer` is who agreed on the employer's side; the other party is the employee of the dossier.
    """

    class Reason(models.TextChoices):
        ADVICE = "company_doctor_advice", _("advies van de bedrijfsarts")
        WAITING = "waiting_for_third_party", _("wachten op een ander")
        MEETING = "meeting_moved", _("gesprek kon niet eerder")
        TOGETHER = "agreed_together", _("samen zo afgesproken")

    dossier = models.ForeignKey(Dossier, on_delete=models.CASCADE, related_name="agreements")
    key = models.CharField(max_length=60)
    ordinal = models.PositiveSmallIntegerField(default=0)
    agreed_on = models.DateField()
    due = models.DateField()
    reason = models.CharField(max_length=40, choices=Reason)
    for_employer = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "key", "ordinal"], name="one_agreement_a_step")
        ]

    def __str__(self) -> str:
        return f"{self.key} by {self.due}"
