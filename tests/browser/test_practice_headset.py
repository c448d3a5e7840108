"""With a headset in a browser that was linked with a code: no keyboard, no sign-in, and the coach hears it happen."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from spoorboek.people.actor import acting_as
from spoorboek.practice.live import lines, screens, sockets
from spoorboek.practice.sessions.models import Session
from tests.browser import headset
from tests.browser.chrome import opened_browser
from tests.browser.pictured import PATIENT, SWITCHES
from tests.practice_live.cast import Browser as Screen
from tests.practice_live.cast import Practising, practising

SCENE, SAID = "job-interview", "Ik werk graag met mensen. Rust brengen, dat kan ik goed."
SMALL = {"width": 360, "height": 225}
SHOTS = os.environ.get("SHOTS")


@pytest.fixture(scope="module")
def chromium(address: str) -> Iterator[Browser]:
    with opened_browser(SWITCHES) as opened:
        yield opened


@contextmanager
def worn(chromium: Browser) -> Iterator[Page]:
    """The browser of a headset in which nobody is signed in."""
    context = chromium.new_context(viewport=SMALL, locale="nl-NL")  # type: ignore[arg-type]
    context.set_default_timeout(PATIENT)
    context.add_init_script(headset.emulated())
    yield context.new_page()
    context.close()


def seen(page: Page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=f"{SHOTS}/{name}.png", timeout=PATIENT)


def linked(pair: Practising, glasses: Page, address: str) -> None:
    """From the coach's code to the scene in the headset."""
    with acting_as(pair.coach_actor):
        code = screens.ask_code(pair.coach_actor, pair.session.pk)
    glasses.goto(f"{address}/koppel/")
    for key in code:
        glasses.locator(f"[data-key='{key}']").click()
    glasses.get_by_role("button", name="Koppel dit scherm").click()
    glasses.locator(".pair-words").wait_for()
    with acting_as(pair.coach_actor):
        asks = screens.screen_of(pair.session)
        assert asks is not None
        screens.answer(pair.coach_actor, pair.session.pk, asks.words, yes=True)
    glasses.get_by_role("button", name="Begin in de VR-bril").click()


def hears(coach: Screen, kind: str, key: str) -> None:
    """What the coach's page is told; it waits until this has happened."""
    told: list[dict[str, Any]] = []
    while not any((one["type"], one["key"]) == (kind, key) for one in told):
        told = coach.until("moments")


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A coach's screen that waits for drawing in software gives no sign of life meanwhile."""
    monkeypatch.setattr(sockets, "SILENT", 600.0)
    monkeypatch.setattr(lines, "STAYS", timedelta(seconds=600))


def test_who_tries_stop_by_holding_b_begins_without_taking_the_headset_off(
    chromium: Browser, address: str, patient: None
) -> None:
    pair = practising(scene=SCENE, way=Session.Way.HEADSET)
    coach = Screen(address.removeprefix("http://"), pair.coach, pair.session.pk)
    coach.patience = PATIENT / 1000
    coach.comes()
    with worn(chromium) as glasses:
        linked(pair, glasses, address)
        hears(coach, "phase", "safe-place")
        seen(glasses, "opening")
        headset.hold_b(glasses)
        hears(coach, "phase", "ended:asked")
        headset.let_go(glasses)
        seen(glasses, "tried")
        assert pair.state() == Session.State.LOOKING_BACK
        headset.press(glasses, "Ja, nu oefenen")
        hears(coach, "phase", "safe-place")
        assert pair.state() == Session.State.QUIET_PLACE
        headset.press(glasses, "Naar het oefenen")
        headset.press(glasses, "Niveau 1: kennismaken")
        headset.says(glasses, "wie ben jij?")
        headset.press(glasses, SAID)
        hears(coach, "answer", "hello-1")
        assert coach.asks(type="stop") == ""
        headset.says(glasses, "Gestopt. Dat is goed.")
        seen(glasses, "end")
        headset.press(glasses, "Verder")
        headset.says(glasses, "Dit liet je horen Zeggen wat je kunt Ik werk graag met mensen.")
        seen(glasses, "skill")
        assert pair.state() == Session.State.LOOKING_BACK
    coach.closes()
