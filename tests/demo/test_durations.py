"""The demo's region against the published figures it follows. Everything here is invented; the shares are not."""

import pytest

from spoorboek.dossiers import health_words
from spoorboek.dossiers.demo.cases import CASES, Case
from spoorboek.dossiers.demo.region.durations import Target, curve
from spoorboek.dossiers.demo.region.employers import Employer, employers, read
from spoorboek.dossiers.demo.region.population import TWO_YEARS, population, spells


def everyone() -> list[int]:
    """How long each absence in the whole region lasts, two years of them."""
    return [spell.lasts for employer in employers() for spell in spells(employer)]


@pytest.mark.parametrize("target", curve().target, ids=lambda target: f"{target.days} days")
def test_the_curve_meets_each_published_share(target: Target) -> None:
    assert curve().still_absent(target.days) == pytest.approx(target.share, abs=target.within)


def test_the_curve_has_the_published_mean() -> None:
    assert curve().mean() == pytest.approx(curve().mean_days.value, abs=curve().mean_days.within)


def test_every_figure_has_its_source() -> None:
    assert all(target.source for target in curve().target)
    assert curve().mean_days.source
    assert all(employer.source for employer in employers())


@pytest.mark.parametrize("weeks", [6, 13, 26, 52, 104])
def test_the_invented_people_stay_away_as_long_as_the_curve_says(weeks: int) -> None:
    lasting = everyone()
    share = sum(days > weeks * 7 for days in lasting) / len(lasting)
    assert share == pytest.approx(curve().still_absent(weeks * 7), abs=0.003)


@pytest.mark.parametrize("employer", employers(), ids=lambda employer: employer.key)
def test_as_many_are_off_sick_at_an_employer_as_in_its_sector(employer: Employer) -> None:
    running = sum(spell.runs for spell in spells(employer))
    assert running / employer.staff * 100 == pytest.approx(employer.absence, abs=1.0)


def test_there_are_about_three_hundred_dossiers_at_every_stage_of_the_road() -> None:
    cases = [*CASES, *population()]
    assert 270 <= len(cases) <= 330
    running = [case.sick_for for case in cases if not case.breaks]
    for start in range(0, TWO_YEARS - 91, 91):
        assert any(start <= day < start + 91 for day in running), (
            f"nobody between day {start} and {start + 91}"
        )


def test_the_region_is_the_same_every_time() -> None:
    assert population() == population()


def test_nobody_has_the_name_of_another() -> None:
    names = [(case.first_name, case.last_name) for case in [*CASES, *population()]]
    assert len(names) == len(set(names))


def ordered(case: Case) -> bool:
    days = {key: day for key, _ordinal, day in case.done}
    return days.get("problem-analysis", 0) <= days.get("plan-of-action", 10**6)


def test_nothing_was_done_before_it_could_be_or_after_today() -> None:
    for case in population():
        ends = case.breaks[0][0] if case.breaks else case.sick_for
        days = [day for _key, _ordinal, day in case.done] + [day for day, _hours in case.hours]
        days += [day for day, _way, _text in case.notes] + [day for _key, day in case.moments]
        assert all(0 <= day <= min(ends, case.sick_for) for day in days), case
        assert all(0 < worked <= case.contract for _day, worked in case.hours), case
        assert ordered(case), case


def test_no_note_speaks_of_health() -> None:
    for texts in read("notes").values():
        for text in texts:
            health_words.check(text, "text")
