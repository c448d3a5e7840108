"""Forms of a theory of change: a box in one of the four columns, and an arrow with the reason for it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.methods import Method
from spoorboek.methods import theory_editing as change
from spoorboek.methods.checks import RESERVED
from spoorboek.methods.theory import NEXT, Arrow, Level, Node, Theory
from spoorboek.methods.theory_drawing import LEVELS
from spoorboek.methods.wording import say
from spoorboek.programme.shelf.part_form import Label, ListedForm, add_words, both
from spoorboek.programme.shelf.question_rows import named_after

SOURCE, ASSUMPTION = "source", "assumption"
REASONS = ("source", "assumption_nl", "assumption_en")


class NodeForm(ListedForm[Theory, Node]):
    """A box that is there, by its key; or a new one in the column `level`."""

    called = _("Vak")
    lists = "nodes"

    def __init__(self, *args: Any, method: Method, level: str = "", **kwargs: Any) -> None:
        self.method, self.new_level = method, level
        super().__init__(*args, **kwargs)

    @property
    def level(self) -> Level:
        return self.one().level if self.key else Level(self.new_level)

    def build(self) -> None:
        add_words(self, "title", _("Wat er in het vak staat"), 80)
        if self.level is Level.ACTIVITY:
            steps = [(one.key, one.title.in_language(self.language)) for one in self.method.activities]
            self.fields["steps"] = forms.MultipleChoiceField(
                label=_("Welke stappen zijn dat?"), choices=steps, required=False,
                widget=forms.CheckboxSelectMultiple,
            )  # fmt: skip

    def now(self) -> dict[str, Any]:
        if not self.key:
            return {}
        return {**both("title", self.one().title), "steps": list(self.one().steps)}

    def changed(self, whole: Theory) -> Theory:
        given = {"title": self.words("title")}
        steps = {"steps": tuple(self.cleaned_data["steps"])} if "steps" in self.fields else {}
        if self.key:
            return self.put(whole, self.one().model_copy(update=given | steps))
        taken = {node.key for node in whole.nodes} | RESERVED
        key = named_after(self.cleaned_data["title_en"], taken, "box")
        return change.with_node(whole, Node(key=key, level=self.level, **given, **steps))

    def column(self) -> str:
        return say(self.language, *LEVELS[self.level])

    def title(self) -> Label:
        return self.one().title.in_language(self.language) if self.key else _("Nieuw vak")


class ArrowForm(ListedForm[Theory, Arrow]):
    """An arrow that is there, by its key; or a new one, from the box `start` where one is named."""

    called = _("Pijl")
    lists = "arrows"

    def __init__(self, *args: Any, method: Method, start: str = "", **kwargs: Any) -> None:
        self.method, self.start = method, start
        super().__init__(*args, **kwargs)

    def build(self) -> None:
        begins, ends = list(NEXT), list(NEXT.values())
        self.fields["begin"] = forms.ChoiceField(label=_("Van"), choices=self.boxes(begins))
        self.fields["end"] = forms.ChoiceField(
            label=_("Naar"), choices=self.boxes(ends), help_text=_("Altijd één kolom verder.")
        )
        self.fields["reason"] = forms.ChoiceField(
            label=_("Hoe weten we dat?"), widget=forms.RadioSelect,
            choices=((SOURCE, _("Uit een bron")), (ASSUMPTION, _("Het is onze aanname"))),
        )  # fmt: skip
        sources = [(one.key, f"{one.key}: {one.title}") for one in self.method.sources]
        self.fields["source"] = forms.ChoiceField(
            label=_("Bron"), choices=[("", _("Kies een bron")), *sources],
            help_text=_("Een nieuwe bron zet je eerst bij Bewijs en bronnen."),
        )  # fmt: skip
        add_words(self, "assumption", _("Onze aanname"), 300, long=True)

    def boxes(self, levels: list[Level]) -> list[tuple[Any, Any]]:
        """The boxes by column."""
        code = self.language
        return [
            ("", _("Kies een vak")),
            *(
                (
                    say(code, *LEVELS[level]),
                    [
                        (one.key, one.title.in_language(code))
                        for one in self.whole.nodes
                        if one.level is level
                    ],
                )
                for level in levels
            ),
        ]

    def now(self) -> dict[str, Any]:
        if not self.key:
            return {"begin": self.start, "reason": ASSUMPTION}
        arrow = self.one()
        reason = SOURCE if arrow.source else ASSUMPTION
        rest = {"reason": reason, "source": arrow.source or "", **both("assumption", arrow.assumption)}
        return {"begin": arrow.begin, "end": arrow.end, **rest}

    def full_clean(self) -> None:
        """Of the two reasons one is asked, in `clean`."""
        for name in REASONS:
            self.fields[name].required = False
        super().full_clean()
        for name in REASONS:
            self.fields[name].required = True

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        reason = given.get("reason")
        needed = ["source"] if reason == SOURCE else ["assumption_nl", "assumption_en"]
        for name in needed if reason else ():
            if not given.get(name) and name not in self.errors:
                self.add_error(name, _("Vul dit nog in."))
        if given.get("begin") and given.get("end"):
            self.check_way(given["begin"], given["end"])
        return given

    def check_way(self, begin: str, end: str) -> None:
        levels = {node.key: node.level for node in self.whole.nodes}
        if NEXT.get(levels[begin]) is not levels[end]:
            column = say(self.language, *LEVELS[NEXT[levels[begin]]])
            said = _("Een pijl gaat één kolom verder. Kies een vak onder “%(column)s”.")
            self.add_error("end", said % {"column": column})
        elif f"{begin}--{end}" in {one.key for one in self.whole.arrows} - {self.key}:
            self.add_error("end", _("Deze pijl is er al."))

    def changed(self, whole: Theory) -> Theory:
        given = self.cleaned_data
        from_source = given["reason"] == SOURCE
        new = Arrow(
            begin=given["begin"],
            end=given["end"],
            source=given["source"] if from_source else None,
            assumption=None if from_source else self.words("assumption"),
        )
        return self.put(whole, new) if self.key else change.with_arrow(whole, new)

    def title(self) -> Label:
        if not self.key:
            return _("Nieuwe pijl")
        names = {node.key: node.title.in_language(self.language) for node in self.whole.nodes}
        return f"{names[self.one().begin]} → {names[self.one().end]}"
