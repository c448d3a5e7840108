"""The rules as dated data: read, checked and chosen. A rulebook is a value; a changed law is another rulebook."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from spoorboek.law.keys import ClockKey, ObligationKey
from spoorboek.law.results import Doubt, DoubtKind, Source, Text

Situation = Literal["employer", "erd_zw", "uwv"]
RULE_FILES = ("start", "reports", "plan", "second-year", "end", "recovery")


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(_Row):
    nl: str = Field(min_length=1)
    en: str = Field(min_length=1)

    @property
    def text(self) -> Text:
        return Text(self.nl, self.en)


class After(_Row):
    """Counted from a fact instead of from the clock's start, when the fact is known."""

    fact: str
    days: int


class Counting(_Row):
    """How a date is counted: `days` from the clock's start (or from the first known fact of `after`), before its end,
    or on a fact.

    letter: a late letter by UWV gives four weeks (WIA 64.6); late: the end moves with a late application (WIA 25.10).
    note, doubt: the sentence and the doubt that come with this date where it is used.
    """

    count: Literal["accrued", "before_end", "on_fact"]
    clock: ClockKey = "wia"
    days: int = 0
    fact: str | None = None
    after: tuple[After, ...] = ()
    shift: Literal["none", "atw", "atw_two_working_days"] = "none"
    every: int | None = None
    until_days: int | None = None
    letter: bool = False
    late: bool = False
    note: str | None = None
    doubt: str | None = None

    @property
    def term(self) -> int:
        """Days from the first day of the term to its last. The first sick day is in it, the day of a fact is not."""
        return self.days - 1 if self.count == "on_fact" else self.days


class AppliesIf(_Row):
    """When a version applies: the case began from..until (inclusive), who plays the employer, and a condition."""

    first_day_from: date | None = None
    first_day_until: date | None = None
    situations: tuple[Situation, ...] = ("employer", "erd_zw")
    condition: str = "always"

    def covers(self, first_day: date) -> bool:
        return (self.first_day_from is None or first_day >= self.first_day_from) and (
            self.first_day_until is None or first_day <= self.first_day_until
        )


class Rule(_Row):
    """One version of one obligation."""

    id: str
    key: ObligationKey
    due: Counting | None = None
    practice: Counting | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    applies_if: AppliesIf = AppliesIf()
    who: tuple[str, ...] = Field(min_length=1)
    sources: tuple[str, ...] = Field(min_length=1)
    title: Words
    consequence: Words
    document: Words
    doubts: tuple[str, ...] = ()
    deviation_allowed: bool = False
    optional: bool = False
    ends_at_aow: bool = True
    lead_days: int = 14
    done_by: str | None = None

    @property
    def countings(self) -> tuple[Counting, ...]:
        return tuple(counting for counting in (self.due, self.practice) if counting)

    @property
    def counting(self) -> Counting:
        found = self.due or self.practice
        if found is None:
            raise ValueError(f"rule {self.id} counts nothing")
        return found


class Limit(_Row):
    """A shorter end of a clock."""

    id: str
    applies_to: tuple[ClockKey, ...]
    after: Literal["aow", "household"]
    days: int
    first_day_from: date | None = None
    first_day_until: date | None = None
    sources: tuple[str, ...]
    doubt: str | None = None

    def covers(self, first_day: date) -> bool:
        return AppliesIf(first_day_from=self.first_day_from, first_day_until=self.first_day_until).covers(
            first_day
        )


class ClockRule(_Row):
    count: Literal["days", "years"]
    amount: int
    moves_with: tuple[Literal["voluntary", "late_application", "sanction"], ...]
    ends_with_employment: bool
    sources: tuple[str, ...]


class Gap(_Row):
    longest_days: int
    sources: tuple[str, ...]


