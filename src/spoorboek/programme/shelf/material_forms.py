"""Forms of own worksheets: what to begin with, a file, and the text itself."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.methods.worksheets import worksheets
from spoorboek.people.models import Organisation
from spoorboek.programme.shelf.material_kinds import FORMS
from spoorboek.programme.shelf.shown import language


class OfOrganisation(forms.Form):
    """For one of the actor's organisations; not asked where there is one only."""

    organisation = forms.ChoiceField(label=_("Voor welke organisatie"))

    def __init__(self, *args: Any, organisations: list[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organisations = {str(one.pk): one for one in organisations}
        names = [(key, one.name) for key, one in self.organisations.items()]
        self.fields["organisation"].choices = names  # type: ignore[attr-defined]
        if len(organisations) == 1:
            self.fields["organisation"].widget = forms.HiddenInput()
            self.fields["organisation"].initial = names[0][0]

    @property
    def chosen(self) -> Organisation:
        return self.organisations[self.cleaned_data["organisation"]]


class CopyForm(OfOrganisation):
    """Begin with a sheet of ours."""

    key = forms.ChoiceField(label=_("Welk blad"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(sheet.key, sheet.title.in_language(language())) for sheet in worksheets().values()]
        self.fields["key"].choices = sorted(named, key=lambda one: one[1])  # type: ignore[attr-defined]


class NewForm(OfOrganisation):
    """Begin with an empty example, under a title."""

    title_nl = forms.CharField(label=_("Titel, Nederlands"), max_length=80)
    title_en = forms.CharField(label=_("Titel, Engels"), max_length=80)


class AgainForm(OfOrganisation):
    """Begin with what was released under a key."""

    key = forms.SlugField(max_length=80, widget=forms.HiddenInput)


class UploadForm(OfOrganisation):
    """Begin with a file."""

    file = forms.FileField(label=_("Bestand"), help_text=_("Een bestand dat eindigt op .yaml."))


class TextsForm(forms.Form):
    """The texts of a draft, one field a file."""

    use_required_attribute = False

    def __init__(self, *args: Any, kind: str, texts: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in FORMS[kind].names:
            self.fields[field_of(name)] = forms.CharField(
                label=name,
                initial=texts.get(name, ""),
                strip=False,
                required=False,
                widget=forms.Textarea(
                    {"rows": 28, "spellcheck": "false", "class": "source-text", "wrap": "off"}
                ),
            )
        self.names = FORMS[kind].names

    def texts(self) -> dict[str, str]:
        """By name of the file; line ends as files have them."""
        return {name: self.cleaned_data[field_of(name)].replace("\r\n", "\n") for name in self.names}


def field_of(name: str) -> str:
    return name.partition(".")[0]
