"""Which dates an act moved: the stored route before and after, compared, each with the reason in one line.

The result goes into the act's journal entry, so that the page after an act and the dossier's story show the same.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from spoorboek.dossiers.journal import medical_texts, process_texts
from spoorboek.dossiers.medical.envelopes import medical_envelope
from spoorboek.dossiers.models import JournalEntry
from spoorboek.dossiers.projection import Computed, Projected, Told
from spoorboek.dossiers.rules import rule_named
from spoorboek.dossiers.shown import in_language
from spoorboek.dossiers.stored_steps import Standing, Step, StepRow
from spoorboek.law import Text
from spoorboek.people.envelopes import Envelope
from spoorboek.people.policy import Layer

Words = dict[str, str]
CLOCK = "clock"
UNTOLD: Told = ((), ())


@dataclass(frozen=True)
class Moved:
    """A date that an act moved, as a reader sees it. No `old`: it appeared; no `new`: it fell away or is not known."""

    key: str
    ordinal: int
    title: str
    kind: str
    old: date | None
    new: date | None
    why: str
    followers: int = 0
    """How many later ones of a repeating step moved too."""

    @property
    def days(self) -> int | None:
        """By how many days it moved; negative is earlier."""
        return (self.new - self.old).days if self.old and self.new else None

    @property
    def days_earlier(self) -> int:
        return -(self.days or 0)


def noted(made: Projected, old: Computed | None) -> list[dict[str, Any]]:
    """What moved, as it is journalled; nothing when there was no route before. `old`: worked out from the facts before
    the act, to tell what is new in a reason; None where they could not be."""
    before, after = made.before, made.after
    if not before.clocks:
        return []
    clocks = [
        clock_entry(name, before.clocks[name], day, old, made.computed)
        for name, day in after.clocks.items()
        if before.clocks[name] != day
    ]
    steps = {**before.steps, **after.steps}
    found = (
        step_entry(at, before.steps.get(at), after.steps.get(at), reason_for(at, old, made.computed))
        for at in steps
    )
    return [*clocks, *(one for one in found if one)]


RULES_CHANGED: Words = {"nl": "De regels zijn veranderd.", "en": "The rules have changed."}


def by_rules(before: Standing, after: Standing) -> list[dict[str, Any]]:
    """What a change of rules moved, with that as the reason."""
    clocks = [
        entry((name, 0), CLOCK, {}, before.clocks[name], day, RULES_CHANGED)
        for name, day in after.clocks.items()
        if before.clocks and before.clocks[name] != day
    ]
    steps = {**before.steps, **after.steps}
    found = (step_entry(at, before.steps.get(at), after.steps.get(at), RULES_CHANGED) for at in steps)
    return [*clocks, *(one for one in found if one)]


def clock_entry(
    name: str, was: date | None, now: date | None, before: Computed | None, after: Computed
) -> dict[str, Any]:
    reason = why(before.clock(name) if before else UNTOLD, after.clock(name), now)
    return entry((name, 0), CLOCK, {}, was, now, reason)


def step_entry(
    at: Step, old: StepRow | None, new: StepRow | None, reason: Words | Callable[[date | None], Words]
) -> dict[str, Any] | None:
    """A step whose day moved, appeared or fell away; None for one that stands where it stood."""
    was, now = (row if row and row.applies else None for row in (old, new))
    known = now or was
    if known is None or day_of(was) == day_of(now):
        return None
    words = rule_named(known.rule, at[0]).title
    title = {"nl": words.nl, "en": words.en}
    given = reason(day_of(now)) if callable(reason) else reason
    return entry(at, kind_of(known), title, day_of(was), day_of(now), given if now else {})


def reason_for(
    at: tuple[str, int], before: Computed | None, after: Computed
) -> Callable[[date | None], Words]:
    """What is new in the reason of a step, told only where it moved."""
    return lambda day: why(before.step(at) if before else UNTOLD, after.step(at), day)


def days_of(row: StepRow) -> tuple[tuple[str, date | None], ...]:
    return ("agreed", row.agreed), ("law", row.statutory), ("practice", row.practice)


def day_of(row: StepRow | None) -> date | None:
    return next((day for _kind, day in days_of(row) if day), None) if row else None


def kind_of(row: StepRow) -> str:
    return next((kind for kind, day in days_of(row) if day), "law")


def entry(
    at: tuple[str, int], kind: str, title: Words, old: date | None, new: date | None, reason: Words
) -> dict[str, Any]:
    return {
        "key": at[0],
        "ordinal": at[1],
        "title": title,
        "kind": kind,
        "old": old,
        "new": new,
        "why": reason,
    }


def why(old: Told, new: Told, day: date | None) -> Words:
    """What is new in the reason: a pause first, since that moves all after it. Without a date, the doubt about it."""
    steps, doubts = new
    if day is None and doubts:
        return words_of(doubts[0].reason)
    known = {(step.op, step.text) for step in old[0]}
    fresh = [step for step in steps if (step.op, step.text) not in known]
    pauses = [step for step in fresh if step.op == "pause"]
    return next((words_of(step.text) for step in [*pauses, *fresh]), {})


def words_of(text: Text) -> Words:
    return {"nl": text.nl, "en": text.en}


CLOCK_TITLES = {
    "wage": lambda: _("Laatste dag van de loondoorbetaling"),
    "wia": lambda: _("Laatste dag van de wachttijd voor de WIA"),
    "dismissal_ban": lambda: _("Laatste dag van het opzegverbod"),
}


def shown(payload: dict[str, Any]) -> list[Moved]:
    """The moved dates of an opened journal payload, clocks first and then by day."""
    made = [of_payload(part) for part in payload.get("moved", ())]
    made.sort(key=lambda row: (row.kind != CLOCK, row.new or row.old or date.max, row.key, row.ordinal))
    return by_reason(folded(made))


def by_reason(rows: list[Moved]) -> list[Moved]:
    """Rows with the same reason together, in the order in which each reason first comes."""
    reasons = list(dict.fromkeys(row.why for row in rows))
    return sorted(rows, key=lambda row: reasons.index(row.why))


def folded(rows: list[Moved]) -> list[Moved]:
    """Only the first of a repeating step, with how many follow it."""
    made: dict[str, Moved] = {}
    for row in rows:
        first = made.get(row.key)
        made[row.key] = replace(first, followers=first.followers + 1) if first else row
    return list(made.values())


def of_entry(entry: JournalEntry) -> list[Moved]:
    """The dates that one act moved, where the current actor may read what it said."""
    return shown(payload_of(entry))


def payload_of(entry: JournalEntry) -> dict[str, Any]:
    """What one act said; nothing where it was destroyed or is not for this actor."""
    medical = entry.layer == Layer.MEDICAL
    texts = (medical_texts if medical else process_texts)(entry.dossier_id)
    if entry.pk not in texts:
        return {}
    envelope = (medical_envelope if medical else Envelope)(entry.dossier_id)
    said: dict[str, Any] = json.loads(envelope.open(texts[entry.pk]))
    return said


def of_payload(part: dict[str, Any]) -> Moved:
    clock = CLOCK_TITLES.get(part["key"]) if part["kind"] == CLOCK else None
    return Moved(
        key=part["key"],
        ordinal=part["ordinal"],
        title=clock() if clock else in_language(part["title"]),
        kind=part["kind"],
        old=day(part["old"]),
        new=day(part["new"]),
        why=in_language(part["why"]) if part["why"] else "",
    )


def day(value: str | date | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value
