"""What every form of an act shares: the version it was read at, days and hours, and how it tells what it is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.models import Dossier


class DayInput(forms.DateInput):
    """A native date field: ISO in and out, whatever the language."""

    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%d", **kwargs)


class DayField(forms.DateField):
    """A day. Also understands what people type where the browser has no date field."""

    widget = DayInput
    default_error_messages = {
        "required": _("Vul een datum in, bijvoorbeeld 26-11-2026."),
        "invalid": _("Dit is geen datum. Schrijf dag, maand en jaar, bijvoorbeeld 26-11-2026."),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d-%m-%y", "%d %m %Y"], **kwargs)


class HoursField(forms.DecimalField):
    """Hours a week, to the half hour. A comma or a point, as people write it."""

    default_error_messages = {
        "required": _("Vul het aantal uren per week in, bijvoorbeeld 12 of 7,5."),
        "invalid": _("Dit is geen aantal uren. Schrijf bijvoorbeeld 12 of 7,5."),
        "max_decimal_places": _("Rond af op één cijfer achter de komma, bijvoorbeeld 7,5."),
        "min_value": _("Vul 0 of meer uren in."),
        "max_value": _("Vul niet meer dan 80 uren in."),
    }

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(
            attrs={"inputmode": "decimal", "autocomplete": "off", "class": "short-field"}
        )
        super().__init__(min_value=0, max_value=80, max_digits=4, decimal_places=1, widget=widget, **kwargs)

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


NOT_CARRIED = _("Er ging iets mis bij het versturen. Kijk na wat hier staat en sla opnieuw op.")


class ActForm(forms.Form):
    """A form for one act on one dossier, read at a version of it."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, dossier: Dossier, **kwargs: Any) -> None:
        self.dossier = dossier
        super().__init__(*args, **kwargs)
        self.initial.setdefault("version", dossier.version)
        self.initial.update(
            {name: value for name, value in self.first_values().items() if name not in self.initial}
        )

    def first_values(self) -> dict[str, Any]:
        """What the form starts with, where the dossier says something sensible."""
        return {}

    def clean(self) -> dict[str, Any]:
        """Without the version nobody could tell whether the dossier changed since; the next save carries it."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("version") is None:
            self.errors.pop("version", None)
            self.add_error(None, NOT_CARRIED)
            self.data = self.data.copy()  # type: ignore[attr-defined]
            self.data["version"] = self.initial["version"]  # type: ignore[index]
        return cleaned

    @property
    def act_values(self) -> dict[str, Any]:
        """The cleaned values that the act takes."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}
