"""Which one next step comes first on *Vandaag*: pure, so tested on unsaved rows."""

import uuid
from datetime import UTC, date, datetime, timedelta

from spoorboek.dossiers.models import Obligation
from spoorboek.dossiers.shown import ShownStep, shown
from spoorboek.dossiers.today import Meeting, Move, Next, goes_before, next_for_client
from spoorboek.people.policy import Role

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def step(key: str, in_days: int, practice: bool = False, done: bool = False) -> Obligation:
    day = TODAY + timedelta(days=in_days)
    dates = {"practice": day} if practice else {"statutory": day}
    return Obligation(key=key, done=TODAY if done else None, **dates)


def meeting(in_days: float, off: bool = False) -> Meeting:
    starts = NOW + timedelta(days=in_days)
    return Meeting(
        id=uuid.uuid4(), kind="company_doctor", way="phone", starts_at=starts, ends_at=starts + timedelta(minutes=30),
        minutes=30, with_name="Maria", off=off,
    )  # fmt: skip


def chosen(*rows: Obligation, meetings: tuple[Meeting, ...] = (), unsaid: tuple[str, ...] = ()) -> Next:
    steps: list[ShownStep] = shown(rows, TODAY, Role.CLIENT)
    return next_for_client(meetings, steps, NOW, TODAY, unsaid)


OWN = step("wia-application", 20)
TOGETHER = step("plan-of-action", 5)
OTHERS = step("report-42-weeks", 3)


def test_an_own_appointment_within_two_weeks_comes_first() -> None:
    near, later = meeting(6), meeting(10)
    found = chosen(OWN, TOGETHER, meetings=(later, near))
    assert (found.move, found.meeting) == (Move.APPOINTMENT, near)


def test_an_appointment_further_away_waits_for_its_time() -> None:
    assert chosen(TOGETHER, meetings=(meeting(15),)).move is Move.TOGETHER


def test_an_appointment_that_goes_on_now_is_still_shown_and_one_that_is_over_is_not() -> None:
    assert chosen(meetings=(meeting(-0.01),)).move is Move.APPOINTMENT
    assert chosen(meetings=(meeting(-0.5),)).move is Move.REST


def test_an_appointment_to_which_the_client_cannot_come_is_not_the_next_step() -> None:
    assert chosen(OTHERS, meetings=(meeting(2, off=True),)).move is Move.OTHERS


def test_the_own_move_comes_before_what_others_do_sooner() -> None:
    found = chosen(OTHERS, TOGETHER, OWN)
    assert found.move is Move.OWN
    assert found.step
    assert found.step.key == "wia-application"


def test_the_own_move_is_told_six_weeks_ahead_and_what_others_do_three() -> None:
    assert chosen(step("wia-application", 42)).move is Move.OWN
    assert chosen(step("wia-application", 43)).move is Move.REST
    assert chosen(step("report-42-weeks", 21)).move is Move.OTHERS
    assert chosen(step("report-42-weeks", 22)).move is Move.REST


def test_at_rest_the_next_step_is_named_as_something_for_later() -> None:
    found = chosen(step("report-42-weeks", 90))
    assert found.move is Move.REST
    assert found.step
    assert found.step.key == "report-42-weeks"


def test_nothing_at_all_is_rest_too() -> None:
    assert chosen() == Next(move=Move.REST)


def test_the_own_legal_day_that_passed_stays_until_it_is_done() -> None:
    found = chosen(step("wia-application", -60))
    assert (found.move, found.late) == (Move.OWN, True)
    assert chosen(step("wia-application", -60, done=True)).move is Move.REST


def test_what_others_did_not_do_long_ago_no_longer_greets_the_client_every_day() -> None:
    assert chosen(step("report-42-weeks", -10)).late
    assert chosen(step("report-42-weeks", -50)).move is Move.REST


def test_a_day_that_is_only_custom_is_never_late() -> None:
    found = chosen(step("progress-evaluation", -5, practice=True))
    assert (found.move, found.late, found.past) == (Move.TOGETHER, False, True)


def test_a_right_is_never_pushed_forward() -> None:
    right = step("shortened-waiting-period-application", 10)
    assert chosen(right, unsaid=("shortened-waiting-period-application",)).move is Move.REST


def test_a_card_is_named_as_the_fold_expects() -> None:
    talk = meeting(1)
    assert chosen(meetings=(talk,)).card == f"appointment:{talk.id}"
    assert chosen(TOGETHER).card == "step:plan-of-action:0"


def test_a_step_of_this_week_goes_before_a_law_step_that_is_over_a_week_away() -> None:
    far, soon, missed = chosen(OWN), chosen(step("wia-application", 7)), chosen(step("wia-application", -2))
    assert goes_before(TODAY, far, TODAY)
    assert goes_before(TODAY - timedelta(days=3), far, TODAY)
    assert not goes_before(TODAY, soon, TODAY)
    assert not goes_before(TODAY, missed, TODAY)
    assert not goes_before(TODAY + timedelta(days=8), far, TODAY)
    assert not goes_before(None, far, TODAY)


def test_an_appointment_of_this_week_stays_first_and_a_later_one_waits() -> None:
    assert not goes_before(TODAY, chosen(meetings=(meeting(4),)), TODAY)
    assert goes_before(TODAY, chosen(meetings=(meeting(9),)), TODAY)
