"""What each kind of own material is: its files, an example to begin with, and how it is checked and kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from spoorboek.dossiers.shown import in_language
from spoorboek.methods.reading import Mistake, Mistakes, Words, words
from spoorboek.methods.worksheets import text_of, worksheets
from spoorboek.methods.writing import sheet_as_yaml
from spoorboek.programme.shelf import own_sheets
from spoorboek.programme.shelf.models import MaterialKind
from spoorboek.programme.shelf.own_sheets import FILE, Hard

Texts = Mapping[str, str]


class Form(Protocol):
    """A kind of material. All of it takes the texts by name of their file."""

    @property
    def names(self) -> tuple[str, ...]:
        """The files."""

    @property
    def largest(self) -> int:
        """Characters, all files together."""

    def ours(self, key: str) -> dict[str, str] | None:
        """The texts of what the product has under this key."""

    def our_keys(self) -> Iterable[str]:
        """The keys of what the product has."""

    def example(self, key: str, title: Words) -> dict[str, str]:
        """Texts to begin with."""

    def key(self, texts: Texts) -> str:
        """The key in the texts. Raises `Mistakes`."""

    def check(self, texts: Texts, key: str) -> None:
        """Raises `Mistakes`."""

    def content(self, texts: Texts, number: int) -> str:
        """What a release keeps beside the texts."""

    def title(self, texts: Texts, language: str) -> str:
        """Raises `Mistakes`."""

    def preview(self, texts: Texts, page: int) -> dict[str, Any] | None:
        """What a page of it shows a client, for the template; None where there is no such page. Raises `Mistakes`."""

    def hard(self, texts: Texts) -> list[Hard]:
        """What the measure for plain language finds. Raises `Mistakes`."""


EXAMPLE = """\
key: {key}
title: {{nl: Mijn blad, en: My sheet}}
about: {{nl: Dit blad helpt je om te zien wat je wilt., en: This sheet helps you see what you want.}}
minutes: 10
phase: start
determinants: [attitude]
may_reach: guides
drawing: sun
pages:
  - key: wish
    kind: short-text
    title: {{nl: Wat wil je graag?, en: What would you like?}}
    help: {{nl: Schrijf in je eigen woorden., en: Write in your own words.}}
"""


@dataclass(frozen=True)
class Sheets:
    """Worksheets: one file of YAML."""

    names: tuple[str, ...] = (FILE,)
    largest: int = own_sheets.LARGEST

    def ours(self, key: str) -> dict[str, str] | None:
        try:
            return {FILE: text_of(key)}
        except KeyError:
            return None

    def our_keys(self) -> Iterable[str]:
        return worksheets()

    def example(self, key: str, title: Words) -> dict[str, str]:
        sheet = own_sheets.read_sheet(EXAMPLE.format(key=key))
        return {FILE: sheet_as_yaml(sheet.model_copy(update={"title": title}))}

    def key(self, texts: Texts) -> str:
        return own_sheets.read_sheet(texts[FILE]).key

    def check(self, texts: Texts, key: str) -> None:
        if own_sheets.read_sheet(texts[FILE]).key != key:
            said = words(f"de sleutel blijft {key}; begin anders een nieuw blad", f"the key stays {key}")
            raise Mistakes([Mistake(FILE, 1, "key", said, key)])

    def content(self, texts: Texts, number: int) -> str:
        sheet = own_sheets.read_sheet(texts[FILE])
        return sheet.model_copy(update={"version": own_sheets.OWN + number}).model_dump_json()

    def title(self, texts: Texts, language: str) -> str:
        return own_sheets.read_sheet(texts[FILE]).title.in_language(language)

    def preview(self, texts: Texts, page: int) -> dict[str, Any] | None:
        from spoorboek.programme.folder.asking import asked
        from spoorboek.programme.folder.shown import REACHES

        sheet = own_sheets.read_sheet(texts[FILE])
        if page > len(sheet.pages):
            return None
        return {
            "sheet": sheet,
            "about": in_language(sheet.about),
            "reach": REACHES[sheet.may_reach],
            "number": page,
            "last": len(sheet.pages),
            "asked": asked(sheet.pages[page - 1], {}) if page else None,
        }

    def hard(self, texts: Texts) -> list[Hard]:
        return own_sheets.hard_texts(texts[FILE])


FORMS: Mapping[str, Form] = {MaterialKind.WORKSHEET: Sheets()}
"""A new kind of material is a new line here."""
