"""Goal Attainment Scaling: how far a set of someone's own goals has moved, as one T-score.

Kiresuk and Sherman (1968); worked guide: Turner-Stokes (METHODS, source S98); formula checked against S97 and S98.
The method is free to use.

**What the number is not.** It says something about one set of goals of one person, by the levels that were written for
it beforehand. Whoever writes easier levels scores higher. It is therefore no measure of a person, of a coach or of a
method: do not compare people by it, average it over people or set a target for it. With one goal it is no more than the
level in other words. Levels written or changed after the start make it worthless. Of the constant `RHO` nobody measured
whether it holds for these goals; it is the convention of the authors.
"""

from collections.abc import Sequence
from math import isfinite, sqrt

RHO = 0.30
"""Assumed mean correlation between the scores of goals (Kiresuk and Sherman's convention)."""
LOWEST, EXPECTED, HIGHEST = -2, 0, 2
"""Levels run from much less than expected (-2) through as expected (0) to much more than expected (+2)."""
AS_EXPECTED = 50.0


def t_score(levels: Sequence[int], weights: Sequence[float] | None = None, rho: float = RHO) -> float | None:
    """T = 50 + 10 * sum(w x) / sqrt((1 - rho) * sum(w^2) + rho * (sum w)^2).

    `levels`: one whole number a goal, -2 to +2. `weights`: as many numbers, 0 or more; None weighs all goals the same.
    50 is exactly as expected. None where there is nothing to score: no goals, or every weight 0. Raises `ValueError`
    for a level or weight out of range, a number of weights that differs, or a rho outside 0 to 1.
    """
    counted = list(weights) if weights is not None else [1.0] * len(levels)
    check(levels, counted, rho)
    spread = (1 - rho) * sum(weight**2 for weight in counted) + rho * sum(counted) ** 2
    if not spread:
        return None
    moved = sum(weight * level for weight, level in zip(counted, levels, strict=True))
    return AS_EXPECTED + 10 * moved / sqrt(spread)


def check(levels: Sequence[int], weights: Sequence[float], rho: float) -> None:
    """Refuse what the formula was not made for."""
    if len(levels) != len(weights):
        raise ValueError(f"{len(levels)} levels and {len(weights)} weights: give each goal one weight")
    wrong = [level for level in levels if level not in range(LOWEST, HIGHEST + 1)]
    if wrong:
        raise ValueError(f"level {wrong[0]} is none of -2, -1, 0, 1, 2")
    if any(not isfinite(weight) or weight < 0 for weight in weights):
        raise ValueError("a weight is a number of 0 or more")
    if not 0 <= rho <= 1:
        raise ValueError("rho lies between 0 and 1")
