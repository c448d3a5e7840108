"""How an act answers on its form: a refusal at its field, a question about health words with the words marked."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers import health_words
from spoorboek.dossiers.health_words import HealthWords
from spoorboek.dossiers.refusals import Refused

SPLIT = "|"


class AsksAboutWords(forms.Form):
    """A form that may come back with health words marked; the writer removes them or says that they may stay.

    `asked` carries the words that the writer was asked about, so that a word typed since is asked about too.
    """

    use_required_attribute = False
    asked = forms.CharField(widget=forms.HiddenInput, required=False)
    words_kept = forms.BooleanField(
        label=_("Deze woorden gaan hier niet over gezondheid. Ga zo door."), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.question: HealthWords | None = None
        if not self.data.get("asked"):
            del self.fields["words_kept"]

    @property
    def kept(self) -> list[str]:
        """The words of which the writer said that they may stay."""
        asked = self.cleaned_data.get("asked") or ""
        return asked.split(SPLIT) if self.cleaned_data.get("words_kept") else []

    @property
    def marked(self) -> str:
        """The text that was asked about, as HTML with its words marked; empty while nothing was asked."""
        return health_words.marked(self.question.text, self.question.found) if self.question else ""

    def ask(self, question: HealthWords) -> None:
        """Show the text with its words marked, and a box to keep them; nothing typed is lost."""
        self.question = question
        typed: Any = self.data
        again = typed.copy()
        again.pop("words_kept", None)
        again["asked"] = SPLIT.join(question.words)
        self.data = again
        self.fields["words_kept"] = self.base_fields["words_kept"]
        self.add_error(question.field if question.field in self.fields else None, question.message)


def refuse(form: forms.BaseForm, refusal: Refused) -> None:
    """Say on the form what an act refused: at the field it is about, or above all of them."""
    if isinstance(refusal, HealthWords) and isinstance(form, AsksAboutWords):
        form.ask(refusal)
    else:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
