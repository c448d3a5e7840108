"""A session from plan to the day after: who may do what, in which order, and what is kept how often."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spoorboek.dossiers.models import Dossier, JournalEntry, Obligation
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Involvement, Membership, Person
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR, appoint
from spoorboek.practice.sessions import access, asking, limits
from spoorboek.practice.sessions.access import Content, session_for
from spoorboek.practice.sessions.acts import (
    beginning,
    feeling,
    looking_back,
    planning,
    playing,
    reporting,
    screening,
)
from spoorboek.practice.sessions.acts.planning import Plan
from spoorboek.practice.sessions.models import (
    AdverseEvent,
    Keep,
    Measure,
    Moment,
    Notice,
    Passage,
    Session,
    Words,
)
from spoorboek.programme.courses.acts.starting import Wish, agree_to_course, start_courses
from spoorboek.programme.courses.models import Activity
from spoorboek.site import clock
from tests.builders import actor, person
from tests.practice.sessions.cast import MARK, SCENE, Practice, moment

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
    with acting_as(here.client):
        assert beginning.only_tried_stopping(Session.objects.get(pk=made.pk))
        again = beginning.begin(here.client, made.pk)
        assert (again.state, again.ended_at, again.broke_off) == (State.PREPARING, None, False)


def test_who_practised_or_felt_unwell_or_looked_back_does_not_begin_once_more(here: Practice) -> None:
    practised, unwell, asked = here.begun(), here.begun(), here.begun()
    here.tell(practised, at_once(1, "running"), moment(2, "phase", "ended:asked"))
    here.tell(unwell, at_once(1, "running"), at_once(2, "ended:discomfort"))
    here.tell(asked, at_once(1, "running"), at_once(2, "ended:asked"))
    here.say(asked, When.AFTER, tension=2)
    with acting_as(here.client):
        untold = looking_back.stop_playing(here.client, here.begun().pk, ended=True)
        for made in (practised, unwell, asked, untold):
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


def test_a_coach_keeps_only_what_the_client_lets_them_and_no_longer_than_that(here: Practice) -> None:
    made = here.looking_back()
    with acting_as(here.client):
        looking_back.write_words(here.client, made.pk, Words.Kind.LOOKING_BACK, MARK)
        looking_back.write_words(here.client, made.pk, Words.Kind.STEP, "Eén keer bellen")
        kept = looking_back.let_keep(
            here.client, made.pk, here.coach.person_id, [Keep.Kind.STEP, Keep.Kind.CURVE]
        )
        looking_back.close_session(here.client, made.pk)
    with acting_as(here.coach):
        assert access.words_of(made) == {"step": "Eén keer bellen"}
        assert access.curve_of(made).highest == 6
    with acting_as(here.client):
        for one in kept:
            looking_back.take_back(here.client, one.pk)
            looking_back.take_back(here.client, one.pk)
    with acting_as(here.coach):
        row = Session.objects.get(pk=made.pk)
        assert access.words_of(row) == {}
        assert not access.curve_of(row)
        with pytest.raises(Refused):
            looking_back.take_back(here.coach, kept[0].pk)


def test_a_session_that_nobody_rounded_off_ends_for_the_coach_a_day_later(here: Practice) -> None:
    made = here.looking_back()
    with acting_as(here.coach):
        assert Moment.objects.filter(session=made, type="nausea").exists()
    with acting_as(here.client):
        Session.objects.filter(pk=made.pk).update(ended_at=clock.now() - timedelta(days=1, minutes=1))
    with acting_as(here.coach):
        assert not access.runs(Session.objects.get(pk=made.pk))
        assert not Moment.objects.filter(session=made).exists()
        assert not Measure.objects.filter(session=made).exists()
        assert not Passage.objects.filter(session=made).exclude(account_id=here.coach.person_id).exists()
    with pytest.raises(Refused):
        here.tell(made, moment(9, "dial", "noise", 2), by=here.coach)
    with acting_as(here.client):
        assert access.curve_of(here.fresh(made)).highest == 6


def test_what_was_left_open_can_be_wiped_when_the_dossier_is_closed(here: Practice) -> None:
    made = here.looking_back()
    with acting_as(here.client), pytest.raises(Refused, match="loopt nog"):
        looking_back.wipe(here.client, made.pk)
    with acting_as(REGISTRAR):
        Dossier.objects.filter(pk=here.dossier_id).update(closed_on=clock.today())
    with acting_as(here.client):
        looking_back.wipe(here.client, made.pk)
        assert not Moment.objects.filter(session=made).exists()
        assert here.fresh(made).is_over


def test_what_is_wiped_is_gone_for_both(here: Practice) -> None:
    made = here.closed()
    with acting_as(here.client):
        looking_back.write_words(here.client, made.pk, Words.Kind.STEP, MARK)
        looking_back.let_keep(here.client, made.pk, here.coach.person_id, [Keep.Kind.CURVE])
        looking_back.wipe(here.client, made.pk)
        assert not access.curve_of(made)
        assert not access.words_of(here.fresh(made))
        assert access.content_of(here.fresh(made)) == Content()
        assert not access.scene_of(here.fresh(made), "nl")
    with acting_as(here.coach):
        assert not access.curve_of(Session.objects.get(pk=made.pk))


def test_nothing_comes_back_of_what_was_wiped(here: Practice) -> None:
    made = here.closed()
    with acting_as(here.client):
        Session.objects.filter(pk=made.pk).update(ended_at=clock.now() - timedelta(days=1))
        assert asking.next_question(here.fresh(made))
        looking_back.wipe(here.client, made.pk)
    assert here.tell(made, moment(8, "rating", "during", 9)) == 8
    with acting_as(here.client):
        assert not Moment.objects.filter(session=made).exists()
        assert not asking.next_question(here.fresh(made))
        with pytest.raises(Refused):
            looking_back.write_words(here.client, made.pk, Words.Kind.TRIED, "Toch nog iets")


def test_the_question_of_the_day_after_waits_a_day_and_not_for_ever(here: Practice) -> None:
    made = here.closed()
    with acting_as(here.client), pytest.raises(Refused, match="nu niet"):
        feeling.say(here.client, made.pk, When.NEXT_DAY, "tension", 2)
    with acting_as(here.client), clock.practising(1):
        feeling.say(here.client, made.pk, When.NEXT_DAY, "tension", 2)
    with acting_as(here.client), clock.practising(9), pytest.raises(Refused, match="nu niet"):
        feeling.say(here.client, made.pk, When.NEXT_DAY, "tension", 2)


def test_at_home_only_fit_scenes_open_and_a_note_reaches_only_who_it_is_for(here: Practice) -> None:
    with acting_as(here.client):
        with pytest.raises(Refused, match="samen met je coach"):
            beginning.begin_at_home(here.client, here.dossier_id, "no-such-scene", 5)
        made = beginning.begin_at_home(here.client, here.dossier_id, "quiet-place", 60)
        assert limits.minutes_for(made) == 15
        playing.keep_moments(
            here.client, made.pk, [moment(1, "phase", "running"), moment(2, "phase", "ended:done")]
        )
        looking_back.close_session(here.client, made.pk)
        looking_back.write_words(here.client, made.pk, Words.Kind.NOTE, MARK)
    with acting_as(here.coach):
        assert not Session.objects.filter(pk=made.pk).exists()
        assert access.notes_for(here.coach, here.dossier_id) == []
    with acting_as(here.client):
        looking_back.let_keep(here.client, made.pk, here.coach.person_id, [Keep.Kind.NOTE])
    with acting_as(here.coach):
        assert [text for _keep, text in access.notes_for(here.coach, here.dossier_id)] == [MARK]
        assert not Session.objects.filter(pk=made.pk).exists()


def test_a_step_of_the_method_is_done_by_practising(here: Practice) -> None:
    with acting_as(here.coach):
        (course,) = start_courses(here.coach, here.dossier_id, Wish(("vr-practice",), clock.today()))
    with acting_as(here.client):
        agree_to_course(here.client, here.dossier_id, course.pk)
        steps = Activity.objects.filter(dossier_id=here.dossier_id, kind="vr-session")
        open_before = steps.filter(state="planned").count()
    here.closed()
    with acting_as(here.client):
        done = steps.get(state="done")
        assert (done.step, done.number) == ("practice-session", 1)
        assert steps.filter(state="planned").count() == open_before - 1


def test_the_questions_of_the_method_are_done_by_answering_them_where_they_are_asked(here: Practice) -> None:
    with acting_as(here.coach):
        (course,) = start_courses(here.coach, here.dossier_id, Wish(("vr-practice",), clock.today()))
    with acting_as(here.client):
        agree_to_course(here.client, here.dossier_id, course.pk)
        done = Activity.objects.filter(dossier_id=here.dossier_id, kind="questionnaire", state="done")
        steps = done.order_by("step").values_list("step", flat=True)
        screening.settle_fit(here.client, here.dossier_id, Session.Way.SCREEN)
        assert list(steps) == ["safety-questions"]
    here.begun()
    with acting_as(here.client):
        assert list(steps.all()) == ["first-measure", "safety-questions"]


def test_a_report_reaches_who_looks_without_name_words_or_health_in_the_mail(
    here: Practice, mailoutbox: list[object]
) -> None:
    made, company = here.closed(), here.here.company
    with acting_as(here.client):
        someone = Dossier.objects.get(pk=here.dossier_id).employment.person
    looks, admin = actor(company.labour_expert), actor(company.admin)
    with acting_as(admin), pytest.raises(NotYours):
        reporting.name_responsible(admin, company.second_track.pk, looks.person_id)
    named(here)
    with acting_as(here.client):
        event = reporting.report_event(here.client, made.pk, AdverseEvent.Kind.UNWELL, MARK)
    with acting_as(actor(company.coach)):
        assert [one.pk for one in access.notices_for(here.coach)] == [event.pk]
        reporting.mark_seen(here.coach, event.pk)
        assert access.notices_for(here.coach)[0].seen_at
    told = str([(one.subject, one.body, one.to) for one in mailoutbox])
    assert "er staat een melding voor je" in told
    for word in (MARK, someone.first_name, someone.last_name, SCENE, "oefen", "ziek", "bril"):
        assert word.lower() not in told.lower(), word
    for who in (here.here.manager, looks, admin):
        with acting_as(who):
            assert not AdverseEvent.objects.filter(pk=event.pk).exists()
            assert not Notice.objects.filter(pk=event.pk).exists()
            with pytest.raises(NotYours):
                reporting.mark_seen(who, event.pk)


@pytest.mark.parametrize("went", ["away", "to the employer's side"])
def test_who_went_away_or_to_the_employers_side_looks_at_no_report_any_more(
    here: Practice, went: str
) -> None:
    made, place, colleague = here.closed(), here.here.company.second_track, person("Collega")
    appoint(colleague.pk, place, Role.COACH)
    named(here, colleague)
    with acting_as(here.client):
        event = reporting.report_event(here.client, made.pk, AdverseEvent.Kind.FELL, MARK)
    with acting_as(actor(colleague)):
        assert [one.pk for one in access.notices_for(actor(colleague))] == [event.pk]
        assert not AdverseEvent.objects.filter(pk=event.pk).exists()
    with acting_as(REGISTRAR):
        if went == "away":
            Membership.objects.filter(account_id=colleague.pk).update(until=clock.real_now())
        else:
            appoint(colleague.pk, place, Role.CASE_MANAGER)
    with acting_as(actor(colleague)):
        assert not Notice.objects.exists()
        assert access.notices_for(actor(colleague)) == []
        with pytest.raises(NotYours):
            reporting.mark_seen(actor(colleague), event.pk)
    with acting_as(here.client):
        assert reporting.who_looks(place.pk) is None


def test_a_report_from_home_goes_to_where_the_coach_works_with_whom_the_client_practises(
    here: Practice,
) -> None:
    company = here.here.company
    at_home = home(here)
    with acting_as(here.client):
        assert reporting.organisation_of(at_home) == company.second_track.pk
    expert = actor(company.labour_expert)
    with acting_as(expert):
        plan = Plan(SCENE, clock.today(), 5, content=Content("Rustig mijn zin afmaken"))
        made = planning.plan_session(expert, here.dossier_id, plan)
    with acting_as(here.client):
        assert reporting.organisation_of(at_home) == company.second_track.pk
        planning.agree(here.client, made.pk)
        assert reporting.organisation_of(at_home) == company.arbodienst.pk
        assert reporting.organisation_of(made) == company.arbodienst.pk
    with acting_as(REGISTRAR):
        parts = Involvement.objects.filter(dossier_id=here.dossier_id, account_id=expert.account_id)
        parts.update(until=clock.real_now())
    with acting_as(here.client):
        assert reporting.organisation_of(at_home) == company.second_track.pk
        assert reporting.organisation_of(made) == company.arbodienst.pk


def home(here: Practice) -> Session:
    with acting_as(here.client):
        return beginning.begin_at_home(here.client, here.dossier_id, "quiet-place", 5)


def named(here: Practice, looks: Person | None = None) -> None:
    """The coach, or `looks`, looks at the reports of the coach's own organisation; its administrator said so."""
    boss, who = person("Baas"), looks.pk if looks else here.coach.person_id
    appoint(boss.pk, here.here.company.second_track, Role.ADMIN)
    with acting_as(actor(boss)):
        with pytest.raises(Refused, match="Kies een coach"):
            reporting.name_responsible(actor(boss), here.here.company.second_track.pk, boss.pk)
        reporting.name_responsible(actor(boss), here.here.company.second_track.pk, who)
