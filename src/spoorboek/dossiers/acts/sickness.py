"""Acts about the sickness itself: resumed in part, recovered, sick again, withdrawn. See also `opening.py`."""

import uuid
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.closing import close
from spoorboek.dossiers.acts.door import entered
from spoorboek.dossiers.acts.opening import check_first_day, involve, report_sick
from spoorboek.dossiers.cases import Verdict, verdict
from spoorboek.dossiers.facts import contract_on
from spoorboek.dossiers.models import Dossier, ResumedHours, Spell
from spoorboek.dossiers.refusals import Refused
from spoorboek.dossiers.shown import in_language
from spoorboek.people import access
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Role
from spoorboek.site import clock

__all__ = [
    "EMPLOYERS_SIDE",
    "close_short_absence",
    "involve",
    "record_partial_return",
    "report_recovery",
    "report_sick",
    "report_sick_again",
    "withdraw_report",
]
EMPLOYERS_SIDE = (Role.CASE_MANAGER, Role.SUPERVISOR)


@dataclass(frozen=True)
class SickAgain:
    """The dossier that now runs, whether it is a new case, and why in a sentence."""

    dossier: Dossier
    new_case: bool
    why: str


def running_spell(dossier: Dossier) -> Spell:
    spell = dossier.spells.filter(ends__isnull=True).last()
    if spell is None:
        raise Refused(
            _(
                "Er is al herstel gemeld. Klopt die dag niet? Wijzig hem bij de feiten. Weer ziek? Kies: opnieuw ziek."
            )
        )
    return spell


def check_day_in_spell(spell: Spell, day: date, field: str) -> None:
    if day > clock.today():
        raise Refused(_("Deze dag moet nog komen. Kies vandaag of een eerdere dag."), field)
    if day < spell.starts:
        raise Refused(
            _("Deze dag ligt voor de eerste ziektedag van deze periode. Kies een latere dag."), field
        )


def record_partial_return(
    actor: Actor, dossier_id: uuid.UUID, since: date, hours: Decimal, version: int | None = None
) -> None:
    """Note how many hours a week are worked from a day on. It never stops a clock (rule C15)."""
    with entered(
        actor, dossier_id, "record_partial_return", roles=EMPLOYERS_SIDE, version=version, current=hours_now
    ) as work:
        spell = running_spell(work.dossier)
        check_day_in_spell(spell, since, "since")
        contract = contract_on(work.dossier, since)
        check_hours(hours, contract)
        old = work.dossier.resumed_hours.filter(since=since).first()
        ResumedHours.objects.update_or_create(dossier=work.dossier, since=since, defaults={"hours": hours})
        work.changed("resumed_hours", old.hours if old else None, hours)
        work.said(since=since, hours=hours, contract=contract)


def check_hours(hours: Decimal, contract: Decimal | None) -> None:
    if hours < 0:
        raise Refused(_("Vul 0 of meer uren in."), "hours")
    if contract and hours > contract:
        raise Refused(
            _("Het contract is %(contract)s uur per week. Vul minder in, of wijzig eerst de contracturen.")
            % {"contract": f"{contract.normalize():f}"},
            "hours",
        )


def hours_now(dossier: Dossier) -> dict[str, Any]:
    last = dossier.resumed_hours.last()
    return {"since": last.since if last else None, "hours": last.hours if last else None}


def report_recovery(actor: Actor, dossier_id: uuid.UUID, fit_from: date, version: int | None = None) -> None:
    """The employee is fit for the agreed work from this day. The dossier stays open four weeks: see `ending.py`."""
    recover(actor, dossier_id, "report_recovery", fit_from, version)


def close_short_absence(
    actor: Actor, dossier_id: uuid.UUID, fit_from: date, version: int | None = None
) -> None:
    """Back at work after a few days, in two clicks. The same fact as a recovery, told as what it was."""
    recover(actor, dossier_id, "close_short_absence", fit_from, version)


def recover(actor: Actor, dossier_id: uuid.UUID, act: str, fit_from: date, version: int | None) -> None:
    with entered(actor, dossier_id, act, roles=EMPLOYERS_SIDE, version=version, current=recovery_now) as work:
        spell = running_spell(work.dossier)
        check_day_in_spell(spell, fit_from, "fit_from")
        if fit_from == spell.starts:
            raise Refused(
                _("Herstel ligt na de eerste ziektedag. Was de melding een vergissing? Trek die dan in."),
                "fit_from",
            )
        spell.ends = fit_from
        spell.save()
        work.changed("spell_ends", None, fit_from)


def recovery_now(dossier: Dossier) -> dict[str, Any]:
    last = dossier.spells.last()
    return {"fit_from": last.ends if last else None}


@transaction.atomic
def report_sick_again(
    actor: Actor, dossier_id: uuid.UUID, first_day: date, version: int | None = None
) -> SickAgain:
    """Sick again after recovery. The law library says whether the same case goes on or a new one begins."""
    with entered(
        actor, dossier_id, "report_sick_again", roles=EMPLOYERS_SIDE, version=version, current=sick_again_now
    ) as work:
        said = check_sick_again(work.dossier, first_day)
        work.said(first_day=first_day, new_case=said.new_case, why=said.why)
        if said.new_case:
            close(work, Dossier.Closing.RECOVERED)
        else:
            Spell.objects.create(dossier=work.dossier, starts=first_day)
    if not said.new_case:
        return SickAgain(work.dossier, False, in_language(said.why))
    opened = report_sick(
        actor,
        work.dossier.employment_id,
        first_day,
        company_doctor=still_serving(actor, work.dossier, Role.COMPANY_DOCTOR),
        case_manager=still_serving(actor, work.dossier, Role.CASE_MANAGER),
    )
    return SickAgain(opened, True, in_language(said.why))


def check_sick_again(dossier: Dossier, first_day: date) -> Verdict:
    """The verdict on this day, once it is a possible day."""
    last = dossier.spells.last()
    if last is None or last.ends is None:
        raise Refused(_("Deze medewerker is nog ziek gemeld. Meld eerst het herstel."))
    if first_day < last.ends:
        raise Refused(
            _(
                "Deze dag ligt voor de dag waarop herstel is gemeld. Kies een latere dag of verbeter de hersteldag."
            ),
            "first_day",
        )
    check_first_day_again(dossier, first_day)
    return verdict(dossier, first_day)


def check_first_day_again(dossier: Dossier, first_day: date) -> None:
    try:
        check_first_day(dossier.employment, first_day)
    except Refused as refusal:
        raise Refused(refusal.message, "first_day") from refusal


def sick_again_now(dossier: Dossier) -> dict[str, Any]:
    last = dossier.spells.last()
    return {"first_day": last.starts if last and last.ends is None else None}


def still_serving(actor: Actor, dossier: Dossier, role: Role) -> uuid.UUID | None:
    """Who had this role in the last case, where they still work for the employer."""
    serving = {row.account_id for row in access.staff_for(actor, dossier.employment.organisation, role)}
    seats = access.involved(actor, dossier.pk).filter(role=role)
    return next((seat.account_id for seat in seats if seat.account_id in serving), None)


def withdraw_report(actor: Actor, dossier_id: uuid.UUID, version: int | None = None) -> None:
    """The report was a mistake: the dossier closes and says so; nothing is deleted."""
    with entered(actor, dossier_id, "withdraw_report", roles=EMPLOYERS_SIDE, version=version) as work:
        close(work, Dossier.Closing.WITHDRAWN)
