"""What an organisation reads of its methods: with denominators, rounded, and never of a small group."""

from datetime import date

import pytest

from spoorboek.methods import methods
from spoorboek.people.models import Organisation
from spoorboek.people.policy import Role
from spoorboek.programme.courses.counting import (
    About,
    Counts,
    about,
    month_end,
    report_of,
    row_of,
)
from tests.builders import Company, today
from tests.programme.courses.stage import METHOD, PRIVATE, cast, running


def counts(people: int) -> Counts:
    return Counts(METHOD, people, 4, 20, 600, 432, 300, 250, 6000, 4400, 190, 200, 33)


@pytest.mark.parametrize(("people", "told"), [(14, False), (15, True), (60, True)])
def test_a_group_under_fifteen_is_not_shown_to_an_employer(people: int, told: bool) -> None:
    row = row_of(counts(people), 400, 15)
    assert (row.people is not None) is told
    assert (row.reach is not None) is told


def test_a_group_that_shows_by_subtraction_is_not_shown_either() -> None:
    assert row_of(counts(60), 66, 15).people is None
    assert row_of(counts(60), 60, 15).people == 60


@pytest.mark.parametrize("kind", list(Organisation.Kind))
def test_every_organisation_reads_of_its_own_staff_and_so_none_of_fewer_than_fifteen(kind: str) -> None:
    assert report_of(Organisation(kind=kind), today()).smallest == 15


def test_every_number_is_rounded_to_fives_and_a_few_are_not_told() -> None:
    assert about(432, 601) == About(430, 600, 70)
    assert about(3, 60) == About(5, 60, None, is_few=True)
    assert about(58, 60) == About(60, 60, None, is_few=True)
    assert about(0, 0) is None


def test_everybody_who_looks_within_a_month_sees_the_same() -> None:
    assert month_end(date(2026, 11, 1)) == month_end(date(2026, 11, 30)) == date(2026, 10, 31)


def test_a_private_method_is_in_no_report() -> None:
    here = cast()
    running(here, METHOD)
    running(here, PRIVATE, by=Role.COACH)
    far = date(today().year + 1, today().month, 1)
    titles = {row.title.nl for row in report_of(here.company.employer, far).rows}
    assert titles == {methods()[METHOD].title.nl}
    assert report_of(here.company.employer, far).dossiers is None


def test_another_organisation_counts_nothing_of_this_one() -> None:
    here = cast()
    running(here, METHOD)
    assert report_of(Company().employer, date(today().year + 1, 1, 1)).rows == ()
