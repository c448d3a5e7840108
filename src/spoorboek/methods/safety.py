"""When a headset suits somebody, how long, and when practising stops: rules as data, each with its source.

    from spoorboek.methods.safety import safety

    safety().rule("headset-minutes").value        # 20
    safety().person[0].question                   # Words

The rules are ours and still to be reviewed by a company doctor or psychologist (`reviewed`); the page that shows them
says so. Nothing here looks at an answer: that is done where somebody answers, and the answer is kept nowhere.
"""

from functools import cache
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from spoorboek.methods.reading import Key, Strict, Text, Words, Wrong, read

FILE = Path(__file__).parent / "catalogue" / "vr-practice" / "safety.yaml"
Outcome = Literal["screen", "ask-doctor", "not-today"]
Unit = Literal["minutes", "seconds", "percent", "of-ten"]
SourceKeys = tuple[Key, ...]
NEEDED = frozenset(
    (
        "headset-minutes", "first-minutes", "home-minutes", "break-minutes", "drive-after", "warn-at",
        "raise-at-most", "may-rise", "quiet-at", "quiet-twice-at", "nausea-stop", "nausea-rise", "nausea-every",
        "calm-after",
    )
)  # fmt: skip
"""Rules that the product asks for by name."""


class Source(Strict):
    key: Key
    title: Text
    url: Text | None = None


class Asked(Strict):
    """A question. Yes gives `outcome`, *I do not know* gives `unsure`; on a scale of 0 to 10, more than `above` does.

    With `items` one answer stands for the whole list, so that nobody has to say which of them it is.
    """

    key: Key
    question: Words
    items: tuple[Words, ...] = ()
    scale: bool = False
    above: int | None = Field(default=None, ge=0, le=9)
    outcome: Outcome
    unsure: Outcome | None = None
    source: SourceKeys = Field(min_length=1, examples=["[ours]"])

    @model_validator(mode="after")
    def a_scale_has_an_edge(self) -> Self:
        if self.scale is not (self.above is not None):
            raise Wrong(
                "`above` hoort bij `scale: true`, en nergens anders",
                "`above` stands with `scale: true`, and nowhere else",
            )
        return self


class Rule(Strict):
    """One number that the practice keeps to."""

    key: Key
    value: int = Field(ge=0)
    unit: Unit
    title: Words
    why: Words
    source: SourceKeys = Field(min_length=1, examples=["[ours]"])


class Safety(Strict):
    """The whole protocol."""

    key: Key
    version: str
    reviewed: bool
    review: Words
    sources: tuple[Source, ...] = Field(min_length=1)
    person: tuple[Asked, ...] = Field(min_length=1)
    """Once a person."""
    day: tuple[Asked, ...] = Field(min_length=1)
    """Before every session."""
    rules: tuple[Rule, ...]
    stop: tuple[Words, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def stands_together(self) -> Self:
        """Every rule that is asked for is there once, and every source that is named is listed."""
        keys = [rule.key for rule in self.rules]
        if missing := sorted(NEEDED - set(keys)):
            raise Wrong(
                f"deze regel ontbreekt: {', '.join(missing)}", f"this rule is missing: {', '.join(missing)}"
            )
        if twice := sorted({key for key in keys if keys.count(key) > 1}):
            raise Wrong(f"staat er twee keer: {', '.join(twice)}", f"stands there twice: {', '.join(twice)}")
        known = {source.key for source in self.sources}
        asked = {key for one in (*self.person, *self.day) for key in one.source}
        named = asked | {key for rule in self.rules for key in rule.source}
        if unknown := sorted(named - known):
            raise Wrong(
                f"deze bron staat er niet: {', '.join(unknown)}", f"no such source: {', '.join(unknown)}"
            )
        return self

    def rule(self, key: str) -> Rule:
        """A rule by its key. Raises `KeyError`."""
        return {rule.key: rule for rule in self.rules}[key]

    def value(self, key: str) -> int:
        return self.rule(key).value

    @property
    def for_player(self) -> dict[str, float]:
        """The thresholds as the player reads them (frontend/vr/play/safety.ts)."""
        return {
            "raiseAtMost": self.value("raise-at-most"),
            "mayRise": self.value("may-rise"),
            "quietAt": self.value("quiet-at"),
            "quietTwiceAt": self.value("quiet-twice-at"),
            "nauseaStop": self.value("nausea-stop"),
            "nauseaRise": self.value("nausea-rise"),
            "nauseaEvery": self.value("nausea-every"),
            "warnAt": self.value("warn-at") / 100,
            "calmAfter": self.value("calm-after"),
        }


@cache
def safety() -> Safety:
    """The protocol that is shipped. Raises `Mistakes`."""
    return read(FILE, Safety)
