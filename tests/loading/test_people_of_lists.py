"""Who a line is about: namesakes, lists of employees, other people's dossiers, and who may load."""

import uuid
from decimal import Decimal

import pytest

from spoorboek.dossiers.refusals import NotYours
from spoorboek.loading.acts import previewing, starting
from spoorboek.loading.models import Course, Import, Line
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Employment
from tests.builders import Company, actor
from tests.loading.loader import HEAD, Loader, row


def test_a_namesake_is_asked_about_and_a_birth_date_settles_it() -> None:
    company = Company()
    known = company.employee()
    name = f"{known.person.last_name}, F."
    asked = Loader(company, row("77", name, 20)).answered()
    assert asked.verdicts() == {2: "doubtful"}
    with acting_as(asked.who):
        opened = previewing.Opened(asked.load)
        ((told, *_rest),) = previewing.judge(asked.who, asked.load, opened.sheet(), opened)
        key = opened.digest(told.who.key)
    asked.answered(people={key: str(known.pk)})
    assert asked.verdicts() == {2: "new"}
    asked.loaded()
    with acting_as(asked.who):
        known.refresh_from_db()
    assert (known.number, len(asked.dossiers("77"))) == ("77", 1)


def test_a_list_of_employees_adds_completes_and_leaves_alone() -> None:
    company, head = (
        Company(),
        "Persnr;Voornaam;Tussenvoegsel;Achternaam;Geboortedatum;Uren per week;In dienst;Functie",
    )
    rows = ["1;Anna;van der;Berg;3-2-1980;32;1-1-2015;Kok", "2;Bo;;Smit;4-5-1990;;;Kok"]
    first = Loader(company, *rows, kind=Import.Kind.EMPLOYEES, head=head).answered().loaded()
    with acting_as(first.who):
        anna, bo = (
            Employment.objects.filter(organisation=company.employer).exclude(number="").order_by("number")
        )
        assert (anna.person.name, anna.contract_hours.get().hours) == ("Anna van der Berg", Decimal(32))
        assert not bo.contract_hours.exists()
    more = [rows[0], "2;Bo;;Smit;4-5-1990;24;;Chef-kok", "3;Cas;;Mol;;36;;Kok"]
    again = Loader(company, *more, kind=Import.Kind.EMPLOYEES, head=head).answered()
    assert again.verdicts() == {2: "unchanged", 3: "changed", 4: "new"}
    again.loaded()
    with acting_as(first.who):
        bo.refresh_from_db()
        assert (bo.job_title, bo.contract_hours.get().hours) == ("Chef-kok", Decimal(24))
    again.undone()
    with acting_as(first.who):
        bo.refresh_from_db()
        assert bo.job_title == "Kok"


def test_only_who_loads_it_reaches_a_list_and_only_as_case_manager() -> None:
    company = Company()
    list_ = Loader(company, row("1", "Smit, B.", 40)).answered()
    for someone in (company.colleague, company.supervisor, company.doctor, company.admin):
        with acting_as(actor(someone)):
            assert not Import.objects.filter(pk=list_.load.pk).exists()
            assert not Line.objects.filter(load_id=list_.load.pk).exists()
            with pytest.raises(NotYours):
                previewing.preview(actor(someone), list_.load.pk)
    for someone in (company.supervisor, company.admin, Company().case_manager):
        with acting_as(actor(someone)), pytest.raises(NotYours):
            starting.start_import(actor(someone), company.employer.pk, "lijst.csv", HEAD.encode())


def test_a_colleagues_dossier_is_not_touched() -> None:
    company = Company()
    theirs = Loader(company, row("1", "Smit, B.", 40)).answered().loaded()
    other = Loader(company, row("1", "Smit, B.", 40, 4))
    other.who = Actor(account_id=company.colleague.pk)
    with acting_as(other.who):
        content = "\r\n".join([HEAD, row("1", "Smit, B.", 40, 4)]).encode()
        other.load = starting.start_import(other.who, company.employer.pk, "lijst.csv", content)
    other.answered()
    assert other.verdicts() == {2: "refused"}
    assert uuid.UUID(str(theirs.dossiers("1")[0].pk))


def test_after_the_list_of_employees_the_absences_find_everyone() -> None:
    company, head = Company(), "Persnr;Voornaam;Achternaam;Uren per week;Functie"
    people = [f"{number};Bo;Smit{number};32;Kok" for number in range(1, 4)]
    Loader(company, *people, kind=Import.Kind.EMPLOYEES, head=head).answered().loaded()
    rows = [
        row("1", "Smit1, B.", 90, 80),
        row("2", "Smit2, B.", 30),
        row("2", "Smit2, B.", 30, since=9, part="50"),
    ]
    list_ = Loader(company, *rows).answered().loaded()
    assert (list_.load.counts["new_people"], list_.load.counts["failed"]) == (0, 0)
    assert [len(list_.dossiers(str(number))) for number in range(1, 4)] == [1, 1, 0]
    list_.undone()
    assert {dossier.closing for number in "12" for dossier in list_.dossiers(number)} == {"withdrawn"}
    with acting_as(list_.who):
        assert not Employment.objects.filter(
            organisation=company.employer, withdrawn_at__isnull=False
        ).exists()


def test_two_lists_with_the_same_new_person_add_them_once() -> None:
    company = Company()
    one, other = (
        Loader(company, row("1", "Smit, B.", 40), row(str(n), "Bos, C.", 30)).answered() for n in (2, 3)
    )
    one.loaded()
    other.loaded()
    assert (other.load.counts["done"], other.load.counts["failed"]) == (1, 1)
    with acting_as(other.who):
        assert "personeelsnummer" in other.load.courses.get(state=Course.State.REFUSED).refusal
    assert len(one.dossiers("1")) == 1
