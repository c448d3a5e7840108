"""Acts about the sickness itself: reported, resumed in part, recovered, sick again, withdrawn."""

import uuid
from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts.door import Work, entered
from spoorboek.dossiers.facts import contract_on
from spoorboek.dossiers.medical.scope import admit
from spoorboek.dossiers.models import Dossier, ResumedHours, Spell
from spoorboek.dossiers.projection import recompute
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people import access
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.envelopes import make_key
from spoorboek.people.models import Employment, Involvement
from spoorboek.people.policy import Role
from spoorboek.site import clock

EMPLOYERS_SIDE = (Role.CASE_MANAGER, Role.SUPERVISOR)
NEW_CASE_AFTER = timedelta(days=28)
"""Four weeks fit for the agreed work begin a new case (BW 7:629.10, WIA 23.3, ZW 29.5; rule C10)."""


def check_first_day(employment: Employment, first_sick_day: date) -> None:
    if first_sick_day > clock.today():
        raise Refused(
            _("Deze dag moet nog komen. Vul de eerste dag in waarop niet of korter is gewerkt."),
            "first_sick_day",
        )
    if employment.starts and first_sick_day < employment.starts:
        raise Refused(_("Op deze dag was het dienstverband nog niet begonnen."), "first_sick_day")
    if employment.ends and first_sick_day > employment.ends:
        raise Refused(_("Op deze dag was het dienstverband al voorbij."), "first_sick_day")


def check_no_open_dossier(employment: Employment, first_sick_day: date) -> None:
    running = Dossier.objects.filter(employment=employment, closed_on__isnull=True).first()
    if running:
        raise Refused(
            _("Er loopt al een dossier voor deze medewerker. Open dat dossier en meld daar opnieuw ziek."),
            "employment",
        )


def involve(dossier: Dossier, account_id: uuid.UUID, role: Role, organisation_id: uuid.UUID | None) -> None:
    """The registrar lets someone take part in a dossier, and in its medical layer where the role has it."""
    with acting_as(Actor(system=System.REGISTRAR)):
        Involvement.objects.update_or_create(
            dossier_id=dossier.pk,
            account_id=account_id,
            role=role,
            defaults={"organisation_id": organisation_id, "until": None},
        )
        admit(dossier.pk, account_id, role)


def report_sick(
    actor: Actor,
    employment_id: uuid.UUID,
    first_sick_day: date,
    basis: str = Dossier.FirstDayBasis.NO_WORK,
    company_doctor: uuid.UUID | None = None,
) -> Dossier:
    """Open a dossier for an employee. The reporter, the employee, the supervisor and the company doctor take part."""
    employment = Employment.objects.select_related("organisation").filter(pk=employment_id).first()
    if (
        employment is None
        or not access.employments_for(actor, employment.organisation).filter(pk=employment_id).exists()
    ):
        raise NotYours(_("Deze medewerker is niet gevonden bij jouw organisatie."), "employment")
    check_first_day(employment, first_sick_day)
    with transaction.atomic():
        Employment.objects.select_for_update(of=("self",)).filter(pk=employment_id).first()
        check_no_open_dossier(employment, first_sick_day)
        role = Role.CASE_MANAGER if Role.CASE_MANAGER in access.roles_of(actor) else Role.SUPERVISOR
        dossier = open_dossier(employment, first_sick_day, basis)
        seats = [
            (employment.person_id, Role.CLIENT, None),
            (actor.account_id, role, employment.organisation_id),
        ]
        if employment.supervisor_id and employment.supervisor_id != actor.account_id:
            seats.append((employment.supervisor_id, Role.SUPERVISOR, employment.organisation_id))
        if company_doctor:
            seats.append((company_doctor, Role.COMPANY_DOCTOR, None))
        for account_id, seat, organisation_id in seats:
            assert account_id is not None
            involve(dossier, account_id, seat, organisation_id)
        said = {"first_sick_day": first_sick_day, "basis": basis}
        journal.record(dossier, "report_sick", said, role=role)
        recompute(dossier)
    return dossier


def open_dossier(employment: Employment, first_sick_day: date, basis: str) -> Dossier:
    """The registrar makes the dossier, its key and its first spell."""
    with acting_as(Actor(system=System.REGISTRAR)):
        previous = Dossier.objects.filter(employment=employment).order_by("-first_sick_day").first()
        dossier = Dossier.objects.create(
            employment=employment, first_sick_day=first_sick_day, first_day_basis=basis, previous=previous
        )
        make_key(dossier.pk)
        Spell.objects.create(dossier=dossier, starts=first_sick_day)
    return dossier


def running_spell(dossier: Dossier) -> Spell:
    spell = dossier.spells.filter(ends__isnull=True).last()
    if spell is None:
        raise Refused(_("Deze medewerker is al hersteld gemeld."))
    return spell


