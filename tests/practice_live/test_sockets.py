"""The link between client and coach over real sockets: order, gaps, coming back, two sessions, who is not let in."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session as Login
from websockets.exceptions import InvalidStatus

from spoorboek.people.actor import acting_as
from spoorboek.people.sockets import NOT_FOUND, OVER, SIGNED_OUT
from spoorboek.practice.live import sockets
from spoorboek.practice.live.models import Line
from spoorboek.practice.sessions.models import Session
from spoorboek.site import clock
from tests.builders import person
from tests.practice_live.cast import Browser, both, nowhere, played, practising

STARTS = (("phase", "running", None), ("rating", "", 3.0))


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Signs of life come soon, so that a test need not wait for one."""
    monkeypatch.setattr(sockets, "BEAT", 0.2)
    monkeypatch.setattr(sockets, "GRACE", 0.5)


def test_what_the_coach_asks_reaches_the_client_in_order_through_two_processes(here: str, there: str) -> None:
    client, coach = both(here, practising(), there)
    client.tells(*STARTS)
    coach.until("moments")
    assert coach.asks(type="pause") == ""
    assert coach.asks(type="safe-place") == ""
    assert client.until("command") == {"type": "pause"}
    assert client.until("command") == {"type": "safe-place"}
    assert [message["n"] for message in client.seen if "n" in message] == [1, 2]
    client.closes()
    coach.closes()


def test_what_happens_reaches_the_coach_and_is_kept_once(here: str, there: str) -> None:
    pair = practising()
    client, coach = both(here, pair, there)
    client.tells(*STARTS)
    told = coach.until("moments")
    assert [(one["n"], one["type"], one["value"]) for one in told] == [(1, "phase", None), (2, "rating", 3.0)]
    client.n = 0
    client.tells(*STARTS, ("rating", "", 4.0))
    assert [one["n"] for one in coach.until("moments")] == [3]
    assert pair.moments() == [(1, "phase"), (2, "rating"), (3, "rating")]
    client.closes()
    coach.closes()


def test_a_dial_is_kept_within_the_scene_and_the_rule_and_the_coach_hears_why_it_waits(here: str) -> None:
    client, coach = both(here, practising())
    client.tells(*STARTS)
    coach.until("moments")
    dial = played()["dials"][0]
    assert coach.asks(asked=True, type="dial", key=dial["key"], value=1e5) == ""
    assert client.until("command")["value"] <= dial["value"] + dial["step"]
    client.tells(("rating", "", 8.0))
    coach.until("moments")
    assert "wacht tot die 6" in coach.asks(asked=True, type="dial", key=dial["key"], value=1e5)
    assert coach.asks(type="dial", key=dial["key"], value=-1e5) == ""
    assert client.until("command")["value"] == dial["min"]
    client.closes()
    coach.closes()


def test_a_client_who_lost_the_link_comes_back_to_what_calms_and_to_nothing_late(here: str) -> None:
    client, coach = both(here, practising())
    client.tells(*STARTS)
    client.drops()
    coach.until("there", False)
    assert "niet verbonden" in coach.asks(type="event", key=played()["events"][0]["key"])
    assert coach.asks(type="safe-place") == ""
    snapshot = client.comes()
    assert snapshot["waiting"] == [{"type": "safe-place"}]
    assert (snapshot["phase"], snapshot["kept"], snapshot["ratings"][0]["value"]) == ("running", 2, 3.0)
    client.tells(("phase", "safe-place", None), ("rating", "", 2.0))
    coach.until("there", True)
    client.closes()
    coach.closes()


def test_a_coach_who_comes_back_sees_the_whole_and_goes_on_from_there(here: str) -> None:
    client, coach = both(here, practising())
    client.tells(*STARTS)
    coach.drops()
    client.until("there", False)
    client.tells(*[("rating", "", float(n % 5)) for n in range(70)])
    snapshot = coach.comes()
    assert (snapshot["kept"], len(snapshot["ratings"])) == (72, 71)
    client.tells(("nausea", "", 1.0))
    assert [one["n"] for one in coach.until("moments")] == [73]
    client.closes()
    coach.closes()


