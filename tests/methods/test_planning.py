"""Planning is pure: a hand-set day never moves, anchors keep their order, and equal facts propose nothing."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spoorboek.law.calendar import is_working_day
from spoorboek.methods import Method, methods
from spoorboek.methods.checks import HAS
from spoorboek.methods.example import example_facts
from spoorboek.methods.planned import Change, Done, Facts, LinkKind, Planned, Share
from spoorboek.methods.planning import Loop, accept, fidelity, marked, plan, replan
from tests.methods.files import small, step

MONDAY = date(2026, 3, 2)
DATES = ("first-year-evaluation", "full-return", "placement-start", "problem-analysis")


@st.composite
def some_facts(draw: st.DrawFn) -> Facts:
    day = st.dates(date(2026, 1, 1), date(2028, 12, 31))
    dates = draw(st.dictionaries(st.sampled_from(DATES), day))
    has = draw(st.frozensets(st.sampled_from(sorted(HAS))))
    return Facts(draw(day), dates, has, draw(st.sampled_from([frozenset({1}), frozenset({1, 2})])))


some_methods = st.lists(
    st.sampled_from(list(methods().values())), min_size=1, max_size=3, unique_by=lambda one: one.key
)


def day_of(planned: list[Planned], id: str) -> date | None:
    return next(one.day for one in planned if one.id == id)


@settings(max_examples=25, deadline=None)
@given(some_methods, some_facts())
def test_planning_again_with_equal_facts_proposes_nothing(chosen: list[Method], facts: Facts) -> None:
    assert replan(chosen, plan(chosen, facts), facts) == []


@settings(max_examples=25, deadline=None)
@given(some_methods, some_facts(), some_facts(), st.data())
def test_a_day_set_by_hand_a_done_step_and_a_closed_one_are_never_proposed(
    chosen: list[Method], before: Facts, after: Facts, data: st.DataObject
) -> None:
    old = plan(chosen, before)
    by_hand, done, closed = (data.draw(st.sampled_from(old)).id for _ in range(3))
    old = [marked(one, hand_set=True, day=MONDAY) if one.id == by_hand else one for one in old]
    old = [marked(one, done=MONDAY) if one.id == done else one for one in old]
    old = [marked(one, closed=True) if one.id == closed else one for one in old]
    proposed = {one.id for one in replan(chosen, old, after)}
    assert not proposed & {by_hand, done, closed}


@settings(max_examples=25, deadline=None)
@given(some_methods, some_facts(), some_facts())
def test_accepted_proposals_leave_nothing_to_propose(
    chosen: list[Method], before: Facts, after: Facts
) -> None:
    old = plan(chosen, before)
    assert replan(chosen, accept(old, replan(chosen, old, after)), after) == []


@settings(max_examples=25, deadline=None)
@given(some_methods, some_facts())
def test_a_step_never_comes_before_the_step_it_hangs_on_and_never_on_a_free_day(
    chosen: list[Method], facts: Facts
) -> None:
    planned = plan(chosen, facts)
    days = {one.id: one.day for one in planned}
    for one in planned:
        anchor = days.get(one.after)
        if one.day is None:
            assert one.waits_for
            continue
        assert is_working_day(one.day)
        assert one.because[-1].day == one.day
        if anchor and one.activity.offset >= 0 and not any(link.days < 0 for link in one.because):
            assert one.day >= anchor


@settings(max_examples=25, deadline=None)
@given(some_methods, some_facts())
def test_a_shared_step_appears_once_and_every_id_is_its_own(chosen: list[Method], facts: Facts) -> None:
    planned = plan(chosen, facts)
    assert len({one.id for one in planned}) == len(planned)
    shared = [(one.activity.shared, one.number) for one in planned if one.activity.shared]
    assert len(set(shared)) == len(shared)


def test_a_shared_step_says_which_methods_it_serves() -> None:
    both = [methods()["back-to-work-your-way"], methods()["op-maat"]]
    (talk,) = [one for one in plan(both, example_facts()) if one.id == "shared/information-talk/1"]
    assert talk.methods == ("back-to-work-your-way", "op-maat")


def test_a_step_whose_anchor_has_no_date_says_what_it_waits_for() -> None:
    method = small(step("one", "anchor: full-return, offset: 4 weeks"), step("two", "anchor: one"))
    one, two = plan([method], Facts(MONDAY))
    assert (one.day, one.waits_for) == (None, "full-return")
    assert (two.day, two.waits_for) == (None, "full-return")


def test_the_reason_for_a_day_is_the_way_from_its_anchor() -> None:
    method = small(step("one", "anchor: first-year-evaluation, offset: -3 weeks"))
    (one,) = plan([method], Facts(MONDAY, {"first-year-evaluation": date(2027, 2, 28)}))
    assert one.day == date(2027, 2, 5)
    assert [(link.kind, link.days) for link in one.because] == [
        (LinkKind.LAW, 0),
        (LinkKind.OFFSET, -21),
        (LinkKind.WORKING_DAY, -2),
    ]


def test_each_method_counts_from_its_own_start() -> None:
    one, other = small(step("one")), small(step("two")).model_copy(update={"key": "other"})
    later = MONDAY + timedelta(7)
    assert [each.day for each in plan([one, other], Facts(MONDAY, starts={"other": later}))] == [
        MONDAY,
        later,
    ]


def test_what_hangs_on_a_step_moves_with_the_day_set_by_hand() -> None:
    method = small(step("one"), step("two", "anchor: one, offset: 1 week"))
    one, two = plan([method], Facts(MONDAY))
    old = [marked(one, hand_set=True, day=MONDAY + timedelta(2)), two]
    (proposal,) = replan([method], old, Facts(MONDAY))
    assert (proposal.id, proposal.was, proposal.becomes) == (
        "small/two/1",
        date(2026, 3, 9),
        date(2026, 3, 11),
    )
    assert proposal.because[0].kind is LinkKind.BY_HAND


def test_a_condition_that_no_longer_holds_proposes_to_drop_the_step() -> None:
    method = small(step("one"), step("two", "only_if: {has: [supervisor]}"))
    old = plan([method], Facts(MONDAY, has=frozenset({"supervisor"})))
    (proposal,) = replan([method], old, Facts(MONDAY))
    assert (proposal.change, proposal.id) == (Change.DROP, "small/two/1")


def test_a_step_repeats_until_its_phase_ends() -> None:
    method = small(step("one", "repeat: {every: 1 week, until: phase}"))
    assert [one.day for one in plan([method], Facts(MONDAY))] == [MONDAY + timedelta(7 * n) for n in range(4)]


def test_a_loop_that_nobody_checked_is_refused_and_does_not_run_on() -> None:
    method = small(step("one"), step("two", "anchor: one"))
    phase = method.phases[0]
    turned = phase.steps[0].model_copy(update={"anchor": "two"})
    looping = method.model_copy(
        update={"phases": (phase.model_copy(update={"steps": (turned, phase.steps[1])}),)}
    )
    with pytest.raises(Loop, match="two → one → two"):
        plan([looping], Facts(MONDAY))


def test_what_hangs_on_a_step_that_is_not_planned_stands_as_if_it_were() -> None:
    method = small(
        step("one", "offset: 1 week, only_if: {track: 2}"), step("two", "anchor: one, offset: 1 week")
    )
    (two,) = plan([method], Facts(MONDAY))
    assert (two.day, two.after) == (MONDAY + timedelta(14), "")


def test_fidelity_counts_what_was_due_and_says_of_how_many() -> None:
    steps = [step("one"), step("two", "anchor: one, offset: 1 week"), step("three", "core: false")]
    planned = plan([small(*steps, step("four", "offset: 3 weeks"))], Facts(MONDAY))
    late, early = Done("small/one/1", date(2026, 3, 5), 20), Done("small/two/1", date(2026, 3, 4))
    found = fidelity(planned, [late, early, Done("", MONDAY), Done("", MONDAY)], date(2026, 3, 20))
    assert found.dose == Share(2, 3)
    assert found.core == Share(2, 2)
    assert found.minutes == Share(30, 30)
    assert found.order == Share(0, 1)
    assert found.extra == 2
    assert fidelity([], [], MONDAY).dose.value is None
