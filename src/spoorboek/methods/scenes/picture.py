"""A scene as a small drawing of what one sees from one's seat: for a list, and beside the text. Pure; SVG from JSON.

One perspective, plain shapes, the scene's own colours. No text in it: what it shows stands beside it in words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import cos, radians, sin
from typing import Any

WIDE, HIGH = 320, 180
FOCUS = 190
NEAR = 0.35
BACK, UP = 1.3, 0.35
"""Metres behind and above the seat, so that the room is seen."""
SKIES = {"morning": "#fbe9cf", "day": "#d9ecf5", "afternoon": "#fdeccb", "evening": "#c9b9d6"}
GREEN = {"garden": "#9fbf8a", "trees": "#8fb389", "street": "#b9bcbf", "water": "#9cc7d6", "none": "#dfe5e2"}
WOOD, DARK, CLOTH, LEAF, PAPER = "#c79a6b", "#5d6674", "#8fa7a1", "#7ea573", "#f7f4ec"
BOXES: dict[str, tuple[float, float, float, str]] = {
    "table": (1.6, 0.74, 0.8, WOOD), "round-table": (1.1, 0.74, 1.1, WOOD), "small-table": (1.1, 0.5, 0.7, WOOD),
    "desk": (1.4, 0.74, 0.7, WOOD), "chair": (0.42, 0.46, 0.42, "#a87c50"), "child-chair": (0.3, 0.28, 0.3, "#d8a95f"),
    "office-chair": (0.48, 0.5, 0.48, DARK), "stool": (0.32, 0.42, 0.32, WOOD), "sofa": (1.8, 0.6, 0.8, CLOTH),
    "armchair": (0.8, 0.6, 0.8, CLOTH), "cupboard": (1.0, 1.7, 0.45, "#d8c3a5"), "toy-shelf": (1.4, 0.9, 0.35, WOOD),
    "bookcase": (1.0, 1.8, 0.35, "#b98f63"), "rug": (2.0, 0.01, 1.5, "#d9b7a0"), "laptop": (0.34, 0.2, 0.04, DARK),
    "printer": (0.6, 1.0, 0.5, "#c9ced3"), "coffee-corner": (1.2, 0.95, 0.5, "#b98f63"),
    "reception-desk": (1.8, 1.05, 0.6, WOOD), "lockers": (1.2, 1.8, 0.45, "#9fb0bd"), "box": (0.4, 0.3, 0.3, WOOD),
    "bench": (1.5, 0.45, 0.45, WOOD), "hedge": (2.5, 1.1, 0.5, LEAF), "path": (1.0, 0.01, 3.0, "#e0d3b8"),
    "pond": (1.8, 0.01, 1.2, "#9cc7d6"), "toys": (0.5, 0.12, 0.4, "#d88c6a"), "blocks": (0.4, 0.2, 0.3, "#e0b34f"),
    "whiteboard": (1.5, 0.9, 0.05, PAPER), "screen": (1.3, 0.75, 0.06, "#3f4854"),
    "noticeboard": (1.1, 0.7, 0.04, "#d8b98a"),
    "painting": (0.8, 0.6, 0.03, "#c7d4c0"), "door": (0.9, 2.05, 0.05, "#c9a87c"), "coat-rack": (0.9, 0.2, 0.15, DARK),
    "papers": (0.3, 0.02, 0.21, PAPER), "mug": (0.08, 0.1, 0.08, PAPER),
    "water-jug": (0.12, 0.24, 0.12, "#cfe3ea"),
    "glass": (0.07, 0.12, 0.07, "#dcebf0"),
    "phone": (0.08, 0.02, 0.15, DARK),
    "partition": (1.4, 1.4, 0.05, CLOTH), "cushion": (0.5, 0.12, 0.5, "#d88c6a"), "bag": (0.3, 0.4, 0.2, DARK),
    "fence": (2.0, 0.9, 0.05, WOOD), "stones": (0.6, 0.15, 0.4, "#b9b4a8"), "sign": (0.6, 0.3, 0.03, PAPER),
    "window": (1.4, 1.2, 0.05, "#d9ecf5"), "bin": (0.3, 0.4, 0.3, DARK), "teddy": (0.2, 0.3, 0.2, "#c79a6b"),
}  # fmt: skip
"""Width, height, depth in metres and a colour, where a scene gives none."""
LEGGED = frozenset({"table", "round-table", "small-table", "desk", "stool", "bench", "chair", "child-chair"})
"""Drawn as a top on legs."""
PLANTS = {
    "plant": (0.9, 0.3, 0.0), "flowers": (0.4, 0.18, 0.0), "bush": (0.8, 0.5, 0.0), "tree": (2.6, 1.0, 1.2),
}  # fmt: skip
"""Height of the crown's middle, its radius, and the length of the trunk."""
Point = tuple[float, float]