def test_a_session_that_is_opened_once_more_begins_anew_on_both_screens(here: str) -> None:
    pair = practising()
    client, coach = both(here, pair)
    client.tells(("phase", "running", None), ("phase", "paused", None), by="coach")
    client.tells(("phase", "ended:asked", None))
    coach.until("moments")
    pair.becomes(Session.State.PREPARING)
    snapshot = coach.until("snapshot")
    assert (snapshot["phase"], snapshot["kept"]) == ("ready", 4)
    client.tells(("phase", "running", None))
    assert [one["n"] for one in coach.until("moments")] == [5]
    client.closes()
    coach.closes()


def test_a_second_screen_asks_first_and_the_scene_goes_on_until_the_answer_is_yes(here: str) -> None:
    pair = practising()
    headset, coach = both(here, pair)
    headset.tells(*STARTS)
    phone = Browser(here, pair.client, pair.session.pk)
    assert (phone.opens().code(), phone.seen) == (sockets.ASKS_FIRST, [])
    headset.tells(("rating", "", 4.0))
    assert phone.comes(here=True)["phase"] == "running"
    assert headset.code() == sockets.ELSEWHERE
    phone.tells(("rating", "", 5.0))
    assert pair.moments()[-1] == (4, "rating")
    assert headset.opens().code() == sockets.ASKS_FIRST
    phone.closes()
    coach.closes()


def test_nothing_is_asked_of_the_same_screen_nor_before_the_start_nor_of_a_screen_that_died(
    here: str,
) -> None:
    pair = practising()
    phone, coach = both(here, pair)
    headset = Browser(here, pair.client, pair.session.pk)
    assert headset.comes()["phase"] == "ready"
    assert phone.code() == sockets.ELSEWHERE
    headset.tells(*STARTS)
    again = Browser(here, pair.client, pair.session.pk, headset.screen)
    assert again.comes()["phase"] == "running"
    with acting_as(pair.client_actor):
        Line.objects.filter(session_id=pair.session.pk).update(client_until=clock.real_now())
    assert phone.comes()["phase"] == "running"
    for screen in (phone, again, headset, coach):
        screen.closes()


def test_two_sessions_at_once_never_mix(here: str) -> None:
    pairs = [practising(), practising()]
    links = [both(here, pair) for pair in pairs]
    for number, (client, coach) in enumerate(links):
        client.tells(*STARTS, *[("rating", "", float(number))] * 3)
        assert coach.asks(type="pause" if number else "safe-place") == ""
    for number, (client, coach) in enumerate(links):
        assert client.until("command")["type"] == ("pause" if number else "safe-place")
        client.closes()
        coach.closes()
        kept = [one for message in coach.seen for one in message.get("moments", ())]
        assert {one["value"] for one in kept if one["n"] > 2} <= {float(number)}
    assert [len(pair.moments()) for pair in pairs] == [5, 5]


def test_a_pose_goes_to_the_coach_alone_clamped_and_is_kept_nowhere(here: str, there: str) -> None:
    pair = practising()
    client, coach = both(here, pair, there)
    client.says(pose=[0.12345, 1.2, 0, 0, 0, 0, 1], t=1500)
    assert coach.until("pose") == [0.123, 1.2, 0, 0, 0, 0, 1]
    client.says(pose=[99, 1.2, 0, 0, 0, 0, 1], t=1500)
    assert client.until("refused") == 0
    assert pair.moments() == []
    client.closes()
    coach.closes()


