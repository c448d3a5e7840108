"""Moments that are facts themselves: the early signal, the second track begun, UWV's letter, the application."""

import uuid
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import entered
from spoorboek.dossiers.models import Dossier, Milestone
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Role
from spoorboek.site import clock

MOMENTS: dict[str, tuple[Role, ...]] = {
    "early-signal": (Role.CASE_MANAGER, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT),
    "second-track-start": (Role.CASE_MANAGER, Role.COACH, Role.LABOUR_EXPERT),
    "uwv-letter": (Role.CASE_MANAGER,),
    "wia-application": (Role.CASE_MANAGER,),
}
"""Who may note which moment."""


def record_milestone(
    actor: Actor, dossier_id: uuid.UUID, key: str, done_on: date, version: int | None = None
) -> None:
    """Note that a moment of the road came, on a day."""
    with entered(
        actor,
        dossier_id,
        "record_milestone",
        roles=MOMENTS[key],
        version=version,
        current=lambda dossier: milestone_now(dossier, key),
    ) as work:
        if work.dossier.milestones.filter(key=key, ordinal=0).exists():
            raise Refused(
                _("Dit staat al in het dossier. Wijzig het bij de feiten als het niet klopt."), "done_on"
            )
        check_done_on(work.dossier, done_on)
        Milestone.objects.create(dossier=work.dossier, key=key, done_on=done_on)
        work.said(key=key, done_on=done_on)
        work.changed(key, None, done_on)


def check_done_on(dossier: Dossier, done_on: date) -> None:
    if done_on > clock.today():
        raise Refused(_("Deze dag moet nog komen. Leg het vast zodra het zover is."), "done_on")
    if done_on < dossier.first_sick_day:
        raise Refused(_("Deze dag ligt voor de eerste ziektedag. Kies een latere dag."), "done_on")


def milestone_now(dossier: Dossier, key: str) -> dict[str, Any]:
    found = dossier.milestones.filter(key=key, ordinal=0).first()
    return {"done_on": found.done_on if found else None}
