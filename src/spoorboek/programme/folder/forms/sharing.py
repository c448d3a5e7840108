"""With whom, which questions, until when."""

import uuid
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.forms.act import DayField
from spoorboek.dossiers.onlookers import role_name
from spoorboek.people.models import Involvement
from spoorboek.programme.folder.acts.sharing import Wish
from spoorboek.programme.folder.shown import Said
from spoorboek.site import clock

AT_FIRST = timedelta(weeks=4)


class ShareForm(forms.Form):
    """The client's wish. No question is ticked beforehand: who shares says yes to each.

    `words_kept` appears once words were found that may be about health.
    """

    person = forms.ChoiceField(
        label=_("Wie mag het lezen?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies wie het mag lezen."),
            "invalid_choice": _("Kies iemand uit de lijst."),
        },
    )
    questions = forms.MultipleChoiceField(
        label=_("Wat mag deze persoon lezen?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Kies wat je wilt delen."),
            "invalid_choice": _("Kies uit de vragen van dit blad."),
        },
    )
    until = DayField(label=_("Tot en met welke dag?"), help_text=_("Je kunt elk moment stoppen."))

    def __init__(
        self, *args: Any, key: str, seats: Sequence[Involvement], said: Sequence[Said], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        answered = [one for one in said if one.lines or one.attachments]
        self.key = key
        self.fields["person"].choices = [  # type: ignore[attr-defined]
            (str(seat.account_id), f"{seat.account.person.name}, {role_name(seat.role)}") for seat in seats
        ]
        self.fields["questions"].choices = [(one.key, one.question) for one in answered]  # type: ignore[attr-defined]
        self.initial.setdefault("until", clock.today() + AT_FIRST)
        if len(seats) == 1:
            self.initial.setdefault("person", str(seats[0].account_id))

    @property
    def wish(self) -> Wish:
        said = self.cleaned_data
        return Wish(self.key, tuple(said["questions"]), uuid.UUID(said["person"]), said["until"])
