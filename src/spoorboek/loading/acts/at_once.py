"""The people of a list of whom no dossier stands, many at once; everybody else walks one by one (`applying`)."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts.employees import add_employees
from spoorboek.dossiers.acts.histories import Absence, CaseTaken, History, record_histories
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.refusals import Refused
from spoorboek.lists.entries import Contract
from spoorboek.loading.choices import Choices
from spoorboek.loading.employees import new_employee, what_changes
from spoorboek.loading.models import Change, Course, Import, Touched
from spoorboek.loading.packing import unpacked_contract, unpacked_deed, unpacked_who
from spoorboek.loading.sealing import Opened
from spoorboek.loading.standing import REGISTRAR, known
from spoorboek.people.access import employments_for
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Employment


@dataclass
class Person:
    """One course to do: who it is, and their absences."""

    course: Course
    absences: list[Absence]
    employment: Employment


class Left(Exception):
    """These courses cannot be done together with the others."""

    def __init__(self, courses: set[int]) -> None:
        super().__init__()
        self.courses = courses


class AtOnce:
    """Does the new people of a turn together, or none of them."""

    def __init__(self, actor: Actor, load: Import, opened: Opened) -> None:
        self.actor, self.load, self.opened = actor, load, opened
        self.choices = Choices.of(load)
        self.changes: list[Change] = []
        self.touched: list[Touched] = []

    def done(self, courses: Sequence[Course]) -> set[int]:
        """Do whom it can; the ids of the courses that are done. Who is refused is left, to be told why singly."""
        opened = [(course, self.opened.open(course.sealed or b"")) for course in courses]
        known = self.without_dossier([data for _course, data in opened])
        fresh = [(course, data) for course, data in opened if is_new(data)]
        there = [(course, data) for course, data in opened if data["employment"] in known and data["deeds"]]
        if not fresh and not there:
            return set()
        try:
            with journal.coming_from(list_loaded=str(self.load.pk)), transaction.atomic():
                added = self.added(fresh) if fresh else []
                people = [*added, *(person_of(*one, known[one[1]["employment"]]) for one in there)]
                self.recorded([person for person in people if person.absences])
                self.kept(added, people)
        except Left as left:
            again = AtOnce(self.actor, self.load, self.opened)
            return again.done([course for course in courses if course.pk not in left.courses])
        except Refused:
            return set()
        return {person.course.pk for person in people}

    def without_dossier(self, told: Sequence[dict[str, Any]]) -> dict[str, Employment]:
        """Who works here already, of whom no dossier stands and the list knows nothing more, by employment's id."""
        named = {data["employment"]: data for data in told if data["employment"]}
        if not named:
            return {}
        rows = employments_for(self.actor, self.load.employer).filter(pk__in=named)
        with acting_as(REGISTRAR):
            taken = Dossier.objects.filter(employment__in=list(named)).values_list("employment_id", flat=True)
            busy = set(taken)
        return {
            str(row.pk): row
            for row in rows.prefetch_related("contract_hours")
            if row.pk not in busy and not knows_more(named[str(row.pk)], row)
        }

    def added(self, fresh: Sequence[tuple[Course, dict[str, Any]]]) -> list[Person]:
        told = [(unpacked_who(data["who"]), unpacked_contract(data["contract"])) for _course, data in fresh]
        new = [new_employee(who, contract, self.leader_of(contract)) for who, contract in told]
        employments = add_employees(self.actor, self.load.employer_id, new)
        return [person_of(course, data, row) for (course, data), row in zip(fresh, employments, strict=True)]

    def leader_of(self, contract: Contract) -> uuid.UUID | None:
        """The supervisor who was chosen for what the list calls them, or for the team."""
        named = contract.supervisor or contract.team
        leader = self.choices.supervisors.get(self.opened.digest(named), "") if named else ""
        return uuid.UUID(leader) if leader else None

    def recorded(self, people: Sequence[Person]) -> None:
        histories = [History(person.employment.pk, person.absences) for person in people]
        record_histories(
            self.actor, self.load.employer, histories, self.choices.doctor_id, self.choices.manager_id
        )
        left = {person.course.pk for person, each in zip(people, histories, strict=True) if each.refusal}
        if left:
            raise Left(left)
        for person, history in zip(people, histories, strict=True):
            self.note(person, history.cases)

    def note(self, person: Person, cases: Sequence[CaseTaken]) -> None:
        """What an undo needs. In a dossier the list opened only the opening counts: it is withdrawn whole."""
        before = ""
        for case in cases:
            detail = {"starts": case.dossier.first_sick_day.isoformat(), "ended": before}
            self.changes.append(self.change(Change.What.OPENED, person, case.dossier, detail))
            entries = len(case.told) + len(case.closing)
            self.touched.append(
                Touched(load=self.load, dossier_id=case.dossier.pk, opened=True, sequence=entries)
            )
            before = str(case.dossier.pk)

    def change(self, what: str, person: Person, dossier: Dossier | None, detail: dict[str, Any]) -> Change:
        return Change(
            load=self.load,
            what=what,
            employment_id=person.employment.pk,
            dossier_id=dossier.pk if dossier else None,
            detail=detail,
        )

    def kept(self, added: Sequence[Person], people: Sequence[Person]) -> None:
        """Note everything; a person's being added stands before their dossiers, so that an undo comes to it last."""
        new = [self.change(Change.What.EMPLOYEE, person, None, {}) for person in added]
        Change.objects.bulk_create([*new, *self.changes])
        Touched.objects.bulk_create(self.touched)
        ids = [person.course.pk for person in people]
        Course.objects.filter(pk__in=ids).update(state=Course.State.DONE, sealed=None)


def is_new(data: dict[str, Any]) -> bool:
    """Somebody who is not known yet: nothing of them can stand."""
    return not data["employment"]


def knows_more(data: dict[str, Any], row: Employment) -> bool:
    """Whether the list has a personnel number that is not known yet."""
    return bool(what_changes(unpacked_who(data["who"]), Contract(), known(row), only_fill=True).get("number"))


def person_of(course: Course, data: dict[str, Any], employment: Employment) -> Person:
    return Person(course, absences_of(data), employment)


def absences_of(data: dict[str, Any]) -> list[Absence]:
    deeds = map(unpacked_deed, data["deeds"])
    return [Absence(deed.starts, deed.fit_from, tuple(deed.hours)) for deed in deeds]