def check_day_in_spell(spell: Spell, day: date, field: str) -> None:
    if day > clock.today():
        raise Refused(_("Deze dag moet nog komen. Kies vandaag of een eerdere dag."), field)
    if day < spell.starts:
        raise Refused(_("Deze dag ligt voor de eerste ziektedag van deze periode."), field)


def record_partial_return(
    actor: Actor, dossier_id: uuid.UUID, since: date, hours: Decimal, version: int | None = None
) -> None:
    """Note how many hours a week are worked from a day on. It never stops a clock (rule C15)."""
    with entered(actor, dossier_id, "record_partial_return", roles=EMPLOYERS_SIDE, version=version) as work:
        spell = running_spell(work.dossier)
        check_day_in_spell(spell, since, "since")
        contract = contract_on(work.dossier, since)
        if hours < 0 or (contract and hours > contract):
            raise Refused(_("Vul uren in tussen 0 en het aantal uren van het contract."), "hours")
        old = work.dossier.resumed_hours.filter(since=since).first()
        ResumedHours.objects.update_or_create(dossier=work.dossier, since=since, defaults={"hours": hours})
        work.changed("resumed_hours", old.hours if old else None, hours)
        work.said(since=since, hours=hours, contract=contract)


def report_recovery(actor: Actor, dossier_id: uuid.UUID, fit_from: date, version: int | None = None) -> None:
    """The employee is fit for the agreed work from this day. The dossier stays open four weeks: see `report_sick_again`."""
    with entered(actor, dossier_id, "report_recovery", roles=EMPLOYERS_SIDE, version=version) as work:
        spell = running_spell(work.dossier)
        check_day_in_spell(spell, fit_from, "fit_from")
        if fit_from <= spell.starts:
            raise Refused(_("De eerste werkdag na herstel ligt na de eerste ziektedag."), "fit_from")
        spell.ends = fit_from
        spell.save()
        work.changed("spell_ends", None, fit_from)


def report_sick_again(
    actor: Actor, dossier_id: uuid.UUID, first_day: date, version: int | None = None
) -> tuple[Dossier, bool]:
    """Sick again after recovery. Fewer than 28 days between: the same case goes on; otherwise a new one opens.

    Returns the dossier that now runs and whether it is a new case.
    """
    with entered(actor, dossier_id, "report_sick_again", roles=EMPLOYERS_SIDE, version=version) as work:
        last = work.dossier.spells.last()
        check_sick_again(last, first_day)
        assert last is not None
        assert last.ends is not None
        gap = first_day - last.ends
        work.said(first_day=first_day, gap_days=gap.days, new_case=gap >= NEW_CASE_AFTER)
        if gap < NEW_CASE_AFTER:
            Spell.objects.create(dossier=work.dossier, starts=first_day)
            return work.dossier, False
        close(work, last.ends, Dossier.Closing.RECOVERED)
    return report_sick(
        actor, work.dossier.employment_id, first_day, company_doctor=doctor_of(work.dossier)
    ), True


def check_sick_again(last: Spell | None, first_day: date) -> None:
    if last is None or last.ends is None:
        raise Refused(_("Deze medewerker is nog ziek gemeld. Meld eerst het herstel."))
    if first_day < last.ends:
        raise Refused(_("Deze dag ligt voor de dag waarop herstel is gemeld."), "first_day")
    if first_day > clock.today():
        raise Refused(_("Deze dag moet nog komen. Kies vandaag of een eerdere dag."), "first_day")


def close(work: Work, on: date, closing: str) -> None:
    """Close the dossier; its facts and its route stay."""
    work.dossier.closed_on = on
    work.dossier.closing = closing
    work.changed("closed_on", None, on)


def doctor_of(dossier: Dossier) -> uuid.UUID | None:
    return (
        Involvement.objects.filter(access.still(), dossier_id=dossier.pk, role=Role.COMPANY_DOCTOR)
        .values_list("account_id", flat=True)
        .first()
    )


def withdraw_report(actor: Actor, dossier_id: uuid.UUID, version: int | None = None) -> None:
    """The report was a mistake: the dossier closes and says so; nothing is deleted."""
    with entered(actor, dossier_id, "withdraw_report", roles=EMPLOYERS_SIDE, version=version) as work:
        close(work, clock.today(), Dossier.Closing.WITHDRAWN)
        work.moves_dates = False


def close_short_absence(
    actor: Actor, dossier_id: uuid.UUID, fit_from: date, version: int | None = None
) -> None:
    """Back at work after a few days: recovery and closing in one step."""
    with entered(actor, dossier_id, "close_short_absence", roles=EMPLOYERS_SIDE, version=version) as work:
        spell = running_spell(work.dossier)
        check_day_in_spell(spell, fit_from, "fit_from")
        if fit_from <= spell.starts:
            raise Refused(_("De eerste werkdag na herstel ligt na de eerste ziektedag."), "fit_from")
        spell.ends = fit_from
        spell.save()
        work.changed("spell_ends", None, fit_from)
