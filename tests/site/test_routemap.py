"""The layout of the route map: nothing overlaps, time runs one way, and what is behind you is drawn as travelled."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spoorboek.site.routemap import Kind, Line, RouteMap, State, Station
from spoorboek.site.routemap.drawing import drawn
from spoorboek.site.routemap.layout import Layout, Rail, Side, placed

FIRST = date(2026, 4, 20)


def station(week: int, state: State = State.AHEAD, key: str = "") -> Station:
    day = FIRST + timedelta(weeks=week)
    return Station(key=key or f"s{week}", title=f"Week {week}", day=day, state=state, kind=Kind.LAW)


def line(key: str, *weeks: int, leaves_at: date | None = None) -> Line:
    return Line(key=key, label=key, stations=tuple(station(week) for week in weeks), leaves_at=leaves_at)


def route(*lines: Line) -> RouteMap:
    return RouteMap(lines=lines, today_label="vandaag")


weeks = st.lists(st.integers(0, 104), min_size=1, max_size=20)
routes = st.one_of(
    st.builds(lambda one: route(line("1", *one)), weeks),
    st.builds(
        lambda one, two, leave: route(
            line("1", *one), line("2", *two, leaves_at=FIRST + timedelta(weeks=leave) if leave else None)
        ),
        weeks,
        weeks,
        st.one_of(st.none(), st.integers(1, 104)),
    ),
)


def spans(layout: Layout) -> dict[tuple[int, Side, bool], list[tuple[int, int]]]:
    """Per line, side and tier: from and until which half column each label reaches."""
    reach = 2 if layout.margin else 1
    found: dict[tuple[int, Side, bool], list[tuple[int, int]]] = {}
    for place in layout.placed:
        middle = place.column + 1
        found.setdefault((place.line, place.side, place.far), []).append((middle - reach, middle + reach))
    return found


@given(routes)
def test_no_two_labels_share_room(made: RouteMap) -> None:
    for labels in spans(placed(made)).values():
        assert all(left[1] <= right[0] for left, right in pairwise(labels))


@given(routes)
def test_every_label_stays_on_the_map(made: RouteMap) -> None:
    layout = placed(made)
    for labels in spans(layout).values():
        assert all(left >= 0 and right <= layout.width for left, right in labels)


@given(routes)
def test_stations_stand_in_the_order_of_time(made: RouteMap) -> None:
    places = placed(made).placed
    assert all(a.station.day <= b.station.day and a.column <= b.column for a, b in pairwise(places))
    assert all(a.column < b.column for a, b in pairwise(places) if a.station.day < b.station.day)


@given(routes)
def test_the_curve_has_room_before_the_first_station_of_the_second_line(made: RouteMap) -> None:
    layout = placed(made)
    second = [place for place in layout.placed if place.line == 1]
    if second and layout.departure is not None and layout.placed[layout.departure].line == 0:
        assert (
            second[0].column >= layout.placed[layout.departure].column + 3 or second[0].station.day == FIRST
        )


@given(routes)
def test_the_rails_of_the_vertical_map_join_from_row_to_row(made: RouteMap) -> None:
    for above, below in pairwise(placed(made).rows):
        left = (above.after[0], above.leaves if above.leaves is not Rail.NONE else above.after[1])
        assert left == below.before


def test_fourteen_stations_take_turns_above_and_below() -> None:
    layout = placed(route(line("1", *range(0, 98, 7))))
    assert [place.side for place in layout.placed[:3]] == [Side.ABOVE, Side.BELOW, Side.ABOVE]


def test_the_labels_of_two_lines_stand_on_the_outer_sides() -> None:
    layout = placed(route(line("1", 0, 10, 20), line("2", 15, 30)))
    assert {(place.line, place.side) for place in layout.placed} == {(0, Side.ABOVE), (1, Side.BELOW)}


def test_the_second_line_leaves_after_the_last_station_before_its_day() -> None:
    layout = placed(route(line("1", 0, 10, 20, 40), line("2", 50, leaves_at=FIRST + timedelta(weeks=25))))
    assert layout.departure == 2


def test_the_road_is_travelled_up_to_you_are_here() -> None:
    made = route(line("1", 0, 10, 40)).standing(FIRST + timedelta(weeks=20), "Je bent hier")
    rows = placed(made).rows
    assert [row.after[0] for row in rows] == [Rail.TRAVELLED, Rail.TRAVELLED, Rail.AHEAD, Rail.NONE]


def test_a_second_line_whose_day_only_went_by_is_not_travelled() -> None:
    made = route(line("1", 0, 40), line("2", 10)).standing(FIRST + timedelta(weeks=20), "Je bent hier")
    assert not any(stroke.travelled for stroke in drawn(made, "horizontal").strokes if stroke.line == 1)


def test_without_you_are_here_the_road_is_travelled_up_to_the_last_station_passed() -> None:
    passed = replace(
        line("1", 0, 10, 40), stations=(station(0, State.PASSED), station(10, State.PASSED), station(40))
    )
    assert [row.after[0] for row in placed(route(passed)).rows] == [Rail.TRAVELLED, Rail.AHEAD, Rail.NONE]


@given(routes, st.integers(0, 110))
def test_the_short_map_shows_at_most_five_stations_with_you_are_here(made: RouteMap, week: int) -> None:
    standing = made.standing(FIRST + timedelta(weeks=week), "Je bent hier")
    stops = drawn(standing, "short").stops
    assert len(stops) <= 5
    assert State.HERE in {stop.place.station.state for stop in stops}


def test_a_traveller_is_in_one_place() -> None:
    made = route(line("1", 0, 10)).standing(FIRST, "Je bent hier")
    with pytest.raises(ValueError, match="more than one"):
        made.standing(FIRST, "Je bent ook hier")


def test_a_map_has_one_line_or_two() -> None:
    with pytest.raises(ValueError, match="one line or two"):
        route(line("1", 0), line("2", 1), line("3", 2))


def test_an_empty_line_draws_nothing() -> None:
    assert drawn(route(line("1")), "horizontal").strokes == ()
