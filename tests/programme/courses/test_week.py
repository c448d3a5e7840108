"""This week's own steps, for whoever guides: on the agenda and on Mijn team."""

from datetime import datetime, time, timedelta

from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from spoorboek.dossiers.access import open_dossier
from spoorboek.dossiers.acts.appointments import plan_appointment
from spoorboek.people.actor import acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.courses import watching
from spoorboek.programme.courses.access import programme_of
from spoorboek.programme.courses.models import Activity
from spoorboek.programme.courses.offers import this_week
from spoorboek.programme.courses.planner import PLANNER
from spoorboek.programme.courses.week import near_steps, own_moves, unanswered
from spoorboek.programme.learning.models import Visit
from spoorboek.site import clock
from tests.builders import Company, days_ago, involve, today
from tests.dossiers.cast import Cast
from tests.programme.courses.stage import METHOD, cast, running, step
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
            near = near_steps(supervisor, Role.SUPERVISOR, [here.dossier.pk], clock.today())
        asked[day] = [one.row.number for one in near if one.row.step == "first-warm-contact"]
    assert 1 in asked[2]
    assert asked[15] == [2]


def test_a_step_that_comes_round_is_asked_for_once_so_that_the_lesson_beside_it_stays_in_sight() -> None:
    here = cast()
    running(here, METHOD)
    supervisor = here.inside[Role.SUPERVISOR]
    for day in range(15):
        with acting_as(supervisor), clock.practising(day):
            near = [
                one.row.step
                for one in near_steps(supervisor, Role.SUPERVISOR, [here.dossier.pk], clock.today())
            ]
        assert len(near) == len(set(near))
    assert "Les: warm contact" in told(here, 2)


def told(here: Cast, day: int) -> list[str]:
    """What stands on Mijn team of this dossier on a day."""
    supervisor = here.inside[Role.SUPERVISOR]
    with acting_as(supervisor), clock.practising(day):
        return [
            line.title for line in this_week(supervisor, [here.dossier.pk], clock.today())[here.dossier.pk]
        ]


def test_a_talk_that_was_planned_is_not_planned_again_and_takes_over_the_day_of_its_step() -> None:
    here = cast()
    running(here, METHOD)
    coach = here.inside[Role.COACH]
    browser = browser_of(coach)
    with acting_as(coach), clock.practising(5):
        (due,) = [one for one in own_moves(coach, clock.today()) if one.step.row.step == "start-talk"]
    assert due.talk is None
    day = due.step.row.day
    assert day
    address = reverse("plan_appointment", args=[here.dossier.pk])
    form = browser.get(address, {"day": day.isoformat(), "minutes": "60"}).content.decode()
    assert day.isoformat() in form
    assert 'value="60" selected' in form
    with acting_as(coach):
        moment = timezone.make_aware(datetime.combine(day, time(10)))
        plan_appointment(coach, here.dossier.pk, coach.person_id, "coach", "phone", moment, 60)
    with acting_as(coach), clock.practising(5):
        (due,) = [one for one in own_moves(coach, clock.today()) if one.step.row.step == "start-talk"]
    assert due.talk
    assert due.talk.minutes == 60


def test_an_address_with_a_day_that_does_not_exist_gives_the_plain_form() -> None:
    here = cast()
    address = reverse("plan_appointment", args=[here.dossier.pk])
    for asked in ({"day": "2026-13-40", "minutes": "veel"}, {"day": "", "minutes": "9999"}):
        assert browser_of(here.manager).get(address, asked).status_code == 200


def test_who_may_answer_hears_on_the_agenda_that_the_plan_proposes_something() -> None:
    company = Company()
    here = Cast(company, company.dossier(everyone=False))
    running(here, METHOD)
    coach = here.inside[Role.COACH]
    involve(here.dossier, company.coach.pk, Role.COACH, company.second_track.pk)
    with acting_as(here.manager):
        watching.plans_may_move(Activity, [here.dossier.pk])
    with acting_as(coach):
        (one,) = unanswered(coach)
    assert one.dossier_id == here.dossier.pk
    assert one.number > 1
    page = browser_of(coach).get(reverse("agenda")).content.decode()
    assert "Het plan stelt iets voor" in page
    programme = browser_of(coach).get(reverse("programme", args=[here.dossier.pk])).content.decode()
    assert "of er kwam iemand bij" in programme


