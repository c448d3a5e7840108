"""Whether one screen must look at its session's line again. Pure but for the event that wakes it; for one event loop.

The number of a line rises with every change, and every process hears it. A screen that made the change read the line
already, and the others need it once however many changes came together: asking the database is what a message costs.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from spoorboek.practice.live.lines import Looked
from spoorboek.site.live import LOOK


class News:
    """What one screen heard, and what it knows already."""

    def __init__(self) -> None:
        self.wake = asyncio.Event()
        self._known = self._newest = self._acts = 0
        self._read: Looked | None = None
        self._look = False

    def heard(self, number: int) -> None:
        """The line has this number now; `LOOK`: something changed that has no number."""
        if number == LOOK:
            self._look = True
            self.wake.set()
        self._newest = max(self._newest, number)
        self._wake_if_behind()

    @contextmanager
    def acting(self) -> Iterator[None]:
        """This screen changes something itself: what is heard meanwhile waits until it knows what it did."""
        self._acts += 1
        try:
            yield
        finally:
            self._acts -= 1
            self._wake_if_behind()

    def did(self, looked: Looked) -> None:
        """The line as an act of this screen left it."""
        self._read, self._known = looked, max(self._known, looked.row.number)
        self.wake.set()

    def read(self) -> Looked | None:
        """The line where an act read it and nothing newer is known of, once; otherwise it has to be looked at."""
        found, self._read = self._read, None
        is_newest = found is not None and not self._look and found.row.number >= self._newest
        self._look = False
        return found if is_newest else None

    def is_old(self, looked: Looked) -> bool:
        """Whether something newer was shown, or is about to be; else this is what the screen knows."""
        if looked.row.number < self._known:
            return True
        self._known = looked.row.number
        return False

    def _wake_if_behind(self) -> None:
        if not self._acts and self._newest > self._known:
            self.wake.set()
