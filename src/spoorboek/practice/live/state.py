"""Where a running session stands, folded from what its screen told: pure, no clock and no database.

It holds keys and numbers, is sealed in its row, and goes with the row when the session is over.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

MOST_RATINGS = MOST_ANSWERS = 200
MOST_DIALS, MOST_SCREENS = 60, 20
"""More than any scene or household has; what a screen tells never makes the row grow without end."""
RECENT = 60
"""Moments and commands that are kept for a screen that missed a few; one that missed more gets the whole."""
CALMS = frozenset({"pause", "safe-place", "stop"})


@dataclass
class State:
    """As `Snapshot` in `frontend/vr/link/wire.ts`. `t`: milliseconds of scene time."""

    phase: str = "ready"
    phase_by: str = "system"
    t: int = 0
    dials: dict[str, float] = field(default_factory=dict)
    step: str = ""
    node: str | None = None
    kind: str = ""
    seat: str = "own"
    voice: str | None = None
    answers: list[dict[str, Any]] = field(default_factory=list)
    ratings: list[dict[str, float]] = field(default_factory=list)
    nausea: list[dict[str, float]] = field(default_factory=list)
    raised_at: int = -1
    """When something last went up; -1 for not yet."""

    @property
    def goes_on(self) -> bool:
        """Somebody is in the scene, or rests from it; not before the start, nor after the end."""
        return self.phase not in {"ready", "ended"}

    def raised(self) -> None:
        """Something goes up now: a rating counts again when it comes later than this."""
        self.raised_at = max(self.raised_at, self.t + 1)

    def fold(self, moment: Mapping[str, Any]) -> None:
        """Take one moment in."""
        self.t = int(moment["t"])
        change = FOLDS.get(moment["type"])
        if change:
            change(self, moment)


def _phase(state: State, moment: Mapping[str, Any]) -> None:
    state.phase, state.phase_by = moment["key"].partition(":")[0], moment["by"]
    if state.phase == "ready":
        state.answers, state.node = [], None


def _dial(state: State, moment: Mapping[str, Any]) -> None:
    key, value = moment["key"], float(moment["value"] or 0)
    if value > state.dials.get(key, value):
        state.raised_at = state.t
    if key in state.dials or len(state.dials) < MOST_DIALS:
        state.dials[key] = value


def _step(state: State, moment: Mapping[str, Any]) -> None:
    """All dials go along with it; after each the client is asked how tense they are."""
    state.step, state.dials = moment["key"], {}
    if state.phase != "ready":
        state.raised_at = state.t


def _answer(state: State, moment: Mapping[str, Any]) -> None:
    state.answers.append({"node": moment["key"], "index": int(moment["value"] or 0)})
    del state.answers[:-MOST_ANSWERS]


def _rated(name: str, state: State, moment: Mapping[str, Any]) -> None:
    if moment["value"] is not None:
        rows: list[dict[str, float]] = getattr(state, name)
        rows.append({"t": state.t, "value": moment["value"]})
        del rows[:-MOST_RATINGS]


Fold = Callable[[State, Mapping[str, Any]], None]
FOLDS: dict[str, Fold] = {
    "phase": _phase,
    "dial": _dial,
    "step": _step,
    "node": lambda state, moment: setattr(state, "node", moment["key"] or None),
    "kind": lambda state, moment: setattr(state, "kind", moment["key"]),
    "seat": lambda state, moment: setattr(state, "seat", moment["key"] or "own"),
    "voice": lambda state, moment: setattr(state, "voice", moment["key"] or None),
    "answer": _answer,
    "rating": lambda state, moment: _rated("ratings", state, moment),
    "nausea": lambda state, moment: _rated("nausea", state, moment),
}


@dataclass
class Held:
    """All that the server holds of a running session: the state, what came last, and how far each screen has told."""

    state: State = field(default_factory=State)
    kept: int = 0
    """Moments of this session that were kept."""
    moments: list[dict[str, Any]] = field(default_factory=list)
    number: int = 0
    """The coach's last command."""
    commands: list[dict[str, Any]] = field(default_factory=list)
    got: dict[str, int] = field(default_factory=dict)
    """By screen: the number of its last moment."""

    def take(self, screen: str, moments: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """The moments that are new, numbered for the session. Those seen before are passed over; a gap waits."""
        new = []
        for moment in moments:
            had = self.got.get(screen, 0)
            if moment["n"] != had + 1:
                continue
            self.got[screen] = had + 1
            if len(self.got) > MOST_SCREENS:
                del self.got[next(iter(self.got))]
            self.kept += 1
            one = {**moment, "t": int(moment["t"]), "n": self.kept}
            self.state.fold(one)
            new.append(one)
        self.moments = [*self.moments, *new][-RECENT:]
        return new

    def command(self, command: Mapping[str, Any]) -> int:
        """Number a command; its number."""
        self.number += 1
        self.commands = [*self.commands, {**command, "n": self.number}][-RECENT:]
        return self.number

    def moments_after(self, n: int) -> list[dict[str, Any]] | None:
        """What a coach's screen missed; None where it missed more than is kept."""
        return after(self.moments, n, self.kept)

    def commands_after(self, n: int) -> list[dict[str, Any]] | None:
        """What the client's screen missed; None where it missed more than is kept."""
        return after(self.commands, n, self.number)

    def still_counts(self, n: int) -> list[dict[str, Any]]:
        """Of the commands after `n`, those that calm: a child that cries half a minute late helps nobody."""
        return [
            {name: value for name, value in one.items() if name != "n"}
            for one in self.commands
            if one["n"] > n and one["type"] in CALMS
        ]

    def forget(self) -> None:
        """The session is over: only how far each screen told stays, for what still comes in late."""
        self.state, self.moments, self.commands = State(phase="ended"), [], []

    def as_json(self) -> dict[str, Any]:
        """To be written at once: no copy, since copying each rating took longer than asking the database."""
        return vars(self) | {"state": vars(self.state)}

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> "Held":
        return cls(**{**said, "state": State(**said["state"])})


def after(rows: list[dict[str, Any]], n: int, last: int) -> list[dict[str, Any]] | None:
    """Rows numbered above `n`, when none of those in between is gone."""
    if n > last or (n < last and (not rows or rows[0]["n"] > n + 1)):
        return None
    return [row for row in rows if row["n"] > n]