def week_of(here: Cast, day: int) -> tuple[set[str], set[str]]:
    """The steps of this week on the page of the programme, and those from before."""
    manager = here.inside[Role.CASE_MANAGER]
    with acting_as(manager), clock.practising(day):
        found = programme_of(open_dossier(manager, here.dossier.pk), clock.today())
        week, before = [{one.row.step for one in some} for some in (found.this_week, found.from_before)]
    return week, before


def test_what_stayed_open_stands_apart_from_this_week_and_after_two_weeks_nobody_asks_for_it() -> None:
    here = cast()
    running(here, METHOD)
    first = step(here, "information-talk")
    assert first.day
    due = (first.day - today()).days
    assert [
        ("information-talk" in week, "information-talk" in before)
        for week, before in (week_of(here, due + 7), week_of(here, due + 8), week_of(here, due + 15))
    ] == [(True, False), (False, True), (False, False)]
    assert step(here, "information-talk").is_open, "it stays in the plan"


def test_the_client_reads_first_what_comes_and_folded_after_it_what_went_by() -> None:
    here = cast()
    running(here, METHOD)
    with acting_as(PLANNER):
        Activity.objects.filter(dossier=here.dossier).update(day=F("day") - timedelta(days=17))
    page = browser_of(here.client).get(reverse("my_programme"))
    ahead, before = (page.context[name] for name in ("coming", "from_before"))
    assert ahead
    assert not [one for one in ahead if one.was_before]
    assert "start-talk" in {one.row.step for one in before}
    assert len(before) == len({one.row.step for one in before}), "a step that comes round is read once"
    words = page.content.decode()
    assert words.index("Wat komt er") < words.index("Van eerder:")


def test_a_supervisor_and_a_client_are_asked_for_this_week_before_what_went_by() -> None:
    here = cast()
    running(here, METHOD)
    supervisor = here.inside[Role.SUPERVISOR]
    with acting_as(supervisor), clock.practising(13):
        lines = this_week(supervisor, [here.dossier.pk], clock.today())[here.dossier.pk]
    with acting_as(here.client), clock.practising(13):
        now = programme_of(open_dossier(here.client, here.dossier.pk), clock.today()).now
    assert "kan nog" not in lines[0].when
    assert {one.was_before for one in now} == {True, False}
    assert [one.was_before for one in now] == sorted(one.was_before for one in now)


def test_a_lesson_that_a_supervisor_did_for_one_person_is_not_asked_for_again_for_the_next() -> None:
    here = cast()
    running(here, METHOD)
    supervisor, lesson = here.inside[Role.SUPERVISOR], step(here, "module-warm-contact")
    assert "module-warm-contact" in moves(here, Role.SUPERVISOR, 1)
    with acting_as(supervisor):
        done = Visit.objects.create(
            account_id=supervisor.person_id, module=lesson.ref, finished_on=days_ago(30)
        )
    assert "module-warm-contact" not in moves(here, Role.SUPERVISOR, 1)
    page = browser_of(supervisor).get(reverse("programme_step", args=[here.dossier.pk, lesson.pk]))
    assert "Je deed deze les al" in page.content.decode()
    with acting_as(supervisor):
        Visit.objects.filter(pk=done.pk).update(finished_on=days_ago(366))
    assert "module-warm-contact" in moves(here, Role.SUPERVISOR, 1), "after a year it is worth doing again"


def test_the_plan_says_who_is_not_there_yet() -> None:
    here = cast()
    browser, address = browser_of(here.manager), reverse("programme_start", args=[here.dossier.pk])
    wish = {"methods": METHOD, "starts": clock.today().isoformat()}
    assert "Wie er nog niet is" not in browser.get(address, wish).content.decode()
    alone = here.company.dossier(here.dossier.first_sick_day, everyone=False)
    page = browser.get(reverse("programme_start", args=[alone.pk]), wish).content.decode()
    assert "Nog niet in dit dossier: re-integratiecoach." in page
    assert reverse("let_take_part", args=[alone.pk]) in page
