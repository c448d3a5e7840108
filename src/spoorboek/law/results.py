"""What the timetable says: frozen values that can be shown, stored and replayed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

Status = Literal["done", "overdue", "due", "coming", "expired", "not_applicable", "unknown"]
Op = Literal["start", "days", "years", "pause", "shift", "take", "note"]
DoubtKind = Literal["unknown_fact", "conflict", "open_norm", "unconfirmed", "missing_rule"]


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in Dutch and in English."""

    nl: str
    en: str

    def in_language(self, language: str) -> str:
        return self.en if language.lower().startswith("en") else self.nl


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule comes from. `valid_from` and `valid_until` (inclusive) bound the text that was read."""

    id: str
    bwb_id: str | None
    article: str
    title: Text
    url: str | None
    valid_from: date | None
    valid_until: date | None
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a reason. `on` is the date reached after it; `op` and `days` let a machine repeat it."""

    text: Text
    on: date | None
    rule: str
    sources: tuple[Source, ...]
    op: Op
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a date or a duty is not certain. Written without any health fact: everyone may read it."""

    id: str
    reason: Text
    kind: DoubtKind


@dataclass(frozen=True, slots=True)
class WouldMove:
    """What the date would be with one fact changed. `medical` entries are for client and company doctor only."""

    id: str
    change: Text
    due: date | None
    medical: bool


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `start` until `until` (exclusive)."""

    start: date
    until: date


@dataclass(frozen=True, slots=True)
class Case:
    """The sickness case now running. `new_case`: an earlier case in the facts has ended."""

    first_sick_day: date
    new_case: bool
    why: Text
    why_public: Text
    earlier_first_days: tuple[date, ...]
    uncertain: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Clock:
    """One of the three clocks. Both ends inclusive; `elapsed_days` counts sick days up to and including `on`.

    `last_day` is empty when the person recovered before it, or when a needed fact is not known.
    """

    key: str
    start: date | None
    elapsed_days: int | None
    last_day: date | None
    first_day_after: date | None
    suspended: tuple[Interval, ...]
    because: tuple[Step, ...]
    because_public: tuple[Step, ...]
    would_move_if: tuple[WouldMove, ...]
    uncertain: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Clocks:
    wage: Clock
    wia: Clock
    dismissal_ban: Clock

    def __iter__(self) -> Iterator[Clock]:
        return iter((self.wage, self.wia, self.dismissal_ban))


@dataclass(frozen=True, slots=True)
class Obligation:
    """One duty or right, with the four dates that people confuse.

    due: the last lawful day; practice: when it is usually done; agreed: what both parties agreed with reasons;
    done: when it was done. `rule` is the version of the rule that applied.
    """

    key: str
    ordinal: int
    title: Text
    due: date | None
    practice: date | None
    agreed: date | None
    done: date | None
    who: tuple[str, ...]
    sources: tuple[Source, ...]
    consequence: Text
    document: Text
    status: Status
    because: tuple[Step, ...]
    because_public: tuple[Step, ...]
    would_move_if: tuple[WouldMove, ...]
    uncertain: tuple[Doubt, ...]
    deviation_allowed: bool
    rule: str
    repeating: bool = False

    @property
    def deadline(self) -> date | None:
        """The day that binds: the agreed one where deviation is allowed, else the statutory one."""
        return self.agreed if self.agreed and self.deviation_allowed else self.due

    @property
    def shown_on(self) -> date | None:
        """The day to place it on a route: done, else binding, else usual."""
        return self.done or self.deadline or self.practice


@dataclass(frozen=True, slots=True)
class Timetable:
    case: Case
    clocks: Clocks
    obligations: tuple[Obligation, ...]
    on: date | None
    rules_version: str

    def obligation(self, key: str, ordinal: int = 0) -> Obligation:
        for found in self.obligations:
            if found.key == key and found.ordinal == ordinal:
                return found
        raise KeyError(f"no obligation {key!r} with ordinal {ordinal}")
