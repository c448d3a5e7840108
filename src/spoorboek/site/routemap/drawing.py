"""From a layout to what the template draws: numbers for SVG paths and class names, no HTML.

Strokes do not scale with the drawing (`vector-effect`), so a path may stretch with the page and keep its width.
"""

from dataclasses import dataclass

from spoorboek.site.routemap.layout import Layout, Placed, Rail, Row, placed
from spoorboek.site.routemap.stations import RouteMap, State

UNIT = 10
"""Drawing units per half column."""
TRACK_Y = (20, 112)
"""Height of the first and second line in the drawing, in sixteenths of a rem; the style sheet's rows agree."""
RAIL_X = (14, 40)
"""Place of the first and second rail beside the vertical list, in sixteenths of a rem."""
LONGEST_BEND = 3.4
"""Half columns: a longer curve would run on under the first line and seem to be part of it."""
NEIGHBOURS = 2
"""Stations shown on either side of *you are here* in the short map."""


@dataclass(frozen=True)
class Stroke:
    """One path: on which line, travelled or not, along `d`."""

    line: int
    travelled: bool
    d: str


@dataclass(frozen=True)
class Stop:
    """A station ready to draw: its row, the rails beside it and its words for a screen reader."""

    row: Row
    before: tuple[Stroke, ...]
    after: tuple[Stroke, ...]

    @property
    def place(self) -> Placed:
        """Where the station stands."""
        return self.row.placed


@dataclass(frozen=True)
class Drawing:
    """All that the template needs."""

    route: RouteMap
    stops: tuple[Stop, ...]
    strokes: tuple[Stroke, ...]
    width: int
    end_column: int
    height: int
    name_columns: tuple[int, ...]
    size: str
    turns: bool
    has_cancelled: bool
    has_here: bool


def drawn(route: RouteMap, variant: str) -> Drawing:
    """The map, drawn. `variant` is `horizontal`, `vertical` or `short`."""
    layout = placed(route)
    stops = tuple(_stop(row) for row in layout.rows)
    states = {place.station.state for place in layout.placed}
    return Drawing(
        route=route,
        stops=_around_here(stops, layout.here) if variant == "short" else stops,
        strokes=tuple(_strokes(layout)) if variant == "horizontal" else (),
        width=layout.width * UNIT,
        end_column=layout.width - 2,
        height=TRACK_Y[layout.lines - 1] + TRACK_Y[0],
        name_columns=_name_columns(layout),
        size=_size(layout.width),
        turns=layout.margin > 0,
        has_cancelled=State.CANCELLED in states,
        has_here=State.HERE in states,
    )


def _around_here(stops: tuple[Stop, ...], here: int) -> tuple[Stop, ...]:
    """Up to five stations with *you are here* in the middle where the road allows."""
    wanted = 2 * NEIGHBOURS + 1
    first = max(0, min(here - NEIGHBOURS, len(stops) - wanted))
    return stops[first : first + wanted]


def _size(width: int) -> str:
    """How much room the columns need, as the style sheet names it."""
    if width <= 28:
        return "fits"
    return "long" if width <= 36 else "very-long"


def _strokes(layout: Layout) -> list[Stroke]:
    """The tracks of the horizontal map, the second one below the first so that the curve seems to come out of it."""
    if not layout.placed:
        return []
    end = max(place.centre for place in layout.placed)
    reached = layout.placed[layout.here].centre if layout.here >= 0 else -1.0
    first = [place.centre for place in layout.placed if place.line == 0]
    strokes = _straight(0, first[0], first[-1], reached) if first else []
    if layout.departure is None:
        return strokes
    leaves = layout.placed[layout.departure].centre
    first_of_second = next(place.centre for place in layout.placed if place.line == 1)
    bend = min(first_of_second - 0.4, leaves + LONGEST_BEND)
    curve = Stroke(1, layout.begun and layout.departure < layout.here, _bend(leaves, bend))
    return [*_straight(1, bend, end, reached if layout.begun else -1.0), curve, *strokes]


def _straight(line: int, start: float, end: float, reached: float) -> list[Stroke]:
    """A level track, cut at the point reached."""
    cut = min(max(reached, start), end)
    y = TRACK_Y[line]
    parts = ((True, start, cut), (False, cut, end))
    return [Stroke(line, travelled, f"M{a * UNIT:g} {y}H{b * UNIT:g}") for travelled, a, b in parts if b > a]


def _bend(start: float, end: float) -> str:
    """The smooth curve by which the second line leaves."""
    x0, x1, (y0, y1) = start * UNIT, end * UNIT, TRACK_Y
    middle = (x0 + x1) / 2
    return f"M{x0:g} {y0}C{middle:g} {y0} {middle:g} {y1} {x1:g} {y1}"


def _stop(row: Row) -> Stop:
    before = [_upright(line, rail) for line, rail in enumerate(row.before) if rail is not Rail.NONE]
    after = [_upright(line, rail) for line, rail in enumerate(row.after) if rail is not Rail.NONE]
    if row.leaves is not Rail.NONE:
        a, b = RAIL_X
        after.insert(0, Stroke(1, row.leaves is Rail.TRAVELLED, f"M{a} 0C{a} 60 {b} 40 {b} 100"))
    return Stop(row, tuple(before), tuple(after))


def _upright(line: int, rail: Rail) -> Stroke:
    return Stroke(line, rail is Rail.TRAVELLED, f"M{RAIL_X[line]} 0V100")


def _name_columns(layout: Layout) -> tuple[int, ...]:
    """Where each line's name starts between the lines: clear of the curve."""
    if layout.departure is None:
        return (layout.margin,)
    leaves = layout.placed[layout.departure].column
    second = next(place.column for place in layout.placed if place.line == 1)
    return (layout.margin if leaves - layout.margin >= 4 else second + 1, second)