class Extensions(_Row):
    voluntary_sources: tuple[str, ...]
    late_application_sources: tuple[str, ...]
    sanction_sources: tuple[str, ...]
    shortening_sources: tuple[str, ...]
    letter_sources: tuple[str, ...]
    application_weeks: int
    letter_day: int
    letter_grace_days: int
    report_before_day: int
    sanction_decision_weeks: int
    shortening_decision_days: int
    shortening_tail_days: int


class AowAge(_Row):
    born_from: date
    born_until: date
    years: int
    months: int


class Aow(_Row):
    sources: tuple[str, ...]
    table: tuple[AowAge, ...]


class Measure(_Row):
    """A temporary measure that moves no date: told with an obligation to those it may concern."""

    id: str
    key: ObligationKey
    waiting_end_from: date
    waiting_end_until: date
    age: int
    note: str
    doubt: str
    sources: tuple[str, ...]


class SourceRow(_Row):
    bwb_id: str | None = None
    article: str = ""
    nl: str
    en: str
    url: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    confirmed: bool = True


class DoubtRow(_Row):
    kind: DoubtKind
    nl: str
    en: str
    when: Literal["always", "day_off", "asked"] = "asked"


class StepWords(_Row):
    """A step's sentence; `public_*` is what everyone else reads where a medical fact is behind it."""

    nl: str
    en: str
    public_nl: str | None = None
    public_en: str | None = None


class Rulebook(_Row):
    """Every rule, source, doubt and sentence of the library."""

    version: str
    gap: Gap
    clocks: dict[ClockKey, ClockRule]
    limits: tuple[Limit, ...]
    extensions: Extensions
    aow: Aow
    measures: tuple[Measure, ...]
    rules: tuple[Rule, ...]
    sources: dict[str, SourceRow]
    doubts: dict[str, DoubtRow]
    steps: dict[str, StepWords]

    @model_validator(mode="after")
    def _complete(self) -> Self:
        ids = [rule.id for rule in self.rules]
        if len(ids) != len(set(ids)):
            raise ValueError("two rules share an id")
        for rule in self.rules:
            doubts = {*rule.doubts, *(counting.doubt for counting in rule.countings if counting.doubt)}
            notes = {counting.note for counting in rule.countings if counting.note}
            unknown = (
                (set(rule.sources) - set(self.sources))
                | (doubts - set(self.doubts))
                | (notes - set(self.steps))
            )
            if unknown:
                raise ValueError(f"rule {rule.id} names unknown {sorted(unknown)}")
            rule.counting  # noqa: B018
        return self

    def rules_of(self, key: str) -> tuple[Rule, ...]:
        """The versions of one obligation, in the order in which they are tried."""
        return tuple(rule for rule in self.rules if rule.key == key)

    def general(self, key: str) -> Rule:
        """The version for the ordinary case: the last one tried."""
        return self.rules_of(key)[-1]

    def source(self, source_id: str) -> Source:
        row = self.sources[source_id]
        url = row.url or (f"https://wetten.overheid.nl/{row.bwb_id}" if row.bwb_id else None)
        return Source(
            source_id,
            row.bwb_id,
            row.article,
            Text(row.nl, row.en),
            url,
            row.valid_from,
            row.valid_until,
            row.confirmed,
        )

    def sources_of(self, ids: tuple[str, ...]) -> tuple[Source, ...]:
        return tuple(self.source(source_id) for source_id in ids)

    def doubt(self, doubt_id: str) -> Doubt:
        row = self.doubts[doubt_id]
        return Doubt(doubt_id, Text(row.nl, row.en), row.kind)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("spoorboek.law").joinpath(f"rules/{name}.toml").read_text("utf-8"))


@cache
def current_rulebook() -> Rulebook:
    """The rulebook that ships with this version."""
    clocks = _read("clocks") | _read("measures")
    rules = [rule for name in RULE_FILES for rule in _read(name)["rule"]]
    return Rulebook(
        rules=rules, sources=_read("sources"), doubts=_read("doubts"), steps=_read("steps"), **clocks
    )
