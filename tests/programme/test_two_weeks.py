"""The first two weeks of Back to work your way, lived day by day through the acts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from spoorboek.dossiers.access import open_dossier
from spoorboek.dossiers.offers import TeamLine, offered
from spoorboek.dossiers.team import members
from spoorboek.dossiers.today_card import Card
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.courses.access import programme_of
from spoorboek.programme.courses.acts import ending, following
from spoorboek.programme.courses.models import Course
from spoorboek.programme.courses.planner import PLANNER, propose
from spoorboek.programme.courses.shown import Shown
from spoorboek.programme.folder.acts.answering import finish_sheet
from spoorboek.programme.learning.signals import module_finished
from spoorboek.site import clock
from tests.dossiers.cast import Cast
from tests.profile.cast import answered, named
from tests.programme.courses.stage import METHOD, asked, cast, running, step, steps

DAYS = range(15)
MEETINGS = {"contact", "conversation", "coaching-session"}


@dataclass
class Life:
    """One dossier, day after day. `seen`: the titles each side was shown, by day."""

    here: Cast
    day: int = 0
    client_saw: list[list[str]] = field(default_factory=list)
    supervisor_saw: list[list[str]] = field(default_factory=list)

    @contextmanager
    def as_(self, actor: Actor) -> Iterator[None]:
        """Acting as someone, on the day it is. The clock comes last: whoever acts brings a clock of their own."""
        with acting_as(actor), clock.practising(self.day):
            yield

    def cards(self) -> list[Card]:
        client = self.here.client
        with self.as_(client):
            return offered(open_dossier(client, self.here.dossier.pk), clock.today())

    def lines(self) -> list[TeamLine]:
        supervisor = self.here.inside[Role.SUPERVISOR]
        with self.as_(supervisor):
            mine = [one for one in members(supervisor, clock.today()) if one.dossier == self.here.dossier]
            assert mine[0].how, "on Mijn team stands at least how to keep in touch"
            return list(mine[0].offers)

    def waiting(self, actor: Actor) -> list[Shown]:
        """What is near and whose day has come."""
        with self.as_(actor):
            near = programme_of(open_dossier(actor, self.here.dossier.pk), clock.today()).now
            return [one for one in near if one.row.day and one.row.day <= clock.today()]

    def look(self) -> None:
        """Both look at the one page where everything begins."""
        self.client_saw.append([card.title for card in self.cards()])
        self.supervisor_saw.append([line.title for line in self.lines()])

    def do(self, role: Role) -> list[str]:
        """Whoever makes the first move does what is due, where it is done: on a sheet, in a lesson, or by noting it."""
        actor, done = self.here.inside[role], []
        for one in self.waiting(actor):
            if one.is_first_mine:
                self.carry_out(actor, one)
                done.append(one.row.step)
        return done

    def carry_out(self, actor: Actor, one: Shown) -> None:
        dossier_id = self.here.dossier.pk
        with self.as_(actor):
            if one.row.kind == "worksheet":
                finish_sheet(actor, dossier_id, one.row.ref)
            elif one.row.kind == "learning-module":
                module_finished.send(sender=type(self), account_id=actor.account_id, key=one.row.ref)
            else:
                way = "phone" if one.row.kind in MEETINGS else ""
                following.record_activity(actor, dossier_id, one.row.pk, way=way)


def test_two_weeks_lived_as_meant_always_have_a_next_step_and_none_comes_back() -> None:
    life, done = Life(cast()), []
    running(life.here, METHOD)
    for life.day in DAYS:
        life.look()
        for role in (Role.CASE_MANAGER, Role.SUPERVISOR, Role.COACH, Role.CLIENT):
            done += [(life.day, role, key) for key in life.do(role)]
    everything = [key for _number, _role, key in done]
    assert len(everything) - everything.count("first-warm-contact") == len(
        set(everything) - {"first-warm-contact"}
    )
    assert all(len(titles) <= 1 for titles in life.client_saw), "the client sees one thing at a time"
    assert {"who-am-i", "module-what-happens-now", "wanting-and-being-able"} <= set(everything)
    mine = [(number, key) for number, role, key in done if role is Role.SUPERVISOR]
    calls = [number for number, key in mine if key == "first-warm-contact"]
    assert calls, "the supervisor gets in touch"
    assert calls[0] <= 6, "in the first days, also when holidays come between"
    assert len(calls) == 2
    assert min(number for number, key in mine if key == "module-warm-contact") <= calls[0], (
        "and practised before"
    )
    assert all(life.supervisor_saw), "and has something to do on each day"
    assert all(life.client_saw[: len(DAYS) - 1])
    with acting_as(PLANNER):
        assert propose([life.here.dossier.pk], anew=True) == 0, "the plan stands as it was meant"


def test_who_does_nothing_for_two_weeks_is_asked_one_thing_a_day_and_told_nothing_is_late() -> None:
    life = Life(cast())
    running(life.here, METHOD)
    for life.day in DAYS:
        life.look()
        (card,) = life.cards()
        assert card.day.startswith(("rond ", "stond rond ")), card
        assert card.day.endswith(", kan nog") == card.day.startswith("stond"), (
            "a day gone by is no closed door"
        )
        assert card.pill == "practice"
        assert card.fold, "not now is always there"
        assert card.buttons
        lines = life.lines()
        assert 1 <= len(lines) <= 2
        assert all(line.door for line in lines)
    assert any("Laat van je horen" in titles for titles in life.supervisor_saw[:7])


def test_the_questions_of_wanting_and_being_able_are_done_when_they_are_answered() -> None:
    here = cast()
    running(here, METHOD)
    assert step(here, "wanting-and-being-able").is_open
    answered(here, named(here))
    assert step(here, "wanting-and-being-able").done_on == clock.today()


def test_while_the_question_waits_the_client_has_it_and_the_supervisor_keeps_in_touch() -> None:
    life = Life(cast())
    asked(life.here, METHOD)
    for life.day in DAYS:
        life.look()
    assert all(titles == ["Doe je mee?"] for titles in life.client_saw)
    assert not any(life.supervisor_saw)


def test_not_now_and_a_pause_leave_rest_and_ask_for_nothing() -> None:
    life = Life(cast(), day=3)
    course = running(life.here, METHOD)
    client, dossier_id = life.here.client, life.here.dossier.pk
    before = [card.title for card in life.cards()]
    with life.as_(client):
        following.put_off_activity(client, dossier_id, step(life.here, "module-what-happens-now").pk)
    assert [card.title for card in life.cards()] != before
    with life.as_(client):
        ending.pause_course(client, dossier_id, course.pk)
    for life.day in range(4, 9):
        assert life.cards() == []
        assert life.lines() == []
    with life.as_(client):
        ending.resume_course(client, dossier_id, course.pk)
    assert len(life.cards()) == 1


def test_who_begins_again_is_not_asked_the_sheets_and_lessons_that_were_done() -> None:
    life = Life(cast(), day=4)
    first = running(life.here, METHOD)
    for role in (Role.SUPERVISOR, Role.CLIENT):
        life.do(role)
    with life.as_(life.here.client):
        ending.stop_course(life.here.client, life.here.dossier.pk, first.pk)
    again = running(life.here, METHOD)
    rows = {row.step: row for row in steps(life.here.dossier) if row.course_id == again.pk}
    kept = {key for key, row in rows.items() if row.done_on and row.minutes == 0}
    assert {"who-am-i", "module-what-happens-now", "module-warm-contact"} <= kept
    assert rows["first-warm-contact"].done_on is None, "a talk is held anew"
    assert again.state == Course.State.RUNNING
