"""Forms of what a method says about itself: for whom, what a client says yes to, what is known of it and from where.

Each is a list of rows. A row that is left empty is not there: so one takes a row out, and adds one in the empty last.
"""

from typing import Any, TypeAlias

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from spoorboek.methods import Method
from spoorboek.methods.model import Claim, Consent, Source
from spoorboek.methods.reading import Words
from spoorboek.programme.shelf.forms import LONG_TEXT

MOST_ROWS = 20


class RowForm(forms.Form):
    """One row: filled in whole, or not there."""

    use_required_attribute = False

    def full_clean(self) -> None:
        """What a whole row needs is asked of a row in which anything stands (`clean`)."""
        self.needed = [name for name, one in self.fields.items() if one.required]
        for name in self.needed:
            self.fields[name].required = False
        super().full_clean()
        for name in self.needed:
            self.fields[name].required = True

    @property
    def is_filled(self) -> bool:
        return any(self.cleaned_data.get(name) for name in self.fields)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for name in self.needed if any(given.values()) else ():
            if not given.get(name) and name not in self.errors:
                self.add_error(name, _("Vul dit ook in, of maak de hele regel leeg."))
        return given


class WordsForm(RowForm):
    """One text in both languages."""

    nl = forms.CharField(label=_("Nederlands"), max_length=400, widget=forms.Textarea({"rows": 2}))
    en = forms.CharField(label=_("Engels"), max_length=400, widget=forms.Textarea({"rows": 2}))

    def words(self) -> Words:
        return Words(nl=self.cleaned_data["nl"], en=self.cleaned_data["en"])


class ClaimForm(RowForm):
    """What is known, from which source, and where that ends."""

    claim_nl = forms.CharField(
        label=_("Wat er bekend is, Nederlands"), max_length=600, widget=forms.Textarea(LONG_TEXT)
    )
    claim_en = forms.CharField(
        label=_("Wat er bekend is, Engels"), max_length=600, widget=forms.Textarea(LONG_TEXT)
    )
    source = forms.ChoiceField(label=_("Bron"))
    limits_nl = forms.CharField(
        label=_("Wat het niet zegt, Nederlands"), max_length=600, widget=forms.Textarea(LONG_TEXT)
    )
    limits_en = forms.CharField(
        label=_("Wat het niet zegt, Engels"), max_length=600, widget=forms.Textarea(LONG_TEXT)
    )

    def __init__(self, *args: Any, sources: tuple[Source, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = [(one.key, f"{one.key}: {one.title}") for one in sources]
        self.fields["source"].choices = [("", _("Kies een bron")), *named]  # type: ignore[attr-defined]

    def claim(self) -> Claim:
        given = self.cleaned_data
        return Claim(
            claim=Words(nl=given["claim_nl"], en=given["claim_en"]),
            source=given["source"],
            limits=Words(nl=given["limits_nl"], en=given["limits_en"]),
        )


class SourceForm(RowForm):
    """Something published. Its key is what texts refer to."""

    key = forms.RegexField(
        r"^[A-Za-z][A-Za-z0-9-]*$", label=_("Kenmerk"), max_length=20, help_text=_("Kort, zoals B1.")
    )
    title = forms.CharField(label=_("Titel"), max_length=300)
    url = forms.URLField(label=_("Adres"), required=False, max_length=500, assume_scheme="https")

    def source(self) -> Source:
        given = self.cleaned_data
        return Source(key=given["key"], title=given["title"], url=given["url"] or None)


Rows: TypeAlias = "BaseFormSet[Any]"


def rows_of(form: type[RowForm], data: Any, prefix: str, initial: list[dict[str, Any]], **more: Any) -> Rows:
    """The rows there are, and an empty one behind them."""
    made = formset_factory(form, extra=1, max_num=MOST_ROWS, validate_max=True)
    rows: Rows = made(data, prefix=prefix, initial=initial, form_kwargs=more)
    return rows


def filled(rows: Rows) -> list[Any]:
    return [form for form in rows if form.is_filled]


def words_rows(data: Any, prefix: str, texts: tuple[Words, ...]) -> Rows:
    return rows_of(WordsForm, data, prefix, [{"nl": one.nl, "en": one.en} for one in texts])


def claim_rows(data: Any, method: Method) -> Rows:
    initial = [
        {
            "claim_nl": one.claim.nl,
            "claim_en": one.claim.en,
            "source": one.source,
            "limits_nl": one.limits.nl,
            "limits_en": one.limits.en,
        }
        for one in method.evidence
    ]
    return rows_of(ClaimForm, data, "claims", initial, sources=method.sources)


def source_rows(data: Any, method: Method) -> Rows:
    initial = [{"key": one.key, "title": one.title, "url": one.url or ""} for one in method.sources]
    return rows_of(SourceForm, data, "sources", initial)


class ConsentForm(forms.Form):
    """What the client is asked before the method starts. Where our own method asks it, it stays asked."""

    use_required_attribute = False
    needed = forms.TypedChoiceField(
        label=_("Vragen we eerst toestemming?"),
        choices=(("yes", _("Ja, vóór het begin")), ("no", _("Nee"))),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    words_nl = forms.CharField(
        label=_("De woorden, Nederlands"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 5}),
        help_text=_("Hier zegt de medewerker ja op. Korte zinnen, en wat er gebeurt als je nee zegt."),
    )
    words_en = forms.CharField(
        label=_("De woorden, Engels"), required=False, max_length=1000, widget=forms.Textarea({"rows": 5})
    )

    def __init__(self, *args: Any, method: Method, **kwargs: Any) -> None:
        self.method, consent = method, method.consent
        kwargs.setdefault(
            "initial",
            {
                "needed": "yes" if consent.needed else "no",
                "words_nl": consent.words.nl if consent.words else "",
                "words_en": consent.words.en if consent.words else "",
            },
        )
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("needed") or given.get("words_nl") or given.get("words_en"):
            for name in ("words_nl", "words_en"):
                if not given.get(name):
                    self.add_error(name, _("Schrijf waar de medewerker ja op zegt."))
        return given

    def consent(self) -> Consent:
        given = self.cleaned_data
        words = Words(nl=given["words_nl"], en=given["words_en"]) if given["words_nl"] else None
        key = (self.method.consent.key or self.method.key) if words else None
        return Consent(needed=given["needed"], key=key, words=words)
