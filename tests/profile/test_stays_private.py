"""A walk along everything the employer's side can open: pages, files, exports, the API. The marks never show."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from spoorboek.methods.determinants import action_cards, determinants
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from spoorboek.people.policy import Role
from spoorboek.programme.coaching.acts import goals, sessions
from spoorboek.programme.coaching.content import Content
from spoorboek.programme.profile.acts import behaviour as acts
from spoorboek.programme.profile.acts import cards, others
from spoorboek.site import clock
from tests.access.addresses import addresses
from tests.api.callers import employers_caller
from tests.dossiers.cast import Cast, cast
from tests.profile.cast import MARK, answered, named
from tests.signed_in import signed_in

GOAL, NOTE, TASK = "Doelzebramerk", "Notitiezebramerk", "Huiswerkzebramerk"
ALSO = ("list", "wanting", "goal", "api:")
OWN_TITLES = [one.title.nl for one in determinants().determinants]


def full() -> Cast:
    """Everything that is private of this room, in one dossier, shared with the coach."""
    here = cast()
    row = named(here)
    answered(here, row, {"attitude": 1})
    coach = here.inside[Role.COACH]
    with acting_as(here.client):
        acts.choose(here.client, here.dossier.pk, row.pk, ["attitude", "norm"])
        cards.take_card(here.client, here.dossier.pk, row.pk, "half-the-step")
        others.share_behaviour(here.client, here.dossier.pk, row.pk, coach.person_id)
        goal = goals.name_goal(here.client, here.dossier.pk, GOAL)
        content = Content(GOAL, ("een", "twee", "drie", "vier", "vijf"))
        goals.write_levels(here.client, here.dossier.pk, goal.pk, content, 1)
        goals.fix_goal(here.client, here.dossier.pk, goal.pk)
        goals.share_goal(here.client, here.dossier.pk, goal.pk, coach.person_id)
        goals.rate_own_goals(here.client, here.dossier.pk, {goal.pk: 1})
    with acting_as(coach):
        goals.rate_as_coach(coach, here.dossier.pk, {goal.pk: -1})
        sessions.write_note(coach, here.dossier.pk, clock.today(), NOTE)
        sessions.give_homework(coach, here.dossier.pk, words=TASK)
        sessions.write_agenda(coach, here.dossier.pk, [TASK])
    return here


def private_texts() -> list[str]:
    """What would betray something: the marks, questions' titles and the card's title."""
    return [MARK, GOAL, NOTE, TASK, action_cards().card("half-the-step").title.nl, *OWN_TITLES]


def shows(browser: Client, path: str) -> list[str]:
    response = browser.get(path)
    body = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    text = body.decode("utf-8", "replace")
    return [each for each in private_texts() if each in text]


def paths_of(here: Cast) -> list[str]:
    """Every address without arguments, or with the dossier only."""
    found = []
    for one in addresses():
        if one.name and not one.name.startswith(ALSO):
            if one.arguments == ("dossier_id",):
                found.append(reverse(one.name, args=[here.dossier.pk]))
            elif not one.arguments and "logout" not in one.name:
                found.append(reverse(one.name))
    return found


@pytest.mark.parametrize("who", ["supervisor", "case_manager"])
def test_no_page_or_export_of_the_employers_side_shows_a_mark(who: str) -> None:
    here = full()
    someone: Person = getattr(here.company, who)
    browser = signed_in(someone)
    wrong = [(path, found) for path in paths_of(here) if (found := shows(browser, path))]
    assert wrong == []


def test_the_employers_link_and_export_carry_no_mark() -> None:
    here = full()
    calling = employers_caller(here.company)
    number = here.dossier.pk
    parts = ("", "/facts", "/obligations", "/route", "/journal", "/people")
    for path in ("/dossiers", *(f"/dossiers/{number}{part}" for part in parts)):
        response = calling.get(path)
        assert response.status_code == 200, path
        text = response.content.decode()
        assert [each for each in private_texts() if each in text] == [], path
        assert not any(word in text for word in ("name_behaviour", "rate_goals", "give_homework")), path


def test_the_marks_do_show_where_they_belong() -> None:
    """Otherwise their absence elsewhere would prove nothing."""
    here = full()
    coach = signed_in(here.company.coach)
    assert MARK in coach.get(reverse("shared_wanting", args=[here.dossier.pk])).content.decode()
    page = coach.get(reverse("coaching", args=[here.dossier.pk])).content.decode()
    assert all(mark in page for mark in (GOAL, NOTE, TASK))
    with acting_as(here.client):
        own = signed_in(here.dossier.employment.person)
    assert MARK in own.get(reverse("wanting")).content.decode()
    assert all(mark in own.get(reverse("my_coaching")).content.decode() for mark in (NOTE, TASK))
    assert GOAL in own.get(reverse("my_goals")).content.decode()


def test_who_sees_what_names_every_share_with_a_way_to_end_it() -> None:
    here = full()
    with acting_as(here.client):
        own = signed_in(here.dossier.employment.person)
    page = own.get(reverse("who_sees")).content.decode()
    assert f"Willen en kunnen: {MARK}" in page
    assert f"Doel: {GOAL}" in page
    ends = re.findall(r'action="(/willen-en-kunnen/delen/\d+/stop/|/mijn-doelen/delen/\d+/stop/)"', page)
    assert len(ends) == 2
    for path in ends:
        assert own.post(path).status_code == 302
    left = own.get(reverse("who_sees")).content.decode()
    assert MARK not in left
    assert GOAL not in left
