"""Forms with which an administrator ends a colleague's role or a service. Both carry how many dossiers were shown."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.people.models import Membership

NOBODY = "nobody"


class EndForm(forms.Form):
    """Only a confirmation; `seen` is the number of running dossiers that the page named."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class EndRoleForm(EndForm):
    """Who takes the running dossiers over. Nobody is a choice that has to be made, never a default."""

    successor = forms.ChoiceField(
        label=_("Wie neemt de lopende dossiers over?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies wie de dossiers overneemt, of kies: niemand."),
            "invalid_choice": _("Deze persoon staat niet (meer) op de lijst. Kies opnieuw."),
        },
    )

    def __init__(self, *args: Any, colleagues: list[Membership], running: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not running:
            del self.fields["successor"]
            return
        names = [(str(row.account_id), row.account.person.name) for row in colleagues]
        self.fields["successor"].choices = [  # type: ignore[attr-defined]
            *names,
            (NOBODY, _("Niemand: deze plek blijft leeg")),
        ]

    @property
    def chosen(self) -> uuid.UUID | None:
        value = self.cleaned_data.get("successor", NOBODY)
        return None if value == NOBODY else uuid.UUID(value)
