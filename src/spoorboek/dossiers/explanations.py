"""Why each date of a dossier is so: worked out when somebody first reads it, and kept until a fact or a rule changes.

Dates are stored with every act, since they are searched; their reasons are forty times as much, and read seldom. So
they are a cache: for everyone in the dossier beside it, with all medical facts in the medical layer. Only the
timetable's own actor reads and writes the cache; who reached a stored step gets the reason of that step (`reason_of`),
so that a step which a role may not know of tells nothing through its reason either.
"""

import json
import uuid
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from spoorboek.dossiers.facts import as_told_to_everyone, facts_of
from spoorboek.dossiers.facts_stored import facts_of_one
from spoorboek.dossiers.medical.envelopes import medical_envelope, medical_envelope_to_write
from spoorboek.dossiers.medical.models import Access, Trace
from spoorboek.dossiers.medical.scope import Closed, medical_scope
from spoorboek.dossiers.models import Dossier, Explanations, Obligation, Route
from spoorboek.dossiers.refusals import Refused
from spoorboek.dossiers.rules import rule_of
from spoorboek.law import Facts, Timetable, current_rulebook, timetable, timetable_json
from spoorboek.people.actor import Actor, System, acting_as

TIMETABLE = Actor(system=System.TIMETABLE)
APPLIES = {"not_applicable": False, "unknown": None}
MEDICAL_PARTS = ("because",)
BAN = "dismissal_ban"
AT_THE_EARLIEST = {
    "id": "ban-at-the-earliest",
    "kind": "open_norm",
    "reason": {
        "nl": "Sommige dagen tellen volgens de wet niet mee voor het opzegverbod. Dan eindigt het later. Dit is de"
        " vroegst mogelijke dag. Vraag UWV voordat je opzegt.",
        "en": "By law some days do not count for the dismissal ban. Then it ends later. This is the earliest"
        " possible day. Ask UWV before giving notice.",
    },
}
"""Stands beside every dismissal ban that everyone reads, whatever the doctor answered, so that it tells nothing."""
BY_EARLIER_RULES = {
    "id": "earlier-rules",
    "kind": "conflict",
    "reason": {
        "nl": "Deze datum is berekend met de regels of gegevens van toen. De uitleg daarbij is er niet meer.",
        "en": "This date was counted by the rules or facts of that time. Its explanation is no longer there.",
    },
}
"""Instead of a reason that would lead to another date than the stored one."""
Part = dict[str, Any]


@dataclass(frozen=True)
class Reasons:
    """The reasons that everyone in the dossier may read. `version`: of the dossier when they were made."""

    version: int
    clocks: Mapping[str, Part] = field(default_factory=dict)
    case: Mapping[str, Any] = field(default_factory=dict)
    steps: Mapping[tuple[str, int], Part] = field(default_factory=dict)

    @classmethod
    def read(cls, version: int, public: Mapping[str, Any]) -> "Reasons":
        steps = {(part["key"], part["ordinal"]): part for part in public["steps"]}
        return cls(version, public["clocks"], public["case"], steps)


def reasons_of(dossier: Dossier) -> Reasons:
    """All reasons of a dossier: one query where they were made before. Remembered with this very object."""
    known: Reasons | None = dossier.__dict__.get("_reasons")
    if known is None or known.version != dossier.version:
        known = kept(dossier) or made(dossier)
        dossier.__dict__["_reasons"] = known
    return known


def reason_of(row: Obligation) -> Part:
    """The reason of one stored step."""
    part = reasons_of(row.dossier).steps.get((row.key, row.ordinal))
    if part and (day_of(part["due"]), day_of(part["practice"])) == (row.statutory, row.practice):
        return part
    rule = rule_of(row)
    return {
        "key": row.key,
        "ordinal": row.ordinal,
        "consequence": {"nl": rule.consequence.nl, "en": rule.consequence.en},
        "document": {"nl": rule.document.nl, "en": rule.document.en},
        "uncertain": [BY_EARLIER_RULES],
    }


def clocks_of(route: Route) -> dict[str, Part]:
    """The clocks with their reasons; one that was counted by earlier rules keeps its day and says so."""
    stored = {"wage": route.wage_last_day, "wia": route.wia_last_day, BAN: route.ban_last_day}
    found = reasons_of(route.dossier).clocks
    return {name: as_stored(name, found.get(name), last) for name, last in stored.items()}


def as_stored(name: str, part: Part | None, last: date | None) -> Part:
    if part and day_of(part["last_day"]) == last:
        return part
    return {
        "key": name,
        "start": part["start"] if part else None,
        "last_day": last.isoformat() if last else None,
        "first_day_after": (last + timedelta(days=1)).isoformat() if last else None,
        "uncertain": [BY_EARLIER_RULES],
    }


def rows_shown(result: Timetable, full: dict[str, Any]) -> list[Obligation]:
    """The steps of a result of no dossier, with their public reasons; `full` is the same result as JSON."""
    rows = []
    for step, part in zip(result.obligations, full["obligations"], strict=True):
        row = Obligation(
            key=step.key,
            ordinal=step.ordinal,
            rule=step.rule,
            statutory=step.due,
            practice=step.practice,
            agreed=step.agreed,
            done=step.done,
            applies=APPLIES.get(step.status, True),
        )
        row.explanation = for_everyone(part)
        rows.append(row)
    return rows


