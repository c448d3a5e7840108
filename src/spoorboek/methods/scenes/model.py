"""A scene as its author writes it: both languages beside each other, with words of one's own workplace to fill in."""

import json
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field

from spoorboek.methods.reading import Key, Strict, Words
from spoorboek.methods.scenes.conversation import Dialogue, Kind, Skill

Spot = tuple[float, float]
"""Metres on the floor: x to the right, z towards the one who sits; 0, 0 is the middle."""
Slot = Annotated[str, Field(pattern=r"^\{[a-z][a-z0-9-]*\}$", examples=["{children}"])]
Colour = Annotated[str, Field(pattern=r"^(#[0-9a-f]{6}|\{[a-z][a-z0-9-]*\})$", examples=["#c9a27e"])]
Amount = int | Slot
"""A number, or the name of an own-workplace variable that is one."""
Light = Literal["morning", "day", "afternoon", "evening"]
Wall = Literal["north", "east", "south", "west"]


@cache
def registry() -> dict[str, frozenset[str]]:
    """What the engine can draw and sound, copied from its own list: `props`, `acts`, `moods`, `synths` and more."""
    known = json.loads(Path(__file__).with_name("registry.json").read_text(encoding="utf-8"))
    return {name: frozenset(keys) for name, keys in known.items()}


class Theme(StrEnum):
    """What a scene practises, for who looks for one."""

    REST = "rest"
    GROUP = "group"
    TALK = "talk"
    BOUNDARY = "boundary"
    CONFLICT = "conflict"
    START = "start"
    INTERVIEW = "interview"


class Own(Strict):
    """Something of one's own workplace, with what stands there when nobody fills it in."""

    key: Key = Field(examples=["manager"])
    label: Words
    kind: Literal["name", "number", "colour", "sentence"]
    default: Words | int | str = Field(examples=["Karin"])
    example: Words | None = None
    min: int = 0
    max: int = 14


class Floor(Strict):
    colour: Colour
    pattern: Literal["plain", "boards", "tiles", "carpet", "grass"] = "plain"


class Opening(Strict):
    """A window or a door: in which wall, how far from its middle, and how wide."""

    wall: Wall
    at: float = 0
    w: float = Field(default=1.6, gt=0, le=6)


class Room(Strict):
    """Where it is: width, depth and height in metres."""

    w: float = Field(ge=2, le=14)
    d: float = Field(ge=2, le=14)
    h: float = Field(default=2.7, ge=2.2, le=5)
    kind: Literal["room", "corridor", "doorway", "garden"] = "room"
    floor: Floor
    wall: Colour
    accent: Colour
    light: Light = "day"
    windows: tuple[Opening, ...] = ()
    doors: tuple[Opening, ...] = ()
    view: Literal["garden", "street", "water", "trees", "none"] = "none"


class View(Strict):
    """A seat: where, which way (degrees clockwise, 0 looks along -z) and how high the eyes are."""

    at: Spot
    facing: float = 0
    eye: float = Field(default=1.2, ge=0.8, le=1.8)


class OtherSeat(View):
    who: Key


class Prop(Strict):
    type: str = Field(examples=["table"])
    at: Spot
    y: float = 0
    turn: float = 0
    size: tuple[float, float, float] | None = None
    colour: Colour | None = None
    text: Words | None = None


class Look(Strict):
    skin: Colour
    hair: Colour
    hair_style: str = Field(examples=["short"])
    top: Colour
    bottom: Colour
    glasses: bool = False
    beard: bool = False


class Person(Strict):
    """Somebody in the scene. Who has an `enter` event is not there before it."""

    id: Key
    name: Words | str = Field(examples=["{manager}"])
    kind: Literal["adult", "child", "teen"] = "adult"
    at: Spot
    turn: float = 0
    posture: Literal["sitting", "standing"] = "standing"
    path: tuple[Spot, ...] = ()
    look: Look
    act: str = Field(default="idle", examples=["talk"])
    mood: str = Field(default="neutral", examples=["friendly"])
    gaze: str = Field(default="you", examples=["you"])


class Extras(Strict):
    """People that come with a dial: as many as its value, at most `max`, within x, z, width, depth."""

    dial: Key
    kind: Literal["adult", "child", "teen"] = "adult"
    max: int = Field(ge=1, le=15)
    area: tuple[float, float, float, float]
    acts: tuple[str, ...] = Field(min_length=1, examples=["play"])


