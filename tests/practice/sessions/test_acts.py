"""A session from plan to the day after: who may do what, in which order, and what is kept how often."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spoorboek.dossiers.models import JournalEntry, Obligation
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.practice.sessions import limits
from spoorboek.practice.sessions.access import Content, session_for
from spoorboek.practice.sessions.acts import beginning, looking_back, planning, playing, reporting, screening
from spoorboek.practice.sessions.acts.planning import Plan
from spoorboek.practice.sessions.models import Keep, Measure, Moment, Session
from spoorboek.site import clock
from tests.practice.sessions.cast import SCENE, Practice, moment

State, When = Session.State, Measure.When


@pytest.fixture
def here() -> Practice:
    return Practice()


def others(here: Practice) -> dict[str, Actor]:
    """Everyone but client and coach: the employer's side, the doctor, another guide, strangers."""
    inside = {
        str(role): who for role, who in here.here.inside.items() if role not in {Role.CLIENT, Role.COACH}
    }
    return inside | here.here.outsiders


def test_nothing_begins_before_the_client_says_yes(here: Practice) -> None:
    made = here.proposed()
    with acting_as(here.client), pytest.raises(Refused):
        beginning.begin(here.client, made.pk)
    with acting_as(here.coach), pytest.raises(NotYours):
        planning.agree(here.coach, made.pk)
    with pytest.raises(Refused, match="nog niet begonnen"):
        here.tell(made, moment(1, "phase", "running"))
    with acting_as(here.client):
        assert planning.agree(here.client, made.pk).state == State.PLANNED


def test_a_session_does_not_exist_for_anyone_but_client_and_its_coach(here: Practice) -> None:
    made = here.looking_back()
    for name, who in others(here).items():
        with acting_as(who):
            assert not Session.objects.filter(dossier_id=here.dossier_id).exists(), name
            for act in (
                lambda who=who: session_for(who, made.pk),
                lambda who=who: planning.not_now(who, made.pk),
                lambda who=who: playing.keep_moments(who, made.pk, [moment(9, "dial", "noise", 1)]),
                lambda who=who: looking_back.close_session(who, made.pk),
                lambda who=who: reporting.report_event(who, made.pk, "other"),
            ):
                with pytest.raises(NotYours):
                    act()


def test_the_employers_side_cannot_plan_and_a_stranger_neither(here: Practice) -> None:
    plan = Plan(SCENE, clock.today(), 5, content=Content("x"))
    for role in (Role.CASE_MANAGER, Role.SUPERVISOR, Role.COMPANY_DOCTOR, Role.CLIENT, Role.HELPER):
        who = here.here.inside[role]
        with acting_as(who), pytest.raises(NotYours):
            planning.plan_session(who, here.dossier_id, plan)
    for who in here.here.outsiders.values():
        with acting_as(who), pytest.raises(NotYours):
            planning.plan_session(who, here.dossier_id, plan)


def test_a_whole_session_leaves_no_trace_that_the_employer_could_count(here: Practice) -> None:
    manager = here.here.manager

    def counted() -> tuple[object, ...]:
        with acting_as(manager):
            entries = JournalEntry.objects.filter(dossier_id=here.dossier_id).count()
            steps = Obligation.objects.filter(dossier_id=here.dossier_id).count()
            dossier = here.here.fresh()
        return entries, steps, dossier.version

    before = counted()
    made = here.closed()
    with acting_as(here.client):
        looking_back.let_keep(here.client, made.pk, here.coach.person_id, [Keep.Kind.CURVE])
    assert counted() == before


@pytest.mark.parametrize("minutes", [0, -5, 200])
def test_no_session_is_planned_longer_than_its_scene_or_without_time(here: Practice, minutes: int) -> None:
    with pytest.raises(Refused, match="minuten") as refused:
        here.proposed(minutes=minutes)
    assert refused.value.field == "minutes"


def test_a_goal_with_a_health_word_is_asked_about_first(here: Practice) -> None:
    with pytest.raises(Refused, match="gezondheid"):
        here.proposed(content=Content("Omgaan met mijn depressie"))