def not_applicable(dossier: Dossier) -> list[Obligation]:
    """The steps of the law that do not apply here, unsaved: only shown, with the reason why not."""
    rows = []
    for part in reasons_of(dossier).steps.values():
        if part["status"] == "not_applicable":
            row = Obligation(
                dossier=dossier,
                key=part["key"],
                ordinal=part["ordinal"],
                rule=part["rule"],
                applies=False,
            )
            row.explanation = part
            rows.append(row)
    return rows


def kept(dossier: Dossier) -> Reasons | None:
    """The reasons in the cache, when they are of these facts and these rules."""
    with acting_as(TIMETABLE):
        row = Explanations.objects.filter(pk=dossier.pk).first()
    if row is None or (row.version, row.rules_version) != (dossier.version, current_rulebook().version):
        return None
    return Reasons.read(row.version, json.loads(zlib.decompress(row.packed)))


def made(dossier: Dossier) -> Reasons:
    """Work the reasons out and keep them. Facts that contradict each other give no reason, and keep nothing."""
    with acting_as(TIMETABLE):
        fresh = facts_of_one(dossier.pk)
        try:
            facts = facts_of(fresh)
        except Refused:
            return Reasons(dossier.version)
        result = timetable(facts)
        full = slim(timetable_json(result))
        public = public_reasons(facts, full)
        Explanations.objects.bulk_create(
            [
                Explanations(
                    dossier=fresh,
                    version=fresh.version,
                    rules_version=result.rules_version,
                    packed=zlib.compress(json.dumps(public, ensure_ascii=False).encode()),
                )
            ],
            update_conflicts=True,
            unique_fields=["dossier"],
            update_fields=["version", "rules_version", "packed"],
        )
        keep_full_trace(fresh, full | {"version": fresh.version, "rules_version": result.rules_version})
    return Reasons.read(dossier.version, public)


def public_reasons(facts: Facts, full: dict[str, Any]) -> dict[str, Any]:
    """What everyone in the dossier may read; the ban at the earliest."""
    open_facts = as_told_to_everyone(facts)
    told = full if open_facts == facts else timetable_json(timetable(open_facts))
    clocks = {
        name: for_everyone(part) for name, part in (full["clocks"] | {BAN: told["clocks"][BAN]}).items()
    }
    clocks[BAN]["uncertain"] = [*clocks[BAN]["uncertain"], AT_THE_EARLIEST]
    return {
        "clocks": clocks,
        "case": public_case(told["case"]),
        "steps": [for_everyone(part) for part in full["obligations"]],
    }


def slim(full: dict[str, Any]) -> dict[str, Any]:
    """The same result for keeping: an obligation names its sources once, not again with every step of its reason."""

    def without_sources(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{name: value for name, value in step.items() if name != "sources"} for step in steps]

    def slimmed(part: dict[str, Any]) -> dict[str, Any]:
        steps = [*part["because_public"], *part["because"]]
        named = {
            one["id"]: one for one in [*part["sources"], *(one for step in steps for one in step["sources"])]
        }
        reasons = {name: without_sources(part[name]) for name in ("because", "because_public")}
        return part | reasons | {"sources": list(named.values())}

    return full | {"obligations": [slimmed(part) for part in full["obligations"]]}


def for_everyone(part: Part) -> Part:
    """A clock or obligation without its full trace: what anyone in the dossier may read."""
    shown = {name: value for name, value in part.items() if name not in MEDICAL_PARTS}
    shown["would_move_if"] = [entry for entry in part.get("would_move_if", ()) if not entry.get("medical")]
    return shown


def public_case(full: dict[str, Any]) -> dict[str, Any]:
    """The case without its full reason."""
    return {name: value for name, value in full.items() if name != "why"}


def keep_full_trace(dossier: Dossier, full: dict[str, Any]) -> None:
    """Seal the full explanation in the medical layer, where that layer is on."""
    try:
        with medical_scope():
            sealed = medical_envelope_to_write(dossier.pk).seal(json.dumps(full, ensure_ascii=False))
            Trace.objects.update_or_create(dossier_id=dossier.pk, defaults={"sealed": sealed})
    except Closed:
        return


def full_trace(dossier: Dossier) -> dict[str, Any]:
    """The full explanation, for client and company doctor; empty where it may not be read. Others: `Closed`."""
    stamp = (dossier.version, current_rulebook().version)
    with medical_scope() as actor:
        found = sealed_trace(dossier.pk)
        if (found.get("version"), found.get("rules_version")) == stamp or not is_admitted(dossier.pk, actor):
            return found
    dossier.__dict__["_reasons"] = made(dossier)
    with medical_scope():
        return sealed_trace(dossier.pk)


def is_admitted(dossier_id: uuid.UUID, actor: Actor) -> bool:
    """Whether this person is on the medical layer's own list, so that a trace not seen is a trace not there."""
    return Access.objects.filter(dossier_id=dossier_id, account_id=actor.person_id).exists()


def sealed_trace(dossier_id: uuid.UUID) -> dict[str, Any]:
    """What is kept in the medical layer, opened; nothing where there is none or the actor may not read it."""
    row = Trace.objects.filter(pk=dossier_id).first()
    found: dict[str, Any] = json.loads(medical_envelope(dossier_id).open(row.sealed)) if row else {}
    return found


def forget(ids: list[uuid.UUID]) -> None:
    """Drop what is kept of these dossiers: a closed one is read seldom."""
    Explanations.objects.filter(pk__in=ids).delete()
    try:
        with medical_scope():
            Trace.objects.filter(pk__in=ids).delete()
    except Closed:
        return


def day_of(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
