"""From facts to stored obligations. Run by the timetable's own actor, since some facts behind a date are medical."""

import json
from typing import Any

from spoorboek.dossiers.facts import as_told_to_everyone, facts_of
from spoorboek.dossiers.medical.envelopes import medical_envelope_to_write
from spoorboek.dossiers.medical.models import Trace
from spoorboek.dossiers.medical.scope import Closed, medical_scope
from spoorboek.dossiers.models import Dossier, Obligation, Route
from spoorboek.dossiers.signals import projected
from spoorboek.law import Facts, Timetable, timetable, timetable_json
from spoorboek.people.actor import Actor, System, acting_as

MEDICAL_PARTS = ("because",)
APPLIES = {"not_applicable": False, "unknown": None}
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
DATE_PARTS = ("key", "ordinal", "due", "practice", "agreed", "done", "status")


def slim(full: dict[str, Any]) -> dict[str, Any]:
    """The same result for keeping: an obligation names its sources once, not again with every step of its reason."""

    def without_sources(steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [{name: value for name, value in step.items() if name != "sources"} for step in steps]

    def kept(part: dict[str, Any]) -> dict[str, Any]:
        steps = [*part["because_public"], *part["because"]]
        named = {
            one["id"]: one for one in [*part["sources"], *(one for step in steps for one in step["sources"])]
        }
        reasons = {name: without_sources(part[name]) for name in ("because", "because_public")}
        return part | reasons | {"sources": list(named.values())}

    return full | {"obligations": [kept(part) for part in full["obligations"]]}


def for_everyone(part: dict[str, Any]) -> dict[str, Any]:
    """A clock or obligation without its full trace: what anyone in the dossier may read."""
    shown = {name: value for name, value in part.items() if name not in MEDICAL_PARTS}
    shown["would_move_if"] = [entry for entry in part.get("would_move_if", ()) if not entry.get("medical")]
    return shown


def public_case(full: dict[str, Any]) -> dict[str, Any]:
    """The case without its full reason."""
    return {name: value for name, value in full.items() if name != "why"}


def public_route(facts: Facts, full: dict[str, Any]) -> dict[str, Any]:
    """The clocks and the case as everyone in the dossier reads them: the ban at the earliest."""
    open_facts = as_told_to_everyone(facts)
    told = full if open_facts == facts else timetable_json(timetable(open_facts))
    clocks = {
        name: for_everyone(part) for name, part in (full["clocks"] | {BAN: told["clocks"][BAN]}).items()
    }
    clocks[BAN]["uncertain"] = [*clocks[BAN]["uncertain"], AT_THE_EARLIEST]
    return {"clocks": clocks, "case": public_case(told["case"])}


def obligation_rows(
    result: Timetable, full: dict[str, Any], dossier: Dossier | None = None
) -> list[Obligation]:
    """Unsaved rows of a result. `full` is the same result as JSON; without a dossier the rows are only for showing."""
    rows = []
    for obligation, part in zip(result.obligations, full["obligations"], strict=True):
        explanation = {name: value for name, value in for_everyone(part).items() if name not in DATE_PARTS}
        rows.append(
            Obligation(
                dossier=dossier,
                key=obligation.key,
                ordinal=obligation.ordinal,
                statutory=obligation.due,
                practice=obligation.practice,
                agreed=obligation.agreed,
                done=obligation.done,
                next_on=None if obligation.done else obligation.deadline or obligation.practice,
                applies=APPLIES.get(obligation.status, True),
                explanation=explanation,
            )
        )
    return rows


def store(dossier: Dossier, facts: Facts, result: Timetable) -> None:
    """Replace the dossier's obligations and route by this result; the full trace goes to the medical layer."""
    full = slim(timetable_json(result))
    rows = obligation_rows(result, full, dossier)
    Obligation.objects.filter(dossier=dossier).delete()
    Obligation.objects.bulk_create(rows)
    Route.objects.update_or_create(
        dossier=dossier,
        defaults={**public_route(facts, full), "rules_version": result.rules_version},
    )
    keep_full_trace(dossier, full)
    projected.send(sender=Dossier, dossiers=[dossier.pk])


def keep_full_trace(dossier: Dossier, full: dict[str, Any]) -> None:
    """Seal the full explanation in the medical layer, where that layer is on."""
    try:
        with medical_scope():
            sealed = medical_envelope_to_write(dossier.pk).seal(json.dumps(full, ensure_ascii=False))
            Trace.objects.update_or_create(dossier_id=dossier.pk, defaults={"sealed": sealed})
    except Closed:
        return


def with_facts() -> Any:
    """Dossiers with everything `facts_of` reads, in a fixed number of queries."""
    return Dossier.objects.select_related("employment").prefetch_related(
        "spells",
        "resumed_hours",
        "leaves",
        "milestones",
        "decisions",
        "agreements",
        "employment__contract_hours",
    )


def recompute(dossier: Dossier) -> Timetable:
    """Compute the timetable from the facts as they now stand and store it."""
    with acting_as(Actor(system=System.TIMETABLE)):
        fresh = with_facts().get(pk=dossier.pk)
        facts = facts_of(fresh)
        result = timetable(facts)
        store(fresh, facts, result)
    return result
