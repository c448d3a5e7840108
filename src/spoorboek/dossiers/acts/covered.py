"""The employer learned that a safety net applies: UWV is then told within four days (ZW 38a.3). Never which one."""

import uuid
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import entered
from spoorboek.dossiers.models import Covered, Dossier
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Role
from spoorboek.site import clock

STEP = "uwv-report-6-weeks"


def record_for_uwv(actor: Actor, dossier_id: uuid.UUID, clear_on: date, version: int | None = None) -> None:
    """Note the day on which it became clear to the employer. The act's name tells nothing: everyone reads it."""
    with entered(
        actor, dossier_id, "record_for_uwv", roles=(Role.CASE_MANAGER,), version=version, current=clear_now
    ) as work:
        known = Covered.objects.filter(pk=work.dossier.pk).first()
        if known and known.clear_on:
            raise Refused(
                _("Dit staat al in het dossier. Wijzig het bij de feiten als het niet klopt."), "clear_on"
            )
        check_clear_on(work.dossier, clear_on)
        Covered.objects.update_or_create(dossier=work.dossier, defaults={"clear_on": clear_on})
        work.said(step=STEP, clear_on=clear_on)
        work.changed("net_clear_on", None, clear_on)


def check_clear_on(dossier: Dossier, day: date) -> None:
    if day > clock.today():
        raise Refused(_("Deze dag moet nog komen. Leg het vast zodra het zover is."), "clear_on")
    if day < dossier.first_sick_day:
        raise Refused(_("Deze dag ligt voor de eerste ziektedag. Kies een latere dag."), "clear_on")


def clear_now(dossier: Dossier) -> dict[str, Any]:
    known = Covered.objects.filter(pk=dossier.pk).first()
    return {"clear_on": known.clear_on if known else None}
