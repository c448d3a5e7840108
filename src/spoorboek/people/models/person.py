"""People and the organisations they work for or with."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from spoorboek.people.models.account import Account
from spoorboek.people.policy import Role
from spoorboek.site import clock

ROLE_NAMES = {
    Role.CLIENT: _("medewerker"),
    Role.SUPERVISOR: _("leidinggevende"),
    Role.CASE_MANAGER: _("casemanager"),
    Role.COMPANY_DOCTOR: _("bedrijfsarts"),
    Role.LABOUR_EXPERT: _("arbeidsdeskundige"),
    Role.COACH: _("re-integratiecoach"),
    Role.WORK_SUPERVISOR: _("werkbegeleider"),
    Role.BUDDY: _("maatje"),
    Role.PEER: _("ervaringsdeskundige"),
    Role.RESEARCHER: _("onderzoeker"),
    Role.ADMIN: _("beheerder"),
    Role.HELPER: _("helper"),
}
ROLE_CHOICES = [(role.value, name) for role, name in ROLE_NAMES.items()]


class Organisation(models.Model):
    """An employer, an arbodienst, a re-integration company or a sheltered-work company."""

    class Kind(models.TextChoices):
        EMPLOYER = "employer", _("werkgever")
        OCCUPATIONAL_HEALTH = "occupational_health", _("arbodienst")
        REINTEGRATION = "reintegration", _("re-integratiebedrijf")
        SHELTERED_WORK = "sheltered_work", _("sociaal werkbedrijf")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=24, choices=Kind)
    made_at = models.DateTimeField(auto_now_add=True)
    own_risk_zw = models.BooleanField(default=False)
    """The employer bears the risk of the Ziektewet itself (ZW 63a)."""
    world = models.ForeignKey(
        "people.PracticeWorld",
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="organisations",
    )
    """The practice world of an invented organisation; null for a real one. Fixed when it is made."""

    @property
    def is_practice(self) -> bool:
        return self.world_id is not None

    def __str__(self) -> str:
        return self.name


class Service(models.Model):
    """An arbodienst or re-integration company that works for an employer."""

    employer = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="services_bought")
    provider = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="services_given")
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["employer", "provider"], name="one_service_a_pair")]

    def __str__(self) -> str:
        return f"{self.provider_id} for {self.employer_id}"


class Person(models.Model):
    """Someone's name and how they like to be addressed. The key is the account's id."""

    class Language(models.TextChoices):
        DUTCH = "nl", _("Nederlands")
        ENGLISH = "en", _("Engels")
        OTHER = "other", _("een andere taal: plaatjes en een tolk")

    account = models.OneToOneField(Account, on_delete=models.CASCADE, primary_key=True, related_name="person")
    first_name = models.CharField(max_length=60)
    last_name = models.CharField(max_length=80)
    phone = models.CharField(max_length=20, blank=True)
    language = models.CharField(max_length=5, choices=Language, default=Language.DUTCH)

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"

    @property
    def formal_name(self) -> str:
        """Initial and surname, as professionals write it in lists."""
        return f"{self.first_name[:1]}. {self.last_name}"

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A role in an organisation."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=ROLE_CHOICES)
    since = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "organisation", "role"], name="one_membership_a_role")
        ]

    def __str__(self) -> str:
        return f"{self.role} in {self.organisation_id}"


class Employment(models.Model):
    """A person's work for an employer. Why someone falls under a safety net never stands here."""

    class Kind(models.TextChoices):
        PERMANENT = "permanent", _("vast")
        FIXED_TERM = "fixed_term", _("tijdelijk")
        TEMPORARY_AGENCY = "temporary_agency", _("uitzendkracht")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="employments")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="employments")
    job_title = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.PERMANENT)
    starts = models.DateField(null=True)
    ends = models.DateField(null=True)
    birth_date = models.DateField(null=True)
    supervisor = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="team")
    number = models.CharField(max_length=40, blank=True, default="")
    """The employer's personnel number, as its own lists write it. Never shown beside anything medical."""
    withdrawn_at = models.DateTimeField(null=True)
    """Entered by mistake: nobody is offered this employment any more. Nothing is deleted."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "number"],
                condition=~models.Q(number="") & models.Q(withdrawn_at__isnull=True),
                name="one_employment_a_number",
            )
        ]

    def __str__(self) -> str:
        return self.job_title


class ContractHours(models.Model):
    """Hours a week agreed in the contract, from a day on."""

    employment = models.ForeignKey(Employment, on_delete=models.CASCADE, related_name="contract_hours")
    since = models.DateField()
    hours = models.DecimalField(max_digits=4, decimal_places=1)

    class Meta:
        ordering = ["since"]
        constraints = [models.UniqueConstraint(fields=["employment", "since"], name="one_contract_a_day")]

    def __str__(self) -> str:
        return f"{self.hours} since {self.since}"


class Involvement(models.Model):
    """Someone takes part in a dossier in a role, until a moment. The row policies of all layers rest on this table."""

    dossier_id = models.UUIDField(db_index=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="involvements")
    role = models.CharField(max_length=20, choices=ROLE_CHOICES)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, related_name="+")
    since = models.DateTimeField(default=clock.now)
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier_id", "account", "role"], name="one_involvement_a_role")
        ]
        indexes = [models.Index(fields=["account", "role", "dossier_id"], name="involvement_by_account")]

    def __str__(self) -> str:
        return f"{self.role} in {self.dossier_id}"


class DossierKey(models.Model):
    """A dossier's own key, wrapped by the installation's key. Destroying it shreds the dossier's texts for good."""

    dossier_id = models.UUIDField(primary_key=True)
    wrapped = models.BinaryField()

    def __str__(self) -> str:
        return str(self.dossier_id)
