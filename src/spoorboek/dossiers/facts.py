"""The dossier's facts as the law library reads them."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from pydantic import ValidationError

from spoorboek.dossiers.medical.models import Answer, LeaveStatement, OwnStatement, SafetyNet
from spoorboek.dossiers.medical.scope import Closed, medical_scope
from spoorboek.dossiers.models import Dossier, Spell
from spoorboek.dossiers.refusals import Refused
from spoorboek.law import Facts
from spoorboek.law.problems import ProblemError

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

PART_NAMES = {
    "first_sick_day": gettext_lazy("De eerste ziektedag"),
    "spells": gettext_lazy("Ziekteperiode"),
    "leaves": gettext_lazy("Verlof"),
    "evaluations": gettext_lazy("De evaluaties:"),
    "employment": gettext_lazy("Het dienstverband"),
    "shortening": gettext_lazy("Het bekortingsverzoek"),
    "sanction": gettext_lazy("De loonsanctie"),
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


def spells(dossier: Dossier, safety_net: SafetyNet | None) -> list[dict[str, Any]]:
    return [
        {
            "from": row.starts,
            "until": row.ends,
            "resumed": resumed_within(dossier, row.starts, row.ends),
            "caused_by_pregnancy": pregnancy(dossier, row, safety_net),
        }
        for row in dossier.spells.all()
    ]


def pregnancy(dossier: Dossier, spell: Spell, safety_net: SafetyNet | None) -> str | None:
    """`yes` where the doctor said so. With leave inside the spell, the statement on that leave tells instead."""
    stated = safety_net is not None and safety_net.related_to_pregnancy == "yes"
    within = any(
        leave.ends > spell.starts and (spell.ends is None or leave.starts <= spell.ends)
        for leave in dossier.leaves.all()
    )
    return "yes" if stated and not within else None


@dataclass(frozen=True)
class Answers:
    """What the company doctor stated and what the client said, by the first day of a leave; and the safety nets."""

    stated: dict[date, LeaveStatement] = field(default_factory=dict)
    net: SafetyNet | None = None
    own: dict[date, str] = field(default_factory=dict)

    def same_cause(self, leave_from: date) -> str:
        found = self.stated.get(leave_from)
        return found.same_cause if found else Answer.UNKNOWN

    def related_to_birth(self, leave_from: date) -> str:
        """The doctor's answer, or else the client's own."""
        found = self.stated.get(leave_from)
        known = found.related_to_birth if found else Answer.UNKNOWN
        return self.own.get(leave_from, known) if known == Answer.UNKNOWN else known


def medical_answers(dossier: Dossier) -> Answers:
    """What the company doctor stated, where the actor may read it; otherwise nothing (which means: unknown)."""
    known: Answers | None = dossier.__dict__.get("_answers")
    if known is not None:
        return known
    try:
        with medical_scope():
            rows = LeaveStatement.objects.filter(dossier_id=dossier.pk)
            own = OwnStatement.objects.filter(dossier_id=dossier.pk)
            return Answers(
                {row.leave_from: row for row in rows},
                SafetyNet.objects.filter(pk=dossier.pk).first(),
                {row.leave_from: row.related_to_birth for row in own},
            )
    except Closed:
        return Answers()


def covered(safety_net: SafetyNet | None) -> str:
    """Whether any safety net applies. One answer for all, so that no step tells the employer which one it is."""
    if safety_net is None:
        return "unknown"
    answers = {safety_net.no_risk, safety_net.related_to_pregnancy, safety_net.organ_donation}
    return next((answer for answer in ("yes", "unknown") if answer in answers), "no")


def net_clear_on(dossier: Dossier) -> date | None:
    """The day on which the employer learned that a safety net applies, where that was entered."""
    known = getattr(dossier, "covered", None)
    return known.clear_on if known else None


def leaves(dossier: Dossier, answers: Answers) -> list[dict[str, Any]]:
    return [
        {
            "kind": row.kind,
            "from": row.starts,
            "until": row.ends,
            "same_cause": answers.same_cause(row.starts),
            "related_to_birth": answers.related_to_birth(row.starts),
        }
        for row in dossier.leaves.all()
    ]


def employment(dossier: Dossier, safety_net: SafetyNet | None) -> dict[str, Any]:
    work = dossier.employment
    return {
        "kind": "temp_agency" if work.kind == "temporary_agency" else work.kind,
        "start": work.starts,
        "end": work.ends,
        "no_risk": covered(safety_net),
        "own_risk_bearer_zw": work.organisation.own_risk_zw,
        "safety_net_clear_on": net_clear_on(dossier),
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
            made["shortening"] = {
                "received_on": row.received_on,
                "decided_on": row.decided_on,
                "granted": row.granted is not False,
            }
        elif row.kind == "voluntary_extension":
            made["voluntary_extension"] = {"weeks": row.weeks, "requested_on": row.received_on}
        elif row.kind == "shortened_waiting_period":
            made["shortened_waiting_period"] = {"applied_on": row.received_on, "granted_weeks": row.weeks}
    return made


def facts_as_data(dossier: Dossier) -> dict[str, Any]:
    """All facts of a dossier that the current actor may read; medical ones only for who may (others: unknown)."""
    answers = medical_answers(dossier)
    safety_net = answers.net
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
    return {
        "first_sick_day": dossier.first_sick_day,
        "first_day_basis": BASIS[Dossier.FirstDayBasis(dossier.first_day_basis)],
        "spells": spells(dossier, safety_net),
        "leaves": leaves(dossier, answers),
        "employment": employment(dossier, safety_net),
        "person": {"birth_date": dossier.employment.birth_date},
        "joint_deviations": deviations,
        **steps_done(dossier),
        **decisions(dossier),
    }


def facts_of(dossier: Dossier) -> Facts:
    """The facts as the law library reads them. Facts that contradict each other are `Refused` in words."""
    return validated(facts_as_data(dossier))


def as_told_to_everyone(facts: Facts) -> Facts:
    """The facts without the doctor's word that sickness without leave comes from pregnancy.

    Only the dismissal ban counts it (BW 7:670.1), so that a ban unlike the other clocks would tell of a pregnancy.
    """
    spells = tuple(spell.model_copy(update={"caused_by_pregnancy": None}) for spell in facts.spells)
    return facts.model_copy(update={"spells": spells})


def validated(data: dict[str, Any]) -> Facts:
    try:
        return Facts.model_validate(data)
    except ValidationError as error:
        raise Refused(contradiction(error)) from error


def contradiction(error: ValidationError) -> str:
    """What does not fit, in the reader's language."""
    found = [part["ctx"]["error"] for part in error.errors() if "error" in part.get("ctx", {})]
    problems = [problem for cause in found if isinstance(cause, ProblemError) for problem in cause.problems]
    told = " ".join(f"{part_name(p.field)} {p.message.in_language(get_language() or 'nl')}" for p in problems)
    advice = _("Kijk bij de feiten van dit dossier welke dag niet klopt en wijzig die eerst.")
    return f"{told or _('Deze gegevens passen niet bij wat er al staat.')} {advice}"


def part_name(field: str) -> str:
    """`spells[1].until` in words: `Ziekteperiode 2`."""
    name, _bracket, rest = field.partition("[")
    number = int(rest.partition("]")[0]) + 1 if rest else 0
    words = PART_NAMES.get(name.partition(".")[0])
    told = str(words) if words else name
    return f"{told} {number}" if number else told
