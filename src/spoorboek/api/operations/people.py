"""Employers, who works for them, and their employees."""

import uuid
from typing import Annotated

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Query, Router, Status
from pydantic import Field

from spoorboek.api import cursors, describe
from spoorboek.api.bearer import READS_EMPLOYEES, WRITES_EMPLOYEES, here
from spoorboek.api.paging import Cursor, Limit
from spoorboek.api.problems import not_found
from spoorboek.api.schemas import told
from spoorboek.api.schemas.given import NewEmployeeGiven
from spoorboek.api.words import summary as _
from spoorboek.dossiers.acts.employees import NewEmployee, add_employee
from spoorboek.people import access
from spoorboek.people.models import Employment, Organisation
from spoorboek.people.policy import Role

router = Router(tags=["people"])
Staff = Annotated[
    str, Field(pattern="^(case_manager|supervisor|company_doctor|labour_expert|coach)$", description="Role.")
]


def employer(employer_id: uuid.UUID) -> Organisation:
    """An employer for which this link works; any other one is not there."""
    found = access.employers_for(here(), (Role.CASE_MANAGER,)).filter(pk=employer_id).first()
    if found is None:
        raise not_found()
    return found


@router.get(
    "/organisations",
    auth=READS_EMPLOYEES,
    response=list[told.OrganisationTold],
    summary=_("Werkgevers waarvoor deze koppeling werkt"),
)
def organisations(request: HttpRequest) -> list[told.OrganisationTold]:
    """The own organisation, or the employers that the own arbodienst works for."""
    found = access.employers_for(here(), (Role.CASE_MANAGER,))
    return [told.OrganisationTold(id=row.pk, name=row.name, kind=row.kind) for row in found]


@router.get(
    "/organisations/{uuid:employer_id}/staff",
    auth=READS_EMPLOYEES,
    response=list[told.StaffTold],
    summary=_("Wie er voor een werkgever werkt, in een rol"),
)
def staff(request: HttpRequest, employer_id: uuid.UUID, role: Staff) -> list[told.StaffTold]:
    """At the employer or at a service it engaged: for `case_manager` and `company_doctor` of a sickness report."""
    found = access.staff_for(here(), employer(employer_id), Role(role))
    return [describe.staff(row) for row in found]


@router.get(
    "/organisations/{uuid:employer_id}/employments",
    auth=READS_EMPLOYEES,
    response=told.EmploymentPage,
    summary=_("Medewerkers van een werkgever"),
)
def employments(
    request: HttpRequest,
    employer_id: uuid.UUID,
    number: Annotated[str | None, Query(max_length=40, description="Only this personnel number.")] = None,
    limit: Limit = 100,
    cursor: Cursor = None,
) -> told.EmploymentPage:
    """Everyone employed there, in a fixed order. Birth dates are never told."""
    question = {"employer": employer_id, "number": number}
    after = cursors.read(cursor, question)
    found = with_person().filter(organisation=employer(employer_id), withdrawn_at__isnull=True).order_by("pk")
    if number is not None:
        found = found.filter(number=clean(number))
    rows = list((found.filter(pk__gt=after) if after else found)[: limit + 1])
    more = cursors.made(str(rows[limit - 1].pk), question) if len(rows) > limit else None
    return told.EmploymentPage(items=[describe.employment(row) for row in rows[:limit]], next_cursor=more)


def clean(number: str) -> str:
    """No personnel number holds signs that the database refuses."""
    return number.replace("\0", "")


def with_person() -> QuerySet[Employment]:
    return Employment.objects.select_related("person").prefetch_related("contract_hours")


def employment_here(employment_id: uuid.UUID) -> Employment:
    """The employment, when this link may report it sick."""
    row = with_person().select_related("organisation").filter(pk=employment_id).first()
    known = row and access.employments_for(here(), row.organisation).filter(pk=employment_id).exists()
    if row is None or not known:
        raise not_found()
    return row


@router.get(
    "/employments/{uuid:employment_id}",
    auth=READS_EMPLOYEES,
    response=told.EmploymentTold,
    summary=_("Eén medewerker"),
)
def employment(request: HttpRequest, employment_id: uuid.UUID) -> told.EmploymentTold:
    """One person's work for one employer."""
    return describe.employment(employment_here(employment_id))


@router.post(
    "/organisations/{uuid:employer_id}/employments",
    auth=WRITES_EMPLOYEES,
    response={201: told.EmploymentTold},
    summary=_("Een medewerker toevoegen"),
)
def add(request: HttpRequest, employer_id: uuid.UUID, given: NewEmployeeGiven) -> Status[told.EmploymentTold]:
    """A person and their work for this employer. A namesake is refused, unless `another_person` says it is not one."""
    employer(employer_id)
    values = given.model_dump(exclude={"another_person"})
    made = add_employee(here(), employer_id, NewEmployee(**values), another_person=given.another_person)
    return Status(201, describe.employment(employment_here(made.pk)))
