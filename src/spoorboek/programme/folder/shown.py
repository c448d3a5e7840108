"""What the pages of the folder show, in the reader's language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.shown import in_language
from spoorboek.methods.questions import Question
from spoorboek.methods.questions.measuring import LEVELS, PARTS_OF_DAY
from spoorboek.methods.worksheets import Circle, Phase, Worksheet
from spoorboek.programme.folder.access import Folder, attachments_of
from spoorboek.programme.folder.merging import Kept, Page, worth_showing
from spoorboek.programme.folder.models import Attachment

PHASES: Mapping[Phase, str | Promise] = {
    Phase.PREPARE: _("Even rustig beginnen"),
    Phase.START: _("Wie ben ik en wat wil ik?"),
    Phase.INTENSIVE: _("Stap voor stap"),
    Phase.GRADED: _("Weer aan het werk"),
    Phase.FOLLOW_UP: _("Volhouden"),
    Phase.CLOSE: _("Afronden"),
}
REACHES: Mapping[Circle, str | Promise] = {
    Circle.NOBODY: _("Dit blad is alleen voor jou. Je kunt het met niemand delen."),
    Circle.GUIDES: _(
        "Dit blad is van jou. Je mag het delen met je coach, de bedrijfsarts, de arbeidsdeskundige of "
        "een ervaringsdeskundige. Nooit met je werk."
    ),
    Circle.WORK: _("Dit blad is van jou. Niemand leest het. Pas als jij het deelt, leest die persoon mee."),
}


NOBODY_ASKS: Mapping[str, str] = {}


@dataclass(frozen=True)
class SheetCard:
    """A sheet on the overview: what it is called, and how far it is."""

    key: str
    title: str
    about: str
    drawing: str
    minutes: int
    questions: int
    answered: int
    done_on: date | None
    next_number: int
    """The first question without an answer, counted from 1."""
    why: str = ""
    """Why it is asked for now, such as homework and whose; empty where nobody asks."""

    @property
    def is_begun(self) -> bool:
        return self.answered > 0

    @property
    def is_done(self) -> bool:
        return self.done_on is not None


def card(sheet: Worksheet, folder: Folder, why: Mapping[str, str] = NOBODY_ASKS) -> SheetCard:
    answered = [folder.page(sheet.key, page.key).is_answered for page in sheet.pages]
    return SheetCard(
        key=sheet.key,
        title=in_language(sheet.title),
        about=in_language(sheet.about),
        drawing=sheet.drawing,
        minutes=sheet.minutes,
        questions=len(sheet.pages),
        answered=sum(answered),
        done_on=folder.finished.get(sheet.key),
        next_number=answered.index(False) + 1 if False in answered else 1,
        why=why.get(sheet.key, ""),
    )


def begun(folder: Folder, why: Mapping[str, str] = NOBODY_ASKS) -> list[SheetCard]:
    """Sheets with an answer that are not done, the last written first."""
    last: dict[str, datetime] = {}
    for (worksheet, _question), page in folder.pages.items():
        if page.answer and page.is_answered and worksheet in folder.sheets:
            last[worksheet] = max(last.get(worksheet, page.answer.written_at), page.answer.written_at)
    newest = sorted(last, key=lambda key: last[key], reverse=True)
    return [card(folder.sheets[key], folder, why) for key in newest if key not in folder.finished]


def by_phase(
    folder: Folder, why: Mapping[str, str] = NOBODY_ASKS
) -> list[tuple[str | Promise, list[SheetCard]]]:
    """Every sheet, under the name of its phase."""
    return [
        (PHASES[phase], found)
        for phase in Phase
        if (found := [card(sheet, folder, why) for sheet in folder.sheets.values() if sheet.phase is phase])
    ]


@dataclass(frozen=True)
class Energy:
    """A part of the day, from 1 (empty) to 5 (full), and that in a word."""

    part: str
    level: int
    word: str


@dataclass(frozen=True)
class Said:
    """A question with an answer in words, to read. `versions`: two that stand beside each other."""

    number: int
    key: str
    kind: str
    question: str
    lines: tuple[str, ...]
    attachments: tuple[Attachment, ...] = ()
    value: Mapping[str, Any] = field(default_factory=dict)
    asks_which: bool = False
    has_earlier: bool = False

    @property
    def energy(self) -> list[Energy]:
        """Energy through the day, to draw; empty for every other kind of question."""
        levels = self.value.get("levels", {}) if self.kind == "energy-day" else {}
        return [
            Energy(in_language(part), levels[part.key], in_language(LEVELS[levels[part.key] - 1]))
            for part in PARTS_OF_DAY
            if levels.get(part.key) in range(1, len(LEVELS) + 1)
        ]


@dataclass(frozen=True)
class Version:
    """One answer among several to the same question."""

    answer: Kept
    lines: tuple[str, ...]
    attachments: tuple[Attachment, ...]


def in_words(question: Question, value: Mapping[str, Any]) -> tuple[str, ...]:
    """An answer in words. One that an older version of the sheet allowed may say less, but never fails."""
    try:
        return tuple(question.told(value, get_language() or "nl"))
    except (KeyError, IndexError, TypeError):
        return tuple(question.texts(value))


def said(sheet: Worksheet, folder: Folder) -> list[Said]:
    """Every question of a sheet, with what was answered."""
    pages = [folder.page(sheet.key, question.key) for question in sheet.pages]
    files = of_answers(folder, (page.value for page in pages))
    return [
        Said(
            number=number,
            key=question.key,
            kind=question.kind,
            question=in_language(question.title),
            lines=in_words(question, page.value),
            attachments=named(files, page.value),
            value=page.value,
            asks_which=page.asks_which,
            has_earlier=any(True for _one in worth_showing(page)),
        )
        for number, (question, page) in enumerate(zip(sheet.pages, pages, strict=True), 1)
    ]


def of_answers(folder: Folder, values: Iterable[Mapping[str, Any]]) -> dict[str, Attachment]:
    """The files that answers name, by their ids as text."""
    ids = [key for value in values for key in value.get("attachments", ())]
    return {str(row.pk): row for row in attachments_of(folder.dossier_id, ids)} if ids else {}


def named(files: Mapping[str, Attachment], value: Mapping[str, Any]) -> tuple[Attachment, ...]:
    return tuple(files[key] for key in value.get("attachments", ()) if key in files)


def versions(question: Question, folder: Folder, answers: Iterable[Kept]) -> list[Version]:
    """Several answers to one question, to choose from or to read back."""
    found = list(answers)
    files = of_answers(folder, (one.value for one in found))
    return [Version(one, in_words(question, one.value), named(files, one.value)) for one in found]


def standing(question: Question, folder: Folder, page: Page) -> list[Version]:
    """The versions between which the person has to choose; the same value is shown once."""
    once: dict[str, Kept] = {}
    for one in page.standing:
        once[repr(sorted(one.value.items()))] = one
    return versions(question, folder, once.values())
