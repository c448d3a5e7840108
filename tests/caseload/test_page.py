"""The caseload as its reader sees it: whose it is, in what order, with which counts, and in how many queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from spoorboek.caseload.urgency import Group
from spoorboek.dossiers.acts import people, steps
from spoorboek.dossiers.models import Dossier
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from tests.builders import Company, actor, client_of, days_ago, person
from tests.dossiers import stages
from tests.signed_in import signed_in


def seen(someone: Person, **query: str) -> str:
    return " ".join(signed_in(someone).get(reverse("caseload"), query).content.decode().split())


def shown(someone: Person, **query: str) -> list[object]:
    """The dossiers in the list, in order."""
    rows = signed_in(someone).get(reverse("caseload"), query).context["page"].rows
    return [row.dossier_id for row in rows]


def counts(someone: Person, **query: str) -> dict[Group, int]:
    """The counts that are not nought."""
    found = signed_in(someone).get(reverse("caseload"), query).context["counts"].groups
    return {group: number for group, number in found.items() if number}


def employee(dossier: Dossier) -> Person:
    someone = client_of(dossier)
    with acting_as(someone):
        return Person.objects.get(pk=someone.account_id)


def queries(someone: Person, address: str) -> int:
    browser = signed_in(someone)
    browser.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(address).status_code == 200
    return len([one for one in asked.captured_queries if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))])


def test_what_is_late_comes_first_then_what_asks_this_week() -> None:
    own = Company()
    fresh, late = own.dossier(days_ago(2)), own.dossier(days_ago(100))
    assert shown(own.case_manager) == [late.pk, fresh.pk]
    assert counts(own.case_manager)[Group.LATE] == 1


def test_every_open_dossier_is_in_exactly_one_count() -> None:
    own = Company()
    for days in (2, 20, 100, 300):
        own.dossier(days_ago(days))
    stages.recovered(own)
    stages.withdrawn(own)
    answer = signed_in(own.case_manager).get(reverse("caseload"))
    counted = answer.context["counts"]
    assert (
        sum(counted.groups.values()) == counted.open == counted.shown == len(answer.context["page"].rows) == 5
    )
    assert counted.groups[Group.RECOVERED] == 1


def test_each_count_is_the_length_of_its_own_list() -> None:
    own = Company()
    for days in (2, 20, 39, 100, 300):
        own.dossier(days_ago(days))
    for group, number in counts(own.case_manager).items():
        assert len(shown(own.case_manager, groep=group.word)) == number


def test_a_colleague_and_a_stranger_have_nothing_of_it() -> None:
    own = Company()
    dossier = own.dossier(days_ago(30))
    for someone in (own.colleague, Company().case_manager):
        assert str(dossier.pk) not in seen(someone)
        assert counts(someone) == {}


def test_who_takes_over_has_it_at_once_and_who_handed_over_no_longer() -> None:
    own = Company()
    dossier, manager = own.dossier(days_ago(30)), actor(own.case_manager)
    with acting_as(manager):
        people.transfer(manager, dossier.pk, own.colleague.pk)
    assert shown(own.colleague) == [dossier.pk]
    assert shown(own.case_manager) == []


def test_each_role_has_its_own_move() -> None:
    own = Company()
    dossier = own.dossier(days_ago(25))
    row = signed_in(own.doctor).get(reverse("caseload")).context["page"].rows[0]
    assert (row.dossier_id, row.step.key, row.step.mine) == (dossier.pk, "problem-analysis", True)
    coach = signed_in(own.coach).get(reverse("caseload")).context["page"].rows[0]
    assert not coach.step.mine
    assert coach.group in (Group.WAITING, Group.COMING)


def test_an_act_moves_its_dossier_at_once() -> None:
    own = Company()
    dossier, manager = own.dossier(days_ago(43)), actor(own.case_manager)
    assert counts(own.case_manager)[Group.LATE] == 1
    with acting_as(manager):
        steps.mark_done(manager, dossier.pk, "problem-analysis", days_ago(3), 0)
    assert Group.LATE not in counts(own.case_manager)


def test_search_finds_by_part_of_a_name_also_what_is_closed() -> None:
    own = Company()
    dossier = stages.withdrawn(own)
    name = employee(dossier).last_name
    browser = signed_in(own.case_manager)
    assert str(dossier.pk) not in browser.get(reverse("caseload")).content.decode()
    assert str(dossier.pk) in browser.get(reverse("search"), {"q": name[2:].lower()}).content.decode()
    assert "Niemand gevonden" in browser.get(reverse("search"), {"q": "bestaat niet"}).content.decode()


def test_search_needs_no_accents_and_no_order_of_names() -> None:
    own = Company()
    dossier = own.dossier(days_ago(30))
    someone = employee(dossier)
    with acting_as(client_of(dossier)):
        someone.last_name, someone.first_name = "Özdemir-Çelik", "Renée"
        someone.save()
    for query in ("ozdemir", "renee celik", "ÇELIK"):
        assert shown(own.case_manager, q=query) == [dossier.pk]


def test_closed_dossiers_have_a_list_of_their_own() -> None:
    own = Company()
    ill, fit, closed = own.dossier(days_ago(30)), stages.recovered(own), stages.withdrawn(own)
    assert shown(own.case_manager) == [ill.pk, fit.pk]
    assert shown(own.case_manager, groep="hersteld") == [fit.pk]
    assert shown(own.case_manager, lijst="gesloten") == [closed.pk]
    assert len(shown(own.case_manager, lijst="alles")) == 3


def test_filters_leave_over_what_they_say() -> None:
    own = Company()
    fresh, old = own.dossier(days_ago(2)), own.dossier(days_ago(500))
    manager = own.case_manager
    assert shown(manager, nieuw="ja") == shown(manager, fase="begin") == [fresh.pk]
    assert shown(manager, fase="tweede-jaar") == [old.pk]
    assert set(shown(manager, leiding=str(own.supervisor.pk))) == {fresh.pk, old.pk}
    assert shown(manager, leiding=str(own.admin.pk)) == []
    assert shown(manager, stap="occupational-service-report") == [fresh.pk]


def test_an_address_that_makes_no_sense_shows_the_list() -> None:
    own = Company()
    dossier = own.dossier(days_ago(30))
    nonsense = {"lijst": "x", "groep": "y", "werkgever": "1", "sorteer": "?", "na": "geen_plek", "fase": "z"}
    assert shown(own.case_manager, **nonsense) == [dossier.pk]


def test_an_empty_list_says_what_to_do_first() -> None:
    page = seen(Company().case_manager)
    assert "Niemand is ziek gemeld" in page
    assert reverse("report_sick") in page


@pytest.mark.parametrize("order", ["dag", "naam", "week"])
def test_the_list_goes_on_without_losing_or_repeating_anyone(
    monkeypatch: pytest.MonkeyPatch, order: str
) -> None:
    monkeypatch.setattr("spoorboek.caseload.reading.A_PAGE", 2)
    own = Company()
    made = {own.dossier(days_ago(days)).pk for days in (10, 10, 60, 200, 30)}
    browser, address, pages = signed_in(own.case_manager), f"{reverse('caseload')}?sorteer={order}", []
    while address:
        answer = browser.get(address)
        pages.append([row.dossier_id for row in answer.context["page"].rows])
        address = answer.context["later_href"]
    assert [len(keys) for keys in pages] == [2, 2, 1]
    assert {key for keys in pages for key in keys} == made


def test_with_htmx_only_the_next_rows_are_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("spoorboek.caseload.reading.A_PAGE", 1)
    own = Company()
    for days in (10, 60):
        own.dossier(days_ago(days))
    browser = signed_in(own.case_manager)
    later = browser.get(reverse("caseload")).context["later_href"]
    part = browser.get(later, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert part.count("data-line") == 1


def test_the_list_takes_as_many_queries_for_one_as_for_many() -> None:
    own = Company()
    own.dossier(days_ago(10))
    one = queries(own.case_manager, reverse("caseload"))
    for days in (20, 30, 40):
        own.dossier(days_ago(days))
    assert queries(own.case_manager, reverse("caseload")) == one
    assert one <= 15


def test_a_supervisor_without_a_caseload_goes_to_the_team() -> None:
    answer = signed_in(Company().supervisor).get(reverse("caseload"))
    assert answer["Location"] == reverse("team")


def test_a_name_on_the_list_is_that_of_the_person_and_no_health_word_stands_beside_it() -> None:
    own = Company(case_manager=person("Lijst"))
    dossier = own.dossier(days_ago(30))
    page = seen(own.case_manager)
    assert employee(dossier).name in page
    assert "vangnet" not in page.lower()
