"""The worksheets as files: complete, in both languages, in plain words, and never shareable where they may not be."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoorboek.methods.questions import KINDS, AnyQuestion, NotAnAnswer, Question, answer_schemas
from spoorboek.methods.questions.measuring import LEVELS, PARTS_OF_DAY
from spoorboek.methods.questions.planning import CELLS
from spoorboek.methods.reading import Mistakes, Words
from spoorboek.methods.worksheets import (
    EMPLOYERS_SIDE,
    Circle,
    Determinant,
    Phase,
    Worksheet,
    files,
    read_worksheet,
    worksheets,
)

SHEETS = list(worksheets().values())
LONGEST_SENTENCE = 12
OWN_PERSON_ONLY = {
    "energy-through-the-day", "what-helps-what-drains", "week-plan", "tension-thermometer", "warning-signs",
    "letter-to-myself", "ladder-of-situations", "a-hard-day", "what-i-look-up-to", "what-must-be-arranged",
}  # fmt: skip
"""Energy, tension, warning signs, what drains, the letter: never for the employer's side (DESIGN section 4)."""


def every_text(part: object) -> Iterator[Words]:
    """All texts of a sheet, however deep."""
    if isinstance(part, Words):
        yield part
    elif isinstance(part, Worksheet | Question):
        for name in type(part).model_fields:
            yield from every_text(getattr(part, name))
    elif isinstance(part, tuple):
        for one in part:
            yield from every_text(one)


def test_there_are_at_least_thirty_over_all_phases_and_determinants() -> None:
    assert len(SHEETS) >= 30
    assert {sheet.phase for sheet in SHEETS} == set(Phase)
    assert {key for sheet in SHEETS for key in sheet.determinants} == set(get_args(Determinant))
    assert {page.kind for sheet in SHEETS for page in sheet.pages} == set(KINDS)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
def test_a_sheet_is_short_and_its_sentences_too(sheet: Worksheet) -> None:
    assert len(sheet.pages) <= 6
    for text in every_text(sheet):
        for language in ("nl", "en"):
            for sentence in re.split(r"(?<=[.?!])\s", text.in_language(language)):
                limit = LONGEST_SENTENCE if language == "nl" else LONGEST_SENTENCE + 4
                assert len(sentence.split()) <= limit, sentence


def test_what_is_only_for_oneself_and_ones_guides_never_reaches_the_employers_side() -> None:
    for key in OWN_PERSON_ONLY:
        assert not set(worksheets()[key].roles) & set(EMPLOYERS_SIDE), key


def test_whom_a_sheet_may_reach_follows_from_its_circle() -> None:
    for sheet in SHEETS:
        assert (sheet.may_reach is Circle.WORK) == bool(set(sheet.roles) & set(EMPLOYERS_SIDE))
        assert sheet.may_reach is not Circle.NOBODY or not sheet.roles


def written(folder: Path, text: str, name: str = "my-sheet") -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


GOOD = """\
key: my-sheet
title: {nl: Blad, en: Sheet}
about: {nl: Waarvoor., en: What for.}
minutes: 5
phase: start
determinants: [attitude]
may_reach: guides
drawing: sun
pages:
  - key: one
    kind: short-text
    title: {nl: Wat?, en: What?}
"""


@pytest.mark.parametrize(
    ("wrong", "line", "says"),
    [
        (GOOD.replace("kind: short-text", "kind: poem"), 10, "short-text"),
        (GOOD.replace("{nl: Blad, en: Sheet}", "{nl: Blad}"), 2, "this is missing"),
        (GOOD.replace("phase: start", "phase: later"), 5, "prepare"),
        (GOOD + "  - key: one\n    kind: voice\n    title: {nl: Zeg, en: Say}\n", 1, "its own key"),
        (GOOD.replace("my-sheet", "other-sheet"), 1, "name of the file"),
    ],
)
def test_a_mistake_names_the_line_and_what_would_be_right(
    tmp_path: Path, wrong: str, line: int, says: str
) -> None:
    with pytest.raises(Mistakes) as caught:
        read_worksheet(written(tmp_path, wrong))
    assert says in str(caught.value)
    assert line in {one.line for one in caught.value.found}


def test_a_good_file_is_read(tmp_path: Path) -> None:
    assert read_worksheet(written(tmp_path, GOOD)).question("one").kind == "short-text"


def test_every_file_is_in_the_folder() -> None:
    assert {path.stem for path in files()} == set(worksheets())


QUESTIONS = [page for sheet in SHEETS for page in sheet.pages]


@given(st.sampled_from(QUESTIONS), st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=6,
))  # fmt: skip
def test_whatever_comes_is_an_answer_or_refused_never_an_accident(asking: AnyQuestion, junk: object) -> None:
    value = junk if isinstance(junk, dict) else {"text": junk, "choices": junk, "number": junk}
    try:
        checked = asking.checked(value)
    except NotAnAnswer:
        return
    assert asking.checked(checked) == checked
    assert asking.told(checked, "nl") is not None


def test_an_empty_answer_is_an_answer_to_every_question() -> None:
    for asking in QUESTIONS:
        assert asking.checked({}) == {}
        assert asking.told({}, "nl") == []
        assert asking.texts({}) == []


def test_what_was_written_in_own_words_is_told_to_the_check_on_health_words() -> None:
    for asking in QUESTIONS:
        value = {
            "choose-one": {"own": "woord"},
            "choose-several": {"own": "woord"},
            "short-text": {"text": "woord"},
            "picture": {"text": "woord"},
            "voice": {"text": "woord"},
            "short-lines": {"lines": ["woord"]},
            "week-plan": {"cells": {CELLS[0]: "woord"}},
            "people-around": {"people": [{"name": "woord"}]},
        }.get(asking.kind)
        own = getattr(asking, "own", True)
        if value and own:
            assert asking.texts(asking.checked(value)) == ["woord"]


def test_the_shape_of_every_answer_is_written_down() -> None:
    assert set(answer_schemas()) == set(KINDS)
    assert len(LEVELS) == 5
    assert len(PARTS_OF_DAY) == 6
