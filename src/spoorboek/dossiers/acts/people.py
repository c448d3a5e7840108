"""Acts about who takes part: a dossier goes to a colleague, someone joins, someone's part ends."""

import uuid

from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import entered
from spoorboek.dossiers.acts.seats import give_seat, planned_with, seats_in, take_seat
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.refusals import Refused, Stale
from spoorboek.people.access import still
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.models import Involvement, Membership, Organisation
from spoorboek.people.policy import Role

ARRANGE_PEOPLE = (Role.CASE_MANAGER, Role.SUPERVISOR)
MAY_LEAVE = (Role.SUPERVISOR, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH)
MAY_JOIN = (Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH, Role.SUPERVISOR)
"""A case manager joins through `transfer`, or as the first one where a supervisor reported sick."""


def roles_to_join(dossier: Dossier) -> tuple[Role, ...]:
    """In which roles someone may join now: a case manager only where there is none."""
    has_manager = seats_in(dossier.pk, Role.CASE_MANAGER).exists()
    return MAY_JOIN if has_manager else (Role.CASE_MANAGER, *MAY_JOIN)


def staff(dossier: Dossier, role: Role) -> list[Membership]:
    """Who has this role at the employer or at a provider it engaged, for who may arrange the people of this dossier.

    Asked as the registrar, since an employer does not otherwise see an arbodienst's staff.
    """
    with acting_as(Actor(system=System.REGISTRAR)):
        employer = Organisation.objects.get(employments__dossiers=dossier)
        engaged = employer.services_bought.filter(still()).values("provider_id")
        at_work = Membership.objects.filter(still(), role=role, account__is_active=True)
        found = at_work.filter(organisation=employer) | at_work.filter(organisation__in=engaged)
        return list(
            found.exclude(account_id=dossier.employment.person_id)
            .select_related("account__person", "organisation")
            .order_by("organisation__name", "account__person__last_name", "pk")
        )


def chosen(dossier: Dossier, account_id: uuid.UUID, role: Role, field: str) -> Membership:
    """The chosen colleague's role, when they still have it."""
    for membership in staff(dossier, role):
        if membership.account_id == account_id:
            return membership
    raise Refused(_("Deze persoon werkt niet (meer) voor deze werkgever. Kies iemand uit de lijst."), field)


def transfer(
    actor: Actor, dossier_id: uuid.UUID, to: uuid.UUID, seen: frozenset[uuid.UUID] | None = None
) -> None:
    """Hand the dossier to another case manager. Whoever managed it loses access at once; planned talks go along.

    `seen`: the accounts of the case managers that the form showed; somebody else by now raises `Stale`.
    """
    with entered(actor, dossier_id, "transfer", roles=ARRANGE_PEOPLE, moves_dates=False) as work:
        before = list(seats_in(dossier_id, Role.CASE_MANAGER))
        check_still_managed_by(before, seen)
        new = chosen(work.dossier, to, Role.CASE_MANAGER, "to")
        if [seat.account_id for seat in before] == [to]:
            raise Refused(_("Deze casemanager heeft het dossier al. Kies een andere collega."), "to")
        give_seat(dossier_id, to, Role.CASE_MANAGER, new.organisation_id)
        for seat in before:
            if seat.account_id != to:
                planned_with(work.dossier, seat.account_id).update(with_account_id=to)
                take_seat(seat)
        work.said(to=to, name=new.account.person.name, role=Role.CASE_MANAGER)
        work.changed("case_manager", ", ".join(name_of(seat) for seat in before), new.account.person.name)


def check_still_managed_by(now: list[Involvement], seen: frozenset[uuid.UUID] | None) -> None:
    if seen is not None and seen != {seat.account_id for seat in now}:
        raise Stale(
            _("Iemand anders heeft dit dossier intussen overgedragen. Kijk wie het nu heeft en kies."),
            {"to": ", ".join(name_of(seat) for seat in now)},
        )


def name_of(seat: Involvement) -> str:
    return str(seat.account.person.name)


def let_take_part(actor: Actor, dossier_id: uuid.UUID, account_id: uuid.UUID, role: Role) -> None:
    """Let a professional take part. A company doctor enters the medical layer's list too. Twice does no harm."""
    with entered(actor, dossier_id, "let_take_part", roles=ARRANGE_PEOPLE, moves_dates=False) as work:
        if role not in roles_to_join(work.dossier):
            raise Refused(
                _("In deze rol kan nu niemand meedoen. Kies een andere rol, of draag het dossier over."),
                "who",
            )
        new = chosen(work.dossier, account_id, role, "who")
        if seats_in(dossier_id, role).filter(account_id=account_id).exists():
            raise Refused(
                _("%(name)s doet al mee in deze rol. Er is niets veranderd.")
                % {"name": new.account.person.name},
                "who",
            )
        give_seat(dossier_id, account_id, role, new.organisation_id)
        work.said(
            account=account_id, name=new.account.person.name, role=role, organisation=new.organisation.name
        )


def end_taking_part(actor: Actor, dossier_id: uuid.UUID, seat_id: int) -> None:
    """End someone's part: the case manager anyone's (but the employee's), everyone else only their own."""
    roles = (Role.CASE_MANAGER, *MAY_LEAVE)
    with entered(
        actor, dossier_id, "end_taking_part", roles=roles, closed_too=True, moves_dates=False
    ) as work:
        seat = (
            Involvement.objects.select_related("account__person")
            .filter(still(), pk=seat_id, dossier_id=dossier_id)
            .first()
        )
        if seat is None:
            raise Refused(_("Deze persoon doet al niet meer mee. Er is niets veranderd."))
        check_may_end(actor, work.role, seat)
        waiting = planned_with(work.dossier, seat.account_id).count()
        if waiting and work.dossier.is_open:
            raise Refused(
                _("Er staat nog een afspraak met %(name)s. Zeg die eerst af, of plan die met iemand anders.")
                % {"name": name_of(seat)}
            )
        take_seat(seat)
        work.said(account=seat.account_id, name=name_of(seat), role=seat.role)


def check_may_end(actor: Actor, role: Role, seat: Involvement) -> None:
    """Who may end which part; the refusal says what to do instead."""
    if seat.role == Role.CLIENT:
        raise Refused(_("Dit dossier gaat over deze persoon. Die houdt altijd toegang."))
    if seat.role == Role.HELPER:
        raise Refused(_("Alleen de medewerker bepaalt wie er als helper meekijkt."))
    if seat.role == Role.CASE_MANAGER:
        raise Refused(_("Een dossier heeft altijd een casemanager. Draag het dossier over aan een collega."))
    if role is not Role.CASE_MANAGER and seat.account_id != actor.account_id:
        raise Refused(_("Je kunt alleen je eigen deelname beëindigen. Vraag dit aan de casemanager."))
