"""Writing in the work folder: the client only, once an id, nothing lost."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from spoorboek.dossiers.access import open_dossier
from spoorboek.dossiers.acts.sickness import withdraw_report
from spoorboek.dossiers.models import Dossier, JournalEntry
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import acting_as
from spoorboek.programme.folder.access import Folder, folder_of
from spoorboek.programme.folder.acts.answering import (
    Outcome,
    Written,
    choose_answer,
    finish_sheet,
    wipe_sheet,
    write_answer,
)
from spoorboek.programme.folder.models import Answer
from spoorboek.programme.folder.offering import offered
from spoorboek.programme.folder.signals import page_finished
from spoorboek.site import clock
from tests.builders import Company, actor, client_of
from tests.programme.folder.cast import PLAN, WALK, browser_of, writes


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


@pytest.fixture
def dossier(company: Company) -> Dossier:
    return company.dossier()


def folder(dossier: Dossier) -> Folder:
    client = client_of(dossier)
    with acting_as(client):
        return folder_of(client, dossier.pk)


def test_the_same_answer_twice_is_one_answer(dossier: Dossier) -> None:
    client, written = client_of(dossier), Written(uuid.uuid4(), *PLAN, WALK)
    with acting_as(client):
        assert write_answer(client, dossier.pk, written) is Outcome.SAVED
        assert write_answer(client, dossier.pk, written) is Outcome.THERE
        assert Answer.objects.filter(dossier=dossier).count() == 1
    assert folder(dossier).page(*PLAN).value == WALK


def test_an_id_of_another_dossier_is_refused_and_tells_nothing(company: Company, dossier: Dossier) -> None:
    other, taken = company.dossier(), uuid.uuid4()
    writes(other, WALK, key=taken)
    client = client_of(dossier)
    with acting_as(client), pytest.raises(Refused):
        write_answer(client, dossier.pk, Written(taken, *PLAN, WALK))
    assert folder(other).page(*PLAN).value == WALK
    assert not folder(dossier).page(*PLAN).is_answered


def test_two_versions_both_stay_and_the_chosen_one_stands(dossier: Dossier) -> None:
    first = writes(dossier, WALK)
    here = writes(dossier, {"cells": {"mon-morning": "zwemmen"}}, first)
    there = writes(dossier, {"cells": {"mon-morning": "lezen"}}, first)
    assert folder(dossier).page(*PLAN).asks_which
    client = client_of(dossier)
    with acting_as(client):
        choose_answer(client, dossier.pk, there)
    page = folder(dossier).page(*PLAN)
    assert page.value == {"cells": {"mon-morning": "lezen"}}
    assert not page.asks_which
    assert {first, here, there} == {one.id for one in page.earlier}


def test_an_earlier_answer_can_stand_again(dossier: Dossier) -> None:
    first = writes(dossier, WALK)
    writes(dossier, {}, first)
    client = client_of(dossier)
    with acting_as(client):
        assert choose_answer(client, dossier.pk, first) is Outcome.SAVED
        assert folder_of(client, dossier.pk).page(*PLAN).value == WALK


def test_nobody_but_the_client_writes_or_reads(company: Company, dossier: Dossier) -> None:
    writes(dossier, WALK)
    others = [company.supervisor, company.case_manager, company.coach, company.doctor, company.labour_expert]
    for who in [*others, company.colleague, company.admin]:
        with acting_as(actor(who)):
            with pytest.raises(NotYours):
                write_answer(actor(who), dossier.pk, Written(uuid.uuid4(), *PLAN, WALK))
            with pytest.raises(NotYours):
                folder_of(actor(who), dossier.pk)
            assert not Answer.objects.filter(dossier=dossier).exists()


def test_the_client_of_another_dossier_is_a_stranger(company: Company, dossier: Dossier) -> None:
    writes(dossier, WALK)
    stranger = client_of(company.dossier())
    with acting_as(stranger):
        with pytest.raises(NotYours):
            folder_of(stranger, dossier.pk)
        assert not Answer.objects.filter(dossier=dossier).exists()


def test_the_text_is_sealed_and_the_journal_says_nothing(dossier: Dossier) -> None:
    client = client_of(dossier)
    with acting_as(client):
        before = JournalEntry.objects.filter(dossier=dossier).count()
    writes(dossier, WALK)
    with acting_as(client):
        assert JournalEntry.objects.filter(dossier=dossier).count() == before
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT sealed FROM folder_answer WHERE dossier_id = %s", [dossier.pk])
        assert b"wandelen" not in bytes(cursor.fetchone()[0])


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (PLAN, {"cells": {"someday": "x"}}),
        (PLAN, {"text": "of another kind"}),
        (("week-plan", "fits"), {"number": 11}),
        (("week-plan", "gone"), {}),
        (("no-such-sheet", "plan"), {}),
    ],
)
def test_what_does_not_fit_is_refused_with_a_sentence(
    dossier: Dossier, place: tuple[str, str], value: dict[str, Any]
) -> None:
    client = client_of(dossier)
    with acting_as(client), pytest.raises(Refused, match=r"\.$"):
        write_answer(client, dossier.pk, Written(uuid.uuid4(), *place, value))


def test_a_closed_dossier_is_read_but_not_written(company: Company, dossier: Dossier) -> None:
    writes(dossier, WALK)
    manager, client = actor(company.case_manager), client_of(dossier)
    with acting_as(manager):
        withdraw_report(manager, dossier.pk)
    with acting_as(client), pytest.raises(Refused, match="lezen en afdrukken"):
        write_answer(client, dossier.pk, Written(uuid.uuid4(), *PLAN, WALK))
    assert folder(dossier).page(*PLAN).value == WALK


def test_a_device_whose_clock_runs_ahead_writes_nothing_in_the_future(dossier: Dossier) -> None:
    client, tomorrow = client_of(dossier), clock.now() + timedelta(days=1)
    with acting_as(client):
        write_answer(client, dossier.pk, Written(uuid.uuid4(), *PLAN, WALK, written_at=tomorrow))
    answer = folder(dossier).page(*PLAN).answer
    assert answer
    assert answer.written_at <= clock.now()


def test_a_sheet_is_done_once_when_its_last_question_is_answered_and_again_when_the_client_says_so(
    dossier: Dossier,
) -> None:
    heard: list[tuple[uuid.UUID, str]] = []

    def hear(dossier_id: uuid.UUID, key: str, **_: object) -> None:
        heard.append((dossier_id, key))

    page_finished.connect(hear)
    try:
        writes(dossier, {"choices": ["walk"]}, place=("week-plan", "rest"))
        writes(dossier, {"number": 6}, place=("week-plan", "fits"))
        assert heard == []
        first = writes(dossier, WALK)
        assert heard == [(dossier.pk, "week-plan")]
        writes(dossier, {"cells": {"tue-morning": "rust"}}, first)
        assert len(heard) == 1
        client = client_of(dossier)
        with acting_as(client):
            finish_sheet(client, dossier.pk, "week-plan")
        assert len(heard) == 2
    finally:
        page_finished.disconnect(hear)
    assert "week-plan" in folder(dossier).finished


def test_the_client_may_wipe_a_sheet_for_good(dossier: Dossier) -> None:
    writes(dossier, WALK)
    writes(dossier, {"text": "Blijft staan."}, place=("energy-through-the-day", "best"))
    client = client_of(dossier)
    with acting_as(client):
        wipe_sheet(client, dossier.pk, "week-plan")
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT worksheet FROM folder_answer WHERE dossier_id = %s", [dossier.pk])
        assert cursor.fetchall() == [("energy-through-the-day",)]


def test_the_overview_asks_as_many_questions_of_the_database_however_much_was_written(
    company: Company, dossier: Dossier
) -> None:
    browser = browser_of(client_of(dossier))
    writes(dossier, WALK)
    browser.get(reverse("work-folder"))
    with CaptureQueriesContext(connection) as few:
        browser.get(reverse("work-folder"))
    for place in (("proud-of", "how"), ("goals", "goal"), ("goals", "now"), ("what-i-want", "why")):
        writes(dossier, {"text": "Een paar woorden."}, place=place)
    with CaptureQueriesContext(connection) as many:
        browser.get(reverse("work-folder"))
    assert len(many) == len(few)


def test_vandaag_offers_the_sheet_that_someone_was_busy_with(dossier: Dossier) -> None:
    client = client_of(dossier)
    with acting_as(client):
        reached = open_dossier(client, dossier.pk)
        assert offered(reached, clock.today()) is None
    writes(dossier, WALK)
    with acting_as(client):
        card = offered(reached, clock.today())
        assert card
        assert "Mijn weekplan" in card.lines[0]
        finish_sheet(client, dossier.pk, "week-plan")
        assert offered(reached, clock.today()) is None


def test_a_question_that_a_phone_asks_twice_is_saved_once_and_an_unchanged_one_not_at_all(
    dossier: Dossier,
) -> None:
    browser = browser_of(client_of(dossier))
    address = reverse("worksheet-question", args=["week-plan", 1])
    over = browser.get(address).context["over"]
    for _ in range(2):
        answer = browser.post(address, {"cell-mon-morning": " wandelen ", "over": over, "go": "next"})
        assert answer.status_code == 302
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM folder_answer WHERE dossier_id = %s", [dossier.pk])
        assert cursor.fetchone() == (1,)


def test_two_phones_that_wrote_over_the_same_page_see_both_and_choose(dossier: Dossier) -> None:
    browser = browser_of(client_of(dossier))
    address = reverse("worksheet-question", args=["week-plan", 1])
    over = browser.get(address).context["over"]
    browser.post(address, {"cell-mon-morning": "wandelen", "over": over})
    browser.post(address, {"cell-mon-morning": "zwemmen", "over": over})
    page = browser.get(address)
    text = page.content.decode()
    assert "Je schreef dit op twee plekken" in text
    assert "wandelen" in text
    assert "zwemmen" in text
    chosen = page.context["choosing"][0].answer
    browser.post(reverse("choose-answer", args=["week-plan", "plan"]), {"answer": str(chosen.id)})
    assert folder(dossier).page(*PLAN).value == chosen.value
    earlier = browser.get(reverse("earlier-answers", args=["week-plan", "plan"])).content.decode()
    assert "wandelen" in earlier
    assert "zwemmen" in earlier


def test_done_on_the_last_question_makes_the_sheet_done_whatever_was_left_empty(dossier: Dossier) -> None:
    browser = browser_of(client_of(dossier))
    last = reverse("worksheet-question", args=["who-am-i", 4])
    assert browser.post(last, {"go": "next"}).headers["Location"] == reverse("worksheet", args=["who-am-i"])
    assert "who-am-i" not in folder(dossier).finished, "an empty sheet is not done"
    browser.post(reverse("worksheet-question", args=["who-am-i", 3]), {"text": "Ik werk graag buiten."})
    assert browser.post(last, {"go": "next"}).headers["Location"].endswith("?klaar")
    assert "who-am-i" in folder(dossier).finished
