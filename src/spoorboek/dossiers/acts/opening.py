"""Opening a dossier: someone is reported sick, and those who belong to it take part."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from spoorboek.dossiers import journal, pending
from spoorboek.dossiers.acts.seats import check_roles, roles_held
from spoorboek.dossiers.cases import Verdict, verdict
from spoorboek.dossiers.medical.scope import admit
from spoorboek.dossiers.models import Dossier, Spell
from spoorboek.dossiers.projection import recompute
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people import access
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.envelopes import make_key
from spoorboek.people.models import Employment, Involvement, Membership, Organisation
from spoorboek.people.policy import Role
from spoorboek.site import clock

REGISTRAR = Actor(system=System.REGISTRAR)


@dataclass(frozen=True)
class Seat:
    """A place in a dossier for one person."""

    account_id: uuid.UUID
    role: Role
    organisation_id: uuid.UUID | None = None


def report_sick(
    actor: Actor,
    employment_id: uuid.UUID,
    first_sick_day: date,
    basis: str = Dossier.FirstDayBasis.NO_WORK,
    company_doctor: uuid.UUID | None = None,
    case_manager: uuid.UUID | None = None,
) -> Dossier:
    """Report an employee sick. The reporter, the employee, the supervisor and the company doctor take part.

    Opens a dossier, unless the law says this day continues the last case: then that dossier opens again.
    Reporting the same day twice gives the same dossier.
    """
    employment = reportable(actor, employment_id)
    check_first_day(employment, first_sick_day)
    with transaction.atomic():
        with acting_as(REGISTRAR):
            hold(employment)
            known = running_dossier(employment)
            previous = None if known else last_case(employment)
        if known:
            return already_running(actor, known, first_sick_day)
        said = check_previous(previous, first_sick_day)
        seats = [*seats_of(actor, employment), *advisers(actor, employment, company_doctor, case_manager)]
        if previous and said and not said.new_case:
            return continue_case(actor, previous, first_sick_day, seats, said)
        return open_case(actor, employment, first_sick_day, basis, seats, previous)


def reportable(actor: Actor, employment_id: uuid.UUID) -> Employment:
    """The employment, when the actor may report this person sick."""
    found = Employment.objects.select_related("organisation").filter(pk=employment_id).first()
    if found is None or not may_report(actor, found):
        raise NotYours(_("Deze medewerker is niet gevonden bij jouw organisatie."), "employment")
    return found


def may_report(actor: Actor, employment: Employment) -> bool:
    """Whether it is one of those at this employer that the actor may report sick."""
    employer = employment.organisation
    of_all = pending.remembered(
        ("reports all", actor, employer.pk), lambda: access.manages_cases(actor, employer)
    )
    if of_all and employment.withdrawn_at is None:
        return True
    return access.employments_for(actor, employer).filter(pk=employment.pk).exists()


def check_first_day(employment: Employment, first_sick_day: date) -> None:
    if first_sick_day > clock.today():
        raise Refused(
            _("Deze dag moet nog komen. Vul de eerste dag in waarop niet of korter is gewerkt."),
            "first_sick_day",
        )
    if employment.starts and first_sick_day < employment.starts:
        raise Refused(
            _(
                "Toen was het dienstverband nog niet begonnen. Kies een latere dag of verbeter het dienstverband."
            ),
            "first_sick_day",
        )
    if employment.ends and first_sick_day > employment.ends:
        raise Refused(
            _("Toen was het dienstverband al voorbij. Kies een eerdere dag of verbeter het dienstverband."),
            "first_sick_day",
        )


def hold(employment: Employment) -> None:
    """Let two reports of the same employee wait for each other."""
    with acting_as(REGISTRAR):
        Employment.objects.select_for_update(of=("self",)).get(pk=employment.pk)


def running_dossier(employment: Employment) -> Dossier | None:
    """The open dossier of this employment, also when it is a colleague's."""
    with acting_as(REGISTRAR):
        return Dossier.objects.filter(employment=employment, closed_on__isnull=True).first()


def already_running(actor: Actor, known: Dossier, first_sick_day: date) -> Dossier:
    if access.role_in(actor, known.pk) is None:
        raise Refused(
            _("Bij een collega loopt al een dossier voor deze medewerker. Vraag om het over te dragen."),
            "employment",
        )
    if known.first_sick_day == first_sick_day:
        return known
    raise Refused(
        _("Er loopt al een dossier voor deze medewerker. Open dat dossier om opnieuw ziek te melden."),
        "employment",
    )


def last_case(employment: Employment) -> Dossier | None:
    """The last dossier that was about real sickness; a withdrawn report never counts."""
    with acting_as(REGISTRAR):
        cases = Dossier.objects.filter(employment=employment).exclude(closing=Dossier.Closing.WITHDRAWN)
        return cases.order_by("-first_sick_day").first()


def check_previous(previous: Dossier | None, first_sick_day: date) -> Verdict | None:
    """What the law says about this day after the previous case; None where there is no case to continue."""
    if previous is None:
        return None
    with acting_as(REGISTRAR):
        last = Spell.objects.filter(dossier=previous).last()
    if last and (last.ends is None or first_sick_day < last.ends):
        raise Refused(
            _(
                "Op deze dag liep nog een eerder dossier van deze medewerker. Verbeter eerst de hersteldag daar."
            ),
            "first_sick_day",
        )
    recovered = previous.closing == Dossier.Closing.RECOVERED
    return verdict(previous, first_sick_day) if recovered else None


