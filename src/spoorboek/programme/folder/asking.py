"""How each kind of question is asked on a page that works without a script: what the form shows and what it hands back.

`WIDGETS` answers `methods.questions.KINDS`, kind for kind; a kind without a widget is refused when the site starts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from spoorboek.dossiers.shown import in_language
from spoorboek.methods.questions import (
    ChooseOne,
    ChooseSeveral,
    EnergyDay,
    Option,
    PeopleAround,
    Question,
    Scale,
    ShortLines,
    ShortText,
    SortCards,
    Value,
    WeekPlan,
)
from spoorboek.methods.questions.measuring import LEVELS, PARTS_OF_DAY
from spoorboek.methods.questions.planning import CELLS, DAYS, MOST_PEOPLE, PARTS

Shown = dict[str, Any]
ROWS_AT_LEAST = 4


@dataclass(frozen=True)
class Widget:
    """`shows` gives the template what it draws, `reads` makes an answer of what was posted."""

    template: str
    shows: Callable[[Any, Mapping[str, Any]], Shown]
    reads: Callable[[Any, QueryDict], Value]


def options(rows: tuple[Option, ...], *chosen: str) -> list[Shown]:
    return [{"key": row.key, "words": in_language(row), "chosen": row.key in chosen} for row in rows]


def shows_one(question: ChooseOne, value: Mapping[str, Any]) -> Shown:
    return {
        "type": "radio",
        "name": "choice",
        "options": options(question.options, value.get("choice", "")),
        "own": value.get("own", ""),
        "has_own": question.own,
    }


def reads_one(question: ChooseOne, posted: QueryDict) -> Value:
    return {"choice": posted.get("choice", ""), "own": line(posted, "own")}


def shows_several(question: ChooseSeveral, value: Mapping[str, Any]) -> Shown:
    return {
        "type": "checkbox",
        "name": "choices",
        "options": options(question.options, *value.get("choices", ())),
        "own": value.get("own", ""),
        "has_own": question.own,
        "most": question.most,
    }


def reads_several(question: ChooseSeveral, posted: QueryDict) -> Value:
    return {"choices": posted.getlist("choices"), "own": line(posted, "own")}


def shows_cards(question: SortCards, value: Mapping[str, Any]) -> Shown:
    laid = value.get("piles", {})
    return {
        "cards": [
            {
                "key": card.key,
                "words": in_language(card),
                "piles": options(question.piles, laid.get(card.key, "")),
            }
            for card in question.cards
        ]
    }


def reads_cards(question: SortCards, posted: QueryDict) -> Value:
    found = {card.key: posted.get(f"pile-{card.key}", "") for card in question.cards}
    return {"piles": {card: pile for card, pile in found.items() if pile}}


def shows_scale(question: Scale, value: Mapping[str, Any]) -> Shown:
    numbers = [{"number": number, "chosen": value.get("number") == number} for number in range(11)]
    return {"numbers": numbers, "low": in_language(question.low), "high": in_language(question.high)}


def reads_scale(question: Scale, posted: QueryDict) -> Value:
    number = posted.get("number", "")
    return {"number": int(number)} if number.isascii() and number.isdigit() else {}


def shows_energy(question: EnergyDay, value: Mapping[str, Any]) -> Shown:
    levels = value.get("levels", {})
    return {
        "parts": [
            {
                "key": part.key,
                "words": in_language(part),
                "levels": [
                    {"level": number, "words": in_language(words), "chosen": levels.get(part.key) == number}
                    for number, words in enumerate(LEVELS, 1)
                ],
            }
            for part in PARTS_OF_DAY
        ]
    }


def reads_energy(question: EnergyDay, posted: QueryDict) -> Value:
    found = {part.key: posted.get(f"level-{part.key}", "") for part in PARTS_OF_DAY}
    return {
        "levels": {key: int(level) for key, level in found.items() if level.isascii() and level.isdigit()}
    }


def shows_week(question: WeekPlan, value: Mapping[str, Any]) -> Shown:
    cells = value.get("cells", {})
    return {
        "days": [
            {
                "words": in_language(day),
                "parts": [
                    {
                        "name": f"cell-{day.key}-{part.key}",
                        "words": in_language(part),
                        "text": cells.get(f"{day.key}-{part.key}", ""),
                    }
                    for part in PARTS
                ],
            }
            for day in DAYS
        ]
    }


def reads_week(question: WeekPlan, posted: QueryDict) -> Value:
    return {"cells": {cell: line(posted, f"cell-{cell}") for cell in CELLS}}


def shows_people(question: PeopleAround, value: Mapping[str, Any]) -> Shown:
    known = list(value.get("people", ()))
    empty = min(MOST_PEOPLE, max(ROWS_AT_LEAST, len(known) + 2)) - len(known)
    rows = [*known, *({"name": "", "way": ""} for _ in range(empty))]
    return {
        "rows": [{"name": row["name"], "ways": options(question.ways, row.get("way", ""))} for row in rows]
    }


def reads_people(question: PeopleAround, posted: QueryDict) -> Value:
    rows = zip(posted.getlist("name"), posted.getlist("way"), strict=False)
    return {"people": [{"name": name.strip(), "way": way} for name, way in rows if name.strip()]}


def shows_text(question: ShortText, value: Mapping[str, Any]) -> Shown:
    return {"text": value.get("text", ""), "height": question.rows, "most": question.most}


def reads_text(question: ShortText, posted: QueryDict) -> Value:
    return {"text": posted.get("text", "").replace("\r\n", "\n").strip()}


def shows_lines(question: ShortLines, value: Mapping[str, Any]) -> Shown:
    known = list(value.get("lines", ()))
    return {"lines": known + [""] * (question.count - len(known))}


def reads_lines(question: ShortLines, posted: QueryDict) -> Value:
    return {"lines": [text.strip() for text in posted.getlist("line")]}


def line(posted: QueryDict, name: str) -> str:
    return " ".join(posted.get(name, "").split())


WRITING = Widget("folder/kinds/text.html", shows_text, reads_text)
CHOOSING = "folder/kinds/choices.html"
WIDGETS: dict[str, Widget] = {
    "choose-one": Widget(CHOOSING, shows_one, reads_one),
    "choose-several": Widget(CHOOSING, shows_several, reads_several),
    "sort-cards": Widget("folder/kinds/cards.html", shows_cards, reads_cards),
    "scale": Widget("folder/kinds/scale.html", shows_scale, reads_scale),
    "energy-day": Widget("folder/kinds/energy.html", shows_energy, reads_energy),
    "week-plan": Widget("folder/kinds/week.html", shows_week, reads_week),
    "people-around": Widget("folder/kinds/people.html", shows_people, reads_people),
    "short-text": WRITING,
    "short-lines": Widget("folder/kinds/lines.html", shows_lines, reads_lines),
    "picture": WRITING,
    "voice": WRITING,
}


def asked(question: Question, value: Mapping[str, Any]) -> Shown:
    """What the page of a question draws: its words, the widget's template, and the answer so far in it."""
    widget = WIDGETS[question.kind]
    return {
        "key": question.key,
        "kind": question.kind,
        "title": in_language(question.title),
        "help": in_language(question.help) if question.help else "",
        "template": widget.template,
        **widget.shows(question, value),
    }


def read(question: Question, posted: QueryDict) -> Value:
    """What was filled in, not yet checked."""
    return WIDGETS[question.kind].reads(question, posted)
