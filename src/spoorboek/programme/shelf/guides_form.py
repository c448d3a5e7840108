"""The part of a step's form that speaks to who guides. Left empty, they read the words for the client."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.methods.model import Activity, ForGuides
from spoorboek.methods.reading import Words
from spoorboek.programme.shelf.part_form import both

MOST_LINES = 4
SENTENCES = {"rows": 5}


def rows_in(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class GuidesForm(forms.Form):
    """Title, how, and a sentence one can really say; each in both languages or in none."""

    guides_title_nl = forms.CharField(
        label=_("Titel voor wie begeleidt, Nederlands"), required=False, max_length=120
    )
    guides_title_en = forms.CharField(
        label=_("Titel voor wie begeleidt, Engels"), required=False, max_length=120
    )
    guides_how_nl = forms.CharField(
        label=_("Wat die doet, Nederlands"), required=False, max_length=800, widget=forms.Textarea(SENTENCES),
        help_text=_("Hooguit vier regels. Spreek tegen wie de eerste stap zet."),
    )  # fmt: skip
    guides_how_en = forms.CharField(
        label=_("Wat die doet, Engels"), required=False, max_length=800, widget=forms.Textarea(SENTENCES)
    )
    guides_say_nl = forms.CharField(label=_("Wat je kunt zeggen, Nederlands"), required=False, max_length=200)
    guides_say_en = forms.CharField(label=_("Wat je kunt zeggen, Engels"), required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for name in ("guides_title", "guides_how", "guides_say"):
            self.check_both(name)
        if any(given.get(f"guides_{part}_nl") for part in ("title", "say")) and not given.get(
            "guides_how_nl"
        ):
            self.add_error("guides_how_nl", _("Zeg ook wat wie begeleidt doet."))
        lines = {code: len(rows_in(given.get(f"guides_how_{code}", ""))) for code in ("nl", "en")}
        if max(lines.values()) > MOST_LINES:
            self.add_error("guides_how_nl", _("Maak er hooguit vier regels van."))
        elif all(lines.values()) and lines["nl"] != lines["en"]:
            said = _("In het Nederlands staan %(nl)d regels en in het Engels %(en)d. Maak er evenveel van.")
            self.add_error("guides_how_en", said % lines)
        return given

    def check_both(self, name: str) -> None:
        filled = {code: bool(self.cleaned_data.get(f"{name}_{code}")) for code in ("nl", "en")}
        if any(filled.values()):
            for code in (code for code, there in filled.items() if not there):
                self.add_error(f"{name}_{code}", _("Vul dit ook in, of maak beide talen leeg."))

    def for_guides(self) -> ForGuides | None:
        """What was filled in; nothing where all is empty."""
        given = self.cleaned_data
        dutch, english = rows_in(given["guides_how_nl"]), rows_in(given["guides_how_en"])
        if not dutch:
            return None
        how = tuple(Words(nl=nl, en=en) for nl, en in zip(dutch, english, strict=True))
        return ForGuides(title=self.pair("guides_title"), how=how, say=self.pair("guides_say"))

    def pair(self, name: str) -> Words | None:
        nl, en = self.cleaned_data[f"{name}_nl"], self.cleaned_data[f"{name}_en"]
        return Words(nl=nl, en=en) if nl else None


def guides_texts_of(step: Activity) -> dict[str, str]:
    """What stands there, by field."""
    spoken = step.for_guides
    if spoken is None:
        return {}
    how = {
        f"guides_how_{code}": "\n".join(one.in_language(code) for one in spoken.how) for code in ("nl", "en")
    }
    return {**both("guides_title", spoken.title), **how, **both("guides_say", spoken.say)}
