"""The five drawn steps: a small staircase with somebody on one of its treads. Decoration; the words say it."""

from dataclasses import dataclass

from spoorboek.methods.determinants import HIGHEST, LOWEST

TREAD, RISE, BASE = 14, 7, 50
"""Width and height of one tread, and where the ground is, in drawing units."""


@dataclass(frozen=True)
class Stairs:
    """`path` is the outline of all treads, `climbed` of those up to the step; (x, y) is where the feet stand."""

    path: str
    climbed: str
    x: float
    y: float

    @property
    def head_y(self) -> float:
        return self.y - 15

    @property
    def shoulders_y(self) -> float:
        return self.y - 10


def treads(up_to: int) -> str:
    """The outline of the first treads, closed along the ground."""
    corners = "".join(f"V{BASE - RISE * step}H{2 + TREAD * step}" for step in range(LOWEST, up_to + 1))
    return f"M2 {BASE}{corners}V{BASE}Z"


def stairs(step: int) -> Stairs:
    """Somebody on tread `step`, 1 to 5."""
    return Stairs(treads(HIGHEST), treads(step), 2 + TREAD * (step - 0.5), BASE - RISE * step)


ALL = tuple(stairs(step) for step in range(LOWEST, HIGHEST + 1))
