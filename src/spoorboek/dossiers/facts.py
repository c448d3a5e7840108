"""The dossier's facts as the law library reads them."""

from datetime import date
from decimal import Decimal
from typing import Any

from spoorboek.dossiers.medical.models import LeaveStatement, SafetyNet
from spoorboek.dossiers.medical.scope import Closed, medical_scope
from spoorboek.dossiers.models import Dossier
from spoorboek.law import Facts

BASIS = {Dossier.FirstDayBasis.NO_WORK: "not_worked", Dossier.FirstDayBasis.STOPPED: "stopped_during_day"}
OWN_FIELDS = {
    "problem-analysis": "analysis_on",
    "plan-of-action": "plan_on",
    "early-signal": "early_signal_on",
    "second-track-start": "second_track_started_on",
    "uwv-letter": "uwv_letter_on",
    "riv-to-employee": "riv_to_employee_on",
    "wia-application": "application_on",
}


def percentage(hours: Decimal, contract: Decimal | None) -> int:
    """Part of the contract hours worked, whole percents, 0 to 100."""
    return min(100, round(hours * 100 / contract)) if contract else 0


def contract_on(dossier: Dossier, day: date) -> Decimal | None:
    """Contract hours a week that hold on a day, or None when they are not known."""
    known = [row.hours for row in dossier.employment.contract_hours.all() if row.since <= day]
    return known[-1] if known else None


def resumed_within(dossier: Dossier, starts: date, ends: date | None) -> list[dict[str, Any]]:
    """The steps in hours worked inside one spell."""
    return [
        {"from": row.since, "percentage": percentage(row.hours, contract_on(dossier, row.since))}
        for row in dossier.resumed_hours.all()
        if row.since >= starts and (ends is None or row.since < ends)
    ]


def spells(dossier: Dossier) -> list[dict[str, Any]]:
    return [
        {"from": row.starts, "until": row.ends, "resumed": resumed_within(dossier, row.starts, row.ends)}
        for row in dossier.spells.all()
    ]


def medical_answers(dossier: Dossier) -> tuple[dict[date, LeaveStatement], SafetyNet | None]:
    """What the company doctor stated, where the actor may read it; otherwise nothing (which means: unknown)."""
    try:
        with medical_scope():
            statements = {row.leave_from: row for row in LeaveStatement.objects.filter(dossier_id=dossier.pk)}
            return statements, SafetyNet.objects.filter(pk=dossier.pk).first()
    except Closed:
        return {}, None


def leaves(dossier: Dossier, statements: dict[date, LeaveStatement]) -> list[dict[str, Any]]:
    made = []
    for row in dossier.leaves.all():
        stated = statements.get(row.starts)
        made.append(
            {
                "kind": row.kind,
                "from": row.starts,
                "until": row.ends,
                "same_cause": stated.same_cause if stated else "unknown",
                "related_to_birth": stated.related_to_birth if stated else "unknown",
            }
        )
    return made


def employment(dossier: Dossier, safety_net: SafetyNet | None) -> dict[str, Any]:
    work = dossier.employment
    return {
        "kind": "temp_agency" if work.kind == "temporary_agency" else work.kind,
        "start": work.starts,
        "end": work.ends,
        "no_risk": safety_net.no_risk if safety_net else "unknown",
        "contract_hours": [
            {"from": row.since, "hours_per_week": float(row.hours)} for row in work.contract_hours.all()
        ],
    }


def steps_done(dossier: Dossier) -> dict[str, Any]:
    """Milestones: those with a field of their own, the evaluations, and the rest as `done`."""
    made: dict[str, Any] = {"done": [], "evaluations": []}
    for row in dossier.milestones.all():
        if row.key in OWN_FIELDS and row.ordinal == 0:
            made[OWN_FIELDS[row.key]] = row.done_on
        elif row.key == "progress-evaluation":
            made["evaluations"].append(row.done_on)
        else:
            made["done"].append({"key": row.key, "ordinal": row.ordinal, "done_on": row.done_on})
    return made


def decisions(dossier: Dossier) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for row in dossier.decisions.all():
        if row.kind == "sanction":
            made["sanction"] = {"decided_on": row.decided_on, "weeks": row.weeks or 52}
        elif row.kind == "shortening":
            made["shortening"] = {"received_on": row.received_on, "decided_on": row.decided_on}
        elif row.kind == "voluntary_extension":
            made["voluntary_extension"] = {"weeks": row.weeks, "requested_on": row.received_on}
        elif row.kind == "shortened_waiting_period":
            made["shortened_waiting_period"] = {"applied_on": row.received_on, "granted_weeks": row.weeks}
    return made


def facts_of(dossier: Dossier) -> Facts:
    """All facts of a dossier that the current actor may read; medical ones only for who may (others: unknown)."""
    statements, safety_net = medical_answers(dossier)
    deviations = [
        {
            "key": row.key,
            "ordinal": row.ordinal,
            "agreed_on": row.agreed_on,
            "due": row.due,
            "reason": row.reason,
        }
        for row in dossier.agreements.all()
    ]
    return Facts.model_validate(
        {
            "first_sick_day": dossier.first_sick_day,
            "first_day_basis": BASIS[Dossier.FirstDayBasis(dossier.first_day_basis)],
            "spells": spells(dossier),
            "leaves": leaves(dossier, statements),
            "employment": employment(dossier, safety_net),
            "person": {"birth_date": dossier.employment.birth_date},
            "joint_deviations": deviations,
            **steps_done(dossier),
            **decisions(dossier),
        }
    )
