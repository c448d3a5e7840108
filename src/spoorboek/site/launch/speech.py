"""What the launcher says, in Dutch or English, before Django and its languages are there."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from spoorboek.site.terminal import either, in_english

__all__ = ["Steps", "Trouble", "either", "in_english", "launch_began", "say", "seconds"]


def say(dutch: str, english: str) -> None:
    """One line to the person at the terminal; stderr, so that a command's own output stays clean."""
    print(either(dutch, english), file=sys.stderr, flush=True)  # noqa: T201


class Trouble(Exception):
    """Something the person at the terminal can mend: one sentence with what is wrong and what to do."""

    def __init__(self, dutch: str, english: str) -> None:
        super().__init__(either(dutch, english))


def seconds(value: float) -> str:
    """`3,2 s` in Dutch, `3.2 s` in English."""
    text = f"{value:.1f} s"
    return text if in_english() else text.replace(".", ",")


class Steps:
    """Numbered steps with the time each took: `2/6 Voorkant … 1,4 s`."""

    def __init__(self, total: int, began: float | None = None) -> None:
        self.total = total
        self.number = 0
        self.began = time.time() if began is None else began

    def done(self, dutch: str, english: str, took: float) -> None:
        """Report a step that is already over."""
        self.number += 1
        self._write(f"{self.number}/{self.total} {either(dutch, english)} … {seconds(took)}\n")

    @contextmanager
    def step(self, dutch: str, english: str) -> Iterator[list[str]]:
        """Time a step; what the block adds to the list is shown behind the time."""
        self.number += 1
        self._write(f"{self.number}/{self.total} {either(dutch, english)} … ")
        remarks: list[str] = []
        start = time.monotonic()
        try:
            yield remarks
        except BaseException:
            self._write("\n")
            raise
        self._write(
            f"{seconds(time.monotonic() - start)}{''.join(f' ({remark})' for remark in remarks if remark)}\n"
        )

    def elapsed(self) -> float:
        """Seconds since the command was typed."""
        return time.time() - self.began

    def _write(self, text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()


def launch_began() -> float:
    """When the launcher's script started (epoch seconds); now, where it did not say."""
    try:
        return float(os.environ["SPOORBOEK_LAUNCH_BEGAN"])
    except (KeyError, ValueError):
        return time.time()
