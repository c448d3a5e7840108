"""Who works in the region beside the told employer: three more employers, and more people at the arbodienst.

Asked again, it finds whom it hired before.
"""

from dataclasses import replace

from spoorboek.dossiers.demo.cast import Cast
from spoorboek.dossiers.demo.region.employers import Employer, employers
from spoorboek.people.models import Account, Organisation, Person
from spoorboek.people.policy import Role
from spoorboek.people.registrar import appoint, engage, enrol, found_organisation
from spoorboek.people.views.demo import ARBODIENST, address_of_key

SECOND_DOCTOR = ("Hilde", "Wouda")
REGIONAL_MANAGER = ("Joyce", "Pattinasarany")


def hired(first: Cast) -> dict[str, Cast]:
    """By employer who works on its dossiers; `first` is the cast of the told employer."""
    manager = known_by(ARBODIENST) or enrol(
        *REGIONAL_MANAGER, address_of_key(ARBODIENST), phone="030 555 02 11"
    )
    appoint(manager.pk, first.arbodienst, Role.CASE_MANAGER)
    doctor = hired_by(first.arbodienst, SECOND_DOCTOR, Role.COMPANY_DOCTOR)
    return {employer.key: cast_of(employer, first, manager, doctor) for employer in employers()}


def known_by(key: str) -> Person | None:
    account = Account.objects.filter(email=address_of_key(key)).select_related("person").first()
    return account.person if account else None


def cast_of(employer: Employer, first: Cast, manager: Person, doctor: Person) -> Cast:
    place = first.employer if employer.key == "linde" else founded(employer, first)
    own = hired_by(place, employer.manager, Role.CASE_MANAGER) if employer.manager else manager
    teams = {
        str(number): hired_by(place, name, Role.SUPERVISOR)
        for number, name in enumerate(employer.supervisors)
    }
    doctors = first.staff[Role.COMPANY_DOCTOR] if employer.key in ("linde", "jeugd") else doctor
    staff = first.staff | {Role.CASE_MANAGER: own, Role.COMPANY_DOCTOR: doctors}
    return replace(first, employer=place, staff=staff, teams=teams)


def founded(employer: Employer, first: Cast) -> Organisation:
    here = Organisation.objects.filter(name=employer.name, world_id=first.employer.world_id).first()
    if here is None:
        here = found_organisation(employer.name, employer.kind)
        engage(here, first.arbodienst)
        engage(here, first.second_track)
    return here


def hired_by(place: Organisation, name: tuple[str, str], role: Role) -> Person:
    """Someone of this name in this role at this place."""
    there = Person.objects.filter(
        account__memberships__organisation=place,
        account__memberships__role=role,
        first_name=name[0],
        last_name=name[1],
    ).first()
    if there is None:
        there = enrol(*name)
        appoint(there.pk, place, role)
    return there
