"""The step of a line is the step of the dossier page: for any obligations, any role and any day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoorboek.caseload.choosing import asking, choose
from spoorboek.caseload.keeping import TIMETABLE, refresh, refresh_own, refresh_stale
from spoorboek.caseload.models import Line, State
from spoorboek.dossiers.access import PROFESSIONALS
from spoorboek.dossiers.models import Dossier, Obligation
from spoorboek.dossiers.now import open_steps
from spoorboek.dossiers.shown import shown, steps_of
from spoorboek.law import current_rulebook
from spoorboek.people.actor import acting_as
from spoorboek.people.policy import TELLS_OF_A_SAFETY_NET, WITHOUT_SAFETY_NET, Role
from tests.builders import Company, actor, days_ago, today
from tests.dossiers import stages
from tests.law.strategies import examples

BEGIN = date(2026, 1, 1)
KEYS = sorted({str(rule.key) for rule in current_rulebook().rules})
days = st.integers(0, 120).map(lambda number: BEGIN + timedelta(days=number))
maybe = st.none() | days


@st.composite
def roads(draw: st.DrawFn) -> list[Obligation]:
    """Some steps, repeated ones among them, with any of the four dates and any answer to whether they apply."""
    places = draw(st.sets(st.tuples(st.sampled_from(KEYS), st.integers(0, 3)), min_size=1, max_size=12))
    return [
        Obligation(
            key=key,
            ordinal=ordinal,
            statutory=draw(maybe),
            practice=draw(maybe),
            agreed=draw(st.none() | st.none() | days),
            done=draw(st.none() | st.none() | days),
            applies=draw(st.sampled_from([True, True, True, False, None])),
        )
        for key, ordinal in sorted(places)
    ]


def on_the_page(rows: list[Obligation], role: Role, day: date) -> list[tuple[str, bool, str]]:
    """What the dossier page shows of them to someone in a role: steps, own or not, and their kind of day."""
    hidden = TELLS_OF_A_SAFETY_NET if role in WITHOUT_SAFETY_NET else ()
    steps = open_steps(shown((row for row in rows if row.key not in hidden), day, role), day)
    return [(step.anchor, step.mine, step.kind) for step in steps]


@examples(300)
@given(roads(), st.sampled_from(PROFESSIONALS), days)
def test_a_line_shows_what_comes_first_on_the_dossier_page(
    rows: list[Obligation], role: Role, day: date
) -> None:
    page, choice = on_the_page(rows, role, day), choose(asking(rows, day), role)
    own = [anchor for anchor, mine, _ in page if mine]
    due = [anchor for anchor, mine, kind in page if mine and kind != "practice"]
    for step, expected in ((choice.first, [one[0] for one in page]), (choice.own, own), (choice.due, due)):
        assert (step.anchor if step else None) == (expected[0] if expected else None)


@examples(300)
@given(roads(), st.sampled_from(PROFESSIONALS), days, days)
def test_a_choice_holds_on_every_day_for_which_it_is_called_fresh(
    rows: list[Obligation], role: Role, day: date, other: date
) -> None:
    found = asking(rows, day)
    after = found.fresh_from is None or other >= found.fresh_from
    before = found.fresh_until is None or other <= found.fresh_until
    if after and before:
        now, then = choose(found, role), choose(asking(rows, other), role)
        assert [step and step.anchor for step in vars(now).values()] == [
            step and step.anchor for step in vars(then).values()
        ]


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    made = Company()
    stages.halfway(made)
    stages.after_leave(made)
    stages.sanctioned(made)
    stages.recovered(made)
    stages.withdrawn(made)
    made.dossier(days_ago(20))
    return made


def lines(own: Company) -> list[Line]:
    return list(Line.objects.filter(employer=own.employer))


@pytest.mark.parametrize("ahead", [-30, 0, 1, 13, 44, 200, 400])
def test_stored_lines_say_on_any_day_what_each_dossier_says(company: Company, ahead: int) -> None:
    day = today() + timedelta(days=ahead)
    with acting_as(TIMETABLE):
        refresh([line.dossier_id for line in lines(company)], day)
        dossiers = {
            row.pk: row for row in Dossier.objects.prefetch_related("obligations").select_related("route")
        }
        for line in lines(company):
            steps = open_steps(steps_of(dossiers[line.dossier_id], day, Role(line.role)), day)
            if line.state != State.RUNNING:
                steps = []
            own = [step for step in steps if step.mine]
            assert (line.first_key, line.first_on) == ((steps[0].key, steps[0].day) if steps else ("", None))
            assert (line.own_key, line.own_on) == ((own[0].key, own[0].day) if own else ("", None))
        refresh([line.dossier_id for line in lines(company)])


def test_a_page_mends_the_stale_lines_of_its_reader_first(company: Company) -> None:
    manager = actor(company.case_manager)
    with acting_as(TIMETABLE):
        ids = [line.dossier_id for line in lines(company)]
        refresh(ids, today() + timedelta(days=400))
        wrong = {line.pk: line.first_on for line in lines(company)}
        refresh(ids, today() - timedelta(days=400))
    with acting_as(manager):
        assert refresh_own(manager, today()) == 0
    with acting_as(TIMETABLE):
        mended = {line.pk: line.first_on for line in lines(company)}
        refresh(ids)
        assert {line.pk: line.first_on for line in lines(company)} == mended != wrong


def test_the_night_mends_what_a_passing_day_changed(company: Company) -> None:
    later = today() + timedelta(days=60)
    refresh_stale(later)
    with acting_as(TIMETABLE):
        assert not Line.objects.filter(state=State.RUNNING, fresh_until__lt=later).exists()
        refresh([line.dossier_id for line in lines(company)])


def test_who_may_not_know_of_a_safety_net_has_no_line_that_tells_of_one(company: Company) -> None:
    with acting_as(TIMETABLE):
        for line in lines(company):
            if Role(line.role) in WITHOUT_SAFETY_NET:
                assert {line.first_key, line.own_key, line.due_key}.isdisjoint(TELLS_OF_A_SAFETY_NET)
