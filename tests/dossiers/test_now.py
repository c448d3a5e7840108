"""Which steps ask for something now: pure choices over steps and a day."""

from datetime import date, timedelta

import pytest

from spoorboek.dossiers.models import Obligation
from spoorboek.dossiers.now import AT_LEAST, LET_GO, next_step, open_steps, what_now
from spoorboek.dossiers.shown import ShownStep, shown

DUTIES = ("problem-analysis", "plan-of-action", "report-42-weeks", "second-track-start", "final-evaluation")
TODAY = date(2026, 11, 23)


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


def step(
    key: str, *, law: int | None = None, custom: int | None = None, ordinal: int = 0, done: int | None = None
) -> Obligation:
    """An unsaved obligation with its days counted from today."""
    return Obligation(
        key=key,
        ordinal=ordinal,
        statutory=None if law is None else in_days(law),
        practice=None if custom is None else in_days(custom),
        done=None if done is None else in_days(done),
    )


def read(*rows: Obligation) -> list[ShownStep]:
    return shown(rows, TODAY)


def keys(steps: list[ShownStep]) -> list[str]:
    return [one.anchor for one in steps]


def test_a_duty_stays_until_it_is_done() -> None:
    assert keys(open_steps(read(step("plan-of-action", law=-400)), TODAY)) == ["plan-of-action-0"]
    assert open_steps(read(step("plan-of-action", law=-400, done=-1)), TODAY) == []


@pytest.mark.parametrize(("days", "asks"), [(LET_GO.days, True), (LET_GO.days + 1, False)])
def test_a_day_of_custom_is_let_go_after_six_weeks(days: int, asks: bool) -> None:
    assert bool(open_steps(read(step("progress-evaluation", custom=-days)), TODAY)) is asks


def test_of_a_repeated_talk_only_the_one_whose_turn_it_is_shows() -> None:
    talks = [step("progress-evaluation", custom=days, ordinal=n) for n, days in enumerate((-80, -38, 4, 46))]
    assert keys(open_steps(read(*talks), TODAY)) == ["progress-evaluation-1"]


def test_before_its_first_day_a_repeated_talk_shows_once() -> None:
    talks = [step("progress-evaluation", custom=days, ordinal=n) for n, days in enumerate((10, 52, 94))]
    assert keys(open_steps(read(*talks), TODAY)) == ["progress-evaluation-0"]


def test_the_report_that_opened_the_dossier_asks_for_nothing() -> None:
    assert open_steps(read(step("sickness-report", custom=0)), TODAY) == []


def test_a_right_that_lapsed_asks_for_nothing() -> None:
    assert open_steps(read(step("shortened-waiting-period-application", law=-1)), TODAY) == []


def test_a_quiet_month_still_says_what_comes() -> None:
    ahead = [step(key, law=100 + n) for n, key in enumerate(DUTIES)]
    assert len(what_now(read(*ahead), TODAY)) == AT_LEAST


def test_a_full_month_says_all_that_asks() -> None:
    asking = [step(key, law=n) for n, key in enumerate(DUTIES)]
    assert len(what_now(read(*asking, step("wia-application", law=100)), TODAY)) == len(DUTIES)


def test_the_next_step_is_the_first_day() -> None:
    first = next_step(read(step("plan-of-action", law=30), step("problem-analysis", law=3)), TODAY)
    assert first is not None
    assert first.key == "problem-analysis"
    assert next_step([], TODAY) is None
