"""A form of one part of something written: it shows the part, and gives the whole with that part changed.

A field is named after the place of its value in the whole (`text_nl`, `choices_0_to`), so that what the checks of the
library find can be said beside it. Methods, worksheets and scenes are all written with these.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from spoorboek.methods.reading import Strict, Words

LANGUAGES = (("nl", _("Nederlands")), ("en", _("Engels")))
LONG = {"rows": 2}
Label = str | Promise
Place = tuple[str | int, ...]
Whole = TypeVar("Whole", bound=Strict)
Listed = TypeVar("Listed")


class Trouble(Protocol):
    """One thing that is wrong: where in the whole, and what."""

    @property
    def place(self) -> Place: ...

    @property
    def said(self) -> Words: ...


class PartForm(forms.Form, Generic[Whole]):
    """One part of a whole. `key` names which, where there are several. Raises `KeyError` for one that is not there."""

    use_required_attribute = False
    called: ClassVar[Label] = ""
    groups: ClassVar[tuple[tuple[Label, tuple[str, ...]], ...]] = ()
    """Headings, and how the names of the fields below them begin."""

    def __init__(self, *args: Any, whole: Whole, key: str = "", language: str = "nl", **kwargs: Any) -> None:
        self.whole, self.key, self.language = whole, key, language
        super().__init__(*args, **kwargs)
        self.build()
        self.initial = {**self.now(), **(self.initial or {})}

    def build(self) -> None:
        """Add the fields that depend on the whole."""

    def now(self) -> dict[str, Any]:
        """What stands there, by field."""
        raise NotImplementedError

    @property
    def was(self) -> str:
        """Marks what stands there, so that a change of another part is told from a change of this one."""
        return sha256(json.dumps(self.now(), default=str, sort_keys=True).encode()).hexdigest()

    def changed(self, whole: Whole) -> Whole:
        """A whole with what was filled in here."""
        raise NotImplementedError

    def place(self) -> Place:
        """Where this part stands in the whole."""
        return ()

    def title(self) -> Label:
        return self.called

    def words(self, name: str) -> Words:
        return Words(nl=self.cleaned_data[f"{name}_nl"], en=self.cleaned_data[f"{name}_en"])

    def grouped(self) -> Iterator[tuple[Label, list[BoundField]]]:
        """Headings with their fields; without groups, all fields under none."""
        if not self.groups:
            yield "", list(self)
        for label, begins in self.groups:
            longer = tuple(f"{begin}_" for begin in begins)
            fields = [bound for bound in self if bound.name in begins or bound.name.startswith(longer)]
            if fields:
                yield label, fields

    def troubles(self, whole: Whole) -> Iterable[Trouble]:
        """What keeps a whole from use, although each of its parts is filled in right."""
        return ()

    def say_troubles(self, whole: Whole) -> bool:
        """Put what is wrong in this part beside its fields; whether there was anything."""
        found = [(one, name) for one in self.troubles(whole) if (name := self.field_of(one)) is not None]
        for one, name in found:
            self.add_error(name or None, capfirst(one.said.in_language(self.language)))
        return bool(found)

    def field_of(self, trouble: Trouble) -> str | None:
        """The field beside which a trouble is said; empty above the form; `None` for a trouble of another part."""
        mine = self.place()
        if trouble.place[: len(mine)] != mine:
            return None
        rest = [str(part) for part in trouble.place[len(mine) :]]
        for end in range(len(rest), 0, -1):
            name = "_".join(rest[:end])
            fits = next((one for one in (name, f"{name}_nl") if one in self.fields), None)
            if fits:
                return fits
        return "" if mine else None


class ListedForm(PartForm[Whole], Generic[Whole, Listed]):
    """One of a list of the whole, by what names it there."""

    lists: ClassVar[str]
    named_by: ClassVar[str] = "key"

    def number(self) -> int:
        """Its place in the list."""
        names = [getattr(one, self.named_by) for one in getattr(self.whole, self.lists)]
        if self.key not in names:
            raise KeyError(self.key)
        return names.index(self.key)

    def one(self) -> Listed:
        found: Listed = getattr(self.whole, self.lists)[self.number()]
        return found

    def put(self, whole: Whole, new: Listed) -> Whole:
        """A whole with the new one in the place of the one of that name."""
        every = getattr(whole, self.lists)
        listed = tuple(new if getattr(one, self.named_by) == self.key else one for one in every)
        changed: Whole = whole.model_copy(update={self.lists: listed})
        return changed

    def place(self) -> Place:
        return (self.lists, self.number())


def add_words(
    form: forms.Form, name: str, label: Label, most: int, *, long: bool = False, required: bool = True
) -> None:
    """A field in each language."""
    for code, language in LANGUAGES:
        widget = forms.Textarea(LONG) if long else forms.TextInput()
        form.fields[f"{name}_{code}"] = forms.CharField(
            label=_("%(what)s, %(language)s") % {"what": label, "language": language},
            max_length=most, widget=widget, required=required,
        )  # fmt: skip


def both(name: str, words: Words | str | None) -> dict[str, str]:
    """The values of a text in both languages."""
    if words is None:
        return {f"{name}_nl": "", f"{name}_en": ""}
    nl, en = (words.nl, words.en) if isinstance(words, Words) else (words, words)
    return {f"{name}_nl": nl, f"{name}_en": en}


def as_data(initial: Mapping[str, Any]) -> dict[str, Any]:
    """What stands there as if it had been sent, so that a form can say what is wrong with it."""
    return {name: ("on" if value is True else value) for name, value in initial.items() if value is not False}
