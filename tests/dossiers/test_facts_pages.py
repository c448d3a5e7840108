"""The pages of facts: nothing typed is lost, a stale save is compared, and moved dates are shown."""

from typing import Any

import pytest
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from spoorboek.dossiers.acts.leave import register_leave
from spoorboek.dossiers.models import Dossier, JournalEntry
from spoorboek.dossiers.views.facts_pages import PAGES, FactPage
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Employment
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR
from tests.builders import Company, actor, client_of, days_ago
from tests.dossiers.cast import Cast
from tests.signed_in import signed_in

MOST_QUERIES = 60


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


def address(name: str, dossier: Dossier, *args: Any) -> str:
    return reverse(name, args=[dossier.pk, *args])


def page_args(company: Company, page: FactPage, dossier: Dossier) -> list[int]:
    if "leave_id" not in page.path:
        return []
    manager = actor(company.case_manager)
    with acting_as(manager):
        register_leave(manager, dossier.pk, days_ago(3), days_ago(-90))
        return [dossier.leaves.get().pk]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_page_opens_for_its_roles_and_for_nobody_else(company: Company, page: FactPage) -> None:
    here = Cast(company, company.dossier(days_ago(30)))
    people = {
        Role.CASE_MANAGER: company.case_manager, Role.SUPERVISOR: company.supervisor, Role.COACH: company.coach,
        Role.COMPANY_DOCTOR: company.doctor, Role.LABOUR_EXPERT: company.labour_expert, Role.HELPER: here.helper,
    }  # fmt: skip
    where = address(page.name, here.dossier, *page_args(company, page, here.dossier))
    for role, someone in people.items():
        assert signed_in(someone).get(where).status_code == (200 if role in page.roles else 403), role
    for someone in (company.colleague, company.admin, here.gone, Company().case_manager):
        assert signed_in(someone).get(where).status_code == 404


