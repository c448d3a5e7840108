"""The doctor's statements as they stand; one on a leave moves or goes with that leave, unread."""

import uuid
from datetime import date
from typing import Any

from spoorboek.dossiers.medical.models import LeaveStatement, OwnStatement, SafetyNet
from spoorboek.dossiers.medical.scope import Closed, medical_scope
from spoorboek.dossiers.models import Dossier
from spoorboek.people.actor import Actor, System, acting_as

ON_LEAVE: tuple[type[LeaveStatement] | type[OwnStatement], ...] = (LeaveStatement, OwnStatement)
TIMETABLE = Actor(system=System.TIMETABLE)


def move_statement(dossier_id: uuid.UUID, old: date, new: date) -> None:
    """The leave now begins on another day; what the doctor stated about it stays with it."""
    if old != new:
        try:
            with acting_as(TIMETABLE), medical_scope():
                for kind in ON_LEAVE:
                    kind.objects.filter(dossier_id=dossier_id, leave_from=old).update(leave_from=new)
        except Closed:
            return


def forget_statement(dossier_id: uuid.UUID, leave_from: date) -> None:
    """The leave was never there, so neither is a statement about it; the journal still says it was made."""
    try:
        with acting_as(TIMETABLE), medical_scope():
            for kind in ON_LEAVE:
                kind.objects.filter(dossier_id=dossier_id, leave_from=leave_from).delete()
    except Closed:
        return


def stated_on_leave(dossier: Dossier, leave_id: int) -> dict[str, Any]:
    """What the current actor may read of the statement on one leave, to start a form with."""
    starts = dossier.leaves.filter(pk=leave_id).values_list("starts", flat=True)
    with medical_scope():
        found = LeaveStatement.objects.filter(dossier_id=dossier.pk, leave_from__in=list(starts)).values(
            "same_cause", "related_to_birth"
        )
        return {"initial": dict(found[0])} if found else {}


def stated_safety_net(dossier: Dossier) -> dict[str, Any]:
    """As `stated_on_leave`, for the safety net."""
    with medical_scope():
        found = SafetyNet.objects.filter(pk=dossier.pk).values(
            "no_risk", "related_to_pregnancy", "organ_donation"
        )
        return {"initial": dict(found[0])} if found else {}