def test_what_a_side_may_not_say_is_refused_and_told(here: str) -> None:
    client, coach = both(here, practising())
    client.says(do={"type": "pause"}, id=1)
    coach.says(moments=[{"n": 1, "t": 1, "type": "rating", "key": "", "value": 3, "by": "user"}])
    coach.says(pose=[0, 0, 0, 0, 0, 0, 1])
    for said in ({"do": {"type": "start"}}, {"words": "hoi"}, {"beat": -1}):
        coach.says(**said)
        assert coach.until("refused") == 0
    client.says(beat=5)
    client.until("beat", 5)
    coach.says(beat=6)
    coach.until("beat", 6)
    assert not [message for message in client.seen if {"command", "pose"} & set(message)]
    assert not [message for message in coach.seen if {"moments", "pose"} & set(message)]
    client.closes()
    coach.closes()


def test_the_employers_side_colleagues_and_strangers_get_nothing(here: str) -> None:
    pair, other = practising(), practising()
    company = pair.company
    strangers = (
        company.case_manager, company.supervisor, company.doctor, company.labour_expert, company.admin,
        other.coach, other.client, person("Vreemd"),
    )  # fmt: skip
    for someone in strangers:
        screen = Browser(here, someone, pair.session.pk).opens()
        assert (screen.code(), screen.seen) == (NOT_FOUND, [])
    visitor = Browser(here, pair.client, pair.session.pk)
    visitor.cookie = ""
    assert visitor.opens().code() == SIGNED_OUT
    assert Browser(here, pair.client, nowhere()).opens().code() == NOT_FOUND
    with pytest.raises(InvalidStatus):
        Browser(here, pair.client, pair.session.pk).opens(origin="https://elders.example")


@pytest.mark.parametrize("state", [Session.State.PROPOSED, Session.State.PLANNED, Session.State.NOT_NOW])
def test_nothing_is_linked_before_the_client_agreed_and_answered(here: str, state: Session.State) -> None:
    pair = practising(state=state)
    for someone in (pair.client, pair.coach):
        assert Browser(here, someone, pair.session.pk).opens().code() == NOT_FOUND


def test_signing_out_or_another_password_ends_the_link(here: str, quick: None) -> None:
    pair = practising()
    client, coach = both(here, pair)
    Login.objects.filter(session_key=client.cookie.split(";")[0].removeprefix("sessionid=")).delete()
    assert client.code() == SIGNED_OUT
    account = get_user_model().objects.get(pk=pair.coach.pk)
    account.set_password("een heel ander wachtwoord")
    account.save()
    assert coach.code() == SIGNED_OUT


def test_a_session_that_is_over_ends_the_link_and_what_comes_late_is_kept_once(
    here: str, quick: None
) -> None:
    pair = practising()
    client, coach = both(here, pair)
    client.tells(*STARTS)
    client.drops()
    pair.becomes(Session.State.CLOSED)
    assert coach.code() == OVER
    assert Browser(here, pair.coach, pair.session.pk).opens().code() == NOT_FOUND
    snapshot = client.comes()
    assert (snapshot["phase"], snapshot["ratings"], snapshot["kept"]) == ("ended", [], 2)
    client.tells(("rating", "", 1.0))
    assert client.code() == OVER
    assert pair.moments() == [(1, "phase"), (2, "rating"), (3, "rating")]
    again = client.comes()
    assert (again["ratings"], again["kept"]) == ([], 3)


def test_a_session_left_open_for_a_day_ends_for_the_coach_and_not_for_the_client(
    here: str, quick: None, caplog: pytest.LogCaptureFixture
) -> None:
    pair = practising()
    client, coach = both(here, pair)
    with acting_as(pair.client_actor):
        yesterday = clock.real_now() - timedelta(hours=25)
        Session.objects.filter(pk=pair.session.pk).update(started_at=yesterday, ended_at=yesterday)
    coach.says(beat=1)
    coach.says(do={"type": "pause"}, id=1)
    assert coach.code() == OVER
    client.tells(("rating", "", 1.0))
    assert pair.moments() == [(1, "rating")]
    client.closes()
    assert Browser(here, pair.coach, pair.session.pk).opens().code() == NOT_FOUND
    assert [one.getMessage() for one in caplog.records if one.levelname in {"ERROR", "CRITICAL"}] == []
