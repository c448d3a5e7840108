"""A scene from above, as a small drawing: the room, what stands in it, who is where and which way they look.

Pure; SVG from the JSON of a played scene. Its drawing fills exactly the floor, so that places can be chosen over it.
"""

from collections.abc import Iterator, Mapping
from html import escape
from math import cos, radians, sin
from typing import Any

from spoorboek.methods.scenes.picture import BOXES, LEAF, PLANTS, WOOD, flat, shade

CM = 100
"""Units of the drawing in a metre."""
THICK = 10
INK, YOU, HERE = "#1d2740", "#0b5d9e", "#c8501e"
OPEN = {"windows": "#9cc7d6", "doors": "#c9a87c"}
Place = tuple[str, int] | None
"""What is being written: `people`, `props`, `sounds` or `extras` and its number, `start` or `other` and 0."""


def plan(scene: Mapping[str, Any], marked: Place = None, *, without_marked: bool = False) -> str:
    """The drawing; what is marked stands out, or is left out where its place is being chosen."""
    room = scene["room"]
    wide, deep = room["w"] * CM, room["d"] * CM
    box = f"{-wide / 2:.0f} {-deep / 2:.0f} {wide:.0f} {deep:.0f}"
    hidden = marked if without_marked else None
    shapes = [*ground(room), *things(scene, hidden), *crowds(scene, hidden), *seats(scene, hidden)]
    if marked and not without_marked:
        shapes += marks(scene, marked)
    begin = f'<svg class="plan__drawing" viewBox="{box}" aria-hidden="true" focusable="false">'
    return f"{begin}{''.join(shapes)}</svg>"


def ground(room: Mapping[str, Any]) -> Iterator[str]:
    wide, deep = room["w"] * CM, room["d"] * CM
    yield f'<rect x="{-wide / 2:.0f}" y="{-deep / 2:.0f}" width="{wide:.0f}" height="{deep:.0f}"'
    yield f' fill="{room["floor"]["colour"]}" stroke="{shade(room["wall"], 0.8)}" stroke-width="{2 * THICK}"/>'
    for kind, colour in OPEN.items():
        for one in room[kind]:
            yield opening(room, one, colour)


def opening(room: Mapping[str, Any], one: Mapping[str, Any], colour: str) -> str:
    """A window or a door, as a piece of the wall."""
    half = one.get("w", 0.95) / 2
    along = one["wall"] in {"north", "south"}
    edge = (room["d"] if along else room["w"]) / 2 * (-1 if one["wall"] in {"north", "west"} else 1)
    x, y = (one["at"], edge) if along else (edge, one["at"])
    dx, dy = (half, 0.0) if along else (0.0, half)
    ends = (
        f'x1="{(x - dx) * CM:.0f}" y1="{(y - dy) * CM:.0f}" x2="{(x + dx) * CM:.0f}" y2="{(y + dy) * CM:.0f}"'
    )
    return f'<line {ends} stroke="{colour}" stroke-width="{2 * THICK}"/>'


def things(scene: Mapping[str, Any], hidden: Place) -> Iterator[str]:
    """Furniture, what lies on the floor first and what stands on something last."""
    numbered = sorted(enumerate(scene["props"]), key=lambda one: (not flat(one[1]), one[1]["y"]))
    for number, prop in numbered:
        if ("props", number) != hidden:
            yield thing(prop)


def thing(prop: Mapping[str, Any]) -> str:
    x, y = (one * CM for one in prop["at"])
    if prop["type"] in PLANTS:
        radius = PLANTS[prop["type"]][1] * CM
        return f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.0f}" fill="{prop["colour"] or LEAF}" opacity=".85"/>'
    wide, deep, colour = footprint(prop)
    edge = shade(colour, 0.75)
    where = f'transform="translate({x:.0f} {y:.0f}) rotate({prop["turn"]:.0f})"'
    size = f'x="{-wide / 2:.0f}" y="{-deep / 2:.0f}" width="{wide:.0f}" height="{deep:.0f}" rx="4"'
    return f'<rect {size} {where} fill="{colour}" stroke="{edge}" stroke-width="3"/>'


