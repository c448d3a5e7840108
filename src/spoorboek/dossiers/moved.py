"""Which dates an act moved: the stored route before and after, compared, each with the reason in one line.

The result goes into the act's journal entry, so that the page after an act and the dossier's story show the same.
"""

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from spoorboek.dossiers.journal import medical_texts, process_texts
from spoorboek.dossiers.medical.envelopes import medical_envelope
from spoorboek.dossiers.models import Dossier, JournalEntry, Obligation, Route
from spoorboek.dossiers.shown import in_language
from spoorboek.people.envelopes import Envelope
from spoorboek.people.policy import Layer

Words = dict[str, str]
CLOCK = "clock"


@dataclass(frozen=True)
class Stand:
    """One date as it stood: the last day of a clock, or the day of a step. `kind` is law, practice, agreed or clock."""

    title: Words
    on: date | None
    kind: str
    reasons: tuple[tuple[str, Words], ...]
    doubts: tuple[Words, ...]


Standing = dict[tuple[str, int], Stand]


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


def standing(dossier: Dossier) -> Standing:
    """The dates of a dossier as they are stored now; empty before the first computation."""
    steps = {
        (row.key, row.ordinal): of_step(row)
        for row in Obligation.objects.filter(dossier=dossier)
        if row.applies
    }
    route = Route.objects.filter(dossier=dossier).first()
    clocks = {(name, 0): of_clock(part) for name, part in route.clocks.items()} if route else {}
    return {**clocks, **steps}


def of_step(row: Obligation) -> Stand:
    days = (("agreed", row.agreed), ("law", row.statutory), ("practice", row.practice))
    kind, on = next(((kind, day) for kind, day in days if day), ("law", None))
    return Stand(row.explanation["title"], on, kind, reasons(row.explanation), doubts(row.explanation))


def of_clock(part: dict[str, Any]) -> Stand:
    last = part.get("last_day")
    return Stand({}, date.fromisoformat(last) if last else None, CLOCK, reasons(part), doubts(part))


def reasons(part: dict[str, Any]) -> tuple[tuple[str, Words], ...]:
    """Each step of the reason that everyone may read: what it does, and its sentence."""
    return tuple((step["op"], step["text"]) for step in part.get("because_public", ()))


def doubts(part: dict[str, Any]) -> tuple[Words, ...]:
    return tuple(doubt["reason"] for doubt in part.get("uncertain", ()))


def between(before: Standing, after: Standing) -> list[dict[str, Any]]:
    """What moved, as it is journalled; nothing when there was no route before."""
    if not before:
        return []
    return [
        entry(name, before.get(name), after.get(name))
        for name in {**before, **after}
        if day_of(before.get(name)) != day_of(after.get(name))
    ]


def day_of(stand: Stand | None) -> date | None:
    return stand.on if stand else None


def entry(name: tuple[str, int], old: Stand | None, new: Stand | None) -> dict[str, Any]:
    known = new or old
    assert known is not None
    return {
        "key": name[0],
        "ordinal": name[1],
        "title": known.title,
        "kind": known.kind,
        "old": day_of(old),
        "new": day_of(new),
        "why": why(old, new),
    }


def why(old: Stand | None, new: Stand | None) -> Words:
    """What is new in the reason: a pause first, since that moves all after it. Without a date, the doubt about it."""
    if new is None:
        return {}
    if new.on is None and new.doubts:
        return new.doubts[0]
    known = old.reasons if old else ()
    fresh = [step for step in new.reasons if step not in known]
    pauses = [text for op, text in fresh if op == "pause"]
    return next(iter([*pauses, *(text for _op, text in fresh)]), {})


CLOCK_TITLES = {
    "wage": lambda: _("Laatste dag van de loondoorbetaling"),
    "wia": lambda: _("Laatste dag van de wachttijd voor de WIA"),
    "dismissal_ban": lambda: _("Laatste dag van het opzegverbod"),
}


def shown(payload: dict[str, Any]) -> list[Moved]:
    """The moved dates of an opened journal payload, clocks first and then by day."""
    made = [of_payload(part) for part in payload.get("moved", ())]
    made.sort(key=lambda row: (row.kind != CLOCK, row.new or row.old or date.max, row.key, row.ordinal))
    return folded(made)


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
