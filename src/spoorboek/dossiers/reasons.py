"""Why a fact is corrected: a list, since a reason in own words would soon be about health."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Reason(TextChoices):
    """Chosen, never written."""

    TYPING = "typing_mistake", _("verkeerd ingevuld")
    LATER = "known_later", _("dit werd later bekend")
    EMPLOYEE = "told_by_employee", _("de medewerker gaf iets anders door")
    RECORDS = "found_in_records", _("nagekeken in de uren of het rooster")
    AUTHORITY = "set_by_authority", _("UWV of een rechter stelde iets anders vast")
    NOT_HAPPENED = "did_not_happen", _("dit is niet gebeurd")
