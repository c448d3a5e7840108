"""What a token may be used for. There is no scope for anything medical, so that no token can ever have it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from spoorboek.people.models import Organisation
from spoorboek.people.policy import Role


class Scope(TextChoices):
    """One kind of use. The value is what stands in the API's documents."""

    DOSSIERS_READ = "dossiers:read", _("dossiers lezen: feiten, data en het verhaal")
    DOSSIERS_WRITE = "dossiers:write", _("in dossiers schrijven: ziek melden, uren, herstel, stappen")
    EMPLOYEES_READ = "employees:read", _("de lijst van medewerkers lezen")
    EMPLOYEES_WRITE = "employees:write", _("medewerkers toevoegen")
    IMPORTS = "imports", _("verzuimlijsten laden")
    TIMETABLE = "timetable", _("een tijdlijn uitrekenen zonder iets te bewaren")


ROLE = Role.CASE_MANAGER
"""A link does what a case manager of its organisation does, and row security treats it as one."""
HAS_LINKS = (
    Organisation.Kind.EMPLOYER,
    Organisation.Kind.SHELTERED_WORK,
    Organisation.Kind.OCCUPATIONAL_HEALTH,
)
"""Organisations where case managers work. A re-integration company takes part in dossiers through its coaches only."""
