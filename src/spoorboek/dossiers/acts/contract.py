"""Acts about the contract: the agreed hours a week from a day on. Percentages follow from them by themselves."""

import uuid
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import entered
from spoorboek.dossiers.acts.opening import REGISTRAR
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import ContractHours
from spoorboek.people.policy import Role
from spoorboek.site import clock

MOST_HOURS = Decimal(80)


def change_contract_hours(
    actor: Actor, dossier_id: uuid.UUID, since: date, hours: Decimal, version: int | None = None
) -> None:
    """New agreed hours a week from a day on; it may lie up to a year ahead."""
    with entered(
        actor,
        dossier_id,
        "change_contract_hours",
        roles=(Role.CASE_MANAGER,),
        version=version,
        current=contract_now,
    ) as work:
        check_contract(work.dossier, since, hours)
        with acting_as(REGISTRAR):
            old = ContractHours.objects.filter(employment=work.dossier.employment, since=since).first()
            ContractHours.objects.update_or_create(
                employment=work.dossier.employment, since=since, defaults={"hours": hours}
            )
        work.said(since=since, hours=hours)
        work.changed("contract_hours", old.hours if old else None, hours)


def check_contract(dossier: Dossier, since: date, hours: Decimal) -> None:
    starts = dossier.employment.starts
    if not 0 < hours <= MOST_HOURS:
        raise Refused(_("Vul een aantal uren per week in tussen 1 en 80."), "hours")
    if starts and since < starts:
        raise Refused(_("Toen was het dienstverband nog niet begonnen. Kies een latere dag."), "since")
    if since > clock.today() + timedelta(days=365):
        raise Refused(_("Dit ligt meer dan een jaar vooruit. Kijk het jaartal na."), "since")


def contract_now(dossier: Dossier) -> dict[str, Any]:
    last = dossier.employment.contract_hours.last()
    return {"since": last.since if last else None, "hours": last.hours if last else None}
