"""The administrator's pages about links: who gets them, what they show once, and what they never show again."""

from django.test import Client
from django.urls import reverse

from spoorboek.api.models import Token
from spoorboek.people.actor import acting_as
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR, appoint
from tests.api.callers import employers_caller
from tests.builders import Company, days_ago, person
from tests.signed_in import signed_in

FORM = {"name": "HR-systeem", "scopes": ["dossiers:read"], "last_day": str(days_ago(-90))}


def test_an_administrator_needs_a_second_factor_to_make_a_link() -> None:
    browser = Client()
    browser.force_login(Company().admin.account)
    for answer in (browser.get(reverse("links")), browser.post(reverse("links"), FORM)):
        assert answer["Location"] == reverse("second_factor")


def test_the_secret_is_shown_once_and_kept_by_no_browser() -> None:
    company = Company()
    browser = signed_in(company.admin)
    made = browser.post(reverse("links"), FORM)
    assert "spoorboek_" in made.content.decode()
    assert "no-store" in made["Cache-Control"]
    with acting_as(REGISTRAR):
        token = Token.objects.get(organisation=company.employer)
    for page in (reverse("links"), reverse("link", args=[token.pk])):
        shown = browser.get(page).content.decode()
        assert token.ending in shown
        assert "spoorboek_" not in shown


def test_a_form_that_is_not_right_says_where_and_keeps_what_was_typed() -> None:
    browser = signed_in(Company().admin)
    answer = browser.post(reverse("links"), {**FORM, "scopes": []})
    assert answer.status_code == 422
    assert "HR-systeem" in answer.content.decode()
    assert "Kies wat deze koppeling mag" in answer.content.decode()


def test_renewing_shows_another_secret_and_stopping_says_so() -> None:
    company = Company()
    one = employers_caller(company)
    browser = signed_in(company.admin)
    renewed = browser.post(reverse("renew_link", args=[one.token.pk]), {"last_day": str(days_ago(-90))})
    assert "spoorboek_" in renewed.content.decode()
    assert one.secret not in renewed.content.decode()
    too_far = browser.post(reverse("renew_link", args=[one.token.pk]), {"last_day": str(days_ago(-900))})
    assert too_far.status_code == 422
    stopped = browser.post(reverse("end_link", args=[one.token.pk]), follow=True)
    assert "De koppeling is gestopt" in stopped.content.decode()


def test_where_no_case_managers_work_the_page_says_why_there_are_no_links() -> None:
    company, admin = Company(), person("Beheer")
    appoint(admin.pk, company.second_track, Role.ADMIN)
    shown = signed_in(admin).get(reverse("links")).content.decode()
    assert "heeft geen koppelingen" in shown
    assert 'name="scopes"' not in shown
