"""Forms on standing in and handing over."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.people.models import Membership, Organisation
from spoorboek.site import clock

DAY = {"type": "date"}


def colleague_choices(rows: list[Membership]) -> list[tuple[str, str]]:
    return [
        ("", str(_("Kies een collega"))),
        *((str(row.account_id), row.account.person.name) for row in rows),
    ]


class DeputyForm(forms.Form):
    """Who stands in, from when until when."""

    to = forms.ChoiceField(label=_("Wie neemt waar?"))
    starts = forms.DateField(label=_("Eerste dag"), widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY))
    ends = forms.DateField(
        label=_("Laatste dag"),
        help_text=_("Na deze dag eindigt de toegang vanzelf."),
        widget=forms.DateInput(format="%Y-%m-%d", attrs=DAY),
    )

    def __init__(self, *args: Any, colleagues: list[Membership], **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"starts": clock.today()})
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = colleague_choices(colleagues)  # type: ignore[attr-defined]

    @property
    def chosen(self) -> uuid.UUID:
        return uuid.UUID(self.cleaned_data["to"])


class HandOverForm(forms.Form):
    """To whom everything goes, or what one employer has."""

    to = forms.ChoiceField(label=_("Aan wie?"))
    employer = forms.ChoiceField(label=_("Welke dossiers?"), required=False)

    def __init__(
        self, *args: Any, colleagues: list[Membership], employers: list[Organisation], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = colleague_choices(colleagues)  # type: ignore[attr-defined]
        self.fields["employer"].choices = [  # type: ignore[attr-defined]
            ("", _("alle lopende dossiers")),
            *((str(row.pk), row.name) for row in employers),
        ]
        if len(employers) < 2:
            self.fields["employer"].widget = forms.HiddenInput()

    @property
    def chosen(self) -> uuid.UUID:
        return uuid.UUID(self.cleaned_data["to"])

    @property
    def chosen_employer(self) -> uuid.UUID | None:
        return uuid.UUID(self.cleaned_data["employer"]) if self.cleaned_data["employer"] else None