def seats_of(actor: Actor, employment: Employment) -> list[Seat]:
    """The employee, the reporter in their role at this employer, and the supervisor."""
    assert actor.account_id is not None
    employer = employment.organisation
    role, organisation_id = pending.remembered(
        ("seat", actor, employer.pk), lambda: access.seat_at(actor, employer)
    )
    seats = [Seat(employment.person_id, Role.CLIENT), Seat(actor.account_id, role, organisation_id)]
    if employment.supervisor_id and employment.supervisor_id not in (actor.account_id, employment.person_id):
        seats.append(Seat(employment.supervisor_id, Role.SUPERVISOR, employment.organisation_id))
    return seats


def advisers(
    actor: Actor, employment: Employment, company_doctor: uuid.UUID | None, case_manager: uuid.UUID | None
) -> Iterator[Seat]:
    """The chosen company doctor and case manager, each checked to work for this employer."""
    for chosen, role, field in (
        (company_doctor, Role.COMPANY_DOCTOR, "company_doctor"),
        (case_manager, Role.CASE_MANAGER, "case_manager"),
    ):
        if chosen is None or chosen == actor.account_id:
            continue
        known = staff(actor, employment.organisation, role)
        if chosen not in known:
            raise Refused(
                _("Deze persoon werkt niet (meer) voor deze werkgever. Kies iemand uit de lijst."), field
            )
        yield Seat(chosen, role, known[chosen].organisation_id)


def staff(actor: Actor, employer: Organisation, role: Role) -> dict[uuid.UUID, Membership]:
    """Who works in a role for an employer, by account."""
    found = pending.remembered(
        ("staff", actor, employer.pk, role), lambda: access.staff_for(actor, employer, role)
    )
    return {row.account_id: row for row in found}


def involve(dossier: Dossier, account_id: uuid.UUID, role: Role, organisation_id: uuid.UUID | None) -> None:
    """The registrar lets someone take part in a dossier, and in its medical layer where the role has it."""
    seat_all(dossier, [Seat(account_id, role, organisation_id)])


def seat_all(
    dossier: Dossier, seats: list[Seat], *, is_new: bool = False, dates_follow: bool = False
) -> None:
    """Let these people take part, in a fixed number of queries. `is_new`: nobody takes part yet; `dates_follow`: the
    dossier is projected after this."""
    held = {} if is_new else roles_held(dossier.pk)
    for seat in seats:
        roles = held.setdefault(seat.account_id, set())
        check_roles(roles, seat.role)
        roles.add(seat.role)
    with acting_as(REGISTRAR):
        Involvement.objects.bulk_create(
            [
                Involvement(
                    dossier_id=dossier.pk,
                    account_id=seat.account_id,
                    role=seat.role,
                    organisation_id=seat.organisation_id,
                )
                for seat in dict.fromkeys(seats)
            ],
            update_conflicts=True,
            unique_fields=["dossier_id", "account", "role"],
            update_fields=["organisation", "until"],
        )
        admit(dossier.pk, [(seat.account_id, seat.role) for seat in seats])
    pending.tell_seats([dossier.pk], dates_follow=dates_follow)


def open_case(
    actor: Actor,
    employment: Employment,
    first_sick_day: date,
    basis: str,
    seats: list[Seat],
    previous: Dossier | None,
) -> Dossier:
    """The registrar makes the dossier, its key and its first spell; then the report is journalled."""
    with acting_as(REGISTRAR):
        dossier = Dossier.objects.create(
            employment=employment, first_sick_day=first_sick_day, first_day_basis=basis, previous=previous
        )
        make_key(dossier.pk)
        Spell.objects.create(dossier=dossier, starts=first_sick_day)
    seat_all(dossier, seats, is_new=True, dates_follow=True)
    said = {"first_sick_day": first_sick_day, "basis": basis}
    recompute(dossier)
    own = {seat.role for seat in seats if seat.account_id == actor.account_id}
    journal.record(dossier, "report_sick", said, role=next(role for role in Role if role in own))
    return dossier


def continue_case(
    actor: Actor, previous: Dossier, first_day: date, seats: list[Seat], said: Verdict
) -> Dossier:
    """Sick again within the same case although its dossier had closed: it opens again and goes on."""
    seat_all(previous, seats, dates_follow=True)
    with acting_as(REGISTRAR):
        dossier = Dossier.objects.select_for_update(of=("self",)).get(pk=previous.pk)
        closed_on = dossier.closed_on
        dossier.closed_on, dossier.closing = None, ""
        dossier.version += 1
        dossier.save()
        Spell.objects.create(dossier=dossier, starts=first_day)
    recompute(dossier)
    payload = {
        "first_day": first_day,
        "new_case": False,
        "why": said.why,
        "changes": [{"fact": "closed_on", "old": closed_on, "new": None}],
    }
    journal.record(dossier, "report_sick_again", payload, role=access.role_in(actor, dossier.pk))
    return dossier
