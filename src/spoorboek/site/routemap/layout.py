"""Places stations: columns for the horizontal map, rails for the vertical one. Pure; no language, no HTML.

The horizontal map counts in half columns. A station is two wide, so stations of different lines may interleave
while those of one line never come closer than a label needs. Labels are HTML on a grid: the browser wraps them, and
two labels that could touch stand in different tiers.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from spoorboek.site.routemap.stations import RouteMap, State, Station

ONE_TIER = 16
"""Half columns up to which every label has a column of its own; beyond it, labels take turns."""
CURVE = 3
"""Half columns between the station after which the second line leaves and its first station."""


class Side(StrEnum):
    """On which side of its line a label stands in the horizontal map."""

    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True)
class Placed:
    """A station with its line (0 or 1), its half column and where its label stands."""

    station: Station
    line: int
    column: int
    side: Side
    far: bool

    @property
    def centre(self) -> float:
        """Middle of the station in half columns."""
        return self.column + 1


class Rail(StrEnum):
    """A stretch of one line beside a row of the vertical map."""

    NONE = "none"
    TRAVELLED = "travelled"
    AHEAD = "ahead"


@dataclass(frozen=True)
class Row:
    """A station in the vertical map: the stretches of both lines above (`before`) and below (`after`) its marker.

    `leaves` is how the second line curves away below this station.
    """

    placed: Placed
    before: tuple[Rail, Rail]
    after: tuple[Rail, Rail]
    leaves: Rail = Rail.NONE


@dataclass(frozen=True)
class Layout:
    """The whole map, placed. Widths in half columns. `begun` says whether the second line was entered at all."""

    placed: tuple[Placed, ...]
    lines: int
    departure: int | None
    begun: bool = True

    @cached_property
    def width(self) -> int:
        """Half columns, with half a label of room at both ends when labels take turns."""
        return max((place.column for place in self.placed), default=0) + 2 + self.margin

    @cached_property
    def margin(self) -> int:
        """Empty half columns at each end; the columns of `placed` already include the first."""
        return min((place.column for place in self.placed), default=0)

    @cached_property
    def here(self) -> int:
        """Index of the station reached: *you are here*, or the last one passed, or -1."""
        states = [place.station.state for place in self.placed]
        if State.HERE in states:
            return states.index(State.HERE)
        return max((index for index, state in enumerate(states) if state is State.PASSED), default=-1)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The vertical map, in the order of time."""
        return tuple(self._row(index) for index in range(len(self.placed)))

    def _row(self, index: int) -> Row:
        leaves = self._stretch(1, index) if index == self.departure else Rail.NONE
        before = (self._rail(0, index - 1), self._rail(1, index - 1))
        after = (self._rail(0, index), Rail.NONE if leaves is not Rail.NONE else self._rail(1, index))
        return Row(self.placed[index], before, after, leaves)

    def _rail(self, line: int, index: int) -> Rail:
        """The stretch of `line` between rows `index` and `index + 1`."""
        first, last = self._ends(line)
        return self._stretch(line, index) if first <= index < last else Rail.NONE

    def _stretch(self, line: int, index: int) -> Rail:
        entered = line == 0 or self.begun
        return Rail.TRAVELLED if entered and index < self.here else Rail.AHEAD

    def _ends(self, line: int) -> tuple[int, int]:
        """First and last row of a line. The second runs on beside the first to the end of the map."""
        rows = [index for index, place in enumerate(self.placed) if place.line == line]
        if not rows:
            return 0, -1
        if line == 1 and self.departure is not None:
            return self.departure, len(self.placed) - 1
        return rows[0], rows[-1]


def placed(route: RouteMap) -> Layout:
    """Every station of the map in the order of time, with its place."""
    ordered = sorted(
        ((station, index) for index, line in enumerate(route.lines) for station in line.stations),
        key=lambda pair: (pair[0].day, pair[0].ordinal, pair[1]),
    )
    departure = _departure(route, ordered)
    columns = _columns(ordered, departure)
    take_turns = max(columns, default=0) + 2 > ONE_TIER
    shift = 1 if take_turns else 0
    seen = [0, 0]
    places = []
    for (station, line), column in zip(ordered, columns, strict=True):
        side, far = _label(line, seen[line], len(route.lines), take_turns)
        seen[line] += 1
        places.append(Placed(station, line, column + shift, side, far))
    return Layout(tuple(places), len(route.lines), departure, _begun(route))


def _begun(route: RouteMap) -> bool:
    """A second line is entered when one of its stations was reached: a signal, or a day that only went by, is none."""
    reached = {State.PASSED, State.HERE}
    second = route.lines[-1]
    return any(station.state in reached for station in second.stations)


def _departure(route: RouteMap, ordered: list[tuple[Station, int]]) -> int | None:
    """Index of the last station before the second line leaves; 0 where it leaves at once."""
    if len(route.lines) < 2 or not route.lines[1].stations:
        return None
    first = next(index for index, (_, line) in enumerate(ordered) if line == 1)
    leaves_at: date = route.lines[1].leaves_at or ordered[first][0].day
    reached = [index for index in range(first) if ordered[index][0].day <= leaves_at]
    return reached[-1] if reached else 0


def _columns(ordered: list[tuple[Station, int]], departure: int | None) -> list[int]:
    """Half column of each station: time order across lines, two apart on one line, room for the curve."""
    last = [-2, -2]
    columns: list[int] = []
    for index, (station, line) in enumerate(ordered):
        column = last[line] + 2
        if columns:
            column = max(column, columns[-1] + (station.day > ordered[index - 1][0].day))
        if line == 1 and last[1] < 0 and departure is not None and departure < index:
            column = max(column, columns[departure] + CURVE)
        columns.append(column)
        last[line] = column
    return columns


def _label(line: int, nth: int, lines: int, take_turns: bool) -> tuple[Side, bool]:
    """One line: above and below in turn. Two lines: the first above, the second below, near and far in turn."""
    odd = take_turns and nth % 2 == 1
    if lines == 1:
        return (Side.BELOW if odd or not take_turns else Side.ABOVE), False
    return (Side.ABOVE if line == 0 else Side.BELOW), odd
