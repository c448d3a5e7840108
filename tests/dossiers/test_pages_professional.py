"""What professionals read: the dossier, the explanation of a date, the supervisor's week."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from spoorboek.dossiers.acts import contact
from spoorboek.dossiers.models import Dossier, Opening
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from tests.builders import Company, actor, client_of, days_ago, today
from tests.dossiers import stages
from tests.signed_in import signed_in


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


@pytest.fixture(scope="module")
def halfway(company: Company) -> Dossier:
    return stages.halfway(company)


def page(someone: Person, dossier: Dossier, **query: str) -> HttpResponse:
    return signed_in(someone).get(reverse("dossier", args=[dossier.pk]), query)


def employee(dossier: Dossier) -> Person:
    """The person whom the dossier is about."""
    someone = client_of(dossier)
    with acting_as(someone):
        return Person.objects.get(pk=someone.account_id)


def text(answer: HttpResponse) -> str:
    return " ".join(answer.content.decode().split())


def queries(someone: Person, address: str) -> int:
    browser = signed_in(someone)
    browser.get(address)
    with CaptureQueriesContext(connection) as seen:
        assert browser.get(address).status_code == 200
    return len(
        [each for each in seen.captured_queries if not each["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    )


def test_the_dossier_shows_who_what_since_when_and_the_hours(company: Company, halfway: Dossier) -> None:
    seen = text(page(company.case_manager, halfway))
    assert "Verzorgende IG, Zorgcentrum De Test" in seen
    assert "week 32" in seen
    assert "werkt 8 van 32 uur" in seen


@pytest.mark.parametrize("role", ["case_manager", "supervisor", "doctor", "labour_expert", "coach"])
def test_everyone_who_takes_part_reads_the_dossier(company: Company, halfway: Dossier, role: str) -> None:
    assert page(getattr(company, role), halfway).status_code == 200


@pytest.mark.parametrize("role", ["colleague", "admin"])
def test_for_who_does_not_take_part_the_dossier_does_not_exist(
    company: Company, halfway: Dossier, role: str
) -> None:
    assert page(getattr(company, role), halfway).status_code == 404


def test_another_organisation_finds_no_dossier(halfway: Dossier) -> None:
    assert page(Company().case_manager, halfway).status_code == 404


def test_the_employee_is_led_to_the_own_route(halfway: Dossier) -> None:
    answer = page(employee(halfway), halfway)
    assert (answer.status_code, answer["Location"]) == (302, reverse("my_route"))


def test_opening_a_dossier_is_logged_for_the_client(company: Company) -> None:
    dossier = company.dossier(days_ago(10))
    page(company.case_manager, dossier)
    page(company.case_manager, dossier)
    with acting_as(client_of(dossier)):
        assert [row.account_id for row in Opening.objects.filter(dossier=dossier)] == [
            company.case_manager.pk
        ]


def test_a_date_is_explained_in_steps_with_sources_and_what_would_move_it(
    company: Company, halfway: Dossier
) -> None:
    seen = text(page(company.case_manager, halfway, waarom="report-42-weeks-0"))
    assert "294 dagen erbij" in seen
    assert 'href="https://wetten.overheid.nl/BWBR0001888' in seen
    assert "Wat verschuift deze dag?" in seen
    assert "Niet zeker" in seen


def test_a_clock_is_explained_like_a_step(company: Company, halfway: Dossier) -> None:
    assert "728 dagen" in text(page(company.case_manager, halfway, waarom="clock-wage"))


def test_an_unknown_date_asked_for_shows_the_first_step_instead(company: Company, halfway: Dossier) -> None:
    assert page(company.case_manager, halfway, waarom="nothing-9").status_code == 200


def test_htmx_gets_the_explanation_alone(company: Company, halfway: Dossier) -> None:
    browser = signed_in(company.case_manager)
    answer = browser.get(
        reverse("dossier", args=[halfway.pk]),
        {"waarom": "report-42-weeks-0"},
        headers={"hx-request": "true", "hx-target": "waarom"},
    )
    assert b"<html" not in answer.content
    assert b'id="waarom"' in answer.content


def test_the_doctor_reads_why_days_of_leave_count_and_the_case_manager_only_that_they_do(
    company: Company,
) -> None:
    dossier = stages.after_leave(company)
    full = text(page(company.doctor, dossier, waarom="report-42-weeks-0"))
    public = text(page(company.case_manager, dossier, waarom="report-42-weeks-0"))
    assert "horen bij elkaar" in full
    assert "Alleen de medewerker en de bedrijfsarts lezen deze versie" in full
    assert "horen bij elkaar" not in public
    assert "Volgens de bedrijfsarts" in public


def test_a_medical_act_is_told_without_its_content(company: Company) -> None:
    dossier = stages.after_leave(company)
    seen = text(signed_in(company.case_manager).get(reverse("dossier_story", args=[dossier.pk])))
    assert "De bedrijfsarts heeft iets vastgelegd dat meetelt voor de data." in seen
    assert "same_cause" not in seen


def test_only_the_doctor_has_the_medical_part(company: Company, halfway: Dossier) -> None:
    assert "Alleen voor jou als bedrijfsarts" in text(page(company.doctor, halfway))
    assert "Alleen voor jou als bedrijfsarts" not in text(page(company.case_manager, halfway))


def test_the_clocks_show_the_last_day_and_the_first_day_after(company: Company) -> None:
    seen = text(page(company.case_manager, stages.after_leave(company)))
    assert "Loondoorbetaling" in seen
    assert "Eerste dag erna" in seen
    assert "staat stil van" in seen


def test_a_duty_passed_is_red_only_for_whose_move_it_is(company: Company) -> None:
    dossier = company.dossier(days_ago(60))
    assert "day-pill--late" in text(page(company.case_manager, dossier))
    assert "day-pill--late" not in text(page(company.coach, dossier))


def test_a_day_of_custom_is_never_red(company: Company) -> None:
    dossier = company.dossier(days_ago(20))
    seen = text(page(company.case_manager, dossier))
    assert "day-pill--practice" in seen
    assert "day-pill--late" not in seen


def test_a_button_leads_to_the_act_that_does_the_step(company: Company) -> None:
    dossier = company.dossier(days_ago(40))
    address = reverse("mark_done", args=[dossier.pk, "problem-analysis", 0])
    assert address in text(page(company.case_manager, dossier))
    assert address not in text(page(company.coach, dossier))


def test_an_own_act_that_moved_dates_shows_them_once_at_the_top(company: Company) -> None:
    dossier = stages.recovered(company)
    assert "Deze data zijn verschoven" in text(page(company.case_manager, dossier))
    assert "Deze data zijn verschoven" not in text(page(company.doctor, dossier))


def test_who_recovered_over_four_weeks_ago_sees_that_it_is_over_and_no_clocks(company: Company) -> None:
    dossier = stages.recovered(company, days=40)
    seen = text(page(company.case_manager, dossier))
    assert "Meer dan vier weken hersteld" in seen
    assert "Dan begint een nieuw geval" in seen
    assert "De drie klokken" not in seen


def test_who_recovered_hears_how_long_the_case_can_go_on_and_why(company: Company) -> None:
    dossier = stages.recovered(company, days=5)
    seen = text(page(company.case_manager, dossier))
    last = days_ago(5) + timedelta(days=27)
    assert f"tot en met {last.day} " in seen
    assert "minder dan vier weken" in seen
    assert "Wat er nu moet" in seen
    assert "Er hoeft niets" in seen


def test_a_closed_dossier_says_so_and_offers_no_act(company: Company) -> None:
    seen = text(page(company.case_manager, stages.withdrawn(company)))
    assert "Dit dossier is gesloten" in seen
    assert "Feit wijzigen" not in seen
    assert "Nu doen" not in seen


def test_a_contact_note_reads_until_its_text_is_taken_away(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(15)), actor(company.case_manager)
    with acting_as(manager):
        note = contact.note_contact(manager, dossier.pk, days_ago(2), "phone", "Maandag bellen we weer.")
    assert "Maandag bellen we weer." in text(page(company.supervisor, dossier))
    with acting_as(manager):
        contact.redact_contact_note(manager, dossier.pk, note.pk, "mistake")
    seen = text(page(company.supervisor, dossier))
    assert "Maandag bellen we weer." not in seen
    assert "De tekst is verwijderd." in seen


@pytest.mark.parametrize("stage", [stages.sanctioned, stages.after_leave, stages.recovered, stages.withdrawn])
def test_every_stage_has_a_page(company: Company, stage: Callable[[Company], Dossier]) -> None:
    assert page(company.case_manager, stage(company)).status_code == 200


def test_the_dossier_takes_a_fixed_number_of_queries(company: Company, halfway: Dossier) -> None:
    fresh = company.dossier(days_ago(2))
    few = queries(company.case_manager, reverse("dossier", args=[fresh.pk]))
    many = queries(company.case_manager, reverse("dossier", args=[halfway.pk]))
    assert many <= few + 1
    assert many <= 28


def test_the_team_shows_own_people_with_this_weeks_step_and_how() -> None:
    own, other = Company(), Company()
    mine, theirs = own.dossier(days_ago(40)), other.dossier(days_ago(40))
    seen = text(signed_in(own.supervisor).get(reverse("team")))
    assert employee(mine).name in seen
    assert employee(theirs).name not in seen
    assert "Je kunt zeggen" in seen
    assert "wat iemand heeft, of hoe het komt" in seen
    assert "BWBR0037896" in seen


def test_a_quiet_week_in_the_team_is_about_keeping_in_touch() -> None:
    own = Company()
    dossier = own.dossier(days_ago(9))
    stages.done_until(actor(own.case_manager), dossier, today())
    assert "warm contact" in text(signed_in(own.supervisor).get(reverse("team")))


def test_the_team_takes_as_many_queries_for_one_as_for_many() -> None:
    own = Company()
    own.dossier(days_ago(10))
    one = queries(own.supervisor, reverse("team"))
    own.dossier(days_ago(50))
    own.dossier(days_ago(90))
    assert queries(own.supervisor, reverse("team")) == one
