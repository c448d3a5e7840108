"""The live room over real websockets: twelve people, dropping out and coming back, and who is not let in."""

from collections.abc import Iterator

import pytest
from django.conf import LazySettings
from websockets.exceptions import InvalidStatus

from spoorboek.circle.acts import running, writing
from spoorboek.circle.acts.groups import leave_group
from spoorboek.people.actor import Actor, acting_as
from tests.browser.live import running_site
from tests.builders import actor, person
from tests.circle.cast import Circle, circle, fresh, gone_for
from tests.circle.served import Screen
from tests.signed_in import signed_in


@pytest.fixture(scope="module")
def here(django_db_setup: None) -> Iterator[str]:
    with running_site() as address:
        yield address.removeprefix("http://")


def on(four: Circle, meeting_id: object, step: int) -> None:
    with acting_as(four.chair):
        running.on(four.chair, meeting_id, step)  # type: ignore[arg-type]


def write(who: Actor, meeting_id: object, step: str, text: str) -> None:
    with acting_as(who):
        writing.write(who, meeting_id, step, text)  # type: ignore[arg-type]


def test_twelve_people_see_the_same_and_questions_come_together(here: str) -> None:
    twelve = circle(12)
    meeting = twelve.running("questions")
    screens = [Screen(here, one, meeting.pk).opens() for one in twelve.people]
    for screen in screens:
        screen.sees("people", "12 aanwezig")
        screen.stands_at("Vragen opschrijven")
    for number, who in enumerate(twelve.others):
        write(who, meeting.pk, "questions", f"Open vraag {number}?")
    write(twelve.chair, meeting.pk, "questions", "Vraag van de voorzitter?")
    on(twelve, meeting.pk, 3)
    for screen in screens:
        screen.stands_at("Antwoorden")
        assert screen.parts["board"].count("Open vraag") == 10
        assert "Vraag van de voorzitter?" in screen.parts["board"]
    lefts = [screen.last["left"] for screen in screens]
    assert max(lefts) - min(lefts) < 3
    for screen in screens:
        screen.closes()


def test_what_others_type_apart_reaches_no_screen_before_the_step_ends(here: str) -> None:
    four = circle()
    meeting = four.running("advice")
    mine, theirs = (Screen(here, one, meeting.pk).opens() for one in four.people[2:])
    theirs.sees("people", "2 aanwezig")
    write(four.others[0], meeting.pk, "advice", "Ik zou niets doen.")
    mine.sees("own", "Ik zou niets doen.")
    on(four, meeting.pk, 8)
    theirs.stands_at("Actie van de inbrenger")
    assert "Ik zou niets doen." in theirs.parts["board"]
    mine.closes()
    theirs.closes()


def test_who_drops_out_comes_back_to_what_was_missed(here: str) -> None:
    four = circle()
    meeting = four.running("questions")
    screen = Screen(here, four.people[2], meeting.pk).opens()
    screen.stands_at("Vragen opschrijven")
    screen.drops()
    write(four.others[1], meeting.pk, "questions", "Wat nu?")
    on(four, meeting.pk, 3)
    screen.opens().stands_at("Antwoorden")
    screen.sees("board", "Wat nu?")
    screen.closes()


def test_who_comes_back_to_the_same_number_gets_the_clock_and_nothing_else(here: str) -> None:
    four = circle()
    meeting = four.running()
    watcher = Screen(here, four.people[0], meeting.pk).opens()
    watcher.sees("people", "1 aanwezig")
    screen = Screen(here, four.people[0], meeting.pk)
    screen.last = {"number": fresh(meeting).number}
    first = screen.opens().hears()
    assert first["parts"] == {}
    assert first["left"] > 0
    screen.closes()
    watcher.closes()


def test_who_comes_late_sees_the_clock_where_it_is(here: str) -> None:
    four = circle()
    meeting = four.running()
    early = Screen(here, four.people[0], meeting.pk).opens()
    early.hears()
    with acting_as(four.chair):
        running.pause(four.chair, meeting.pk)
    late = Screen(here, four.people[2], meeting.pk).opens()
    told = late.hears()
    assert told["paused"]
    while not early.last.get("paused"):
        early.hears()
    assert abs(early.last["left"] - told["left"]) < 0.2
    early.closes()
    late.closes()


