"""Worksheets on paper: blank to write on, or filled with what somebody answered; one sheet or a whole folder.

pdf = made(sheets_paper([Filled(sheet, answers)], "nl", title="Mijn werkmap", large=True))
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from spoorboek.methods.questions import (
    ChooseOne,
    ChooseSeveral,
    EnergyDay,
    PeopleAround,
    Question,
    ShortLines,
    ShortText,
    SortCards,
    Value,
    WeekPlan,
)
from spoorboek.methods.questions import Scale as ScaleQuestion
from spoorboek.methods.questions.measuring import LEVELS, PARTS_OF_DAY
from spoorboek.methods.questions.planning import DAYS, MOST_PEOPLE, PARTS
from spoorboek.methods.worksheets import Worksheet
from spoorboek.papers import content as on
from spoorboek.papers.content import UNDATED, Language, Paper, Paragraph, Part, Section

OTHER = {"nl": "Anders:", "en": "Something else:"}
WHO = {"nl": "Wie", "en": "Who"}
WHEN = {"nl": "Wanneer", "en": "When"}
WHICH_DAY = {"nl": "Dag", "en": "Day"}
WHAT = {"nl": "Wat", "en": "What"}
ROOM = 11.0
"""Millimetres of a row to write in."""


@dataclass(frozen=True)
class Filled:
    """A sheet with its answers by the keys of the questions; without answers it is a form to write on.

    `pictures`: photos and drawings by question, each with the words that say what it is.
    """

    sheet: Worksheet
    answers: Mapping[str, Value] = field(default_factory=dict)
    pictures: Mapping[str, tuple[tuple[bytes, str], ...]] = field(default_factory=dict)
    blank: bool = False


def sheets_paper(
    filled: Iterable[Filled], language: Language, *, title: str = "", kind: str = "", foot: str = "",
    large: bool = False, made_on: date = UNDATED,
) -> Paper:  # fmt: skip
    """One sheet, or with a title several, each on a page of its own."""
    every = list(filled)
    if len(every) == 1 and not title:
        one = every[0]
        name, content = one.sheet.title.in_language(language), sheet_parts(one, language)
    else:
        name = title
        content = tuple(
            Section(one.sheet.title.in_language(language), sheet_parts(one, language), apart=number > 0)
            for number, one in enumerate(every)
        )
    return Paper(name, language, content, kind=kind, foot=foot, large=large, made_on=made_on)


def sheet_parts(one: Filled, language: Language) -> tuple[Part, ...]:
    """What a sheet is good for, and its questions."""
    about = Paragraph(one.sheet.about.in_language(language), "lead")
    asked = (part for question in one.sheet.pages for part in question_parts(question, one, language))
    return (about, *asked)


def question_parts(question: Question, one: Filled, language: Language) -> tuple[Part, ...]:
    """One question: with room to answer, or answered, with what was drawn."""
    value = {} if one.blank else one.answers.get(question.key, {})
    write = next(way for kind, way in WAYS if isinstance(question, kind))
    pictures = () if one.blank else one.pictures.get(question.key, ())
    shown = tuple(on.Picture(data, words, 0.6) for data, words in pictures)
    return (*write(question, value, language), *shown)


def title_of(question: Question, language: Language) -> str:
    return question.title.in_language(language)


def hint_of(question: Question, language: Language) -> str:
    return question.help.in_language(language) if question.help else ""


def asking(question: Question, language: Language) -> on.Question:
    """The question alone, above a table of our own."""
    return on.Question(title_of(question, language), hint_of(question, language), lines=0)


def choosing(question: Any, value: Value, language: Language) -> tuple[Part, ...]:
    """Boxes, ticked where chosen; a line for something else."""
    keys = [option.key for option in question.options]
    wanted = [value["choice"]] if value.get("choice") else value.get("choices", ())
    options = tuple(option.in_language(language) for option in question.options)
    own = value.get("own", "")
    if question.own:
        options += (f"{OTHER[language]} {own or '_' * 24}",)
    chosen = {keys.index(key) for key in wanted if key in keys} | ({len(keys)} if own else set())
    return (
        on.Choices(title_of(question, language), options, frozenset(chosen), hint_of(question, language)),
    )


def scale(question: ScaleQuestion, value: Value, language: Language) -> tuple[Part, ...]:
    low, high = question.low.in_language(language), question.high.in_language(language)
    number = value.get("number")
    return (on.Scale(title_of(question, language), 0, 10, low, high, number, hint_of(question, language)),)


def cards(question: SortCards, value: Value, language: Language) -> tuple[Part, ...]:
    """Each card in a row, with a cross under its pile."""
    laid = value.get("piles", {})
    columns = (WHAT[language], *(pile.in_language(language) for pile in question.piles))
    rows = tuple(
        (
            card.in_language(language),
            *("x" if laid.get(card.key) == pile.key else "" for pile in question.piles),
        )
        for card in question.cards
    )
    return asking(question, language), on.Table(columns, rows, (3, *(1.4,) * len(question.piles)), True)


def energy(question: EnergyDay, value: Value, language: Language) -> tuple[Part, ...]:
    levels = value.get("levels", {})
    columns = (WHEN[language], *(level.in_language(language) for level in LEVELS))
    rows = tuple(
        (part.in_language(language), *("x" if levels.get(part.key) == level else "" for level in range(1, 6)))
        for part in PARTS_OF_DAY
    )
    return asking(question, language), on.Table(
        columns, rows, (2.6, 1, 1, 1.2, 1, 1), True, 0 if levels else ROOM
    )


def week(question: WeekPlan, value: Value, language: Language) -> tuple[Part, ...]:
    cells = value.get("cells", {})
    columns = (WHICH_DAY[language], *(part.in_language(language).capitalize() for part in PARTS))
    rows = tuple(
        (day.in_language(language), *(cells.get(f"{day.key}-{part.key}", "") for part in PARTS))
        for day in DAYS
    )
    return asking(question, language), on.Table(columns, rows, (1.3, 2, 2, 2), True, 0 if cells else 2 * ROOM)


def people(question: PeopleAround, value: Value, language: Language) -> tuple[Part, ...]:
    found = value.get("people", ())
    columns = (WHO[language], *(way.in_language(language) for way in question.ways))
    rows = tuple(
        (one["name"], *("x" if one.get("way") == way.key else "" for way in question.ways)) for one in found
    ) or tuple(("",) * len(columns) for _ in range(MOST_PEOPLE))
    room = 0 if found else ROOM
    return asking(question, language), on.Table(
        columns, rows, (2.2, *(1.2,) * len(question.ways)), True, room
    )


def writing(question: ShortText | ShortLines, value: Value, language: Language) -> tuple[Part, ...]:
    lines = question.count if isinstance(question, ShortLines) else question.rows + 1
    answers = tuple(value.get("lines", ())) or ((value["text"],) if value.get("text") else ())
    return (on.Question(title_of(question, language), hint_of(question, language), lines, answers),)


WAYS: tuple[tuple[type[Question], Callable[[Any, Value, Language], tuple[Part, ...]]], ...] = (
    (ChooseOne, choosing),
    (ChooseSeveral, choosing),
    (ScaleQuestion, scale),
    (SortCards, cards),
    (EnergyDay, energy),
    (WeekPlan, week),
    (PeopleAround, people),
    (ShortLines, writing),
    (ShortText, writing),
)
"""How each kind of question stands on paper; a test holds that no kind is missing."""
