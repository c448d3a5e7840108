"""This week's own steps, for whoever guides: on the agenda and on Mijn team."""

from django.urls import reverse

from spoorboek.people.actor import acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.courses.week import near_steps, own_moves
from spoorboek.site import clock
from tests.dossiers.cast import Cast
from tests.programme.courses.stage import METHOD, cast, running
from tests.programme.folder.cast import browser_of


def moves(here: Cast, role: Role, day: int) -> list[str]:
    actor = here.inside[role]
    with acting_as(actor), clock.practising(day):
        return [due.step.row.step for due in own_moves(actor, clock.today())]


def test_each_sees_on_the_agenda_where_they_make_the_first_move_and_the_employer_nothing_private() -> None:
    here = cast()
    running(here, METHOD)
    assert moves(here, Role.CASE_MANAGER, 1) == ["information-talk"]
    assert "start-talk" in moves(here, Role.COACH, 5)
    assert {"module-warm-contact", "first-warm-contact"} <= set(moves(here, Role.SUPERVISOR, 1))
    assert moves(here, Role.LABOUR_EXPERT, 5) == []
    assert "Leg het programma uit" in browser_of(here.manager).get(reverse("agenda")).content.decode()


def test_a_call_that_was_missed_is_not_asked_for_once_the_next_one_has_come() -> None:
    here = cast()
    running(here, METHOD)
    supervisor = here.inside[Role.SUPERVISOR]
    asked = {}
    for day in (2, 15):
        with acting_as(supervisor), clock.practising(day):
            near = near_steps(Role.SUPERVISOR, [here.dossier.pk], clock.today())
        asked[day] = [one.row.number for one in near if one.row.step == "first-warm-contact"]
    assert 1 in asked[2]
    assert asked[15] == [2]


def test_the_plan_says_who_is_not_there_yet() -> None:
    here = cast()
    browser, address = browser_of(here.manager), reverse("programme_start", args=[here.dossier.pk])
    wish = {"methods": METHOD, "starts": clock.today().isoformat()}
    assert "Wie er nog niet is" not in browser.get(address, wish).content.decode()
    alone = here.company.dossier(here.dossier.first_sick_day, everyone=False)
    page = browser.get(reverse("programme_start", args=[alone.pk]), wish).content.decode()
    assert "Nog niet in dit dossier: re-integratiecoach." in page
    assert reverse("let_take_part", args=[alone.pk]) in page