@dataclass(frozen=True)
class Eye:
    """From where the drawing is seen."""

    x: float
    z: float
    height: float
    facing: float

    def depth(self, x: float, z: float) -> float:
        return (x - self.x) * sin(self.facing) - (z - self.z) * cos(self.facing)

    def point(self, x: float, y: float, z: float) -> Point:
        """Where a point of the room falls in the drawing; what is behind the eye is drawn in toward it."""
        side = (x - self.x) * cos(self.facing) + (z - self.z) * sin(self.facing)
        scale = FOCUS / max(self.depth(x, z), NEAR)
        return WIDE / 2 + side * scale, HIGH * 0.48 - (y - self.height) * scale


def picture(scene: Mapping[str, Any]) -> str:
    """The drawing of a played scene. Its colours were checked to be colours."""
    start, facing = scene["start"], radians(scene["start"]["facing"])
    x, z = start["at"]
    eye = Eye(x - BACK * sin(facing), z + BACK * cos(facing), start["eye"] + UP, facing)
    shapes = [*backdrop(scene, eye), *things(scene, eye)]
    begin = f'<svg class="stage" viewBox="0 0 {WIDE} {HIGH}" aria-hidden="true" focusable="false">'
    return f"{begin}{''.join(shapes)}</svg>"


def backdrop(scene: Mapping[str, Any], eye: Eye) -> Iterator[str]:
    """Walls, floor and windows; or sky and grass."""
    room = scene["room"]
    half_w, half_d, high = room["w"] / 2, room["d"] / 2, room["h"]
    sky, floor = SKIES[room["light"]], room["floor"]["colour"]
    if room["kind"] == "garden":
        far = eye.point(0, 0, -half_d)[1]
        yield rect(0, 0, WIDE, HIGH, sky)
        yield rect(0, far - 14, WIDE, HIGH, GREEN["trees"])
        yield rect(0, far, WIDE, HIGH - far, floor)
        return
    yield rect(0, 0, WIDE, HIGH, room["wall"])
    back = [(-half_w, -half_d), (half_w, -half_d)]
    low = [eye.point(x, 0, z) for x, z in back]
    top = [eye.point(x, high, z) for x, z in back]
    near = [eye.point(x, 0, half_d) for x, z in back]
    yield polygon([low[0], low[1], near[1], (WIDE, HIGH), (0, HIGH), near[0]], floor)
    for side in (0, 1):
        wall = [
            low[side],
            top[side],
            eye.point(back[side][0], high, half_d),
            eye.point(back[side][0], 0, half_d),
        ]
        yield polygon(wall, shade(room["wall"], 0.94))
    for corner, ceiling in zip(low, top, strict=True):
        yield f'<path d="M{corner[0]:.0f} {corner[1]:.0f}V{ceiling[1]:.0f}" stroke="#000" opacity=".12"/>'
    yield rect(low[0][0], low[0][1] - 2, low[1][0] - low[0][0], 2, room["accent"])
    for window in room["windows"]:
        yield from opening(room, eye, window, (0.9, 2.2), sky, GREEN[room["view"]])
    for door in room["doors"]:
        yield from opening(room, eye, {**door, "w": 0.95}, (0, 2.1), "#c9a87c", "")


def opening(
    room: Mapping[str, Any], eye: Eye, place: Mapping[str, Any], heights: Point, colour: str, below: str
) -> Iterator[str]:
    """A window or door in a wall, where the whole of it is in front of the eye."""
    ends = along(room, place)
    if min(eye.depth(*end) for end in ends) < NEAR:
        return
    low, high = heights
    middle = low + (high - low) * 0.4
    yield pane(eye, ends, (low, high), colour)
    if below:
        yield pane(eye, ends, (low, middle), below)


def along(room: Mapping[str, Any], place: Mapping[str, Any]) -> tuple[Point, Point]:
    half_w, half_d, at, half = room["w"] / 2, room["d"] / 2, place["at"], place["w"] / 2
    if place["wall"] in {"north", "south"}:
        z = -half_d if place["wall"] == "north" else half_d
        return (at - half, z), (at + half, z)
    x = -half_w if place["wall"] == "west" else half_w
    return (x, at - half), (x, at + half)


