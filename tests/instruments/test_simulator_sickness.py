"""The key of the simulator sickness questionnaire, against the vectors of METHODS section 5."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoorboek.instruments.simulator_sickness import ITEMS, Score, score

answers = st.lists(st.integers(0, 3), min_size=ITEMS, max_size=ITEMS)


@pytest.mark.parametrize(
    ("given_answers", "expected"),
    [
        ([0] * 16, Score(0, 0, 0, 0)),
        ([1] * 16, Score(66.78, 53.06, 97.44, 78.54)),
        ([3] * 16, Score(200.34, 159.18, 292.32, 235.62)),
        ([0] * 7 + [2] + [0] * 8, Score(19.08, 0, 27.84, 14.96)),
    ],
)
def test_the_published_vectors_come_out(given_answers: list[int], expected: Score) -> None:
    assert score(given_answers) == expected


def test_nausea_counts_in_disorientation_too() -> None:
    assert score([0] * 7 + [1] + [0] * 8).disorientation == 13.92


@pytest.mark.parametrize(
    "wrong", [[], [0] * 15, [0] * 17, [4] + [0] * 15, [-1] + [0] * 15, [True] + [0] * 15]
)
def test_what_the_questionnaire_was_not_made_for_is_refused(wrong: list[int]) -> None:
    with pytest.raises(ValueError, match=r"none of|answers"):
        score(wrong)


@given(answers, st.integers(0, ITEMS - 1))
def test_one_more_on_any_item_never_lowers_a_score(said: list[int], item: int) -> None:
    if said[item] == 3:
        return
    more = [one + (number == item) for number, one in enumerate(said)]
    before, after = score(said), score(more)
    assert after.total > before.total
    assert after.nausea >= before.nausea
    assert after.oculomotor >= before.oculomotor
    assert after.disorientation >= before.disorientation
