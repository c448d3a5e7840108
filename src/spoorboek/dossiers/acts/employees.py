"""Adding an employee who is not known yet, on the way to a sickness report."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.opening import REGISTRAR, running_dossier
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people import access
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Account, ContractHours, Employment, Organisation, Person
from spoorboek.people.policy import Role
from spoorboek.people.registrar import employ, enrol, enrol_and_employ
from spoorboek.site import clock


@dataclass(frozen=True)
class NewEmployee:
    """Who it is and what the contract says. Hours a week; an e-mail address where there is one."""

    first_name: str
    last_name: str
    job_title: str
    hours: Decimal | None
    email: str = ""
    phone: str = ""
    language: str = Person.Language.DUTCH
    kind: str = Employment.Kind.PERMANENT
    starts: date | None = None
    ends: date | None = None
    birth_date: date | None = None
    supervisor: uuid.UUID | None = None
    number: str = ""


@transaction.atomic
def add_employee(
    actor: Actor, employer_id: uuid.UUID, new: NewEmployee, *, another_person: bool = False
) -> Employment:
    """Add someone to an employer. `another_person`: the case manager said it is not the namesake who works there."""
    employer = access.employers_for(actor, (Role.CASE_MANAGER,)).filter(pk=employer_id).first()
    if employer is None:
        raise NotYours(_("Alleen een casemanager van deze werkgever kan iemand toevoegen."))
    with acting_as(REGISTRAR):
        Organisation.objects.select_for_update().get(pk=employer.pk)
    check_contract(new)
    check_supervisor(actor, employer, new.supervisor)
    person = known_person(employer, new)
    check_namesake(employer, new, person, another_person=another_person)
    check_numbers(employer, [new.number])
    return employ(
        person or enrol(new.first_name, new.last_name, new.email or None, None, new.language, new.phone),
        employer,
        new.job_title,
        new.hours,
        starts=new.starts,
        ends=new.ends,
        supervisor=new.supervisor,
        kind=new.kind,
        birth_date=new.birth_date,
        number=new.number,
    )


@transaction.atomic
def add_employees(actor: Actor, employer_id: uuid.UUID, people: Sequence[NewEmployee]) -> list[Employment]:
    """Many at once, each known to be nobody who works there yet, and without e-mail. Refuses all or none."""
    employer = access.employers_for(actor, (Role.CASE_MANAGER,)).filter(pk=employer_id).first()
    if employer is None:
        raise NotYours(_("Alleen een casemanager van deze werkgever kan iemand toevoegen."))
    with acting_as(REGISTRAR):
        Organisation.objects.select_for_update().get(pk=employer.pk)
    for new in people:
        check_contract(new)
    for supervisor in {new.supervisor for new in people}:
        check_supervisor(actor, employer, supervisor)
    check_numbers(employer, [new.number for new in people])
    made = [(named(new), employed(new), new.hours) for new in people]
    enrol_and_employ(employer, made)
    return [employment for _person, employment, _hours in made]


def named(new: NewEmployee) -> Person:
    return Person(first_name=new.first_name, last_name=new.last_name, language=new.language, phone=new.phone)


def employed(new: NewEmployee) -> Employment:
    """The employment, not yet saved."""
    return Employment(
        job_title=new.job_title,
        starts=new.starts,
        ends=new.ends,
        supervisor_id=new.supervisor,
        kind=new.kind,
        birth_date=new.birth_date,
        number=new.number,
    )


def check_contract(new: NewEmployee) -> None:
    if new.hours is not None and not 0 < new.hours <= 80:
        raise Refused(_("Vul een aantal uren per week in tussen 1 en 80."), "hours")
    if new.starts and new.starts > clock.today():
        raise Refused(_("Het dienstverband moet nog beginnen. Kijk de datum na."), "starts")
    if new.ends and new.starts and new.ends < new.starts:
        raise Refused(_("De laatste dag ligt voor de eerste dag. Kijk beide data na."), "ends")
    if new.birth_date and new.birth_date > clock.today() - timedelta(days=14 * 365):
        raise Refused(_("Kijk het geboortejaar na."), "birth_date")


def check_numbers(employer: Organisation, numbers: Sequence[str]) -> None:
    """No two people who work here have one personnel number."""
    given = [number for number in numbers if number]
    with acting_as(REGISTRAR):
        here = Employment.objects.filter(organisation=employer, withdrawn_at__isnull=True)
        taken = bool(given) and here.filter(number__in=given).exists()
    if taken or len(set(given)) < len(given):
        raise Refused(
            _("Dit personeelsnummer is hier al van iemand anders. Kijk bij wie het hoort."), "number"
        )


def check_supervisor(actor: Actor, employer: Organisation, supervisor: uuid.UUID | None) -> None:
    known = {row.account_id for row in access.staff_for(actor, employer, Role.SUPERVISOR)}
    if supervisor and supervisor not in known:
        raise Refused(
            _("Deze leidinggevende werkt hier niet (meer). Kies iemand uit de lijst."), "supervisor"
        )


def known_person(employer: Organisation, new: NewEmployee) -> Person | None:
    """The person with this e-mail address, who may work for another employer too. Another name is somebody else.

    Someone who never came in is not shared: this employer's invitation would open what the other keeps about them.
    """
    if not new.email:
        return None
    with acting_as(REGISTRAR):
        account = Account.objects.filter(email=new.email.lower()).select_related("person").first()
        person = getattr(account, "person", None)
        elsewhere = account is not None and not account.is_used and works_elsewhere_only(account, employer)
        apart = account is not None and account.world_id != employer.world_id
    other_name = person is None or person.last_name.casefold() != new.last_name.casefold()
    if account and (other_name or elsewhere or apart):
        raise Refused(
            _("Dit e-mailadres is al van iemand anders. Vul een ander adres in, of laat het leeg."), "email"
        )
    return person


def works_elsewhere_only(account: Account, employer: Organisation) -> bool:
    """Whether other employers know this person and this one does not."""
    known_by = set(Employment.objects.filter(person_id=account.pk).values_list("organisation_id", flat=True))
    return bool(known_by) and employer.pk not in known_by


def check_namesake(
    employer: Organisation, new: NewEmployee, person: Person | None, *, another_person: bool
) -> None:
    with acting_as(REGISTRAR):
        here = Employment.objects.filter(organisation=employer, withdrawn_at__isnull=True)
        same = here.filter(person=person) if person else here.filter(
            person__first_name__iexact=new.first_name, person__last_name__iexact=new.last_name
        )  # fmt: skip
        works_here = same.exists()
    if works_here and person:
        raise Refused(_("Deze medewerker staat al in de lijst. Ga terug en zoek op naam."), "email")
    if works_here and not another_person:
        raise Refused(
            _("Er werkt hier al iemand met deze naam. Zoek die op, of geef aan dat dit iemand anders is."),
            "another_person",
        )


COMPLETED = ("number", "birth_date", "starts", "ends", "job_title")
"""What a list may fill in about somebody who works here."""


@transaction.atomic
def complete_employee(
    actor: Actor, employment_id: uuid.UUID, values: Mapping[str, Any], hours: Decimal | None = None
) -> dict[str, Any]:
    """Fill in what is not known of an employee yet, or what a list says anew. Returns what stood there before.

    `values` by the names in `COMPLETED`; `hours` only where no contract hours are known. While a dossier runs only the
    number can be filled in: all else would move its dates, and is corrected there.
    """
    employment = own_employment(actor, employment_id)
    different = {name: value for name, value in values.items() if getattr(employment, name) != value}
    check_completion(employment, different, hours)
    if different.get("number"):
        check_numbers(employment.organisation, [different["number"]])
    before = {name: getattr(employment, name) for name in different}
    with acting_as(REGISTRAR):
        for name, value in different.items():
            setattr(employment, name, value)
        employment.save(update_fields=list(different))
        if hours is not None:
            since = employment.starts or date(2000, 1, 1)
            ContractHours.objects.create(employment=employment, since=since, hours=hours)
            before["hours"] = None
    return before


def own_employment(actor: Actor, employment_id: uuid.UUID) -> Employment:
    """An employment at an employer where the actor is case manager."""
    found = Employment.objects.select_related("organisation").filter(pk=employment_id).first()
    known = access.employers_for(actor, (Role.CASE_MANAGER,))
    if found is None or not known.filter(pk=found.organisation_id).exists():
        raise NotYours(_("Deze medewerker is niet gevonden bij jouw organisatie."))
    return found


def check_completion(employment: Employment, different: Mapping[str, Any], hours: Decimal | None) -> None:
    if unknown := set(different) - set(COMPLETED):
        raise ValueError(f"Not for a list to fill in: {', '.join(sorted(unknown))}")
    moves = set(different) & {"birth_date", "starts", "ends"} or hours is not None
    if moves and running_dossier(employment):
        raise Refused(
            _("Er loopt een dossier van deze medewerker. Verbeter dit bij de feiten van dat dossier.")
        )
    if hours is not None and (not 0 < hours <= 80 or employment.contract_hours.exists()):
        raise Refused(_("De contracturen staan al in Spoorboek. Wijzig ze in het dossier van de medewerker."))
    starts, ends = different.get("starts", employment.starts), different.get("ends", employment.ends)
    if starts and ends and ends < starts:
        raise Refused(_("De laatste dag ligt voor de eerste dag. Kijk beide data na."), "ends")


@transaction.atomic
def withdraw_employee(actor: Actor, employment_id: uuid.UUID) -> None:
    """Somebody was added by mistake: nobody is offered them any more. Nothing is deleted."""
    employment = own_employment(actor, employment_id)
    with acting_as(REGISTRAR):
        cases = Dossier.objects.filter(employment=employment).exclude(closing=Dossier.Closing.WITHDRAWN)
        if cases.exists():
            raise Refused(_("Van deze medewerker staat een dossier in Spoorboek. Trek dat eerst in."))
        employment.withdrawn_at = clock.now()
        employment.save(update_fields=["withdrawn_at"])