def pane(eye: Eye, ends: tuple[Point, Point], heights: Point, colour: str) -> str:
    (x, z), (x2, z2) = ends
    low, high = heights
    corners = [eye.point(x, low, z), eye.point(x2, low, z2), eye.point(x2, high, z2), eye.point(x, high, z)]
    return polygon(corners, colour)


def things(scene: Mapping[str, Any], eye: Eye) -> Iterator[str]:
    """Furniture and people, the farthest first; what only comes in later is not there yet."""
    later = {action["who"] for one in scene["events"] for action in one["actions"] if action["do"] == "enter"}
    here = [person for person in scene["people"] if person["id"] not in later]
    drawn = [(flat(prop), eye.depth(*prop["at"]), prop_shapes(prop, eye)) for prop in scene["props"]]
    drawn += [(False, eye.depth(*person["at"]), person_shapes(person, eye)) for person in here]
    for _flat, depth, shapes in sorted(drawn, key=lambda one: (not one[0], -one[1])):
        if depth > NEAR + 0.5:
            yield from shapes


def flat(prop: Mapping[str, Any]) -> bool:
    """What lies on the floor is drawn before all else."""
    return prop["y"] == 0 and BOXES.get(prop["type"], (0, 1, 0, ""))[1] < 0.05


def prop_shapes(prop: Mapping[str, Any], eye: Eye) -> Iterator[str]:
    (x, z), y = prop["at"], prop["y"]
    if prop["type"] in PLANTS:
        middle, radius, trunk = PLANTS[prop["type"]]
        cx, cy = eye.point(x, y + middle, z)
        size = FOCUS / max(eye.depth(x, z), NEAR)
        foot = eye.point(x, y, z)[1]
        yield rect(cx - size * 0.07, cy, size * 0.14, foot - cy, "#9c7a55" if trunk else "#c98f63")
        yield f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="{radius * size:.1f}" fill="{prop["colour"] or LEAF}"/>'
        return
    wide, high, deep, colour = BOXES.get(prop["type"], (0.4, 0.4, 0.4, WOOD))
    if prop["size"]:
        wide, high, deep = prop["size"]
    paint = prop["colour"] or colour
    if prop["type"] == "clock":
        cx, cy = eye.point(x, y, z)
        r = 0.16 * FOCUS / max(eye.depth(x, z), NEAR)
        yield f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="{r:.1f}" fill="{PAPER}" stroke="{DARK}"/>'
        yield f'<path d="M{cx:.1f} {cy - 0.6 * r:.1f}v{0.6 * r:.1f}h{0.45 * r:.1f}" fill="none" stroke="{DARK}"/>'
    elif prop["type"] in {"floor-lamp", "lamp", "pendant"}:
        yield from lamp(eye, x, y, z, 1.5 if prop["type"] == "floor-lamp" else 0.35)
    elif prop["type"] in LEGGED:
        yield from legs(eye, (x, y, z), (wide, high, deep), paint, prop["turn"])
        yield from box(eye, (x, y + high - 0.06, z), (wide, 0.06, deep), paint, prop["turn"])
    else:
        yield from box(eye, (x, y, z), (wide, high, deep), paint, prop["turn"])


def lamp(eye: Eye, x: float, y: float, z: float, tall: float) -> Iterator[str]:
    scale = FOCUS / max(eye.depth(x, z), NEAR)
    cx, cy = eye.point(x, y + tall, z)
    foot = eye.point(x, y, z)[1]
    yield rect(cx - 0.015 * scale, cy, 0.03 * scale, foot - cy, DARK)
    wide = 0.2 * scale
    yield polygon(
        [(cx - wide, cy), (cx + wide, cy), (cx + wide / 2, cy - wide), (cx - wide / 2, cy - wide)], "#f3d9a4"
    )


def legs(
    eye: Eye, at: tuple[float, float, float], size: tuple[float, float, float], colour: str, turn: float
) -> Iterator[str]:
    x, y, z = at
    wide, high, deep = size
    angle = radians(turn)
    for i, j in ((-0.43, -0.4), (0.43, -0.4), (0.43, 0.4), (-0.43, 0.4)):
        lx = x + i * wide * cos(angle) - j * deep * sin(angle)
        lz = z + i * wide * sin(angle) + j * deep * cos(angle)
        yield from box(eye, (lx, y, lz), (0.05, high - 0.06, 0.05), shade(colour, 0.8), turn)


