"""Acts about WAZO leave, and what the company doctor states about it and about the safety net (rules C11 to C13)."""

import uuid
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import entered
from spoorboek.dossiers.medical.models import Answer, LeaveStatement, SafetyNet
from spoorboek.dossiers.medical.scope import medical_scope
from spoorboek.dossiers.models import Covered, Dossier, Leave
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Layer, Role
from spoorboek.site import clock

ONE_DAY = timedelta(days=1)
LONGEST = timedelta(days=7 * 36)
"""Well past the longest leave with benefit (a multiple birth, premature, with the child in hospital: WAZO 3:1)."""


def register_leave(
    actor: Actor, dossier_id: uuid.UUID, starts: date, last_day: date, version: int | None = None
) -> None:
    """Leave with benefit from its first to its last day, both inclusive; it may lie ahead."""
    with entered(
        actor, dossier_id, "register_leave", roles=(Role.CASE_MANAGER,), version=version, current=leave_now
    ) as work:
        check_leave(work.dossier, starts, last_day)
        Leave.objects.create(dossier=work.dossier, starts=starts, ends=last_day + ONE_DAY)
        work.said(starts=starts, last_day=last_day)
        work.changed("leave_starts", None, starts)
        work.changed("leave_last_day", None, last_day)


def check_leave(dossier: Dossier, starts: date, last_day: date, besides: int | None = None) -> None:
    """Refuse leave that cannot be; `besides` is the leave being corrected."""
    if last_day < starts:
        raise Refused(_("De laatste dag ligt voor de eerste dag. Kies een latere laatste dag."), "last_day")
    if last_day - starts > LONGEST:
        raise Refused(_("Zo lang duurt dit verlof nooit. Kijk de data na in de brief van UWV."), "last_day")
    if starts > clock.today() + timedelta(days=365):
        raise Refused(_("Dit ligt meer dan een jaar vooruit. Kijk het jaartal na."), "starts")
    if last_day < dossier.first_sick_day:
        raise Refused(
            _("Dit verlof was al voorbij voor de eerste ziektedag. Het telt niet mee in dit dossier."),
            "last_day",
        )
    for other in dossier.leaves.all():
        if other.pk != besides and starts < other.ends and last_day >= other.starts:
            raise Refused(
                _("Er staat al verlof in deze dagen. Kies andere dagen of wijzig het verlof dat er staat."),
                "starts",
            )


def leave_now(dossier: Dossier) -> dict[str, Any]:
    last = dossier.leaves.last()
    return (
        {"starts": last.starts, "last_day": last.ends - ONE_DAY}
        if last
        else {"starts": None, "last_day": None}
    )


def state_on_leave(
    actor: Actor,
    dossier_id: uuid.UUID,
    leave_id: int,
    same_cause: str,
    related_to_birth: str,
    version: int | None = None,
) -> None:
    """The company doctor on the sickness round one leave: the same cause, and a consequence of pregnancy or birth.

    The employer's side only ever sees what it does to the dates: counts, or does not count.
    """
    with entered(actor, dossier_id, "state_on_leave", roles=(Role.COMPANY_DOCTOR,), version=version) as work:
        leave = leave_of(work.dossier, leave_id)
        work.layer = Layer.MEDICAL
        said = {"same_cause": Answer(same_cause), "related_to_birth": Answer(related_to_birth)}
        with medical_scope():
            stated, _made = LeaveStatement.objects.get_or_create(
                dossier_id=dossier_id, leave_from=leave.starts
            )
            for name, answer in said.items():
                work.changed(name, getattr(stated, name), answer)
                setattr(stated, name, answer)
            stated.save()
        work.said(leave_from=leave.starts)


def leave_of(dossier: Dossier, leave_id: int) -> Leave:
    leave = dossier.leaves.filter(pk=leave_id).first()
    if leave is None:
        raise Refused(_("Dit verlof staat niet meer in het dossier. Kijk bij de feiten wat er nu staat."))
    return leave


SAFETY_NETS = ("no_risk", "related_to_pregnancy", "organ_donation")


def state_safety_net(
    actor: Actor, dossier_id: uuid.UUID, answers: dict[str, str], version: int | None = None
) -> None:
    """Which safety net of the Ziektewet applies. The process layer only learns: yes, no or not known yet.

    `answers` holds an `Answer` for each of `SAFETY_NETS`.
    """
    with entered(
        actor, dossier_id, "state_safety_net", roles=(Role.COMPANY_DOCTOR,), version=version
    ) as work:
        work.layer = Layer.MEDICAL
        with medical_scope():
            stated, _made = SafetyNet.objects.get_or_create(dossier_id=dossier_id)
            for name in SAFETY_NETS:
                work.changed(name, getattr(stated, name), Answer(answers[name]))
                setattr(stated, name, answers[name])
            stated.save()
        found = covered([answers[name] for name in SAFETY_NETS])
        Covered.objects.update_or_create(dossier=work.dossier, defaults={"by_safety_net": found})


def covered(answers: list[str]) -> bool | None:
    """Whether any safety net applies; None while one is unknown and none is sure."""
    if Answer.YES in answers:
        return True
    return None if Answer.UNKNOWN in answers else False
