"""The client's pages, as the client, a colleague, a helper, a professional and a visitor open them."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from spoorboek.dossiers import own
from spoorboek.dossiers.access import open_dossier
from spoorboek.dossiers.acts import appointments, client, ending, sickness
from spoorboek.dossiers.models import Appointment, Dossier, Opening
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from spoorboek.people.registrar import REGISTRAR
from tests.builders import Company, actor, client_of, days_ago, today
from tests.dossiers import stages
from tests.dossiers.client_pages import NAMES, before_a_talk, employee, helper_of, page, plan, seen
from tests.signed_in import signed_in


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


@pytest.fixture(scope="module")
def halfway(company: Company) -> Dossier:
    return stages.halfway(company)


@pytest.fixture(scope="module")
def with_talk(company: Company) -> Dossier:
    return before_a_talk(company)


def test_today_greets_and_says_the_day_and_the_week(halfway: Dossier) -> None:
    read = page(employee(halfway), "today")
    assert "Dag Fatma" in read
    assert "Je bent in week 32." in read


def test_an_appointment_comes_first_with_its_moment_and_two_buttons_and_two_ways_out(
    with_talk: Dossier,
) -> None:
    read = page(employee(with_talk), "today")
    for expected in (
        "Gesprek met de bedrijfsarts",
        "Bereid je voor",
        "Wat mag ik vragen?",
        "Ik kan niet komen",
        "Nu even niet",
    ):
        assert expected in read


def test_a_folded_card_says_that_the_appointment_stands_and_opens_again(company: Company) -> None:
    dossier = company.dossier(days_ago(33))
    talk = plan(company, dossier, 4)
    browser = signed_in(employee(dossier))
    card = f"appointment:{talk.pk}"
    browser.post(reverse("fold_card", args=[card]))
    folded = seen(browser.get(reverse("today")))
    assert "Je afspraak blijft staan" in folded
    assert "Bereid je voor" not in folded
    browser.post(reverse("unfold_card", args=[card]))
    assert "Bereid je voor" in seen(browser.get(reverse("today")))


def test_who_cannot_come_reads_that_it_is_all_right_and_can_take_it_back(company: Company) -> None:
    dossier = company.dossier(days_ago(33))
    talk, me = plan(company, dossier, 5), client_of(dossier)
    with acting_as(me):
        appointments.say_cannot_come(me, dossier.pk, talk.pk)
    read = page(employee(dossier), "today")
    assert "Dat is goed. Je hoort wanneer er een nieuw moment is." in read
    assert "Ik kan toch komen" in read


def test_when_nothing_is_near_rest_is_good(company: Company) -> None:
    read = page(employee(company.dossier(days_ago(2))), "today")
    assert "Nu even niets" in read
    assert "Rust is goed" in read


def test_days_that_hang_on_an_answer_are_not_made_up_and_the_page_says_what_they_wait_for(
    company: Company,
) -> None:
    who = employee(stages.after_leave(company, "unknown"))
    assert "De bedrijfsarts moet nog zeggen" in page(who, "today")
    assert "nog geen dag bekend" in page(who, "my_route")


def test_what_an_employer_does_asks_nothing_of_the_client(company: Company) -> None:
    read = page(employee(company.dossier(days_ago(40))), "today")
    assert "Jij hoeft nu niets te doen." in read


def test_the_own_move_is_red_only_after_its_legal_day(company: Company) -> None:
    assert "day-pill--late" not in page(employee(company.dossier(days_ago(640))), "today")
    assert "day-pill--late" in page(employee(company.dossier(days_ago(670))), "today")


def test_who_recovered_reads_until_when_the_same_route_would_go_on(company: Company) -> None:
    read = page(employee(stages.recovered(company)), "today")
    assert "Fijn dat het beter gaat" in read
    assert "Tot en met" in read


def test_a_mistaken_report_says_so(company: Company) -> None:
    assert "De ziekmelding was een vergissing." in page(employee(stages.withdrawn(company)), "today")


def test_after_a_death_the_page_is_kind_and_greets_nobody(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(50)), actor(company.case_manager)
    with acting_as(manager):
        ending.report_death(manager, dossier.pk, days_ago(1))
    read = page(employee(dossier), "today")
    assert "We leven mee" in read
    assert "Dag Fatma" not in read
    assert "Nu even niet" not in read


def test_who_left_the_employer_keeps_the_own_dossier(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(80)), actor(company.case_manager)
    with acting_as(manager):
        ending.end_employment(manager, dossier.pk, days_ago(3))
    ending.close_ended(today())
    for name in ("today", "my_route", "who_sees", "contacts"):
        assert page(employee(dossier), name)


def test_a_new_case_says_that_counting_began_anew(company: Company) -> None:
    dossier, manager = stages.recovered(company, 40), actor(company.case_manager)
    with acting_as(manager):
        again = sickness.report_sick_again(manager, dossier.pk, days_ago(3))
    assert again.new_case
    assert "Een nieuwe route" in page(employee(again.dossier), "today")


def test_the_route_explains_every_station_without_a_script(halfway: Dossier) -> None:
    read = page(employee(halfway), "my_route")
    for expected in (
        "Wat mag ik meenemen?",
        "Wat als het niet lukt?",
        "Waarom deze dag?",
        "Je bent hier",
        "Spoor 2",
    ):
        assert expected in read
    assert read.count("<details") > 10


def test_the_route_can_be_opened_whole_for_paper(halfway: Dossier) -> None:
    opened = seen(signed_in(employee(halfway)).get(reverse("my_route") + "?alles"))
    assert opened.count('class="station__label station__details" id=') == len(
        re.findall(r"station__details[^>]* open>", opened)
    )


@pytest.mark.parametrize(
    "anchor", ["problem-analysis-0", "uwv-report-6-weeks-0", "zw-assessment-0", "end", "reported-sick"]
)
def test_each_station_has_a_page_of_its_own(halfway: Dossier, anchor: str) -> None:
    assert "Wie doet dit?" in page(employee(halfway), "my_station", anchor)


def test_a_station_or_talk_that_does_not_exist_is_not_found(halfway: Dossier) -> None:
    browser = signed_in(employee(halfway))
    assert browser.get(reverse("my_station", args=["nothing-0"])).status_code == 404
    assert browser.get(reverse("my_talk", args=["nothing"])).status_code == 404


@pytest.mark.parametrize("kind", Appointment.Kind.values)
def test_each_talk_can_be_prepared(with_talk: Dossier, kind: str) -> None:
    assert 'id="meenemen"' in page(employee(with_talk), "my_talk", kind)


def test_the_client_reads_the_full_reason_and_a_helper_the_public_one(company: Company) -> None:
    dossier = stages.after_leave(company)
    mine, helped = page(employee(dossier), "my_route"), page(helper_of(dossier), "my_route")
    assert "horen bij elkaar" in mine
    assert "horen bij elkaar" not in helped
    assert "Volgens de bedrijfsarts" in helped


def test_who_sees_what_names_people_layers_and_who_looked(company: Company, halfway: Dossier) -> None:
    me = actor(company.supervisor)
    with acting_as(me):
        open_dossier(me, halfway.pk)
    read = page(employee(halfway), "who_sees")
    assert company.supervisor.name in read
    assert f"{company.supervisor.name} (leidinggevende) keek naar je route." in read
    assert "Dit ziet niemand op je werk" in read


def test_no_secret_of_health_is_promised_to_anyone_but_the_doctor(halfway: Dossier) -> None:
    read = page(employee(halfway), "who_sees")
    groups = re.findall(r'<div class="sight">(.*?)</div>', read)
    assert [("bedrijfsarts" in group) for group in groups if "gezondheid" in group] == [True]


def test_the_story_speaks_to_the_client(halfway: Dossier) -> None:
    assert "meldde je ziek" in page(employee(halfway), "my_story")


def test_contacts_say_when_to_call_whom(company: Company, halfway: Dossier) -> None:
    read = page(employee(halfway), "contacts")
    assert company.case_manager.name in read
    assert "Bel over je werk en je team." in read


def test_a_helper_sees_whose_route_it_is_and_can_change_nothing(company: Company, with_talk: Dossier) -> None:
    helper = helper_of(with_talk)
    read = page(helper, "today")
    assert f"Dit is de route van {employee(with_talk).name}" in read
    for hidden in ("Nu even niet", "Ik kan niet komen"):
        assert hidden not in read
    access = page(helper, "who_sees")
    assert "keek naar" not in access
    assert "Iemand laten meekijken" not in access


def test_what_a_helper_opens_shows_to_the_client(with_talk: Dossier) -> None:
    helper = helper_of(with_talk)
    page(helper, "my_route")
    with acting_as(client_of(with_talk)):
        assert Opening.objects.filter(dossier=with_talk, account_id=helper.pk).exists()


@pytest.mark.parametrize("name", NAMES)
def test_a_colleague_who_is_sick_too_reads_only_the_own_dossier(
    company: Company, halfway: Dossier, name: str
) -> None:
    colleague = employee(company.dossier(days_ago(10)))
    other = employee(halfway)
    browser = signed_in(colleague)
    session = browser.session
    session[own.CHOSEN] = str(halfway.pk)
    session.save()
    assert other.last_name not in seen(browser.get(reverse(name)))


def test_choosing_a_dossier_of_someone_else_finds_nothing(company: Company, halfway: Dossier) -> None:
    browser = signed_in(employee(company.dossier(days_ago(10))))
    assert browser.post(reverse("which_dossier"), {"dossier": str(halfway.pk)}).status_code == 404
    assert browser.post(reverse("which_dossier"), {"dossier": "nonsense"}).status_code == 404


def test_someone_who_helps_two_people_chooses(halfway: Dossier, with_talk: Dossier) -> None:
    helper = helper_of(halfway)
    me = client_of(with_talk)
    with acting_as(me):
        client.authorise_helper(
            me, with_talk.pk, "Hans", "H", today() + timedelta(days=9), helper.account.email
        )
    browser = signed_in(helper)
    browser.post(reverse("which_dossier"), {"dossier": str(with_talk.pk)})
    assert employee(with_talk).name in seen(browser.get(reverse("today")))
    browser.post(reverse("which_dossier"), {"dossier": str(halfway.pk)})
    assert employee(halfway).name in seen(browser.get(reverse("today")))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("role", ["case_manager", "supervisor", "doctor", "coach"])
def test_a_professional_is_led_to_the_own_place(company: Company, role: str, name: str) -> None:
    answer = signed_in(getattr(company, role)).get(reverse(name))
    assert (answer.status_code, answer["Location"]) == (302, reverse("home"))


@pytest.mark.parametrize("name", NAMES)
def test_a_visitor_is_asked_to_sign_in(name: str) -> None:
    answer = Client().get(reverse(name))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


def test_who_reads_another_language_gets_pictures_and_the_way_to_an_interpreter(company: Company) -> None:
    dossier = company.dossier(days_ago(33))
    plan(company, dossier, 4)
    with acting_as(REGISTRAR):
        Person.objects.filter(pk=dossier.employment.person_id).update(language="other")
    read = page(employee(dossier), "today")
    assert 'class="pictures"' in read
    assert reverse("interpreter") in read
    assert 'lang="ar" dir="rtl"' in page(employee(dossier), "interpreter")


def test_in_english_the_explanations_are_english(halfway: Dossier) -> None:
    browser = signed_in(employee(halfway))
    browser.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert "The company doctor looks at what you can do" in seen(browser.get(reverse("my_route")))