def test_a_moment_is_kept_once_however_often_it_comes(here: Practice) -> None:
    made = here.begun()
    told = [moment(1, "phase", "running"), moment(2, "rating", "during", 4)]
    assert here.tell(made, *told) == 2
    assert here.tell(made, *reversed(told), moment(3, "softer", "softer", 1)) == 3
    assert here.tell(made, moment(1, "dial", "noise", 2), by=here.coach) == 1
    with acting_as(here.client):
        assert Moment.objects.filter(session=made).count() == 4


@pytest.mark.parametrize(
    "wrong",
    [
        {"n": 0}, {"n": "1"}, {"n": True}, {"t": -1}, {"type": "words"}, {"key": "x" * 81}, {"key": None},
        {"by": "employer"}, {"value": "tense"}, {"value": 10**12},
        {"value": None}, {"value": 11}, {"value": float("nan")}, {"n": 50_001},
    ],
)  # fmt: skip
def test_what_is_no_moment_is_refused_and_nothing_of_the_batch_is_kept(
    here: Practice, wrong: dict[str, object]
) -> None:
    made = here.begun()
    with pytest.raises(Refused):
        here.tell(made, moment(1, "phase", "running"), moment(2, "rating", "during", 4) | wrong)
    with acting_as(here.client):
        assert not Moment.objects.filter(session=made).exists()


def test_the_session_goes_along_with_the_player(here: Practice) -> None:
    made = here.begun()
    states = []
    for n, key in enumerate(("running", "paused", "running", "safe-place", "running", "ended:asked"), 1):
        here.tell(made, moment(n, "phase", key))
        states.append(here.fresh(made).state)
    assert states == [
        State.SCENE, State.PAUSE, State.SCENE, State.QUIET_PLACE, State.SCENE, State.LOOKING_BACK,
    ]  # fmt: skip
    with acting_as(here.client):
        assert looking_back.close_session(here.client, made.pk).state == State.BROKEN_OFF


@pytest.mark.parametrize(("how", "state"), [("ended:done", State.CLOSED), ("ended:asked", State.BROKEN_OFF)])
def test_how_it_ended_counts_also_when_that_comes_late(here: Practice, how: str, state: str) -> None:
    made = here.begun()
    here.tell(made, moment(1, "phase", "running"))
    with acting_as(here.client):
        looking_back.stop_playing(here.client, made.pk, ended=True)
    here.tell(made, moment(2, "phase", how))
    with acting_as(here.client):
        assert looking_back.close_session(here.client, made.pk).state == state


def test_stop_works_for_both_sides_and_asks_no_reason(here: Practice) -> None:
    for who in (here.client, here.coach):
        made = here.begun()
        here.tell(made, moment(1, "phase", "running"))
        with acting_as(who):
            assert looking_back.stop_playing(who, made.pk).state == State.LOOKING_BACK


def test_who_only_tried_the_stop_button_begins_once_more(here: Practice) -> None:
    made = here.begun()
    here.tell(made, at_once(1, "running"), at_once(2, "safe-place"), at_once(3, "ended:asked"))
    here.tell(made, moment(4, "xr", "left") | {"t": 0})
    with acting_as(here.client):
        assert beginning.only_tried_stopping(Session.objects.get(pk=made.pk))
        again = beginning.begin(here.client, made.pk)
        assert (again.state, again.ended_at, again.broke_off) == (State.PREPARING, None, False)


def test_a_player_that_begins_anew_brings_the_session_along_where_only_stopping_was_tried(
    here: Practice,
) -> None:
    tried, practised = here.begun(), here.begun()
    stopped = (at_once(1, "running"), at_once(2, "safe-place"), at_once(3, "ended:asked"))
    here.tell(tried, *stopped, at_once(4, "ready"), at_once(5, "running"), at_once(6, "safe-place"))
    again = here.fresh(tried)
    assert (again.state, again.ended_at, again.broke_off) == (State.QUIET_PLACE, None, False)
    here.tell(tried, moment(7, "phase", "running"), moment(8, "phase", "ended:asked"))
    here.tell(tried, moment(9, "phase", "ready"), moment(10, "phase", "running"))
    here.tell(practised, moment(1, "phase", "running"), moment(2, "phase", "ended:asked"))
    here.tell(practised, at_once(3, "ready"), at_once(4, "running"))
    assert {here.fresh(one).state for one in (tried, practised)} == {State.LOOKING_BACK}


