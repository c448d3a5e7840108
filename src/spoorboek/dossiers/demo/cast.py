"""Who works in the demo: one account for each role key, and the organisations around them."""

from dataclasses import dataclass, field

from spoorboek.people.models import Organisation, Person
from spoorboek.people.policy import Role
from spoorboek.people.registrar import appoint, engage, enrol, found_organisation
from spoorboek.people.views.demo import address_of

STAFF: tuple[tuple[Role, str, str, str, str], ...] = (
    (Role.CASE_MANAGER, "Anouk", "de Graaf", "employer", "030 555 01 10"),
    (Role.SUPERVISOR, "Marijke", "Hofman", "employer", "030 555 01 21"),
    (Role.ADMIN, "Ben", "Schouten", "employer", ""),
    (Role.COMPANY_DOCTOR, "Ruben", "Meijer", "arbodienst", "030 555 02 10"),
    (Role.LABOUR_EXPERT, "Saskia", "Blom", "arbodienst", "030 555 02 15"),
    (Role.COACH, "Mo", "Bouzid", "second_track", "030 555 03 10"),
    (Role.WORK_SUPERVISOR, "Els", "Kuipers", "second_track", ""),
    (Role.BUDDY, "Nico", "Tromp", "second_track", ""),
    (Role.PEER, "Jolanda", "Faber", "second_track", ""),
    (Role.RESEARCHER, "Wouter", "van Leeuwen", "second_track", ""),
)


SECOND_SUPERVISOR = "supervisor.south@demo.spoorboek.example"


@dataclass(frozen=True)
class Cast:
    """The demo's organisations, and its staff by role; `other` is a second supervisor."""

    employer: Organisation
    arbodienst: Organisation
    second_track: Organisation
    staff: dict[Role, Person]
    other: Person
    teams: dict[str, Person] = field(default_factory=dict)
    """Supervisors by team, where an employer has more than the told two."""

    def supervisor_of(self, team: str) -> Person:
        if team in self.teams:
            return self.teams[team]
        return self.staff[Role.SUPERVISOR] if team == "north" else self.other


def hire() -> Cast:
    """Make the organisations and everyone in them."""
    places = {
        "employer": found_organisation("Zorgcentrum De Linde", "employer"),
        "arbodienst": found_organisation("Arbodienst Middenland", "occupational_health"),
        "second_track": found_organisation("Verder Werk", "reintegration"),
    }
    engage(places["employer"], places["arbodienst"])
    engage(places["employer"], places["second_track"])
    staff = {}
    for role, first, last, place, phone in STAFF:
        staff[role] = enrol(first, last, address_of(role), phone=phone)
        appoint(staff[role].pk, places[place], role)
    other = enrol("Peter", "Zijlstra", SECOND_SUPERVISOR, phone="030 555 01 22")
    appoint(other.pk, places["employer"], Role.SUPERVISOR)
    return Cast(places["employer"], places["arbodienst"], places["second_track"], staff, other)


def cast_again() -> Cast:
    """The cast of a demo that was loaded before, by their addresses; the registrar asks."""
    staff = {role: by_address(address_of(role)) for role, *_rest in STAFF}
    places = {
        place: Organisation.objects.filter(memberships__account=staff[role].account).get()
        for role, _first, _last, place, _phone in STAFF
    }
    other = by_address(SECOND_SUPERVISOR)
    return Cast(places["employer"], places["arbodienst"], places["second_track"], staff, other)


def by_address(address: str) -> Person:
    return Person.objects.select_related("account").get(account__email=address)
