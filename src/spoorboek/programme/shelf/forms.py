"""Forms of a step: its moment, its texts, who and why."""

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from spoorboek.methods import Activity, Kind, Method, Phase
from spoorboek.methods.checks import LAW
from spoorboek.methods.model import DETERMINANTS, EVENTS, LONGEST, PHASE, START, OnlyIf, Repeat
from spoorboek.methods.reading import Words
from spoorboek.methods.references import FOLDERS, there
from spoorboek.methods.wording import ANCHORS, DETERMINANT_WORDS, HAS_WORDS, KINDS, ROLES
from spoorboek.programme.shelf.guides_form import GuidesForm, guides_texts_of
from spoorboek.programme.shelf.shown import language

DAYS, WEEKS = "days", "weeks"
UNITS = ((WEEKS, _("weken")), (DAYS, _("dagen")))
ONCE, TIMES, UNTIL = "once", "times", "until"
MANY = 6
"""Times that are filled in for a step that came once."""
LONG_TEXT = {"rows": 3}


def amount(days: int) -> tuple[int, str]:
    """Days as a number with its unit: whole weeks where it comes out even."""
    return (days // 7, WEEKS) if days % 7 == 0 and days else (days, DAYS if days else WEEKS)


def days_in(number: int, unit: str) -> int:
    return number * 7 if unit == WEEKS else number


def number_field(label: Any, least: int = 0, most: int = LONGEST // 7, **how: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=least, max_value=most, **how)


class TimingForm(forms.Form):
    """When a step comes and how often. Every field has a value, so that the effect can be shown while someone types."""

    use_required_attribute = False

    anchor = forms.ChoiceField(label=_("Geteld vanaf"))
    offset = number_field(_("Hoeveel tijd"))
    offset_unit = forms.ChoiceField(label=_("weken of dagen"), choices=UNITS)
    direction = forms.ChoiceField(
        label=_("ervoor of erna"), choices=(("after", _("erna")), ("before", _("ervoor")))
    )
    often = forms.ChoiceField(
        label=_("Hoe vaak"),
        choices=((ONCE, _("één keer")), (TIMES, _("een aantal keer")), (UNTIL, _("zolang de fase duurt"))),
    )
    every = number_field(_("Om de"), least=1)
    every_unit = forms.ChoiceField(label=_("weken of dagen"), choices=UNITS)
    times = number_field(_("Hoeveel keer"), least=1, most=200)
    window = number_field(_("Hoeveel speling"))
    window_unit = forms.ChoiceField(label=_("weken of dagen"), choices=UNITS)

    def __init__(self, *args: Any, method: Method, step: Activity | None = None, **kwargs: Any) -> None:
        if step is not None:
            kwargs["initial"] = {**timing_of(step), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        choices = anchors(method, step.key if step else "")
        self.fields["anchor"].choices = choices  # type: ignore[attr-defined]

    def values(self) -> dict[str, Any]:
        """What a step is changed to."""
        given = self.cleaned_data
        offset = days_in(given["offset"], given["offset_unit"])
        return {
            "anchor": given["anchor"],
            "offset": -offset if given["direction"] == "before" else offset,
            "window": days_in(given["window"], given["window_unit"]),
            "repeat": self.repeat(),
        }

    def repeat(self) -> Repeat | None:
        given = self.cleaned_data
        if given["often"] == ONCE:
            return None
        every = days_in(given["every"], given["every_unit"])
        return (
            Repeat(every=every, times=given["times"])
            if given["often"] == TIMES
            else Repeat(every=every, until=PHASE)
        )


def timing_of(step: Activity) -> dict[str, Any]:
    """A step's moment as the form shows it."""
    offset, offset_unit = amount(abs(step.offset))
    window, window_unit = amount(step.window)
    every, every_unit = amount(step.repeat.every) if step.repeat else (1, WEEKS)
    often = ONCE if step.repeat is None else TIMES if step.repeat.times else UNTIL
    return {
        "anchor": step.anchor, "offset": offset, "offset_unit": offset_unit,
        "direction": "before" if step.offset < 0 else "after", "often": often, "every": every,
        "every_unit": every_unit, "times": (step.repeat and step.repeat.times) or MANY, "window": window,
        "window_unit": window_unit,
    }  # fmt: skip


def anchors(method: Method, own: str) -> list[tuple[Any, Any]]:
    """What a step can be counted from, in groups."""
    code = language()
    law = [key for key in ANCHORS if key in LAW]
    dates = [START, *EVENTS]
    return [
        (PHASE, _("het begin van deze fase")),
        (_("Dagen in de weg terug"), [(key, ANCHORS[key].in_language(code)) for key in dates]),
        (_("De wet"), [(key, ANCHORS[key].in_language(code)) for key in law]),
        (_("Een fase"), [(phase.key, phase.title.in_language(code)) for phase in method.phases]),
        *(group for phase in method.phases if (group := steps_of(phase, own, code))[1]),
    ]


def steps_of(phase: Phase, own: str, code: str) -> tuple[str, list[tuple[str, str]]]:
    """The other steps of a phase as one group of choices."""
    name = _("Een stap in %(phase)s") % {"phase": phase.title.in_language(code)}
    return name, [(step.key, step.title.in_language(code)) for step in phase.steps if step.key != own]


class StepForm(GuidesForm, TimingForm):
    """The whole of a step. Its key and kind stay."""

    title_nl = forms.CharField(label=_("Titel, Nederlands"), max_length=120)
    title_en = forms.CharField(label=_("Titel, Engels"), max_length=120)
    explanation_nl = forms.CharField(
        label=_("Uitleg voor de medewerker, Nederlands"),
        max_length=600,
        widget=forms.Textarea(LONG_TEXT),
        help_text=_("Korte zinnen en gewone woorden. Zeg “je”."),
    )
    explanation_en = forms.CharField(
        label=_("Uitleg voor de medewerker, Engels"), max_length=600, widget=forms.Textarea(LONG_TEXT)
    )
    leaves_nl = forms.CharField(label=_("Wat het oplevert, Nederlands"), max_length=200)
    leaves_en = forms.CharField(label=_("Wat het oplevert, Engels"), max_length=200)
    minutes = number_field(_("Minuten"), most=480)
    who = forms.MultipleChoiceField(label=_("Wie"), widget=forms.CheckboxSelectMultiple)
    core = forms.TypedChoiceField(
        label=_("Kern of keuze"),
        choices=(("yes", _("kern: hoort erbij")), ("no", _("keuze: mag je overslaan"))),
        coerce=lambda value: value == "yes",
    )
    why = forms.MultipleChoiceField(label=_("Waarom"), widget=forms.CheckboxSelectMultiple)
    has = forms.MultipleChoiceField(
        label=_("Alleen als dit er is"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Vink niets aan als de stap altijd mag. Bij meer vinkjes moet alles er zijn."),
    )
    track = forms.TypedChoiceField(
        label=_("Alleen in een spoor"),
        required=False,
        choices=(("", _("in elk spoor")), ("1", _("spoor 1")), ("2", _("spoor 2"))),
        coerce=int,
        empty_value=None,
    )
    ref = forms.SlugField(
        label=_("Werkblad, les of papier"),
        required=False,
        max_length=80,
        help_text=_("De naam zoals die in de lijst staat, of van een blad van jullie zelf."),
    )

    def __init__(self, *args: Any, method: Method, step: Activity | None = None, **kwargs: Any) -> None:
        if step is not None:
            kwargs["initial"] = {**texts_of(step), **kwargs.get("initial", {})}
        super().__init__(*args, method=method, step=step, **kwargs)
        self.who_was = step.who if step else ()
        self.only_if = step.only_if if step else OnlyIf()
        self.fields["why"].choices = purposes(method)  # type: ignore[attr-defined]
        there_is = [(key, words.in_language(language())) for key, words in HAS_WORDS.items()]
        self.fields["has"].choices = there_is  # type: ignore[attr-defined]
        roles = [(key, words.in_language(language())) for key, words in ROLES.items()]
        self.fields["who"].choices = roles  # type: ignore[attr-defined]
        known = sorted(there(step.kind)) if step and step.kind in FOLDERS else []
        self.known_refs = known
        self.fields["ref"].widget.attrs["list"] = "known-refs"

    def values(self) -> dict[str, Any]:
        given = self.cleaned_data
        texts = {
            name: Words(nl=given[f"{name}_nl"], en=given[f"{name}_en"])
            for name in ("title", "explanation", "leaves")
        }
        rest = {
            "minutes": given["minutes"],
            "who": self.people(),
            "core": given["core"],
            "ref": given["ref"] or None,
            "why": tuple(given["why"]),
            "only_if": self.conditions(),
            "for_guides": self.for_guides(),
        }
        return super().values() | texts | rest

    def conditions(self) -> OnlyIf:
        """What was answered is asked in the file only, and stays."""
        given = {"has": tuple(self.cleaned_data["has"]), "track": self.cleaned_data["track"]}
        return self.only_if.model_copy(update=given)

    def people(self) -> tuple[str, ...]:
        """Who was there keeps their place, the first of them the first move; others come after."""
        chosen, was = self.cleaned_data["who"], self.who_was
        return (*(role for role in was if role in chosen), *(role for role in chosen if role not in was))


def texts_of(step: Activity) -> dict[str, Any]:
    pairs = {"title": step.title, "explanation": step.explanation, "leaves": step.leaves}
    texts = {f"{name}_{code}": getattr(words, code) for name, words in pairs.items() for code in ("nl", "en")}
    rest = {"why": list(step.why), "has": list(step.only_if.has), "track": str(step.only_if.track or "")}
    core = "yes" if step.core else "no"
    who = {"minutes": step.minutes, "who": list(step.who), "core": core, "ref": step.ref or ""}
    return {**texts, **guides_texts_of(step), **rest, **who}


def purposes(method: Method) -> list[tuple[str, str]]:
    """What a step can be there for: core elements of the method, and determinants."""
    code = language()
    elements = [(element.key, element.title.in_language(code)) for element in method.elements]
    return [*elements, *((key, DETERMINANT_WORDS[key].in_language(code)) for key in DETERMINANTS)]


FIRST = {
    "anchor": PHASE, "offset": 1, "offset_unit": WEEKS, "often": ONCE, "every": 1, "times": MANY, "window": 1,
    "window_unit": WEEKS, "minutes": 15, "who": ["client"], "core": "no",
}  # fmt: skip
"""A step of one's own, before anything is filled in."""


class NewStepForm(StepForm):
    """A step that an organisation adds."""

    kind = forms.ChoiceField(label=_("Soort"))

    def __init__(self, *args: Any, method: Method, **kwargs: Any) -> None:
        kwargs.setdefault("initial", FIRST)
        super().__init__(*args, method=method, **kwargs)
        self.method = method
        kinds = [(kind.value, words.in_language(language())) for kind, words in KINDS.items()]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]

    def step(self) -> Activity:
        """The new step, with a key from its English title."""
        taken = (
            {step.key for step in self.method.activities} | {phase.key for phase in self.method.phases} | LAW
        )
        begin = slugify(self.cleaned_data["title_en"]).strip("-_") or "step"
        begin = begin if begin[0].isalpha() else f"step-{begin}"
        key = next(key for n in range(1, 999) if (key := begin if n == 1 else f"{begin}-{n}") not in taken)
        given = self.cleaned_data
        return Activity(key=key, kind=Kind(given["kind"]), **self.values())
