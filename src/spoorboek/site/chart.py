"""A small step chart: a value that stays until it changes, such as hours resumed. SVG with a table beside it."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

WIDTH, HEIGHT = 340, 180
LEFT, RIGHT, TOP, BOTTOM = 34, 332, 12, 150


@dataclass(frozen=True)
class Point:
    """From `day` on the value is `value`."""

    day: date
    value: float


@dataclass(frozen=True, kw_only=True)
class StepChart:
    """`points` in order of time; the last runs on to `until`. `maximum` is the top, such as the contract hours."""

    key: str
    title: str
    unit: str
    points: tuple[Point, ...]
    until: date
    maximum: float


@dataclass(frozen=True)
class Level:
    """A horizontal line with its value."""

    y: float
    label: str

    @property
    def text_y(self) -> float:
        """Baseline of the label, so that it is centred on its line."""
        return self.y + 4


@dataclass(frozen=True)
class Day:
    """A day named below the drawing."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True)
class ChartDrawing:
    """Paths and labels in drawing units."""

    line: str
    area: str
    levels: tuple[Level, ...]
    days: tuple[Day, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    left_text: int = LEFT - 8
    right: int = RIGHT
    days_y: int = BOTTOM + 22


def drawn(chart: StepChart) -> ChartDrawing:
    """The chart in drawing units; without points only its levels."""
    levels = tuple(Level(_y(chart, value), f"{value:g}") for value in (0, chart.maximum / 2, chart.maximum))
    if not chart.points:
        return ChartDrawing("", "", levels, ())
    corners = [(_x(chart, point.day), _y(chart, point.value)) for point in chart.points]
    line = (
        f"M{corners[0][0]:g} {corners[0][1]:g}"
        + "".join(f"H{x:g}V{y:g}" for x, y in corners[1:])
        + f"H{RIGHT}"
    )
    area = f"{line}V{BOTTOM}H{corners[0][0]:g}Z"
    first, last = chart.points[0].day, chart.until
    days = (Day(LEFT, _short(first), "start"), Day(RIGHT, _short(last), "end"))
    return ChartDrawing(line, area, levels, days)


def _x(chart: StepChart, day: date) -> float:
    first = chart.points[0].day
    length = max((chart.until - first).days, 1)
    return round(LEFT + (RIGHT - LEFT) * min(max((day - first).days / length, 0), 1), 1)


def _y(chart: StepChart, value: float) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * min(value / (chart.maximum or 1), 1), 1)


def _short(day: date) -> str:
    return date_format(day, "SHORT_DATE_FORMAT")
