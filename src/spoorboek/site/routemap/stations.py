"""What a route map shows: one or two lines of stations. Plain values; `layout` places them, the template draws them."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from django.utils.safestring import SafeString


class State(StrEnum):
    """Where the traveller stands towards a station. Told by form and text, not by colour alone."""

    PASSED = "passed"
    HERE = "here"
    AHEAD = "ahead"
    CANCELLED = "cancelled"


class Kind(StrEnum):
    """What made the date: the law (large circle), custom (small circle) or something that happened (diamond)."""

    LAW = "law"
    PRACTICE = "practice"
    EVENT = "event"


@dataclass(frozen=True, kw_only=True)
class Station:
    """One stop. `day` orders it (then `ordinal`); `date_text` is what people read, such as "rond 19 november".

    `href` opens the explanation. `body` (safe HTML) opens under the station in the vertical map instead; `opened`
    has it open from the start.
    """

    key: str
    title: str
    day: date
    state: State
    date_text: str = ""
    note: str = ""
    kind: Kind = Kind.LAW
    href: str = ""
    body: SafeString = field(default_factory=SafeString)
    ordinal: int = 0
    opened: bool = False


@dataclass(frozen=True, kw_only=True)
class Line:
    """A track with its stations. The second line leaves the first after `leaves_at`, or at its first station."""

    key: str
    label: str
    stations: tuple[Station, ...]
    leaves_at: date | None = None


@dataclass(frozen=True, kw_only=True)
class RouteMap:
    """One or two lines. *You are here* is a station with `State.HERE`; `standing` puts one there.

    `label` names the list for a screen reader; `today_label` stands in the pill above *you are here*.
    """

    lines: tuple[Line, ...]
    today_label: str
    label: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.lines) <= 2:
            raise ValueError("A route map draws one line or two.")
        if sum(station.state is State.HERE for line in self.lines for station in line.stations) > 1:
            raise ValueError("A traveller is in one place: more than one station says `here`.")

    def standing(self, day: date, title: str, note: str = "", on: str = "") -> "RouteMap":
        """The same map with *you are here* on `day`, on the line whose key is `on` (the first by default)."""
        here = Station(
            key="here", title=title, day=day, state=State.HERE, note=note, kind=Kind.EVENT, ordinal=99
        )
        chosen = on or self.lines[0].key
        lines = tuple(
            replace(line, stations=(*line.stations, here)) if line.key == chosen else line
            for line in self.lines
        )
        return replace(self, lines=lines)
