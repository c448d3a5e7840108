"""Goal Attainment Scaling against published and recomputed values, and what must hold for any set of goals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoorboek.instruments.goal_attainment import AS_EXPECTED, t_score

LEVELS = st.lists(st.integers(-2, 2), min_size=1, max_size=8)
WEIGHTS = st.floats(0.1, 10)


@pytest.mark.parametrize(
    ("levels", "weights", "expected"),
    [
        ([0, 0, 0], None, 50.00),
        ([1], None, 60.00),
        ([1, 1, 1], None, 63.69),
        ([2, 2, 2], None, 77.39),
        ([-1, -1, -1], None, 36.31),
        ([-2, -2, -2], None, 22.61),
        ([1, 0, -1], None, 50.00),
        ([1, 0, 2], [3, 2, 1], 61.02),
        ([-1, 1, 0, 2], [2, 1, 1, 1], 52.84),
    ],
)
def test_known_sets_of_goals_come_out_to_the_hundredth(
    levels: list[int], weights: list[float] | None, expected: float
) -> None:
    score = t_score(levels, weights)
    assert score is not None
    assert round(score, 2) == expected


def test_without_goals_or_without_weight_there_is_no_score() -> None:
    assert t_score([]) is None
    assert t_score([1, 2], [0, 0]) is None


@pytest.mark.parametrize(
    ("levels", "weights", "rho"),
    [([3], None, 0.3), ([1], [1, 1], 0.3), ([1], [-1], 0.3), ([1], [float("nan")], 0.3), ([1], None, 1.2)],
)
def test_what_the_formula_was_not_made_for_is_refused(
    levels: list[int], weights: list[float] | None, rho: float
) -> None:
    with pytest.raises(ValueError, match=r"level|weight|rho"):
        t_score(levels, weights, rho)


@settings(max_examples=60)
@given(LEVELS, st.data())
def test_turning_every_level_round_mirrors_the_score_at_50(levels: list[int], data: st.DataObject) -> None:
    weights = data.draw(st.lists(WEIGHTS, min_size=len(levels), max_size=len(levels)))
    one, other = t_score(levels, weights), t_score([-level for level in levels], weights)
    assert one is not None
    assert other is not None
    assert one + other == pytest.approx(2 * AS_EXPECTED)


@settings(max_examples=60)
@given(LEVELS, WEIGHTS)
def test_only_the_ratio_of_weights_counts(levels: list[int], times: float) -> None:
    weights = [1.0 + index for index, _level in enumerate(levels)]
    assert t_score(levels, weights) == pytest.approx(t_score(levels, [times * weight for weight in weights]))


@settings(max_examples=60)
@given(LEVELS, st.data())
def test_one_goal_further_never_lowers_the_score(levels: list[int], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(levels) - 1))
    further = [min(2, level + 1) if index == at else level for index, level in enumerate(levels)]
    before, after = t_score(levels), t_score(further)
    assert before is not None
    assert after is not None
    assert after >= before
    assert 20 <= before <= 80
