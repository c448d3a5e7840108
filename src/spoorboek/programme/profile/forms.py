"""Forms of wanting and being able."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.forms.act import DayField
from spoorboek.dossiers.forms.asking import AsksAboutWords
from spoorboek.dossiers.shown import in_language
from spoorboek.methods.determinants import determinants

OWN_WORDS = "own"


class NameForm(forms.Form):
    """Which behaviour: one of the list, or own words."""

    use_required_attribute = False
    key = forms.ChoiceField(
        label=_("Kies één ding"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies iets uit de lijst. Staat het er niet bij? Kies dan ‘iets anders’.")
        },
    )
    words = forms.CharField(
        label=_("Koos je ‘iets anders’? Schrijf het hier op"),
        required=False,
        max_length=200,
        help_text=_("Eén zin. Iets wat je kunt doen, zoals: een uur helpen met koffie schenken."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [(one.key, in_language(one.words)) for one in determinants().behaviours]
        self.fields["key"].choices = [*listed, (OWN_WORDS, _("Iets anders, in mijn eigen woorden"))]  # type: ignore[attr-defined]

    @property
    def chosen_key(self) -> str:
        """The key from the list; empty for own words."""
        key: str = self.cleaned_data.get("key") or ""
        return "" if key == OWN_WORDS else key

    @property
    def own_words(self) -> str:
        words: str = self.cleaned_data.get("words") or ""
        return "" if self.chosen_key else words


class ShareForm(AsksAboutWords):
    """Until when someone may read along."""

    until = DayField(
        label=_("Tot en met welke dag?"), required=False, help_text=_("Leeg: tot je zelf stopt met delen.")
    )


class AskForm(AsksAboutWords):
    """Asking somebody what they can offer needs no more than a yes."""


class OfferForm(forms.Form):
    """What someone can offer, thing by thing; what they leave open stays open."""

    use_required_attribute = False

    def __init__(self, *args: Any, role: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in determinants().offers_by(role):
            self.fields[one.key] = forms.TypedChoiceField(
                label=in_language(one.question),
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
                choices=[(number, in_language(step)) for number, step in enumerate(one.steps, start=1)],
            )

    @property
    def steps(self) -> dict[str, int]:
        """The answers that were given."""
        return {key: step for key, step in self.cleaned_data.items() if step}


class DayForm(forms.Form):
    """A day for an action card."""

    use_required_attribute = False
    day = DayField(label=_("Welke dag?"))