def test_when_the_chair_leaves_another_is_offered_the_chair_and_goes_on(here: str) -> None:
    four = circle()
    meeting = four.running("questions")
    chair, other = (Screen(here, four.people[number], meeting.pk).opens() for number in (0, 2))
    other.sees("people", "2 aanwezig")
    write(four.others[1], meeting.pk, "questions", "Wat nu?")
    chair.drops()
    other.sees("people", "even weg")
    assert "Ik zit voor" not in other.parts["chair"]
    gone_for(meeting, four.chair, 26)
    on_its_own = Screen(here, four.people[3], meeting.pk).opens()
    assert "Ik zit voor" not in on_its_own.hears()["parts"]["chair"]
    on_its_own.sees("chair", "Ik zit voor")
    other.sees("chair", "Ik zit voor")
    on_its_own.closes()
    with acting_as(four.others[0]):
        running.take_chair(four.others[0], meeting.pk)
        running.on(four.others[0], meeting.pk, 3)
    other.sees("board", "Wat nu?")
    other.sees("chair", "Jij zit voor")
    other.closes()


def test_a_room_that_closes_sends_its_screens_to_the_page_of_afterwards(here: str) -> None:
    four = circle()
    meeting = four.running("round-off")
    screen = Screen(here, four.people[2], meeting.pk).opens()
    screen.stands_at("Afronden")
    with acting_as(four.chair):
        running.close(four.chair, meeting.pk)
    while screen.hears()["state"] != "closed":
        pass
    assert screen.code() == 4410


def test_a_page_of_another_site_gets_no_socket(here: str) -> None:
    four = circle()
    meeting = four.running()
    for origin in ("https://elders.example", f"http://{here}.elders.example", "null"):
        with pytest.raises(InvalidStatus):
            Screen(here, four.people[0], meeting.pk).opens(origin=origin)


def test_a_stranger_a_visitor_and_a_wrong_address_get_nothing(here: str) -> None:
    four = circle()
    meeting = four.running()
    other = circle(2)
    stranger = Screen(here, other.people[0], meeting.pk).opens()
    assert (stranger.code(), stranger.messages) == (4404, 0)
    client = Screen(here, person("Klant"), meeting.pk).opens()
    assert (client.code(), client.messages) == (4401, 0)
    visitor = Screen(here, four.people[0], meeting.pk).opens(cookie="")
    assert (visitor.code(), visitor.messages) == (4401, 0)
    nowhere = Screen(here, four.people[0], "00000000-0000-4000-8000-000000000000").opens()
    assert nowhere.code() == 4404
    wrong = Screen(here, four.people[0], meeting.pk)
    wrong.path = "/live/elders/"
    with pytest.raises(InvalidStatus):
        wrong.opens()


def test_without_a_second_factor_there_is_no_socket_as_there_is_no_page(
    here: str, settings: LazySettings
) -> None:
    four = circle()
    meeting = four.running()
    screen = Screen(here, four.people[0], meeting.pk)
    client = signed_in(four.people[0])
    session = client.session
    session.pop("second_factor_in_place")
    session.save()
    screen.cookie = client.cookies["sessionid"].value
    assert screen.opens().code() == 4401


def test_who_leaves_the_group_is_shown_nothing_more(here: str) -> None:
    four = circle()
    meeting = four.running("questions")
    screen = Screen(here, four.people[2], meeting.pk).opens()
    screen.stands_at("Vragen opschrijven")
    leaver = actor(four.people[2])
    with acting_as(leaver):
        leave_group(leaver, four.group.pk)
    on(four, meeting.pk, 3)
    assert screen.code() == 4404
    assert "<h2>Antwoorden" not in screen.parts["step"]


def test_a_screen_without_a_socket_asks_and_is_told_only_what_is_new(here: str) -> None:
    four = circle()
    meeting = four.running("questions")
    browser = signed_in(four.people[2])
    first = browser.get(f"/intervisie/{meeting.pk}/nu/").json()
    assert "Vragen opschrijven" in first["parts"]["step"]
    assert browser.get(f"/intervisie/{meeting.pk}/nu/?na={first['number']}").status_code == 204
    on(four, meeting.pk, 3)
    again = browser.get(f"/intervisie/{meeting.pk}/nu/?na={first['number']}")
    assert "Antwoorden" in again.json()["parts"]["step"]