def footprint(prop: Mapping[str, Any]) -> tuple[float, float, str]:
    """Width and depth in centimetres, and its colour."""
    wide, _high, deep, colour = BOXES.get(prop["type"], (0.4, 0.4, 0.4, WOOD))
    if prop["size"]:
        wide, _high, deep = prop["size"]
    return max(wide * CM, 8), max(deep * CM, 8), prop["colour"] or colour


def crowds(scene: Mapping[str, Any], hidden: Place) -> Iterator[str]:
    """Where people come and go with a dial."""
    for number, extra in enumerate(scene["extras"]):
        if ("extras", number) != hidden:
            yield area(extra["area"], INK, 3)


def area(of: Any, colour: str, thick: int) -> str:
    x, y, wide, deep = (one * CM for one in of)
    size = f'x="{x:.0f}" y="{y:.0f}" width="{wide:.0f}" height="{deep:.0f}" rx="12"'
    line = f'stroke="{colour}" stroke-width="{thick}" stroke-dasharray="14 10"'
    return f'<rect {size} fill="{colour}" fill-opacity=".08" {line}/>'


def head_of(room: Mapping[str, Any]) -> float:
    """Half the width of a head: large enough to be found in a large room."""
    return min(max(float(room["w"]) * CM / 40, 14), 26)


def seats(scene: Mapping[str, Any], hidden: Place) -> Iterator[str]:
    head = head_of(scene["room"])
    for number, person in enumerate(scene["people"]):
        if ("people", number) != hidden:
            yield somebody(person["at"], person["turn"], person["look"]["top"], initial(person["name"]), head)
    if hidden != ("start", 0):
        yield somebody(scene["start"]["at"], scene["start"]["facing"], YOU, "", head)


def initial(name: str) -> str:
    return escape(name[:1].upper())


def somebody(at: Any, turn: float, colour: str, letter: str, head: float) -> str:
    """A circle with the side to which one looks; who practises has no letter but a dot."""
    x, y = (one * CM for one in at)
    drawn = f'<path d="M{pointed(x, y, radians(turn), head)}z" fill="{INK}"/>'
    ring = f'fill="{colour}" stroke="#fff" stroke-width="{0.3 * head:.0f}"'
    drawn += f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{1.25 * head:.0f}" {ring}/>'
    if not letter:
        return f'{drawn}<circle cx="{x:.0f}" cy="{y:.0f}" r="{0.5 * head:.0f}" fill="#fff"/>'
    font = f'font-size="{1.5 * head:.0f}" font-weight="700" text-anchor="middle"'
    outline = f'fill="#fff" stroke="{INK}" stroke-width="{0.3 * head:.0f}" paint-order="stroke"'
    return f'{drawn}<text x="{x:.0f}" y="{y + 0.52 * head:.0f}" {font} {outline}>{letter}</text>'


def pointed(x: float, y: float, angle: float, head: float) -> str:
    """The three corners of what points where somebody looks."""
    ahead, aside = (sin(angle), -cos(angle)), (cos(angle), sin(angle))
    corners = ((2.4, 0.0), (0.8, 0.9), (0.8, -0.9))
    return "L".join(
        f"{x + head * (far * ahead[0] + off * aside[0]):.0f} {y + head * (far * ahead[1] + off * aside[1]):.0f}"
        for far, off in corners
    )


def marks(scene: Mapping[str, Any], marked: tuple[str, int]) -> Iterator[str]:
    """A ring around what is being written; around nothing where it has no place."""
    part, number = marked
    if part == "extras":
        yield area(scene["extras"][number]["area"], HERE, 8)
        return
    here = scene[part] if part in {"start", "other"} else scene[part][number]
    if not here or here["at"] is None:
        return
    x, y, head = here["at"][0] * CM, here["at"][-1] * CM, head_of(scene["room"])
    if part == "other":
        name = next((one["name"] for one in scene["people"] if one["id"] == here["who"]), "")
        yield somebody(here["at"], here["facing"], HERE, initial(name), head)
    ring = f'stroke="{HERE}" stroke-width="{0.5 * head:.0f}"'
    yield f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{2.8 * head:.0f}" fill="none" {ring}/>'
