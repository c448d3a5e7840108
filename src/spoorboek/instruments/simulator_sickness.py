"""Simulator Sickness Questionnaire: 16 symptoms of 0 (none) to 3 (severe), scored on three weighed subscales.

Kennedy, Lane, Berbaum and Lilienthal (1993), *The International Journal of Aviation Psychology* 3(3):203-220. Key
checked against METHODS section 5 (sources S83, S86). **Trap:** many copies on the web leave item 8 (nausea) out of
Disorientation (S87); it belongs there.

Only the key is here. The items' texts are the authors': whoever runs an installation and holds a licence for them
brings them in. **What the number is not:** no diagnosis and no measure of a person. The bands that go round (below 5
negligible, above 20 bad) come from pilots in simulators; nobody checked them here, so none is given.
"""

from collections.abc import Sequence
from dataclasses import dataclass

ITEMS = 16
LOWEST, HIGHEST = 0, 3
NAUSEA = (1, 6, 7, 8, 9, 15, 16)
OCULOMOTOR = (1, 2, 3, 4, 5, 9, 11)
DISORIENTATION = (5, 8, 10, 11, 12, 13, 14)
"""Which items count in which subscale; an item may count in two."""
WEIGHTS = (9.54, 7.58, 13.92)
TOTAL_WEIGHT = 3.74


@dataclass(frozen=True)
class Score:
    """Weighed sums; higher is more symptoms. Largest possible: 200.34, 159.18, 292.32 and 235.62."""

    nausea: float
    oculomotor: float
    disorientation: float
    total: float


def score(answers: Sequence[int]) -> Score:
    """The four scores of 16 answers in the questionnaire's order, each 0 to 3. Raises `ValueError` for anything else.

    A missing answer gives no score: the sums have no rule for one.
    """
    if len(answers) != ITEMS:
        raise ValueError(f"{len(answers)} answers: the questionnaire has {ITEMS}")
    wrong = [one for one in answers if isinstance(one, bool) or one not in range(LOWEST, HIGHEST + 1)]
    if wrong:
        raise ValueError(f"{wrong[0]} is none of 0, 1, 2, 3")
    raw = [sum(answers[item - 1] for item in items) for items in (NAUSEA, OCULOMOTOR, DISORIENTATION)]
    nausea, oculomotor, disorientation = (
        round(weight * one, 2) for weight, one in zip(WEIGHTS, raw, strict=True)
    )
    return Score(nausea, oculomotor, disorientation, round(TOTAL_WEIGHT * sum(raw), 2))
