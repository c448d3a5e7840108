"""Forms about contact: a note of what was agreed, and taking a text away."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.acts.contact import LONGEST, WhyRedacted
from spoorboek.dossiers.forms.act import ActForm, DayField
from spoorboek.dossiers.health_words import HealthWords
from spoorboek.dossiers.models import Appointment
from spoorboek.site import clock

SPLIT = "|"


class NoteForm(ActForm):
    """A contact that took place. `asked` carries the words that the writer was asked about."""

    use_required_attribute = False

    on = DayField(label=_("Wanneer was het contact?"))
    way = forms.ChoiceField(
        label=_("Hoe was het contact?"), choices=Appointment.Way.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("Wat hebben jullie afgesproken?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
        error_messages={
            "required": _("Schrijf op wat jullie hebben afgesproken. Eén zin is genoeg."),
            "max_length": _("Dit is te lang. Schrijf alleen de afspraken op, in een paar zinnen."),
        },
    )
    asked = forms.CharField(widget=forms.HiddenInput, required=False)
    words_kept = forms.BooleanField(
        label=_("Deze woorden gaan hier niet over gezondheid. Sla de tekst zo op."), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question: HealthWords | None = None
        if not self.data.get("asked"):
            del self.fields["words_kept"]

    def first_values(self) -> dict[str, Any]:
        return {"on": clock.today(), "way": Appointment.Way.PHONE}

    @property
    def kept(self) -> list[str]:
        """The words that the writer said may stay."""
        asked = self.cleaned_data.get("asked") or ""
        return asked.split(SPLIT) if self.cleaned_data.get("words_kept") else []

    def ask(self, question: HealthWords) -> None:
        """Show the text with its words marked, and a box to keep them; nothing typed is lost."""
        self.question = question
        kept = {name: value for name, value in self.data.items() if name != "words_kept"}
        self.data = {**kept, "asked": SPLIT.join(question.words)}
        self.fields["words_kept"] = self.base_fields["words_kept"]
        self.add_error("text", question.message)


class RedactForm(ActForm):
    """Why a text goes."""

    why = forms.ChoiceField(
        label=_("Waarom moet de tekst weg?"),
        choices=WhyRedacted.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies waarom de tekst weg moet.")},
    )
