"""A meeting from planned to deleted: who may do what, what is shown when, and what stays."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from spoorboek.circle.access import members
from spoorboek.circle.acts import groups, planning, running, writing
from spoorboek.circle.acts.ending import forget_due, rate
from spoorboek.circle.acts.presence import be_away, be_there
from spoorboek.circle.acts.writing import Traced
from spoorboek.circle.clockwork import StepClock
from spoorboek.circle.entering import room
from spoorboek.circle.models import Attendance, Group, Meeting, Member, Note, Usefulness
from spoorboek.circle.room import Room
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Person, PracticeWorld
from spoorboek.people.policy import Role
from spoorboek.people.registrar import appoint, enrol, found_organisation
from tests.builders import Company, actor, person
from tests.circle.cast import REGISTRAR, Circle, circle, fresh, gone_for, soon

CASE = "Ik blijf bellen en er verandert niets. Wat kan ik anders doen?"


@pytest.fixture(scope="module")
def four(django_db_setup: None) -> Circle:
    return circle()


def seen(who: Actor, meeting: Meeting) -> Room:
    with acting_as(who):
        return room(who, meeting.pk)


def write(who: Actor, meeting: Meeting, step: str, text: str, kept: tuple[str, ...] = ()) -> None:
    with acting_as(who):
        writing.write(who, meeting.pk, step, text, kept)


def texts(here: Room) -> list[str]:
    return [one.text for shown in here.board for one in shown.said]


def on(four: Circle, meeting: Meeting) -> None:
    with acting_as(four.chair):
        running.on(four.chair, meeting.pk, fresh(meeting).step)


def test_questions_typed_apart_are_shown_together_when_the_step_ends(four: Circle) -> None:
    meeting = four.running("questions")
    first, second = four.others
    write(first, meeting, "questions", "Wat zei de leidinggevende toen?")
    write(second, meeting, "questions", "Hoe lang duurt dit al?")
    assert [one.text for one in seen(first, meeting).own] == ["Wat zei de leidinggevende toen?"]
    assert "Wat zei" not in str(seen(second, meeting).said)
    with acting_as(second):
        assert Note.objects.filter(meeting=meeting, author_id=first.account_id).count() == 0
    on(four, meeting)
    for who in (four.chair, four.presenter, first, second):
        assert texts(seen(who, meeting)) == ["Wat zei de leidinggevende toen?", "Hoe lang duurt dit al?"]


def test_a_case_is_read_by_nobody_before_its_step_and_only_while_its_writer_presents(four: Circle) -> None:
    meeting = four.planned()
    with acting_as(four.presenter):
        planning.choose_presenter(four.presenter, meeting.pk, four.presenter.account_id)
        writing.write_case(four.presenter, meeting.pk, CASE)
    assert seen(four.presenter, meeting).case == CASE
    assert seen(four.chair, meeting).case == ""
    with acting_as(four.chair):
        running.begin(four.chair, meeting.pk)
    on(four, meeting)
    on(four, meeting)
    assert seen(four.others[0], meeting).case == CASE
    with acting_as(four.chair):
        planning.choose_presenter(four.chair, meeting.pk, four.others[0].account_id)
        assert Note.objects.filter(meeting=meeting).count() == 0
    assert seen(four.chair, meeting).case == ""


def test_who_listens_with_the_back_turned_sees_the_listening_view_and_types_nothing(four: Circle) -> None:
    meeting = four.running("answers")
    write(four.presenter, meeting, "answers", "Hoe houd ik afstand?")
    on(four, meeting)
    on(four, meeting)
    here = seen(four.presenter, meeting)
    assert here.listens
    assert (here.board, here.may_type, here.shows_case) == ([], False, False)
    assert texts(seen(four.others[0], meeting)) == ["Hoe houd ik afstand?"]
    with pytest.raises(Refused, match="luistert"):
        write(four.presenter, meeting, "answers", "Toch nog iets")
    with acting_as(four.presenter), pytest.raises(Refused, match="luistert"):
        writing.write_case(four.presenter, meeting.pk, CASE)


def test_a_text_with_a_trace_is_not_stored_and_comes_back_to_its_writer_only(four: Circle) -> None:
    meeting = four.running("advice")
    other = four.others[0]
    with pytest.raises(Traced) as caught:
        write(other, meeting, "advice", "Ik zou Utrecht bellen op 0612345678.")
    assert [one.word for one in caught.value.open] == ["Utrecht", "0612345678"]
    with acting_as(REGISTRAR):
        assert not Note.objects.filter(meeting=meeting).exists()
    with pytest.raises(Traced):
        write(other, meeting, "advice", "Ik zou Utrecht bellen.")
    write(other, meeting, "advice", "Ik zou Utrecht bellen.", ("utrecht",))


def test_the_name_of_a_client_from_ones_own_caseload_has_to_go() -> None:
    company = Company()
    dossier = company.dossier()
    with acting_as(REGISTRAR):
        someone = dossier.employment.person
    coach, expert = actor(company.coach), actor(company.labour_expert)
    with acting_as(expert):
        group = groups.make_group(expert, "Met een dossier")
        groups.invite(expert, group.pk, email=company.coach.account.email or "")
    with acting_as(coach):
        groups.answer_invitation(coach, group.pk, yes=True)
        meeting = planning.plan_meeting(coach, group.pk, soon(), "incident")
        planning.choose_presenter(coach, meeting.pk, coach.account_id)
        for text in (f"Ik begeleid {someone.first_name} nu.", f"Ik begeleid {someone.last_name.upper()} nu."):
            with pytest.raises(Traced) as caught:
                writing.write_case(coach, meeting.pk, text, kept=[someone.first_name, someone.last_name])
            assert caught.value.open[0].sure


def test_a_question_on_its_way_when_the_step_ends_is_not_lost(four: Circle) -> None:
    meeting = four.running("questions")
    on(four, meeting)
    write(four.others[0], meeting, "questions", "Wie helpt jou?")
    assert texts(seen(four.chair, meeting)) == ["Wie helpt jou?"]
    with pytest.raises(Refused, match="niets getypt"):
        write(four.others[0], meeting, "advice", "Te vroeg")


def test_each_writes_where_it_is_their_turn_and_not_too_many(four: Circle) -> None:
    meeting = four.running("questions")
    with pytest.raises(Refused, match="anderen"):
        write(four.presenter, meeting, "questions", "Mijn eigen vraag?")
    for text in ("Wat nu?", "Hoe dan?"):
        write(four.others[0], meeting, "questions", text)
    with pytest.raises(Refused, match="al 2"):
        write(four.others[0], meeting, "questions", "Wie nog?")
    with acting_as(four.others[0]):
        own = Note.objects.filter(meeting=meeting).first()
        assert own is not None
        writing.take_back(four.others[0], meeting.pk, own.pk)
    with acting_as(four.others[1]), pytest.raises(Refused):
        writing.take_back(four.others[1], meeting.pk, own.pk)


def test_only_the_chair_moves_on_and_two_clicks_are_one_step(four: Circle) -> None:
    meeting = four.running()
    with acting_as(four.others[0]), pytest.raises(Refused, match="voorzitter"):
        running.on(four.others[0], meeting.pk, 0)
    with acting_as(four.chair):
        running.on(four.chair, meeting.pk, 0)
        running.on(four.chair, meeting.pk, 0)
    assert fresh(meeting).step == 1
    with acting_as(four.chair):
        running.back(four.chair, meeting.pk, 1)
        with pytest.raises(Refused):
            running.back(four.chair, meeting.pk, 0)
    assert fresh(meeting).step == 0


def test_the_clock_of_a_step_is_the_servers_and_stands_still_in_a_pause() -> None:
    began = timezone.now()

    def at(minutes: float) -> timedelta:
        return timedelta(minutes=minutes)

    running_ = StepClock(began, 10)
    assert running_.left(began + at(4)) == at(6)
    assert running_.left(began + at(11)) == at(-1)
    stands = StepClock(began, 10, paused=at(1), paused_at=began + at(5))
    assert stands.left(began + at(5)) == stands.left(began + at(9)) == at(6)


def test_a_chair_who_is_away_for_half_a_minute_is_replaced_by_who_takes_it(four: Circle) -> None:
    meeting = four.running("questions")
    taker = four.others[0]
    write(taker, meeting, "questions", "Wat nu?")
    gone_for(meeting, four.chair, 20)
    here = seen(taker, meeting)
    assert not here.chair_offered
    assert here.changes_in is not None
    assert here.changes_in <= 10
    with acting_as(taker), pytest.raises(Refused, match="weer"):
        running.take_chair(taker, meeting.pk)
    gone_for(meeting, four.chair, 31)
    assert seen(taker, meeting).chair_offered
    assert not seen(four.chair, meeting).chair_offered
    with acting_as(taker):
        running.take_chair(taker, meeting.pk)
        running.on(taker, meeting.pk, fresh(meeting).step)
    assert texts(seen(four.chair, meeting)) == ["Wat nu?"]


def test_the_action_of_the_last_time_is_there_when_the_next_meeting_begins(four: Circle) -> None:
    meeting = four.running("action")
    write(four.presenter, meeting, "action", "Ik bel een week niet.")
    with acting_as(four.chair):
        running.close(four.chair, meeting.pk)
    again = four.running()
    assert [one.text for one in seen(four.others[0], again).last_time] == ["Ik bel een week niet."]


def test_on_the_day_agreed_everything_typed_goes_and_only_attendance_and_usefulness_stay() -> None:
    four = circle()
    meeting = four.running("questions")
    with acting_as(four.others[0]):
        be_there(four.others[0], meeting.pk, by_socket=True)
    write(four.others[0], meeting, "questions", "Wat nu?")
    with acting_as(four.chair):
        running.close(four.chair, meeting.pk)
    with acting_as(four.others[0]):
        rate(four.others[0], meeting.pk, 8)
    day = fresh(meeting).delete_on
    assert day == timezone.localdate() + timedelta(days=settings.CIRCLE_KEEP_DAYS)
    forget_due(day - timedelta(days=1), None)
    assert fresh(meeting).has_texts
    forget_due(day, None)
    forget_due(day, None)
    after = fresh(meeting)
    assert (after.wrapped, after.presenter_id) == (None, None)
    with acting_as(REGISTRAR):
        assert not Note.objects.filter(meeting=meeting).exists()
        assert Attendance.objects.filter(meeting=meeting).count() == 1
    with acting_as(four.others[0]):
        assert Usefulness.objects.get(meeting=meeting).score == 8
    with acting_as(four.chair):
        assert not Usefulness.objects.filter(meeting=meeting).exists()
    assert seen(four.chair, meeting).everything == []


def test_a_meeting_that_nobody_closed_is_forgotten_too() -> None:
    four = circle()
    meeting = four.running("questions")
    write(four.others[0], meeting, "questions", "Wat nu?")
    forget_due(timezone.localdate() + timedelta(days=settings.CIRCLE_KEEP_DAYS + 1), None)
    assert fresh(meeting).state == Meeting.State.CLOSED
    assert not fresh(meeting).has_texts


def test_who_stands_outside_the_group_does_not_find_it(four: Circle) -> None:
    meeting, stranger = four.running(), person("Vreemd")
    appoint(stranger.pk, found_organisation("Elders", "reintegration"), Role.COACH)
    outside = actor(stranger)
    with acting_as(outside):
        for try_it in (
            lambda: room(outside, meeting.pk),
            lambda: be_there(outside, meeting.pk, by_socket=True),
            lambda: running.take_chair(outside, meeting.pk),
            lambda: writing.write(outside, meeting.pk, "look-back", "Hallo"),
            lambda: groups.invite(outside, four.group.pk, email="x@example.org"),
        ):
            with pytest.raises(NotYours):
                try_it()


def test_inviting_an_address_tells_nothing_about_it(four: Circle) -> None:
    coach = person("Bekend")
    appoint(coach.pk, found_organisation("Elders", "reintegration"), Role.COACH)
    client = Company().employee().person
    with acting_as(four.chair):
        for email in (coach.account.email, client.account.email, "niemand@example.org"):
            assert groups.invite(four.chair, four.group.pk, email=email or "") is None
    with acting_as(REGISTRAR):
        asked = set(four.group.members.values_list("account_id", flat=True))
    assert coach.pk in asked
    assert client.pk not in asked
    with acting_as(four.chair):
        assert coach.pk not in {one.account_id for one in members(four.group)}
        assert not Member.objects.filter(account_id=coach.pk).exists()
    with acting_as(actor(coach)):
        groups.answer_invitation(actor(coach), four.group.pk, yes=True)
    with acting_as(four.chair):
        assert coach.pk in {one.account_id for one in members(four.group)}


def test_who_left_the_group_reads_nothing_more_of_it() -> None:
    four = circle()
    meeting, leaver = four.running(), four.others[0]
    with acting_as(leaver):
        groups.leave_group(leaver, four.group.pk)
        with pytest.raises(NotYours):
            room(leaver, meeting.pk)
        assert not Meeting.objects.filter(pk=meeting.pk).exists()


def test_who_comes_and_goes_is_told_and_stays_on_the_list(four: Circle) -> None:
    meeting, comer = four.running(), four.others[0]
    before = fresh(meeting).number
    with acting_as(comer):
        be_there(comer, meeting.pk, by_socket=True)
        be_there(comer, meeting.pk, by_socket=True)
    assert fresh(meeting).number == before + 1
    assert next(one for one in seen(four.chair, meeting).people if one.account_id == comer.account_id).is_here
    with acting_as(comer):
        be_away(comer, meeting.pk)
    gone = next(one for one in seen(four.chair, meeting).people if one.account_id == comer.account_id)
    assert (gone.is_here, gone.was_here) == (False, True)


@pytest.mark.parametrize("link", ["http://video.example.org", "javascript:alert(1)", "geen adres"])
def test_a_video_link_is_one_of_https(four: Circle, link: str) -> None:
    with acting_as(four.chair), pytest.raises(Refused):
        groups.agree(four.chair, four.group.pk, "Groep", 30, link)


def test_a_group_keeps_texts_no_longer_than_the_installation_allows(four: Circle) -> None:
    with acting_as(four.chair), pytest.raises(Refused):
        groups.agree(four.chair, four.group.pk, "Groep", settings.CIRCLE_KEEP_MAX_DAYS + 1, "")


def test_each_world_forgets_on_its_own_day(four: Circle) -> None:
    meeting = four.running()
    with acting_as(REGISTRAR):
        world = PracticeWorld.objects.create(home=found_organisation("Thuis", "employer"))
    far = timezone.localdate() + timedelta(days=400)
    forget_due(far, world.pk)
    assert fresh(meeting).has_texts
    practice = Circle(*practised(world))
    theirs = practice.running()
    forget_due(far, world.pk)
    assert fresh(meeting).has_texts
    assert not fresh(theirs).has_texts


def practised(world: PracticeWorld) -> tuple[Group, list[Person]]:
    """A group of two invented people."""
    place = found_organisation("Oefenplek", "reintegration", world.pk)
    people = [enrol("Oefen", f"Coach{number}", world_id=world.pk) for number in range(2)]
    for one in people:
        appoint(one.pk, place, Role.COACH)
    maker, other = (actor(one) for one in people)
    with acting_as(maker):
        group = groups.make_group(maker, "Oefengroep")
        groups.invite(maker, group.pk, account_id=other.account_id)
    with acting_as(other):
        groups.answer_invitation(other, group.pk, yes=True)
    return group, people