class Dial(Strict):
    key: Key
    label: Words
    min: int = 0
    max: int = 10
    step: int = Field(default=1, ge=1)
    value: Amount = 0


class Step(Strict):
    """One rung of the ladder, with a value for every dial."""

    key: Key
    title: Words
    about: Words
    dials: dict[Key, Amount] = {}


class Sound(Strict):
    key: Key
    synth: str = Field(examples=["office-murmur"])
    at: tuple[float, float, float] | None = None
    dial: Key | None = None
    gain: float = Field(default=0.4, ge=0, le=1)
    loop: bool = True
    caption: Words


class Action(Strict):
    """One thing that an event does."""

    do: Literal["sound", "mood", "act", "enter", "leave", "line"]
    key: Key | None = None
    who: Key | None = None
    mood: str | None = Field(default=None, examples=["worried"])
    act: str | None = Field(default=None, examples=["talk"])
    text: Words | None = None


class From(Strict):
    """An event that happens of itself only while this dial is at `least` or higher."""

    key: Key
    least: int = Field(alias="from")


class Event(Strict):
    key: Key
    label: Words
    at: float | None = Field(default=None, ge=0)
    dial: From | None = None
    actions: tuple[Action, ...] = Field(min_length=1)


class Breathing(Strict):
    """Seconds in and out, and the words with it."""

    in_: float = Field(alias="in", ge=2, le=8)
    out: float = Field(ge=2, le=12)
    words_in: Words
    words_out: Words


class Rating(Strict):
    question: Words
    low: Words
    high: Words
    every: int = Field(default=90, ge=30)
    alarm: int = Field(default=7, ge=1, le=10)


RATING = Rating(
    question=Words(nl="Hoe gespannen ben je nu?", en="How tense are you now?"),
    low=Words(nl="rustig", en="calm"),
    high=Words(nl="heel gespannen", en="very tense"),
)


class SceneFile(Strict):
    """A whole scene."""

    key: Key
    version: str = Field(pattern=r"^\d+(\.\d+)*$", examples=["1.0"])
    title: Words
    theme: Theme
    goal: Words
    """What it practises, in one sentence to the one who plays."""
    situation: Words
    """Where you are and what is going on, told before it begins; the text conversation opens with it."""
    posture: Literal["seated"] = "seated"
    minutes: int = Field(ge=2, le=15)
    at_home: bool = False
    """May be played on one's own, on a flat screen."""
    seed: int = Field(default=1, ge=1)
    own: tuple[Own, ...] = ()
    room: Room
    start: View
    other: OtherSeat | None = None
    props: tuple[Prop, ...] = ()
    people: tuple[Person, ...] = ()
    extras: tuple[Extras, ...] = ()
    dials: tuple[Dial, ...] = ()
    steps: tuple[Step, ...] = Field(min_length=1)
    sounds: tuple[Sound, ...] = ()
    events: tuple[Event, ...] = ()
    dialogue: Dialogue
    """Every scene has words, so that it can be done as text alone."""
    kinds: tuple[Kind, ...] = ()
    skills: tuple[Skill, ...] = ()
    """What the answers can show, said back at the end."""
    breathing: Breathing | None = None
    rating: Rating = RATING
    prepare: tuple[Words, ...] = Field(min_length=1)
    debrief: tuple[Words, ...] = Field(min_length=1)
    small_steps: tuple[Words, ...] = Field(min_length=1)

    def played(self, language: str, own: dict[str, str] | None = None) -> dict[str, Any]:
        """The scene as the engine reads it (frontend/vr/scene.ts), in `nl` or `en`, with the person's own words.

        What `own` leaves out or leaves empty stands as its default. Raises `ValueError` for a value that does not fit.
        """
        from spoorboek.methods.scenes.playing import played

        return played(self, language, own or {})

    def told(self, language: str, own: dict[str, str] | None = None) -> str:
        """Where you are and what is going on, with the person's own words."""
        from spoorboek.methods.scenes.own_words import filled, values

        return filled(self.situation.in_language(language), values(self, language, own or {}))

    def as_json(self) -> str:
        """The scene to keep; `SceneFile.model_validate_json` reads it back."""
        return self.model_dump_json(by_alias=True, exclude_defaults=True)

    def person(self, key: str) -> Person | None:
        return next((one for one in self.people if one.id == key), None)

    @property
    def for_talking(self) -> bool:
        """Whether it is a conversation, and not mainly a place to be."""
        return not self.dialogue.quiet
