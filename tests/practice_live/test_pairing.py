"""Linking a headset's browser with a code: what it gets, what a stolen or guessed code gets, and when it ends."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import ProgrammingError, transaction
from django.test import Client
from websockets.exceptions import InvalidStatus

from spoorboek.dossiers.refusals import NotYours
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Account, Involvement
from spoorboek.people.sockets import SIGNED_OUT
from spoorboek.practice.live import screens, sockets
from spoorboek.practice.live.models import Screen
from spoorboek.practice.sessions.models import Session
from spoorboek.site import clock
from tests.practice_live.cast import Browser, Practising, practising
from tests.signed_in import signed_in


@pytest.fixture(autouse=True)
def tries_are_forgotten() -> None:
    cache.clear()


def code_of(pair: Practising) -> str:
    with acting_as(pair.coach_actor):
        return screens.ask_code(pair.coach_actor, pair.session.pk)


def words_on(browser: Client) -> str:
    found: str = browser.get("/koppel/scherm/").context["words"]
    return found


def let_in(pair: Practising, yes: bool = True) -> None:
    with acting_as(pair.coach_actor):
        screen = screens.screen_of(pair.session)
        assert screen
        screens.answer(pair.coach_actor, pair.session.pk, screen.words, yes=yes)


def linked(pair: Practising) -> Client:
    browser = Client()
    assert browser.post("/koppel/", {"code": code_of(pair).lower()}).status_code == 302
    let_in(pair)
    return browser


def test_the_code_shows_two_words_and_nothing_of_the_session_until_the_coach_heard_them() -> None:
    pair, browser = practising(), Client()
    browser.post("/koppel/", {"code": code_of(pair)})
    page = browser.get("/koppel/scherm/")
    assert "practice-scene" not in page.content.decode()
    coach = signed_in(pair.coach)
    assert words_on(browser) in coach.get(f"/oefenen-met-vr/{pair.session.pk}/scherm/").content.decode()
    let_in(pair)
    assert "practice-scene" in browser.get("/koppel/scherm/").content.decode()


def test_a_linked_browser_holds_this_screen_and_nothing_else_of_the_account() -> None:
    pair = practising()
    browser = linked(pair)
    for path in (
        "/",
        "/vandaag/",
        "/oefenen-met-vr/",
        f"/oefenen-met-vr/{pair.session.pk}/",
        "/wie-ziet-wat/",
    ):
        answer = browser.get(path)
        assert answer.status_code in {302, 404} or pair.client.last_name not in answer.content.decode(), path
    page = browser.get("/koppel/scherm/").content.decode()
    assert pair.client.last_name not in page
    assert str(pair.session.dossier_id) not in page


def test_while_a_code_waits_it_stands_in_no_address() -> None:
    pair, browser = practising(), Client()
    coach = signed_in(pair.coach)
    path = f"/oefenen-met-vr/{pair.session.pk}"
    shown = coach.post(f"{path}/koppelen/").content.decode()
    code = shown.partition('aria-label="Code">')[2].partition("<")[0]
    assert len(code) == screens.LENGTH
    assert f'hx-get="{path}/scherm/"' in shown
    waits = coach.get(f"{path}/scherm/")
    assert (waits.status_code, waits.content) == (204, b"")
    browser.post("/koppel/", {"code": code})
    assert words_on(browser) in coach.get(f"{path}/scherm/").content.decode()


@pytest.mark.parametrize("left", ["another password", "the account was closed"])
def test_what_signs_out_the_client_everywhere_ends_the_linked_screen(
    here: str, left: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sockets, "BEAT", 0.2)
    pair = practising()
    browser = linked(pair)
    headset = Browser(here, pair.client, "")
    headset.path = f"/live/scherm/{screens.mark_of(pair.session.pk)}/"
    headset.cookie = f"{screens.COOKIE}={browser.cookies[screens.COOKIE].value}"
    headset.comes()
    account = Account.objects.get(pk=pair.client.pk)
    if left == "another password":
        account.set_password("een heel ander wachtwoord")
    else:
        account.is_active = False
    account.save()
    assert headset.code() == SIGNED_OUT
    assert "niet (meer) gekoppeld" in browser.get("/koppel/scherm/").content.decode()
    assert browser.get("/koppel/nu/").json() == {"now": "gone"}
    assert headset.opens().code() == SIGNED_OUT


def test_a_linked_screen_speaks_for_its_own_session_from_a_page_of_this_site_only(here: str) -> None:
    pair, other = practising(), practising()
    browser = linked(pair)
    page = browser.get("/koppel/scherm/").content.decode()
    own = f"/live/scherm/{screens.mark_of(pair.session.pk)}/"
    assert own in page
    headset = Browser(here, pair.client, "")
    headset.cookie = f"{screens.COOKIE}={browser.cookies[screens.COOKIE].value}"
    headset.path = own.replace(screens.mark_of(pair.session.pk), screens.mark_of(other.session.pk))
    assert headset.opens().code() == SIGNED_OUT
    headset.path = own
    for origin in ("https://elders.example", "null", f"http://{here}.elders.example"):
        with pytest.raises(InvalidStatus):
            headset.opens(origin=origin)
    headset.comes()
    headset.closes()


def test_another_password_of_the_coach_leaves_the_clients_screen_alone() -> None:
    pair = practising()
    browser = linked(pair)
    account = Account.objects.get(pk=pair.coach.pk)
    account.set_password("een heel ander wachtwoord")
    account.save()
    assert "practice-scene" in browser.get("/koppel/scherm/").content.decode()


def test_a_linked_screen_opens_nothing_for_who_takes_part_no_longer() -> None:
    pair = practising()
    browser = linked(pair)
    with acting_as(screens.REGISTRAR):
        parts = Involvement.objects.filter(dossier_id=pair.dossier.pk, account_id=pair.client.pk)
        parts.update(until=clock.real_now())
    assert "niet (meer) gekoppeld" in browser.get("/koppel/scherm/").content.decode()
    assert browser.get("/koppel/nu/").json() == {"now": "gone"}


def test_a_browser_that_the_coach_does_not_know_never_gets_anything() -> None:
    pair, browser = practising(), Client()
    browser.post("/koppel/", {"code": code_of(pair)})
    let_in(pair, yes=False)
    assert "niet (meer) gekoppeld" in browser.get("/koppel/scherm/").content.decode()


def test_a_code_works_once_for_ten_minutes_and_the_next_code_ends_it() -> None:
    pair = practising()
    first, second = code_of(pair), code_of(pair)
    assert Client().post("/koppel/", {"code": first}).status_code == 422
    assert Client().post("/koppel/", {"code": second}).status_code == 302
    assert Client().post("/koppel/", {"code": second}).status_code == 422
    late = code_of(pair)
    with acting_as(screens.REGISTRAR):
        Screen.objects.filter(session=pair.session).update(code_until=clock.real_now() - timedelta(seconds=1))
    assert Client().post("/koppel/", {"code": late}).status_code == 422


def test_who_guesses_gets_few_tries() -> None:
    browser = Client()
    said = [browser.post("/koppel/", {"code": "ZZZZ"}).content.decode() for _try in range(9)]
    assert "werkt niet" in said[7]
    assert "veel pogingen" in said[8]


def test_another_linked_screen_takes_the_place_of_the_one_before() -> None:
    pair = practising()
    left_on_the_bus = linked(pair)
    assert "practice-scene" in left_on_the_bus.get("/koppel/scherm/").content.decode()
    now = linked(pair)
    assert "practice-scene" in now.get("/koppel/scherm/").content.decode()
    assert "niet (meer) gekoppeld" in left_on_the_bus.get("/koppel/scherm/").content.decode()


def test_a_linked_screen_never_acts_for_another_than_who_practises() -> None:
    pair, other = practising(), practising()
    code_of(pair)
    with acting_as(pair.coach_actor):
        row = Screen.objects.filter(session=pair.session, ended_at=None).get()
        row.client_id = other.client.pk
        with pytest.raises(ProgrammingError), transaction.atomic():
            row.save()


def test_a_code_stands_nowhere_in_the_table() -> None:
    pair = practising()
    code = code_of(pair)
    with acting_as(screens.REGISTRAR):
        row = Screen.objects.filter(session=pair.session, ended_at=None).values().get()
    assert code not in str(row)


def test_only_the_coach_of_this_session_asks_a_code() -> None:
    pair, other = practising(), practising()
    for someone in (pair.client_actor, other.coach_actor):
        with acting_as(someone), pytest.raises(NotYours):
            screens.ask_code(someone, pair.session.pk)


def test_a_linked_screen_plays_and_ends_with_the_session(here: str) -> None:
    pair = practising()
    browser = linked(pair)
    headset = Browser(here, pair.client, "")
    headset.path = f"/live/scherm/{screens.mark_of(pair.session.pk)}/"
    headset.cookie = f"{screens.COOKIE}={browser.cookies[screens.COOKIE].value}"
    assert headset.comes()["phase"] == "ready"
    headset.tells(("phase", "running", None))
    assert pair.moments() == [(1, "phase")]
    headset.drops()
    pair.becomes(Session.State.CLOSED)
    assert "niet (meer) gekoppeld" in browser.get("/koppel/scherm/").content.decode()
    assert headset.opens().code() == SIGNED_OUT
