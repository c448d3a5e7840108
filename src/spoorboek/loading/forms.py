"""The forms of loading a list."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.loading.acts.starting import LARGEST
from spoorboek.loading.models import Import
from spoorboek.people.models import Organisation

TYPES = ".csv,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods"


class UploadForm(forms.Form):
    """Which employer, what kind of list, which file."""

    employer = forms.ModelChoiceField(
        label=_("Werkgever"), queryset=Organisation.objects.none(), empty_label=None
    )
    kind = forms.ChoiceField(
        label=_("Wat voor lijst is het?"),
        choices=[
            (Import.Kind.ABSENCES, _("Een verzuimlijst: wie is of was ziek, en wanneer")),
            (Import.Kind.EMPLOYEES, _("Een personeelslijst: wie werkt hier")),
        ],
        widget=forms.RadioSelect,
        initial=Import.Kind.ABSENCES,
    )
    file = forms.FileField(
        label=_("Bestand"),
        help_text=_("CSV of Excel, zoals het uit je systeem komt. Ten hoogste 20 MB."),
        error_messages={
            "required": _("Kies een bestand van ten hoogste 20 MB."),
            "empty": _("Dit bestand is leeg. Kijk of je het goede bestand hebt gekozen."),
        },
    )

    def __init__(self, *args: Any, employers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["employer"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = employers
        if len(employers) == 1:
            field.widget = forms.HiddenInput()
            field.initial = employers[0].pk
        self.fields["file"].widget.attrs.update({"accept": TYPES, "class": "utrecht-textbox"})

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(
                _("Dit bestand is te groot. Knip het in stukken van ten hoogste 20 MB.")
            )
        return file
