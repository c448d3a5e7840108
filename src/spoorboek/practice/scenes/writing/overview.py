"""What the page of the whole scene lists: each part in words, so that one sees what it does without opening it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from spoorboek.methods.scenes import SceneFile
from spoorboek.practice.scenes.writing.event import DOES
from spoorboek.practice.scenes.writing.room import PROPS
from spoorboek.practice.scenes.writing.seats import titled
from spoorboek.practice.scenes.writing.talk import tags_of

Played = Mapping[str, Any]


@dataclass(frozen=True)
class Moment:
    """One moment of the conversation: its number on the page, who speaks, and the numbers it leads to."""

    number: int
    key: str
    who: str
    text: str
    to: tuple[tuple[int, str], ...]
    is_end: bool
    is_start: bool


@dataclass(frozen=True)
class Row:
    """A part of the scene: its name in the address, what it is called, and what it does."""

    key: str
    title: str
    told: str = ""


def moments(played: Played) -> list[Moment]:
    talk = played["dialogue"]
    numbers = {key: number for number, key in enumerate(talk["nodes"], 1)}
    names = {one["id"]: one["name"] for one in played["people"]}
    made = []
    for key, node in talk["nodes"].items():
        ways = [node["to"]] if node["to"] else [to for one in node["choices"] for to in led(one)]
        to = sorted((numbers[way], way) for way in set(ways) if way in numbers)
        made.append(
            Moment(
                number=numbers[key],
                key=key,
                who=names.get(node["who"], ""),
                text=node["text"],
                to=tuple(to),
                is_end=node["end"] is not None,
                is_start=key == talk["start"],
            )
        )
    return made


def led(choice: Mapping[str, Any]) -> list[str]:
    """Where an answer leads, whoever the other is."""
    return [choice["to"], *choice["byKind"].values()]


def events(played: Played) -> list[Row]:
    """What happens, with when and what it does."""
    dials = {one["key"]: one["label"] for one in played["dials"]}
    return [Row(one["key"], one["label"], f"{when(one, dials)} · {what(one)}") for one in played["events"]]


def when(event: Mapping[str, Any], dials: Mapping[str, str]) -> str:
    if event["at"] is None:
        return gettext("alleen als je erop drukt")
    after = gettext("na %(seconds)d seconden") % {"seconds": event["at"]}
    if not event["dial"]:
        return after
    given = {"after": after, "dial": dials.get(event["dial"]["key"], ""), "from": event["dial"]["from"]}
    return gettext("%(after)s, als %(dial)s op %(from)d of hoger staat") % given


def what(event: Mapping[str, Any]) -> str:
    return ", ".join(str(DOES[one["do"]]) for one in event["actions"])


def extras(scene: SceneFile, language: str) -> list[Row]:
    return [
        Row(str(number), titled(one, scene, language), most(one.max))
        for number, one in enumerate(scene.extras)
    ]


def most(number: int) -> str:
    return ngettext("hoogstens %(number)d mens", "hoogstens %(number)d mensen", number) % {"number": number}


def skills(scene: SceneFile, language: str) -> list[Row]:
    kinds = dict(tags_of(scene.model_copy(update={"skills": ()}), language))
    return [
        Row(str(number), one.label.in_language(language), str(kinds.get(one.key, "")))
        for number, one in enumerate(scene.skills)
    ]


def props(scene: SceneFile) -> list[Row]:
    return [
        Row(str(number), capfirst(str(PROPS.get(one.type, one.type))))
        for number, one in enumerate(scene.props)
    ]


def overview(scene: SceneFile, played: Played, language: str) -> dict[str, Any]:
    """Everything the page lists, by name."""
    return {
        "own": [Row(one.key, one.label.in_language(language)) for one in scene.own],
        "people": [Row(one["id"], one["name"]) for one in played["people"]],
        "extras": extras(scene, language),
        "moments": moments(played),
        "kinds": [Row(one["key"], one["label"], one["about"]) for one in played["kinds"]],
        "skills": skills(scene, language),
        "steps": [Row(one["key"], one["title"], one["about"]) for one in played["steps"]],
        "dials": [Row(one["key"], one["label"]) for one in played["dials"]],
        "events": events(played),
        "sounds": [Row(one["key"], one["caption"]) for one in played["sounds"]],
        "props": props(scene),
    }