def test_what_was_typed_stays_and_the_error_stands_at_its_field(company: Company) -> None:
    browser, dossier = signed_in(company.case_manager), company.dossier(days_ago(30))
    answer = browser.post(
        address("partial_return", dossier), {"since": "31-2-2026", "hours": "veel", "version": 1}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="31-2-2026"' in page
    assert 'value="veel"' in page
    assert 'href="#id_since"' in page
    assert 'href="#id_hours"' in page


def test_an_act_that_refuses_shows_its_sentence_at_the_field(company: Company) -> None:
    browser, dossier = signed_in(company.case_manager), company.dossier(days_ago(30))
    answer = browser.post(address("recovery", dossier), {"fit_from": days_ago(40), "version": 1})
    assert answer.status_code == 422
    assert answer.context["form"].errors["fit_from"]


def test_hours_are_read_with_a_comma(company: Company) -> None:
    browser, dossier = signed_in(company.case_manager), company.dossier(days_ago(30))
    browser.post(address("partial_return", dossier), {"since": days_ago(2), "hours": "7,5", "version": 1})
    with acting_as(actor(company.case_manager)):
        assert str(dossier.resumed_hours.get().hours) == "7.5"


def test_a_short_absence_takes_two_clicks(company: Company) -> None:
    browser, dossier = signed_in(company.case_manager), company.dossier(days_ago(3))
    form = browser.get(address("short_absence", dossier)).context["form"]
    typed = {name: form[name].value() for name in form.fields}
    assert browser.post(address("short_absence", dossier), typed).status_code == 302
    with acting_as(actor(company.case_manager)):
        assert dossier.spells.get().ends == days_ago(0)


def test_a_saved_change_leads_to_the_dates_that_moved(company: Company) -> None:
    browser, dossier = signed_in(company.case_manager), company.dossier(days_ago(30))
    where = address("correct_fact", dossier, "first-day", "1")
    typed = {"first_sick_day": days_ago(37), "basis": "no_work", "reason": "known_later", "version": 1}
    looked = browser.post(where, {**typed, "preview": "1"})
    assert looked.context["previewed"]
    assert looked.context["preview"][0].days == -7
    saved = browser.post(where, typed, follow=True)
    assert saved.redirect_chain == [(address("facts_moved", dossier, 2), 302)]
    assert saved.context["rows"][0].days == -7


def test_a_double_submit_does_no_harm(company: Company) -> None:
    browser, dossier = signed_in(company.case_manager), company.dossier(days_ago(30))
    typed = {"fit_from": days_ago(2), "version": 1}
    browser.post(address("recovery", dossier), typed)
    assert browser.post(address("recovery", dossier), typed).status_code == 302
    with acting_as(actor(company.case_manager)):
        assert JournalEntry.objects.filter(dossier=dossier, act="report_recovery").count() == 1


def test_a_stale_save_shows_both_values_and_saves_what_was_chosen(company: Company) -> None:
    first, second = signed_in(company.supervisor), signed_in(company.case_manager)
    dossier = company.dossier(days_ago(30))
    where = address("correct_fact", dossier, "first-day", "1")
    theirs = {"first_sick_day": days_ago(32), "basis": "no_work", "reason": "known_later", "version": 1}
    mine = {
        "first_sick_day": days_ago(31),
        "basis": "stopped_during_day",
        "reason": "typing_mistake",
        "version": 1,
    }
    first.post(where, theirs)
    shown = second.post(where, mine)
    compared = shown.context["compared"]
    assert shown.status_code == 409
    assert compared.by == company.supervisor.name
    assert [line.name for line in compared.fields] == ["first_sick_day", "basis"]
    page = shown.content.decode()
    assert str(days_ago(31)) in page
    assert str(days_ago(32)) in page
    chosen = {
        "version": compared.version, "choice-first_sick_day": "theirs", "choice-basis": "mine",
        "mine-first_sick_day": days_ago(31), "theirs-first_sick_day": days_ago(32),
        "mine-basis": "stopped_during_day", "theirs-basis": "no_work", "reason": "typing_mistake",
    }  # fmt: skip
    assert second.post(where, chosen).status_code == 302
    with acting_as(REGISTRAR):
        now = Dossier.objects.get(pk=dossier.pk)
    assert (now.first_sick_day, now.first_day_basis) == (days_ago(32), "stopped_during_day")


def test_keeping_what_stands_there_saves_nothing(company: Company) -> None:
    browser, dossier = signed_in(company.case_manager), company.dossier(days_ago(30))
    answer = browser.post(address("recovery", dossier), {"version": 1, "choice-fit_from": "theirs"})
    assert answer.status_code == 302
    with acting_as(actor(company.case_manager)):
        assert JournalEntry.objects.filter(dossier=dossier).count() == 1


def test_the_doctor_sees_the_answers_and_the_case_manager_only_that_they_are_the_doctors(
    company: Company,
) -> None:
    dossier = company.dossier(days_ago(30))
    page = next(page for page in PAGES if page.name == "leave_statement")
    leave_id = page_args(company, page, dossier)[0]
    doctor, manager = signed_in(company.doctor), signed_in(company.case_manager)
    typed = {"same_cause": "yes", "related_to_birth": "no", "version": 2}
    assert doctor.post(address("leave_statement", dossier, leave_id), typed).status_code == 302
    assert "zelfde oorzaak" in doctor.get(address("facts", dossier)).content.decode()
    seen = manager.get(address("facts", dossier)).content.decode()
    assert "zelfde oorzaak" not in seen
    assert "volgens de bedrijfsarts" in seen


def test_the_pages_take_few_queries(company: Company) -> None:
    browser, dossier = signed_in(company.case_manager), company.dossier(days_ago(300))
    for where in (address("facts", dossier), address("recovery", dossier), reverse("report_sick")):
        with CaptureQueriesContext(connection) as queries:
            browser.get(where)
        assert len(queries) <= MOST_QUERIES, where


def test_reporting_someone_sick_from_the_list(company: Company) -> None:
    browser, employment = signed_in(company.case_manager), company.employee()
    found = browser.post(reverse("report_sick"), {"name": employment.person.last_name})
    assert [row.employment.pk for row in found.context["rows"]] == [employment.pk]
    typed = {
        "first_sick_day": days_ago(1), "basis": "no_work", "company_doctor": str(company.doctor.pk),
    }  # fmt: skip
    done = browser.post(reverse("report_sick_for", args=[employment.pk]), typed)
    with acting_as(actor(company.case_manager)):
        dossier = Dossier.objects.get(employment=employment)
    assert done.headers["Location"] == reverse("dossier", args=[dossier.pk])
    again = browser.post(reverse("report_sick"), {"name": employment.person.last_name})
    assert again.context["rows"][0].href == reverse("dossier", args=[dossier.pk])


def test_a_supervisor_finds_the_own_team_only_and_names_a_case_manager(company: Company) -> None:
    employment = company.employee()
    with acting_as(REGISTRAR):
        elsewhere = company.employee()
        Employment.objects.filter(pk=elsewhere.pk).update(supervisor=None)
    browser = signed_in(company.supervisor)
    found = browser.post(reverse("report_sick"), {"name": elsewhere.person.last_name})
    assert found.context["rows"] == []
    form = browser.get(reverse("report_sick_for", args=[employment.pk])).context["form"]
    assert "case_manager" in form.fields
    assert browser.get(reverse("report_sick_for", args=[elsewhere.pk])).status_code == 404


def test_a_new_employee_is_added_once_and_a_namesake_only_when_said(company: Company) -> None:
    browser = signed_in(company.case_manager)
    where = reverse("report_sick_new", args=[company.employer.pk])
    typed = {
        "first_name": "Noor", "last_name": f"Nieuw{company.employer.pk}", "job_title": "Kok", "hours": "24",
        "kind": "permanent", "language": "nl",
    }  # fmt: skip
    assert browser.post(where, typed).status_code == 302
    twice = browser.post(where, typed)
    assert twice.status_code == 422
    assert "another_person" in twice.context["form"].errors
    assert browser.post(where, {**typed, "another_person": "on"}).status_code == 302
    with acting_as(actor(company.case_manager)):
        found = Employment.objects.filter(person__last_name=typed["last_name"])
        assert found.count() == 2
        assert str(found[0].contract_hours.get().hours) == "24.0"


def test_people_who_may_not_report_sick_are_told_who_may(company: Company) -> None:
    dossier = company.dossier(days_ago(30))
    with acting_as(REGISTRAR):
        client = dossier.employment.person
    assert client.pk == client_of(dossier).account_id
    for someone in (company.doctor, company.coach, client):
        assert signed_in(someone).get(reverse("report_sick")).status_code == 403


@override_settings(MEDICAL_LAYER=False)
def test_an_installation_without_the_medical_layer_has_no_pages_for_it(company: Company) -> None:
    dossier, browser = company.dossier(days_ago(50)), signed_in(company.doctor)
    where = f"/dossiers/{dossier.pk}/"
    assert browser.get(f"{where}vangnet/").status_code == 404
    for page in ("", "feiten/"):
        answer = browser.get(f"{where}{page}")
        assert answer.status_code == 200
        assert f"{where}vangnet/" not in answer.content.decode()
