"""The shipped determinants and cards: complete, in two languages, short enough, and a proposal that is no verdict."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoorboek.methods.determinants import (
    SHARED,
    Determinants,
    action_cards,
    determinants,
    proposed,
)
from spoorboek.methods.reading import Mistakes, Words, parse, understand

KEYS = [one.key for one in determinants().determinants]
STEPS = st.dictionaries(st.sampled_from(KEYS), st.one_of(st.none(), st.integers(1, 5)), max_size=8)


def said_to_clients() -> list[Words]:
    model, cards = determinants(), action_cards()
    found = [one.words for one in model.behaviours]
    for one in model.determinants:
        found += [one.title, one.question, one.why, *one.steps]
    for card in cards.cards:
        found += [card.title, card.why, *card.how]
    return found


def test_the_eight_determinants_are_there_and_each_has_cards() -> None:
    assert KEYS == [
        "attitude", "norm", "self-efficacy", "knowledge", "skills", "conditions", "salience", "habit",
    ]  # fmt: skip
    assert all(len(action_cards().of(key)) >= 2 for key in KEYS)
    assert {card.determinant for card in action_cards().cards} == set(KEYS)


def test_every_sentence_for_a_client_is_at_most_twelve_words() -> None:
    sentences = [
        sentence
        for words in said_to_clients()
        for sentence in re.split(r"[.?!]\s+|[.?!]$", words.nl)
        if sentence
    ]
    assert [one for one in sentences if len(one.split()) > 12] == []


def test_no_text_labels_anyone() -> None:
    forbidden = ("niet-willer", "onwillig", "ongemotiveerd", "unwilling", "score")
    texts = [f"{words.nl} {words.en}".casefold() for words in said_to_clients()]
    assert [text for text in texts if any(word in text for word in forbidden)] == []


def test_what_is_ours_says_so_and_what_is_published_names_its_source() -> None:
    ours = {one.key for one in determinants().determinants if one.origin == "ours"}
    assert ours == {"salience", "habit"}
    assert all(one.sources for one in determinants().determinants)


def test_those_at_the_clients_side_are_only_asked_about_their_own_part() -> None:
    supervisor = determinants().offers_by("supervisor")
    assert supervisor
    assert determinants().offers_by("case_manager") == ()
    assert all(
        re.match(r"(kun je|kan er|is er)", one.question.nl.casefold()) for one in determinants().offers
    )


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("helps: [attitude, norm]", "helps: [will-power]"), "will-power"),
        (("key: norm", "key: attitude"), "attitude"),
        (("sources: [S6]", "sources: [S99]"), "S99"),
    ],
)
def test_a_file_that_does_not_fit_together_says_what_is_wrong(change: tuple[str, str], told: str) -> None:
    text = (SHARED / "determinants.yaml").read_text(encoding="utf-8").replace(*change, 1)
    with pytest.raises(Mistakes, match=told):
        understand(parse(text, "determinants.yaml", aliases=True), Determinants, "determinants.yaml")


@settings(max_examples=80)
@given(STEPS)
def test_a_proposal_is_short_never_what_needs_no_work_and_lowest_first(steps: dict[str, int | None]) -> None:
    chosen = proposed(steps)
    assert len(chosen) <= 3
    assert set(chosen) <= set(steps)
    assert all(steps[key] != 5 for key in chosen)
    known = [steps[key] for key in chosen if steps[key] is not None]
    left = [step for key, step in steps.items() if key not in chosen and step is not None]
    if known and left and len(known) == len(chosen):
        assert max(filter(None, known)) <= min(left)
    assert [KEYS.index(a) < KEYS.index(b) for a, b in pairwise(chosen)] == [True] * max(len(chosen) - 1, 0)
