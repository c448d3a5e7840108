"""Who and what stands in a scene: things the engine knows, inside the room, and not more than it can draw."""

from collections.abc import Iterator
from itertools import combinations
from math import dist

from spoorboek.methods.scenes.checks import Place, Trouble, trouble, twice
from spoorboek.methods.scenes.model import SceneFile, Spot, registry

MOST_PEOPLE = 16
"""People that can be seen at once, extras with all dials at their highest included (facts: the drawing budget)."""
MOST_PANNERS = 8
ELBOW_ROOM = 0.45
"""Metres between two people's middles; closer, and they stand in each other."""


def unknown(kind: str, key: str, place: Place, nl: str, en: str) -> Iterator[Trouble]:
    known = registry()[kind]
    if key not in known:
        near = ", ".join(sorted(known))
        yield trouble(
            place,
            f"{nl} {key!r} is er niet; kies uit {near}",
            f"there is no {en} {key!r}; choose from {near}",
        )


def known_kinds(scene: SceneFile) -> Iterator[Trouble]:
    for number, prop in enumerate(scene.props):
        yield from unknown("props", prop.type, ("props", number, "type"), "een voorwerp", "prop")
    for number, person in enumerate(scene.people):
        place: Place = ("people", number)
        yield from unknown("acts", person.act, (*place, "act"), "een houding", "act")
        yield from unknown("moods", person.mood, (*place, "mood"), "een stemming", "mood")
        style = person.look.hair_style
        yield from unknown("hairStyles", style, (*place, "look", "hair_style"), "een kapsel", "hair style")
    for number, extra in enumerate(scene.extras):
        for at, act in enumerate(extra.acts):
            yield from unknown("acts", act, ("extras", number, "acts", at), "een houding", "act")
    for number, sound in enumerate(scene.sounds):
        yield from unknown("synths", sound.synth, ("sounds", number, "synth"), "een geluid", "sound")


def names(scene: SceneFile) -> Iterator[Trouble]:
    yield from twice([(("people", n, "id"), one.id) for n, one in enumerate(scene.people)])
    there = {one.id for one in scene.people} | {"you", "away"}
    for number, person in enumerate(scene.people):
        if person.gaze not in there or person.gaze == person.id:
            yield trouble(
                ("people", number, "gaze"),
                f"kijkt naar {person.gaze!r}, die er niet is",
                f"looks at {person.gaze!r}, who is not there",
                "you",
            )
    if scene.other and scene.person(scene.other.who) is None:
        yield trouble(("other", "who"), f"{scene.other.who!r} is er niet", f"there is no {scene.other.who!r}")
    if scene.for_talking and scene.other is None:
        yield trouble(
            ("other",),
            "een gesprek heeft een stoel van de ander nodig (other), om het later van daar te zien",
            "a conversation needs the other person's seat (other), to see it from there afterwards",
            "other: {who: karin, at: [0, -1], facing: 180}",
        )


def budget(scene: SceneFile) -> Iterator[Trouble]:
    most = len(scene.people) + sum(one.max for one in scene.extras)
    if most > MOST_PEOPLE:
        place: Place = ("extras",) if scene.extras else ("people",)
        yield trouble(
            place,
            f"er kunnen {most} mensen tegelijk zijn; meer dan {MOST_PEOPLE} kan een bril niet tekenen",
            f"there can be {most} people at once; a headset cannot draw more than {MOST_PEOPLE}",
        )
    placed = [one for one in scene.sounds if one.at is not None]
    if len(placed) > MOST_PANNERS:
        yield trouble(
            ("sounds",),
            f"{len(placed)} geluiden hebben een eigen plek; het kunnen er {MOST_PANNERS} zijn",
            f"{len(placed)} sounds have a place of their own; there can be {MOST_PANNERS}",
        )


def spots(scene: SceneFile) -> Iterator[tuple[Place, str, Spot]]:
    """Every place where something is, with what it is called."""
    yield ("start", "at"), "je eigen stoel", scene.start.at
    for number, person in enumerate(scene.people):
        yield ("people", number, "at"), person.id, person.at
        for at, spot in enumerate(person.path):
            yield ("people", number, "path", at), person.id, spot
    for number, prop in enumerate(scene.props):
        yield ("props", number, "at"), prop.type, prop.at
    for number, extra in enumerate(scene.extras):
        x, z, w, d = extra.area
        for corner in ((x, z), (x + w, z + d)):
            yield ("extras", number, "area"), extra.kind, corner


def inside(scene: SceneFile) -> Iterator[Trouble]:
    half = (scene.room.w / 2, scene.room.d / 2)
    for place, what, (x, z) in spots(scene):
        if abs(x) > half[0] or abs(z) > half[1]:
            span = f"x -{half[0]:g} … {half[0]:g}, z -{half[1]:g} … {half[1]:g}"
            yield trouble(
                place,
                f"{what} staat buiten de kamer ({span})",
                f"{what} stands outside the room ({span})",
                "[0, -1]",
            )


def apart(scene: SceneFile) -> Iterator[Trouble]:
    standing: list[tuple[Place, str, Spot]] = [
        (("people", number, "at"), one.id, one.at) for number, one in enumerate(scene.people)
    ]
    standing.append((("start", "at"), "you", scene.start.at))
    for (_first, who, here), (place, other, there) in combinations(standing, 2):
        if dist(here, there) < ELBOW_ROOM:
            yield trouble(
                place,
                f"{other} en {who} zijn op dezelfde plek; houd een halve meter tussen hen",
                f"{other} and {who} are in the same place; keep half a metre between them",
            )


STAGE = (known_kinds, names, budget, inside, apart)
