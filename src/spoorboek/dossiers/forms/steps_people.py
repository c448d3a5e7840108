"""Forms about who takes part."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.forms.act import ActForm
from spoorboek.people.models import ROLE_NAMES, Involvement, Membership
from spoorboek.people.policy import Role

CHOOSE = {
    "required": _("Kies iemand uit de lijst."),
    "invalid_choice": _("Deze persoon staat niet (meer) op de lijst. Kies opnieuw."),
}


def listed(membership: Membership) -> str:
    return f"{membership.account.person.name}, {membership.organisation.name}"


class TransferForm(ActForm):
    """To which colleague. `seen` carries who managed the dossier when the form was read."""

    to = forms.ChoiceField(label=_("Aan wie draag je over?"), widget=forms.RadioSelect, error_messages=CHOOSE)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, colleagues: list[Membership], managers: list[Involvement], **kwargs: Any
    ) -> None:
        self.managers = managers
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(str(row.account_id), listed(row)) for row in colleagues]  # type: ignore[attr-defined]

    def first_values(self) -> dict[str, Any]:
        return {"seen": " ".join(sorted(str(seat.account_id) for seat in self.managers))}

    @property
    def seen_managers(self) -> frozenset[uuid.UUID]:
        return frozenset(uuid.UUID(each) for each in self.cleaned_data["seen"].split())

    def clean_seen(self) -> str:
        """An altered hidden field means: read again."""
        text = str(self.cleaned_data["seen"])
        try:
            for each in text.split():
                uuid.UUID(each)
        except ValueError:
            return ""
        return text


class JoinForm(ActForm):
    """Who joins, in which role: one list, grouped by role."""

    who = forms.ChoiceField(label=_("Wie gaat er meedoen?"), error_messages=CHOOSE)

    def __init__(self, *args: Any, staff: dict[Role, list[Membership]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = [
            (str(ROLE_NAMES[role]).capitalize(), [(f"{role}:{row.account_id}", listed(row)) for row in rows])
            for role, rows in staff.items()
            if rows
        ]
        self.fields["who"].choices = [("", _("Kies iemand")), *groups]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> tuple[uuid.UUID, Role]:
        role, _colon, account_id = self.cleaned_data["who"].partition(":")
        return uuid.UUID(account_id), Role(role)
