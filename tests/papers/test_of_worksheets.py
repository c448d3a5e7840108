"""Worksheets on paper: every sheet, blank and filled, in ordinary and in large print."""

import pytest

from spoorboek.methods.questions import KINDS, Value
from spoorboek.methods.worksheets import worksheets
from spoorboek.papers import made
from spoorboek.papers.of_worksheets import WAYS, Filled, question_parts, sheets_paper
from tests.papers.reading import Read
from tests.papers.test_made import DRAWING, OURS

ANSWERS: dict[str, Value] = {
    "plan": {"cells": {"mon-morning": "wandelen met Łukasz", "fri-evening": "eten bij mijn zus"}},
}


def test_every_kind_of_question_can_stand_on_paper() -> None:
    for kind in KINDS.values():
        assert any(issubclass(kind, known) for known, _way in WAYS)


def test_every_sheet_has_a_blank_form_with_all_its_questions() -> None:
    every = list(worksheets().values())
    paper = Read(
        made(sheets_paper([Filled(sheet, blank=True) for sheet in every], "nl", title="Mijn werkmap"))
    )
    for sheet in every:
        for question in sheet.pages:
            assert " ".join(question.title.nl.split()) in paper.flowing
    assert paper.fonts == OURS
    assert "¤" not in paper.text


@pytest.mark.parametrize("large", [False, True])
def test_a_filled_sheet_carries_the_answers(large: bool) -> None:
    sheet = worksheets()["week-plan"]
    pictures = {sheet.pages[0].key: ((DRAWING, "Mijn tekening van de week"),)}
    paper = Read(made(sheets_paper([Filled(sheet, ANSWERS, pictures)], "nl", large=large)))
    assert "wandelen met Łukasz" in paper.flowing
    assert [one.alt for one in paper.tags.find("Figure")] == ["Mijn tekening van de week"]
    assert paper.tags.find("Table")[0].find("TH")


def test_a_blank_sheet_never_carries_answers() -> None:
    sheet = worksheets()["week-plan"]
    assert "Łukasz" not in Read(made(sheets_paper([Filled(sheet, ANSWERS, blank=True)], "nl"))).text


def test_what_was_chosen_is_ticked_and_own_words_stand_with_it() -> None:
    sheet = worksheets()["talk-with-my-boss"]
    answers: dict[str, Value] = {
        "goal": {"choices": ["tasks"], "own": "mijn rooster"},
        "ask": {"lines": ["Mag ik later beginnen?"]},
        "ready": {"number": 7},
        "first-sentence": {"text": "Fijn dat we praten.\nIk heb iets te vragen."},
    }
    text = Read(made(sheets_paper([Filled(sheet, answers)], "nl"))).flowing
    for said in (
        "Welke taken ik nu kan doen (gekozen)",
        "mijn rooster (gekozen)",
        "Mag ik later beginnen?",
        "Antwoord: 7",
    ):
        assert said in text
    assert "Hoeveel uren ik begin (gekozen)" not in text


def test_an_answer_of_an_older_version_does_not_stop_the_paper() -> None:
    sheet = worksheets()["talk-with-my-boss"]
    stale: dict[str, Value] = {"goal": {"choices": ["gone"]}}
    assert question_parts(sheet.pages[0], Filled(sheet, stale), "nl")
