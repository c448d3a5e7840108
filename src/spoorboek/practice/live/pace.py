"""How often one screen may say something of a kind: a leaky bucket in memory, for one connection."""

import time
from collections.abc import Callable

PACES: dict[str, tuple[float, int]] = {
    "beat": (2, 10),
    "pose": (10, 5),
    "command": (15, 20),
    "moments": (20, 20),
    "signal": (10, 40),
    "again": (1, 5),
}
"""By kind: how many a second in the long run, and how many at once."""


class Pace:
    """One connection's pace."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self.now = now
        self.free_at: dict[str, float] = {}

    def may(self, kind: str) -> bool:
        """Whether one more may come now; it then counts."""
        a_second, at_once = PACES[kind]
        now = self.now()
        free = max(self.free_at.get(kind, now), now)
        if free - now > (at_once - 1) / a_second:
            return False
        self.free_at[kind] = free + 1 / a_second
        return True
