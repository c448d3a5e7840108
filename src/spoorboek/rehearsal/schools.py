"""Acts on practice environments of a real organisation: make one, and step into it as one of its invented people."""

import uuid
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from spoorboek.dossiers.demo.cases import CASES
from spoorboek.dossiers.demo.cast import STAFF, Cast
from spoorboek.dossiers.demo.telling import Telling
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people import access
from spoorboek.people.actor import Actor, Practice, acting_as, in_practice
from spoorboek.people.models import Account, Membership, Organisation, PracticeWorld
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR, appoint, employ, engage, enrol, found_organisation
from spoorboek.rehearsal.access import homes
from spoorboek.site import clock

MOST = 10
"""Practice environments of one organisation."""
TOLD = ("Ineke", "Karin", "Bram")
"""The told cases that a new practice environment starts with: two weeks, three months and nine months on the road."""
WELL = (
    ("Sanne", "Bakker", "Verpleegkundige", 32),
    ("Piet", "Jansen", "Technisch beheerder", 40),
    ("Dewi", "Saputra", "Verzorgende", 24),
    ("Jan", "de Boer", "Kok", 36),
)
"""Invented employees to report sick."""
ROLES = (Role.CASE_MANAGER, Role.SUPERVISOR, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH)


@dataclass(frozen=True)
class Someone:
    """One invented person to practise as."""

    account_id: uuid.UUID
    name: str
    role: Role


def may_make(actor: Actor, home: Organisation) -> bool:
    return (
        access.memberships(actor).filter(organisation=home, role=Role.ADMIN).exists() and not home.is_practice
    )


@transaction.atomic
def make_practice_organisation(actor: Actor, home: Organisation) -> PracticeWorld:
    """Make a practice environment: three organisations, their staff, and a few invented employees."""
    if not may_make(actor, home):
        raise NotYours(_("Alleen een beheerder van deze organisatie kan dit doen."))
    with acting_as(REGISTRAR):
        Organisation.objects.select_for_update().get(pk=home.pk)
        number = PracticeWorld.objects.filter(home=home).count() + 1
        if number > MOST:
            raise Refused(_("Er zijn al %(most)s oefenomgevingen. Gebruik een van die.") % {"most": MOST})
        world = PracticeWorld.objects.create(home=home, made_by_id=actor.account_id)
    with in_practice(Practice(None, world.pk, 0)):
        people(cast(number))
    return world


def cast(number: int) -> Cast:
    """The organisations of a practice environment and who works there."""
    places = {
        "employer": found_organisation(f"Oefenhuis {number}", Organisation.Kind.EMPLOYER),
        "arbodienst": found_organisation(f"Oefenarbodienst {number}", Organisation.Kind.OCCUPATIONAL_HEALTH),
        "second_track": found_organisation(f"Oefenspoor 2 {number}", Organisation.Kind.REINTEGRATION),
    }
    engage(places["employer"], places["arbodienst"])
    engage(places["employer"], places["second_track"])
    staff = {}
    for role, first, last, place, phone in STAFF:
        if role in ROLES:
            staff[role] = enrol(first, last, phone=phone)
            appoint(staff[role].pk, places[place], role)
    leads = staff[Role.SUPERVISOR]
    return Cast(places["employer"], places["arbodienst"], places["second_track"], staff, leads)


def people(here: Cast) -> None:
    """Three told dossiers, and employees who are well."""
    for case in CASES:
        if case.first_name in TOLD:
            Telling(case, here, met=False).tell()
    for first, last, job, hours in WELL:
        employ(
            enrol(first, last),
            here.employer,
            job,
            Decimal(hours),
            starts=date(clock.real_today().year - 5, 4, 1),
            supervisor=here.supervisor_of("north").pk,
        )


def worlds(actor: Actor) -> list[tuple[PracticeWorld, list[Someone]]]:
    """The practice environments of the organisations where the actor works, each with who they can be there."""
    with_home = homes(actor)
    with acting_as(REGISTRAR):
        found = list(
            PracticeWorld.objects.filter(home__in=with_home).select_related("home").order_by("made_at")
        )
        return [(world, someones(world)) for world in found]


def someones(world: PracticeWorld) -> list[Someone]:
    rows = Membership.objects.filter(organisation__world=world).select_related("account__person")
    found = [Someone(row.account_id, row.account.person.name, Role(row.role)) for row in rows]
    return sorted(found, key=lambda one: ROLES.index(one.role))


def someone_in(actor: Actor, account_id: uuid.UUID) -> Account:
    """The invented account, when it belongs to a practice environment of an organisation where the actor works."""
    for _world, people_there in worlds(actor):
        if any(one.account_id == account_id for one in people_there):
            return Account.objects.get(pk=account_id, world__isnull=False)
    raise NotYours("Not found.")