def test_who_practised_or_felt_unwell_or_looked_back_does_not_begin_once_more(here: Practice) -> None:
    practised, left_it, unwell, asked = here.begun(), here.begun(), here.begun(), here.begun()
    in_quiet_place = (at_once(1, "running"), at_once(2, "safe-place"))
    here.tell(practised, at_once(1, "running"), moment(2, "phase", "ended:asked"))
    here.tell(left_it, *in_quiet_place, at_once(3, "running"), at_once(4, "ended:asked"))
    here.tell(unwell, *in_quiet_place, at_once(3, "ended:discomfort"))
    here.tell(asked, *in_quiet_place, at_once(3, "ended:asked"))
    here.say(asked, When.AFTER, tension=2)
    with acting_as(here.client):
        untold = looking_back.stop_playing(here.client, here.begun().pk, ended=True)
        for made in (practised, left_it, unwell, asked, untold):
            with pytest.raises(Refused, match="Dat kan nu niet meer"):
                beginning.begin(here.client, made.pk)


def at_once(n: int, phase: str) -> dict[str, object]:
    """A phase before any time of the scene passed."""
    return moment(n, "phase", phase) | {"t": 0}


def test_a_headset_needs_the_own_questions_and_the_screen_never_does(here: Practice) -> None:
    made = here.planned()
    with acting_as(here.client):
        with pytest.raises(Refused, match="bril"):
            screening.settle_today(here.client, made.pk, Session.Way.HEADSET)
        screening.settle_fit(here.client, here.dossier_id, Session.Way.SCREEN)
        with pytest.raises(Refused, match="bril"):
            screening.settle_today(here.client, made.pk, Session.Way.HEADSET)
        assert screening.settle_today(here.client, made.pk, Session.Way.SCREEN).way == Session.Way.SCREEN


def test_before_the_first_time_with_a_headset_symptoms_are_measured_and_not_skipped(here: Practice) -> None:
    made = here.suited(Session.Way.HEADSET)
    here.say(made, When.BEFORE, tension=4, nausea=1)
    with acting_as(here.client), pytest.raises(Refused, match="vragen van nu"):
        beginning.begin(here.client, made.pk)
    here.say(made, When.BEFORE, symptoms=None)
    with acting_as(here.client), pytest.raises(Refused, match="vragen van nu"):
        beginning.begin(here.client, made.pk)
    here.say(made, When.BEFORE, symptoms=[0] * 16)
    with acting_as(here.client):
        assert beginning.begin(here.client, made.pk).state == State.PREPARING


def test_the_first_time_with_a_headset_is_short_and_a_break_follows(here: Practice) -> None:
    first = here.begun(Session.Way.HEADSET)
    with acting_as(here.client):
        assert limits.minutes_for(first) == 5
    here.tell(first, moment(1, "phase", "running"), moment(2, "phase", "ended:done"))
    with acting_as(here.client):
        looking_back.close_session(here.client, first.pk)
    second = here.suited(Session.Way.HEADSET)
    here.say(second, When.BEFORE, tension=4, nausea=0)
    with acting_as(here.client):
        with pytest.raises(Refused, match="pauze"):
            beginning.begin(here.client, second.pk)
        Session.objects.filter(pk=first.pk).update(ended_at=clock.now() - timedelta(minutes=11))
        assert beginning.begin(here.client, second.pk).state == State.PREPARING


def test_a_headset_is_on_for_twenty_minutes_a_day_at_most(
    here: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    noon = timezone.localtime().replace(hour=12)
    monkeypatch.setattr(clock, "real_now", lambda: noon)
    first = here.closed(Session.Way.HEADSET)
    second = here.suited(Session.Way.HEADSET)
    here.say(second, When.BEFORE, tension=4, nausea=0)
    now = clock.now()
    with acting_as(here.client):
        Session.objects.filter(pk=first.pk).update(
            started_at=now - timedelta(minutes=31), ended_at=now - timedelta(minutes=11)
        )
        assert limits.worn_today(second) == timedelta(minutes=20)
        with pytest.raises(Refused, match="lang genoeg"):
            beginning.begin(here.client, second.pk)
