"""Forms of what is larger than a step: a phase, the texts above a method, a remark on it, a file."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.methods import Method, Phase
from spoorboek.methods.reading import Words
from spoorboek.programme.shelf.forms import LONG_TEXT, UNITS, amount, anchors, days_in, number_field


class PhaseForm(forms.Form):
    """A phase: its texts, when it begins and how long it lasts."""

    use_required_attribute = False

    title_nl = forms.CharField(label=_("Titel, Nederlands"), max_length=120)
    title_en = forms.CharField(label=_("Titel, Engels"), max_length=120)
    why_nl = forms.CharField(label=_("Waarom, Nederlands"), max_length=400, widget=forms.Textarea(LONG_TEXT))
    why_en = forms.CharField(label=_("Waarom, Engels"), max_length=400, widget=forms.Textarea(LONG_TEXT))
    anchor = forms.ChoiceField(label=_("Geteld vanaf"))
    offset = number_field(_("Hoeveel daarna"))
    offset_unit = forms.ChoiceField(label=_("weken of dagen"), choices=UNITS)
    window = number_field(_("Hoe lang"))
    window_unit = forms.ChoiceField(label=_("weken of dagen"), choices=UNITS)

    def __init__(self, *args: Any, method: Method, phase: Phase, **kwargs: Any) -> None:
        kwargs.setdefault("initial", moments_of(phase))
        super().__init__(*args, **kwargs)
        self.fields["anchor"].choices = anchors(method, "")[1:]  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "title": Words(nl=given["title_nl"], en=given["title_en"]),
            "why": Words(nl=given["why_nl"], en=given["why_en"]),
            "anchor": given["anchor"],
            "offset": days_in(given["offset"], given["offset_unit"]),
            "window": days_in(given["window"], given["window_unit"]),
        }


def moments_of(phase: Phase) -> dict[str, Any]:
    """A phase as the form shows it."""
    offset, offset_unit = amount(max(phase.offset, 0))
    window, window_unit = amount(phase.window)
    pairs = {"title": phase.title, "why": phase.why}
    texts = {f"{name}_{code}": getattr(words, code) for name, words in pairs.items() for code in ("nl", "en")}
    moment = {"anchor": phase.anchor, "offset": offset, "offset_unit": offset_unit}
    return {**texts, **moment, "window": window, "window_unit": window_unit}


class AboutForm(forms.Form):
    """What stands above a method: its name, its one line, and what a client says yes to where that is asked."""

    use_required_attribute = False
    title_nl = forms.CharField(label=_("Titel, Nederlands"), max_length=120)
    title_en = forms.CharField(label=_("Titel, Engels"), max_length=120)
    one_line_nl = forms.CharField(label=_("In één zin, Nederlands"), max_length=200)
    one_line_en = forms.CharField(label=_("In één zin, Engels"), max_length=200)
    rhythm_nl = forms.CharField(
        label=_("Over het ritme, Nederlands"), max_length=400, widget=forms.Textarea(LONG_TEXT)
    )
    rhythm_en = forms.CharField(
        label=_("Over het ritme, Engels"), max_length=400, widget=forms.Textarea(LONG_TEXT)
    )

    def __init__(self, *args: Any, method: Method, **kwargs: Any) -> None:
        pairs = {"title": method.title, "one_line": method.one_line, "rhythm": method.rhythm}
        texts = {
            f"{name}_{code}": getattr(words, code) for name, words in pairs.items() for code in ("nl", "en")
        }
        kwargs.setdefault("initial", texts)
        super().__init__(*args, **kwargs)

    def values(self) -> dict[str, Words]:
        given = self.cleaned_data
        return {
            name: Words(nl=given[f"{name}_nl"], en=given[f"{name}_en"])
            for name in ("title", "one_line", "rhythm")
        }


class RemarkForm(forms.Form):
    remark = forms.CharField(
        label=_("Wat er anders moet"),
        max_length=500,
        required=False,
        widget=forms.Textarea(LONG_TEXT),
        help_text=_("Over de methode, niet over een medewerker."),
    )


class UploadForm(forms.Form):
    """A method file."""

    file = forms.FileField(label=_("Methodebestand"), help_text=_("Een bestand dat eindigt op .yaml."))


class FileForm(UploadForm):
    """A method file for one of the actor's organisations."""

    organisation = forms.ChoiceField(label=_("Voor welke organisatie"))
    field_order = ("organisation", "file")

    def __init__(self, *args: Any, organisations: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [(str(one.pk), one.name) for one in organisations]  # type: ignore[attr-defined]
        if len(organisations) == 1:
            self.fields["organisation"].widget = forms.HiddenInput()
            self.fields["organisation"].initial = str(organisations[0].pk)
