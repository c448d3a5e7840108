"""The graded ladder, and what its dials, sounds and events may do: from easy to hard, announced, never startling."""

from collections.abc import Iterator
from itertools import pairwise

from spoorboek.methods.scenes.checks import Place, Trouble, trouble, twice
from spoorboek.methods.scenes.model import Amount, Dial, Event, Own, SceneFile, registry
from spoorboek.methods.scenes.own_words import SLOT
from spoorboek.methods.scenes.playing import ACTIONS

FEWEST_STEPS = 5
APART = 5
"""Seconds between two things that happen of themselves."""
MOST_SOUNDS = 3
"""Sounds that one event may begin: more at once startles."""


def dials(scene: SceneFile) -> Iterator[Trouble]:
    yield from twice([(("dials", n, "key"), one.key) for n, one in enumerate(scene.dials)])
    for number, dial in enumerate(scene.dials):
        if dial.min >= dial.max or dial.min < 0:
            yield trouble(
                ("dials", number, "max"),
                "het hoogste moet meer zijn dan het laagste",
                "the highest must be more than the lowest",
                "10",
            )
        yield from in_range(scene, dial, dial.value, ("dials", number, "value"))


def in_range(scene: SceneFile, dial: Dial, amount: Amount, place: Place) -> Iterator[Trouble]:
    own = variable(scene, amount)
    if isinstance(amount, str) and (own is None or own.kind != "number"):
        yield trouble(
            place, f"{amount} is geen getal van het eigen werk", f"{amount} is no number of one's own"
        )
        return
    values = (own.min, own.max) if own else (int(amount),)
    if any(not dial.min <= value <= dial.max for value in values):
        yield trouble(
            place,
            f"{dial.key} gaat van {dial.min} tot {dial.max}; dit valt erbuiten",
            f"{dial.key} goes from {dial.min} to {dial.max}; this is outside",
            str(dial.min),
        )


def variable(scene: SceneFile, amount: Amount) -> Own | None:
    named = SLOT.fullmatch(str(amount))
    return next((own for own in scene.own if named and own.key == named[1]), None)


def steps(scene: SceneFile) -> Iterator[Trouble]:
    yield from twice([(("steps", n, "key"), one.key) for n, one in enumerate(scene.steps)])
    if len(scene.steps) < FEWEST_STEPS:
        yield trouble(
            ("steps",),
            f"de ladder heeft {len(scene.steps)} treden; maak er {FEWEST_STEPS} of meer",
            f"the ladder has {len(scene.steps)} steps; make it {FEWEST_STEPS} or more",
        )
    known = {dial.key: dial for dial in scene.dials}
    for number, step in enumerate(scene.steps):
        for key in known.keys() - step.dials.keys():
            yield trouble(
                ("steps", number, "dials"),
                f"deze trede zegt niets over {key}",
                f"this step says nothing about {key}",
                f"{key}: 0",
            )
        for key, amount in step.dials.items():
            place = ("steps", number, "dials", key)
            if key in known:
                yield from in_range(scene, known[key], amount, place)
            else:
                yield trouble(place, f"er is geen knop {key}", f"there is no dial {key}")


def graded(scene: SceneFile) -> Iterator[Trouble]:
    """Every step asks more than the one before: of one dial at least, and of all together."""
    loads = [load(scene, number) for number in range(len(scene.steps))]
    for number, (before, after) in enumerate(pairwise(loads), 1):
        if scene.dials and after <= before:
            yield trouble(
                ("steps", number, "dials"),
                "deze trede is niet zwaarder dan de trede ervoor; zet een knop hoger of ruil ze om",
                "this step is no harder than the one before; raise a dial or swap them",
            )


def load(scene: SceneFile, number: int) -> float:
    """How much a step asks: the dials as parts of their range, added up; an own number as its default."""
    given = scene.steps[number].dials
    return sum(part(scene, dial, given[dial.key]) for dial in scene.dials if dial.key in given)


def part(scene: SceneFile, dial: Dial, amount: Amount) -> float:
    own = variable(scene, amount)
    chosen = own.default if own else amount
    value = chosen if isinstance(chosen, int) else dial.min
    return (value - dial.min) / max(dial.max - dial.min, 1)


def on_a_dial(scene: SceneFile) -> Iterator[Trouble]:
    """Sounds, extras and events hang on dials that are there."""
    known = {dial.key: dial for dial in scene.dials}
    yield from twice([(("sounds", n, "key"), one.key) for n, one in enumerate(scene.sounds)])
    hung: list[tuple[Place, str]] = [
        (("sounds", n, "dial"), one.dial) for n, one in enumerate(scene.sounds) if one.dial
    ]
    hung += [(("extras", n, "dial"), one.dial) for n, one in enumerate(scene.extras)]
    hung += [(("events", n, "dial"), one.dial.key) for n, one in enumerate(scene.events) if one.dial]
    for place, key in hung:
        if key not in known:
            yield trouble(place, f"er is geen knop {key}", f"there is no dial {key}", next(iter(known), ""))
    for number, event in enumerate(scene.events):
        dial = known.get(event.dial.key) if event.dial else None
        if dial and event.dial and not dial.min <= event.dial.least <= dial.max:
            yield trouble(
                ("events", number, "dial"),
                f"{dial.key} komt nooit op {event.dial.least}",
                f"{dial.key} never comes to {event.dial.least}",
            )


def events(scene: SceneFile) -> Iterator[Trouble]:
    yield from twice([(("events", n, "key"), one.key) for n, one in enumerate(scene.events)])
    for number, event in enumerate(scene.events):
        yield from actions(scene, event, number)
        if event.at is not None and event.at > scene.minutes * 60:
            yield trouble(
                ("events", number, "at"),
                f"komt na het einde van de scène ({scene.minutes} minuten)",
                f"comes after the scene ends ({scene.minutes} minutes)",
                "60",
            )
    timed = sorted((one.at, number) for number, one in enumerate(scene.events) if one.at is not None)
    for (before, _first), (after, number) in pairwise(timed):
        if after - before < APART:
            yield trouble(
                ("events", number, "at"),
                f"twee dingen gebeuren vlak na elkaar; houd {APART} seconden ertussen, niemand mag schrikken",
                f"two things happen right after each other; keep {APART} seconds between them, nobody may be startled",
            )


def actions(scene: SceneFile, event: Event, number: int) -> Iterator[Trouble]:
    people, sounds = {one.id for one in scene.people}, {one.key for one in scene.sounds}
    if sum(one.do == "sound" for one in event.actions) > MOST_SOUNDS:
        yield trouble(
            ("events", number, "actions"),
            f"er beginnen meer dan {MOST_SOUNDS} geluiden tegelijk; daar schrikt iemand van",
            f"more than {MOST_SOUNDS} sounds begin at once; that startles",
        )
    for at, action in enumerate(event.actions):
        place: Place = ("events", number, "actions", at)
        for name in ACTIONS[action.do]:
            if getattr(action, name) is None:
                yield trouble(place, f"zegt niet: {name}", f"does not say: {name}", f"{name}: …")
        if action.do == "sound" and action.key and action.key not in sounds:
            yield trouble(
                (*place, "key"), f"er is geen geluid {action.key}", f"there is no sound {action.key}"
            )
        if action.who and action.who not in people:
            yield trouble((*place, "who"), f"{action.who} is er niet", f"there is no {action.who}")
        for name in ("mood", "act"):
            value = getattr(action, name)
            if value is not None and value not in registry()[f"{name}s"]:
                yield trouble((*place, name), f"{value} is er niet", f"there is no {value}")


LADDER = (dials, steps, graded, on_a_dial, events)
