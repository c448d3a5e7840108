"""Moves put into words, in full and for everyone; and the replay of a reason to its date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from spoorboek.law.moves import Move
from spoorboek.law.results import Step, Text
from spoorboek.law.rulebook import Rulebook

MONTHS_NL = ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
             "november", "december")  # fmt: skip
MONTHS_EN = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
             "November", "December")  # fmt: skip


def spoken(day: date, language: str) -> str:
    """A date as people say it: 3 januari 2022, 3 January 2022."""
    months = MONTHS_EN if language == "en" else MONTHS_NL
    return f"{day.day} {months[day.month - 1]} {day.year}"


def _weeks(days: int, language: str) -> str:
    weeks, rest = divmod(abs(days), 7)
    parts = []
    if weeks:
        plural = "weeks" if language == "en" else "weken"
        parts.append(f"{weeks} {'week' if weeks == 1 else plural}")
    if rest or not weeks:
        word = "day" + "s" * (rest != 1) if language == "en" else "dag" + "en" * (rest != 1)
        parts.append(f"{rest} {word}")
    return (" and " if language == "en" else " en ").join(parts)


def _sentence(template: str, move: Move, language: str) -> str:
    days = move.days if move.days is not None else 0
    values: dict[str, object] = {"days": abs(days), "on": move.on, **move.values}
    values = {k: spoken(v, language) if isinstance(v, date) else v for k, v in values.items()}
    named = move.values.get("days", days)
    amount = named if isinstance(named, int) else days
    if abs(amount) < 7:  # the same number of days again, between brackets
        template = template.replace(" ({weeks})", "")
    return template.format(**values, weeks=_weeks(amount, language))


def _text(book: Rulebook, move: Move, public: bool) -> Text:
    words = book.steps[move.words]
    nl = words.public_nl if public and words.public_nl else words.nl
    en = words.public_en if public and words.public_en else words.en
    return Text(_sentence(nl, move, "nl"), _sentence(en, move, "en"))


def told(book: Rulebook, rule: str, moves: Iterable[Move], public: bool = False) -> tuple[Step, ...]:
    """The moves as steps. `public`: without any medical fact."""
    return tuple(
        Step(_text(book, move, public), move.on, rule, book.sources_of(move.sources), move.op, move.days)
        for move in moves
    )


def one_text(book: Rulebook, move: Move, public: bool = False) -> Text:
    return _text(book, move, public)


def replay(steps: Iterable[Step]) -> date | None:
    """Repeat the steps of a reason by machine and return the date they lead to.

    Raises ValueError where a step's own date is not the one its operation gives.
    """
    here: date | None = None
    for step in steps:
        if step.op in {"start", "take", "shift"}:
            here = step.on
        elif step.op in {"days", "pause"}:
            here = here + timedelta(days=step.days or 0) if here else None
        if step.op != "note" and step.on != here:
            raise ValueError(f"step {step.text.en!r} says {step.on}, replay gives {here}")
    return here
