"""Forms beside a session: a note of the coach, and a code that somebody types."""

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.forms.asking import AsksAboutWords


class NoteForm(AsksAboutWords):
    """A working note while somebody practises."""

    text = forms.CharField(
        label=_("Notitie voor jezelf"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
        error_messages={"required": _("Schrijf op wat je wilt onthouden. Eén zin is genoeg.")},
    )


class PairForm(forms.Form):
    """The four signs that the coach's page shows."""

    use_required_attribute = False
    code = forms.CharField(
        label=_("Code van je coach"),
        max_length=12,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "maxlength": 12,
            }
        ),
        error_messages={"required": _("Typ de vier tekens die je coach ziet.")},
    )
