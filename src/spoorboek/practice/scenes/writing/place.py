"""Choosing a place: on a drawn plan instead of in metres, and what somebody looks at instead of degrees."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import atan2, degrees, dist, isfinite
from typing import Any

from django import forms
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoorboek.methods.scenes import SceneFile
from spoorboek.methods.scenes.model import Room, Spot
from spoorboek.methods.scenes.plan import Place
from spoorboek.practice.scenes.writing.part import PartForm

CELL = 0.6
"""Metres between two places to choose from, at least."""
MOST_COLUMNS = 12
"""As many as a finger can tell apart on a phone."""
MOST_ROWS = 20
ZONES = 4
"""Parts of a side of the room from which an area is chosen."""
SAME_WAY = 10
"""Degrees within which somebody looks at something."""
AHEAD = "ahead"
Area = tuple[float, float, float, float]


@dataclass(frozen=True)
class Cell:
    """A place to choose: its value, in words where it is, and whether it is chosen."""

    value: str
    said: str
    chosen: bool


def written(numbers: tuple[float, ...]) -> str:
    return " ".join(f"{one:g}" for one in numbers)


def read(text: str, most: int) -> tuple[float, ...]:
    """Numbers from a text. Raises `ValueError` for anything but so many."""
    numbers = tuple(float(part) for part in text.split())
    if len(numbers) != most or not all(map(isfinite, numbers)):
        raise ValueError(text)
    return numbers


def sizes(side: float, most: int) -> tuple[int, float]:
    """Into how many places a side of the room goes, and how large they are."""
    count = max(2, min(most, round(side / CELL)))
    return count, side / count


def middles(room: Room) -> Iterator[Spot]:
    """The places to choose from, row by row from the back."""
    (columns, wide), (rows, deep) = sizes(room.w, MOST_COLUMNS), sizes(room.d, MOST_ROWS)
    for row, column in product(range(rows), range(columns)):
        yield (
            round((column + 0.5) * wide - room.w / 2, 2),
            round((row + 0.5) * deep - room.d / 2, 2),
        )


def in_words(spot: Spot) -> str:
    """Where a place is, seen from the door of the one who sits: `1,2 m links, 0,5 m naar achteren`."""
    x, z = spot
    aside = gettext("%(far)s m links") if x < 0 else gettext("%(far)s m rechts")
    away = gettext("%(far)s m naar achteren") if z < 0 else gettext("%(far)s m naar voren")
    parts = [
        said % {"far": number_format(abs(round(one, 1)))} for said, one in ((aside, x), (away, z)) if one
    ]
    return ", ".join(parts) or gettext("het midden")


class PlaceField(forms.CharField):
    """A place on the floor. The one where something stands now stays exactly where it is."""

    def __init__(self, label: Any, room: Room, marked: Place, *, is_optional: bool = False) -> None:
        super().__init__(label=label, max_length=40, required=not is_optional)
        self.room, self.marked = room, marked
        self.columns = sizes(room.w, MOST_COLUMNS)[0]
        self.is_tall = room.d > room.w * 1.3

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        try:
            x, z = read(text, 2)
        except ValueError as wrong:
            raise forms.ValidationError(_("Kies een plek op de tekening.")) from wrong
        return min(max(x, -self.room.w), self.room.w), min(max(z, -self.room.d), self.room.d)

    def cells(self, value: Any) -> list[Cell]:
        """Every place; what is chosen takes that of the nearest."""
        spots = list(middles(self.room))
        try:
            x, z = read(str(value or ""), 2)
        except ValueError:
            return [Cell(written(spot), in_words(spot), chosen=False) for spot in spots]
        nearest = min(spots, key=lambda spot: dist(spot, (x, z)))
        return [
            Cell(written((x, z)), in_words((x, z)), chosen=True)
            if spot == nearest
            else Cell(written(spot), in_words(spot), chosen=False)
            for spot in spots
        ]


class AreaField(forms.MultipleChoiceField):
    """A part of the floor, as large as holds every part that was chosen."""

    columns = ZONES

    def __init__(self, label: Any, room: Room, now: Area, marked: Place, hint: Any = "") -> None:
        self.room, self.now, self.marked = room, now, marked
        self.is_tall = room.d > room.w * 1.3
        self.names = [f"{column}-{row}" for row, column in product(range(ZONES), range(ZONES))]
        super().__init__(label=label, help_text=hint, choices=[(name, name) for name in self.names])

    def parts(self) -> list[str]:
        """Of what stands there now, the parts that it covers for the most part; one at least."""
        covered = {name: self.shared(name) for name in self.names}
        most = [name for name, share in covered.items() if share >= 0.5]
        return most or [max(covered, key=lambda name: covered[name])]

    def shared(self, name: str) -> float:
        """How much of a part is in the area, from 0 to 1."""
        x, z, w, d = self.part(name)
        left, back, wide, deep = self.now
        over = max(0.0, min(x + w, left + wide) - max(x, left))
        along = max(0.0, min(z + d, back + deep) - max(z, back))
        return over * along / (w * d)

    def part(self, name: str) -> Area:
        column, row = (int(one) for one in name.split("-"))
        w, d = self.room.w / ZONES, self.room.d / ZONES
        return column * w - self.room.w / 2, row * d - self.room.d / 2, w, d

    def area(self, chosen: list[str]) -> Area:
        """Around every chosen part, a step from the walls; as it was where nothing else was chosen."""
        if sorted(chosen) == sorted(self.parts()):
            return self.now
        boxes = [self.part(name) for name in chosen]
        left, back = min(one[0] for one in boxes), min(one[1] for one in boxes)
        right, front = max(one[0] + one[2] for one in boxes), max(one[1] + one[3] for one in boxes)
        edge_w, edge_d = self.room.w / 2 - 0.3, self.room.d / 2 - 0.3
        left, back, right, front = (
            max(left, -edge_w),
            max(back, -edge_d),
            min(right, edge_w),
            min(front, edge_d),
        )
        return round(left, 2), round(back, 2), round(right - left, 2), round(front - back, 2)

    def cells(self, value: Any) -> list[Cell]:
        chosen = set(value or ())
        return [Cell(name, self.said(name), name in chosen) for name in self.names]

    def said(self, name: str) -> str:
        x, z, w, d = self.part(name)
        return in_words((x + w / 2, z + d / 2))


def towards(here: Spot, there: Spot) -> float:
    """Degrees clockwise from above, 0 along -z, in whole ones."""
    return round(degrees(atan2(there[0] - here[0], here[1] - there[1]))) % 360


def aims(
    form: PartForm, scene: SceneFile, itself: str, *, you: bool
) -> dict[str, tuple[str | Promise, Spot | None]]:
    """What somebody can look at: what it is called, and where it is; `None` is straight ahead."""
    found: dict[str, tuple[str | Promise, Spot | None]] = {"you": (_("jou"), scene.start.at)} if you else {}
    found |= {one.id: (form.filled_in(one.name), one.at) for one in scene.people if one.id != itself}
    return found | {
        "middle": (_("het midden van de ruimte"), (0.0, 0.0)),
        AHEAD: (_("recht vooruit, naar achteren"), None),
    }


@dataclass(frozen=True)
class Looks:
    """To what somebody is turned."""

    aims: dict[str, tuple[str | Promise, Spot | None]]
    at: Spot
    turn: float

    def field(self) -> forms.ChoiceField:
        choices: list[tuple[str, Any]] = [(key, label) for key, (label, _spot) in self.aims.items()]
        if not self.now():
            choices.insert(0, ("", _("zoals nu")))
        return forms.ChoiceField(
            label=_("Naar wie of wat gedraaid"), choices=choices, required=bool(self.now())
        )

    def now(self) -> str:
        """What they look at; empty where it is nothing one can choose."""
        return next((key for key in self.aims if self.off(key) <= SAME_WAY), "")

    def off(self, key: str) -> float:
        """Degrees between where they look and something; far off where they stand on it."""
        if self.aims[key][1] == self.at:
            return 360
        return abs((self.towards(key, self.at) - self.turn + 180) % 360 - 180)

    def towards(self, key: str, at: Spot) -> float:
        there = self.aims[key][1]
        return 0 if there is None else towards(at, there)

    def turned(self, key: str, at: Spot) -> float:
        """The turn from a new place; as it was where nothing changed."""
        if key not in self.aims or (key == self.now() and at == self.at):
            return self.turn
        return self.towards(key, at)


def in_the_words_of(field: forms.Field, value: Any) -> str:
    """What stands in a field, as a person reads it: a place, a choice or a tick in words."""
    if isinstance(field, PlaceField) and value:
        return in_words((read(str(value), 2)[0], read(str(value), 2)[1]))
    if isinstance(field, AreaField):
        return "; ".join(field.said(name) for name in value)
    if isinstance(field, forms.BooleanField):
        return gettext("aan") if value else gettext("uit")
    if isinstance(field, forms.ChoiceField):
        labels = {str(key): str(label) for key, label in flat_choices(field)}
        chosen = value if isinstance(value, list) else [value]
        return ", ".join(labels.get(str(one), str(one)) for one in chosen)
    return str(value or "")


def flat_choices(field: forms.ChoiceField) -> Iterator[tuple[Any, Any]]:
    """Its choices without the headings above them."""
    for key, label in list(field.choices):  # type: ignore[arg-type]
        yield from label if isinstance(label, list | tuple) else [(key, label)]
