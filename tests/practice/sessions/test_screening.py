"""The questions beforehand: only how they end is kept, and the screen tells nothing about why."""

import logging
import re
from typing import Any

import pytest
from django.apps import apps
from django.db import connections
from django.test import Client
from django.urls import reverse

from spoorboek.methods.safety import safety
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from spoorboek.practice.sessions.models import Session
from tests.practice.sessions.cast import Practice
from tests.signed_in import signed_in

PERSON, DAY = safety().person, safety().day


@pytest.fixture
def here() -> Practice:
    return Practice()


def client(here: Practice) -> Client:
    with acting_as(here.client):
        return signed_in(Person.objects.select_related("account").get(pk=here.client.account_id))


def asked(browser: Client, path: str, answers: list[str]) -> str:
    """Answer one page after another; the last page's text."""
    page = browser.get(path)
    for answer in answers:
        told = {
            name: re.search(rf'name="{name}" value="([^"]*)"', page.content.decode())
            for name in ("number", "so_far")
        }
        page = browser.post(
            path, {name: found[1] for name, found in told.items() if found} | {"answer": answer}
        )
        assert page.status_code == 200
    return page.content.decode()


def everything_stored() -> dict[str, list[Any]]:
    """Every row of every table of this installation, as text; what changes with every request left out."""
    found: dict[str, list[Any]] = {}
    for model in apps.get_models():
        table = model._meta.db_table
        alias = "medical" if table.startswith("medical") else "owner"
        if table in {"spoorboek_cache", "dossiers_opening", "django_session"} or alias == "medical":
            continue
        with connections["owner"].cursor() as cursor:
            cursor.execute(f"SELECT t::text FROM {table} t ORDER BY 1")
            found[table] = cursor.fetchall()
    return found


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        (["no", "no"], "Een bril kan"),
        (["unsure", "no"], "huisarts of bedrijfsarts"),
        (["no", "yes"], "huisarts of bedrijfsarts"),
        (["yes", "no"], "Op het scherm is beter"),
        (["yes", "yes"], "Op het scherm is beter"),
    ],
)
def test_what_follows_from_the_answers_is_told_to_who_answered(
    here: Practice, answers: list[str], says: str
) -> None:
    assert says in asked(client(here), reverse("practice-fit"), answers)


def test_no_answer_stands_in_any_table_session_or_log(
    here: Practice, caplog: pytest.LogCaptureFixture
) -> None:
    made = here.planned()
    browser = client(here)
    browser.get(reverse("practice"))
    before, session_before = everything_stored(), dict(browser.session)
    with caplog.at_level(logging.DEBUG):
        asked(browser, reverse("practice-fit"), ["yes", "unsure"])
        asked(browser, reverse("practice-today", args=[made.pk]), ["no", "yes", "7"])
    assert dict(browser.session) == session_before
    after = everything_stored()
    assert {name for name in after if after[name] != before[name]} == set()
    written = " ".join(record.getMessage() + str(record.__dict__) for record in caplog.records)
    assert not re.search(r"so_far|answer=|unsure|ask-doctor|not-today", written)


def test_the_screen_chosen_freely_leaves_the_same_as_the_screen_for_a_reason(here: Practice) -> None:
    other = Practice()
    for one, answers in ((here, ["no", "no"]), (other, ["yes", "yes"])):
        browser = client(one)
        asked(browser, reverse("practice-fit"), answers)
        browser.post(reverse("practice-settle-fit"), {"way": "screen"})
        made = one.planned()
        asked(browser, reverse("practice-today", args=[made.pk]), ["no", "no", "0"])
        browser.post(reverse("practice-settle-today", args=[made.pk]), {"way": "screen"})
    pages = []
    for one in (here, other):
        with acting_as(one.coach):
            row = Session.objects.get(dossier_id=one.dossier_id)
        address = reverse("practice-coach", args=[one.dossier_id, row.pk])
        page = signed_in(one.here.company.coach).get(address).content.decode()
        page = re.sub(r"[0-9a-f-]{36}|Testman\d+|value=\"[^\"]*\"|hx-headers='[^']*'", "", page)
        pages.append(re.sub(r"\s+", " ", page))
    assert pages[0] == pages[1]


def test_not_today_looks_the_same_to_the_coach_as_not_now(here: Practice) -> None:
    made, other = here.planned(), here.planned()
    browser = client(here)
    asked(browser, reverse("practice-today", args=[made.pk]), ["yes", "no", "0"])
    browser.post(reverse("practice-settle-today", args=[made.pk]), {"way": "not-today"})
    browser.post(reverse("practice-not-now", args=[other.pk]))
    states = {here.fresh(one).state for one in (made, other)}
    assert states == {Session.State.NOT_NOW}


def test_no_page_of_anybody_else_names_the_practice(here: Practice) -> None:
    here.closed()
    company = here.here.company
    for someone in (company.case_manager, company.supervisor, company.doctor):
        page = signed_in(someone).get(reverse("dossier", args=[here.dossier_id])).content.decode()
        assert not re.search(r"oefenen[- ]met[- ]vr", page.casefold()), someone
        there = signed_in(someone).get(reverse("practice-of", args=[here.dossier_id]))
        assert there.status_code == 403
