"""The form of one question of a worksheet: its words, and what its kind needs.

A list (choices, cards, piles) is rows of both languages. A row that is left empty is not there.
"""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from spoorboek.methods import sheet_editing as change
from spoorboek.methods.questions import KINDS, AnyQuestion, Option, Question
from spoorboek.methods.reading import Words
from spoorboek.methods.worksheets import Worksheet
from spoorboek.programme.shelf.own_sheets import Trouble, troubles
from spoorboek.programme.shelf.part_form import Label, ListedForm, Place, add_words, both
from spoorboek.programme.shelf.question_kinds import KINDS_TOLD, LISTS, PARTS, SINGLE, STANDS_FOR, TEXTS
from spoorboek.programme.shelf.question_rows import Row, Rows, named_after

LONGEST, LONGEST_HELP = 120, 300


class QuestionForm(ListedForm[Worksheet, AnyQuestion]):
    """A question that is there, by its key; or a new one of a `kind`. `taken`: keys that stood for another question."""

    called = _("Vraag")
    lists = "pages"

    def __init__(
        self, *args: Any, kind: str = "", taken: frozenset[str] = frozenset(), **kwargs: Any
    ) -> None:
        self.asked_kind, self.taken = kind, taken
        super().__init__(*args, **kwargs)

    @property
    def kind(self) -> str:
        """What was chosen on the page; else what stands in the sheet."""
        sent = str(self.data.get("kind", ""))
        return sent if sent in KINDS else self.asked_kind or self.one().kind

    @property
    def stored(self) -> Question | None:
        return self.one() if self.key else None

    def build(self) -> None:
        if self.key:
            self.one()
        named = [(kind, told.name) for kind, told in KINDS_TOLD.items()]
        self.fields["kind"] = forms.ChoiceField(label=_("Soort vraag"), choices=named)
        add_words(self, "title", _("De vraag"), LONGEST)
        add_words(self, "help", _("Uitleg eronder"), LONGEST_HELP, long=True, required=False)
        for name in PARTS[self.kind]:
            if name in LISTS:
                self.build_rows(name)
            elif name in TEXTS:
                add_words(self, name, TEXTS[name], 60)
            else:
                self.fields[name] = SINGLE[name]()

    def build_rows(self, name: str) -> None:
        """So many rows as were sent, and never fewer than it needs; else those there are, and an empty one."""
        label, least, most = LISTS[name]
        there = len(getattr(self.stored, name, ()))
        sent = str(self.data.get(f"{name}_count", ""))
        count = min(max(int(sent), least) if sent.isdecimal() else max(there + 1, least + 1), most)
        self.fields[f"{name}_count"] = forms.IntegerField(
            widget=forms.HiddenInput, required=False, initial=count
        )
        for row in range(count):
            self.fields[f"{name}_{row}_key"] = forms.CharField(
                widget=forms.HiddenInput, required=False, max_length=80
            )
            add_words(self, f"{name}_{row}", f"{label} {row + 1}", LONGEST, required=False)

    def now(self) -> dict[str, Any]:
        stored = self.stored
        if stored is None:
            fresh = KINDS[self.asked_kind or self.kind]
            numbers = {name: fresh.model_fields[STANDS_FOR.get(name, name)].default for name in self.single()}
            return {"kind": self.asked_kind, **numbers}
        values: dict[str, Any] = {
            "kind": stored.kind,
            **both("title", stored.title),
            **both("help", stored.help),
        }
        for name in PARTS[stored.kind]:
            held = getattr(stored, STANDS_FOR.get(name, name))
            if name in LISTS:
                values |= {f"{name}_count": min(max(len(held) + 1, 3), LISTS[name][2])}
                for row, one in enumerate(held):
                    values |= {f"{name}_{row}_key": one.key, **both(f"{name}_{row}", one)}
            else:
                values |= both(name, held) if name in TEXTS else {name: held}
        return values

    def single(self) -> list[str]:
        return [name for name in PARTS[self.kind] if name in SINGLE]

    def rows_of(self, name: str) -> list[int]:
        """The rows of which anything was filled in."""
        given = self.cleaned_data
        count = sum(field.endswith("_key") and field.startswith(f"{name}_") for field in self.fields)
        return [row for row in range(count) if given.get(f"{name}_{row}_nl") or given.get(f"{name}_{row}_en")]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        halves = ["help"] if given.get("help_nl") or given.get("help_en") else []
        for name in filter(LISTS.__contains__, PARTS[self.kind]):
            filled = self.rows_of(name)
            halves += [f"{name}_{row}" for row in filled]
            if len(filled) < LISTS[name][1]:
                empty = next((n for n in range(99) if n not in filled), 0)
                self.add_error(f"{name}_{empty}_nl", _("Geef er minstens twee."))
        for name in halves:
            for field in (f"{name}_nl", f"{name}_en"):
                if not given.get(field) and field not in self.errors:
                    self.add_error(field, _("Vul dit ook in, of maak beide talen leeg."))
        return given

    def lists_shown(self) -> Iterator[Rows]:
        """The lists of this kind, as the page draws them."""
        for name in filter(LISTS.__contains__, PARTS[self.kind]):
            label, _least, most = LISTS[name]
            rows: list[Row] = []
            while f"{name}_{len(rows)}_key" in self.fields:
                at = f"{name}_{len(rows)}"
                rows.append(Row(len(rows), self[f"{at}_key"], (self[f"{at}_nl"], self[f"{at}_en"])))
            yield Rows(name, label, self[f"{name}_count"], tuple(rows), most)

    def rest(self) -> list[BoundField]:
        """What this kind asks besides its words and lists."""
        names = [name for name in PARTS[self.kind] if name not in LISTS]
        begins = tuple(f"{name}_" for name in names if name in TEXTS)
        return [bound for bound in self if bound.name in names or (begins and bound.name.startswith(begins))]

    def question(self, key: str, empty: str = "") -> Question:
        """The question as it was filled in; `empty` stands where nothing does yet."""
        values: dict[str, Any] = {"key": key, "title": self.told("title", empty)}
        if self.cleaned_data.get("help_nl") or self.cleaned_data.get("help_en"):
            values["help"] = self.told("help", empty)
        for name in PARTS[self.kind]:
            held: Any = self.cleaned_data.get(name)
            if name in LISTS:
                held = self.listed(name, empty)
            elif name in TEXTS:
                held = self.told(name, empty)
            if held is not None:
                values[STANDS_FOR.get(name, name)] = held
        return KINDS[self.kind].model_validate(values)

    def told(self, name: str, empty: str) -> Words:
        given = self.cleaned_data
        nl, en = given.get(f"{name}_nl") or empty, given.get(f"{name}_en") or empty
        return Words(nl=nl, en=en)

    def listed(self, name: str, empty: str) -> tuple[Option, ...]:
        """What was filled in, each under the key it had, or one of its own."""
        known = {one.key for one in getattr(self.stored, name, ())}
        made: list[Option] = []
        for row in self.rows_of(name):
            words, had = self.told(f"{name}_{row}", empty), self.cleaned_data.get(f"{name}_{row}_key", "")
            taken = {one.key for one in made} | known
            key = had if had in known - {one.key for one in made} else named_after(words.en, taken, "choice")
            made.append(Option(key=key, nl=words.nl, en=words.en))
        while empty and len(made) < LISTS[name][1]:
            made.append(Option(key=f"empty-{len(made)}", nl=empty, en=empty))
        return tuple(made)

    def changed(self, whole: Worksheet) -> Worksheet:
        """Another kind is another question, with its own key: no answer to the one stands under the other."""
        taken = {page.key for page in whole.pages} | self.taken
        free = named_after(self.cleaned_data["title_en"], taken, "question")
        if not self.key:
            return change.with_question(whole, self.question(free))
        same = whole.question(self.key).kind == self.kind
        return change.changed_question(whole, self.key, self.question(self.key if same else free))

    def troubles(self, whole: Worksheet) -> list[Trouble]:
        return troubles(whole)

    def place(self) -> Place:
        return super().place() if self.key else ("pages", -1)

    def title(self) -> Label:
        stored = self.stored
        return stored.title.in_language(self.language) if stored else _("Nieuwe vraag")

    def carried(self) -> list[tuple[str, str]]:
        """What was typed for another kind and is not asked for this one: it goes along, should that kind come back."""
        begins = tuple(f"{name}_" for name in (*LISTS, *TEXTS))
        return [
            (name, str(value))
            for name, value in self.data.items()
            if name.startswith(begins) and name not in self.fields
        ]