def box(
    eye: Eye, at: tuple[float, float, float], size: tuple[float, float, float], colour: str, turn: float
) -> Iterator[str]:
    """Its four sides from back to front, and its top."""
    x, y, z = at
    wide, high, deep = size
    angle = radians(turn)
    corners = [
        (x + i * cos(angle) - j * sin(angle), z + i * sin(angle) + j * cos(angle))
        for i, j in (
            (-wide / 2, -deep / 2),
            (wide / 2, -deep / 2),
            (wide / 2, deep / 2),
            (-wide / 2, deep / 2),
        )
    ]
    if min(eye.depth(*corner) for corner in corners) < NEAR:
        return
    sides = [(corners[n], corners[(n + 1) % 4]) for n in range(4)]
    for side in sorted(sides, key=lambda one: -(eye.depth(*one[0]) + eye.depth(*one[1])))[2:]:
        yield pane(eye, side, (y, y + high), shade(colour, 0.86))
    yield polygon([eye.point(i, y + high, j) for i, j in corners], colour)


def person_shapes(person: Mapping[str, Any], eye: Eye) -> Iterator[str]:
    """Shoulders, head and hair; standing people have legs."""
    x, z = person["at"]
    scale = FOCUS / max(eye.depth(x, z), NEAR)
    tall = {"adult": 1.0, "teen": 0.9, "child": 0.62}[person["kind"]]
    sits, look = person["posture"] == "sitting", person["look"]
    head = (1.2 if sits else 1.55) * tall
    cx, cy = eye.point(x, head, z)
    hip = eye.point(x, (0.5 if sits else 0.85) * tall, z)[1]
    foot = eye.point(x, 0.0, z)[1]
    r = 0.13 * scale * (0.8 + 0.2 * tall)
    yield rect(cx - 1.1 * r, hip - 2, 2.2 * r, foot - hip, look["bottom"], r * 0.4)
    yield rect(cx - 1.75 * r, cy + 1.15 * r, 3.5 * r, hip - cy - r, look["top"], r)
    if look["hairStyle"] in {"long", "scarf", "bob"}:
        yield rect(cx - 1.15 * r, cy - 1.1 * r, 2.3 * r, 1.9 * r, look["hair"], r)
    yield f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="{r:.1f}" fill="{look["skin"]}"/>'
    if look["hairStyle"] != "bald":
        yield (
            f'<path d="M{cx - 1.05 * r:.1f} {cy - 0.1 * r:.1f}a{1.05 * r:.1f} {1.1 * r:.1f} 0 0 1 {2.1 * r:.1f} 0'
            f'q{-0.9 * r:.1f} {-0.6 * r:.1f} {-2.1 * r:.1f} 0z" fill="{look["hair"]}"/>'
        )
    if r > 4:
        yield from features(cx, cy, r, person["mood"])


def features(cx: float, cy: float, r: float, mood: str) -> Iterator[str]:
    """Two eyes, and a mouth that goes with the mood."""
    for side in (-0.35, 0.35):
        yield f'<circle cx="{cx + side * r:.1f}" cy="{cy + 0.1 * r:.1f}" r="{0.1 * r:.1f}" fill="#2b2b33"/>'
    bend = {"friendly": 0.25, "happy": 0.35, "neutral": 0.08}.get(mood, -0.18)
    yield (
        f'<path d="M{cx - 0.3 * r:.1f} {cy + 0.5 * r:.1f}q{0.3 * r:.1f} {bend * r:.1f} {0.6 * r:.1f} 0" fill="none"'
        f' stroke="#7d3f38" stroke-width="{max(0.12 * r, 0.8):.1f}" stroke-linecap="round"/>'
    )


def rect(x: float, y: float, w: float, h: float, colour: str, round_: float = 0) -> str:
    corner = f' rx="{round_:.1f}"' if round_ else ""
    size = f'width="{max(w, 0):.1f}" height="{max(h, 0):.1f}"'
    return f'<rect x="{x:.1f}" y="{y:.1f}" {size}{corner} fill="{colour}"/>'


def polygon(points: list[Point], colour: str) -> str:
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f'<path d="M{path}z" fill="{colour}"/>'


def shade(colour: str, part: float) -> str:
    """A colour, darker."""
    parts = [int(colour[n : n + 2], 16) for n in (1, 3, 5)]
    return "#" + "".join(f"{round(one * part):02x}" for one in parts)
