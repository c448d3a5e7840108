"""A scene in the reader's language, ready for a template."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from spoorboek.methods.scenes import SceneFile, Theme
from spoorboek.methods.scenes.picture import picture
from spoorboek.methods.scenes.plan import Place, plan
from spoorboek.methods.scenes.showing import skills_in
from spoorboek.methods.scenes.talking import Round, Said, Talk, talked
from spoorboek.practice.scenes.access import Shelved
from spoorboek.practice.scenes.faces import face, in_words
from spoorboek.practice.scenes.models import SceneRelease
from spoorboek.practice.scenes.pictures import image_of

THEMES: dict[Theme, str | Promise] = {
    Theme.REST: _("rust"),
    Theme.GROUP: _("drukte"),
    Theme.TALK: _("praten over werk"),
    Theme.BOUNDARY: _("nee zeggen"),
    Theme.CONFLICT: _("iemand die boos of bang is"),
    Theme.START: _("beginnen"),
    Theme.INTERVIEW: _("solliciteren"),
}


@dataclass(frozen=True)
class ShownScene:
    """A scene on a list or above its own page."""

    key: str
    title: str
    theme: str | Promise
    goal: str
    situation: str
    minutes: int
    at_home: bool
    steps: tuple[tuple[str, str], ...]
    release: SceneRelease | None
    played: Mapping[str, Any]

    @property
    def drawing(self) -> SafeString:
        """Drawn from the scene itself as it is now, without the engine."""
        return mark_safe(picture(self.played))  # noqa: S308 - shapes and checked colours; texts are escaped there

    @property
    def picture(self) -> SafeString:
        """As the engine draws it where that was done beforehand, else the drawing."""
        return image_of(self.key) or self.drawing


def shown(shelved: Shelved, language: str) -> ShownScene:
    scene, played = shelved.scene, shelved.scene.played(language)
    return ShownScene(
        key=scene.key,
        title=scene.title.in_language(language),
        theme=THEMES[scene.theme],
        goal=str(played["goal"]),
        situation=scene.told(language),
        minutes=scene.minutes,
        at_home=scene.at_home,
        steps=tuple(
            (step.title.in_language(language), step.about.in_language(language)) for step in scene.steps
        ),
        release=shelved.release,
        played=played,
    )


@dataclass(frozen=True)
class Line:
    """One thing said, with the face that says it."""

    said: Said
    face: SafeString | None
    mood: str


def lines(scene: Mapping[str, Any], one: Round) -> list[Line]:
    people = {person["id"]: person for person in scene["people"]}
    return [
        Line(said, face(people[said.who], said.mood), in_words(said.mood))
        if said.who in people
        else Line(said, None, "")
        for said in one.said
    ]


def conversation(scene: Mapping[str, Any], given: Mapping[str, Any], kind: str) -> dict[str, Any]:
    """The conversation after what was said so far and the answer that was just given."""
    path = str(given.get("path", ""))
    move, said = str(given.get("move", "")), str(given.get("say", ""))
    if move == "back":
        path = path.rpartition(".")[0]
    elif move == "again":
        path = ""
    elif said.isdecimal():
        path = f"{path}.{said}".strip(".")
    talk: Talk = talked(scene, path, kind)
    skills, hints = skills_in(scene, talk) if talk.end else ((), ())
    return {
        "talk": talk,
        "skills": skills,
        "hints": hints,
        "now": lines(scene, talk.now),
        "rounds": [(lines(scene, one), one.answer) for one in talk.rounds],
        "last": talk.rounds[-1].answer if talk.rounds else None,
        "other_seat": move == "other-seat" and talk.end is not None,
    }


@dataclass(frozen=True)
class Live:
    """The scene beside a form: its picture, and of a moment what is said and what one can say."""

    picture: SafeString
    line: Line | None = None
    answers: tuple[str, ...] = ()
    inside: str = ""
    plan: SafeString | None = None
    """From above, where what is being written has a place."""
    told: Mapping[str, Any] | None = None
    """For the picture in space, where it is looked at."""


def told_beside(played: Mapping[str, Any], part: str = "", key: str = "") -> dict[str, Any]:
    """What the picture beside the form shows: the scene, and of it what is being written (vr/pages/beside.ts)."""
    shown = {"moment": "node", "trede": "step", "gebeurtenis": "event", "mens": "person"}
    return {"scene": played, **dict.fromkeys(shown.values(), "")} | (
        {shown[part]: key} if part in shown else {}
    )


def placed(scene: SceneFile, part: str, key: str) -> Place:
    """Where on a plan something stands that is being written; `None` for what has no place."""
    if part in {"stoel", "andere-stoel"}:
        return ("start", 0) if part == "stoel" else ("other", 0)
    if part in {"ding", "erbij"}:
        return ("props" if part == "ding" else "extras"), int(key)
    rows = {
        "mens": ("people", [one.id for one in scene.people]),
        "geluid": ("sounds", [one.key for one in scene.sounds]),
    }
    name, keys = rows.get(part, ("", []))
    return (name, keys.index(key)) if key in keys else None


def from_above(played: Mapping[str, Any], marked: Place, *, without_marked: bool = False) -> SafeString:
    drawn = plan(played, marked, without_marked=without_marked)
    return mark_safe(drawn)  # noqa: S308 - shapes and checked colours; letters are escaped there


def live(scene: SceneFile, language: str, part: str, key: str, *, in_space: bool = False) -> Live:
    """How a scene looks with what is being written; the moment `key` where that is the part."""
    played = scene.played(language)
    beside = told_beside(played, part, key) if in_space else None
    node = scene.dialogue.nodes.get(key) if part == "moment" else None
    if node:
        people = [{**one, "mood": node.mood} if one["id"] == node.who else one for one in played["people"]]
        played = {**played, "people": people}
    drawn = mark_safe(picture(played))  # noqa: S308 - as above
    if node is None:
        marked = placed(scene, part, key)
        return Live(drawn, plan=from_above(played, marked) if marked else None, told=beside)
    told = played["dialogue"]["nodes"][key]
    name = next((one["name"] for one in played["people"] if one["id"] == told["who"]), "")
    said = Said(told["who"], name, told["mood"], told["text"], told["inside"])
    (line,) = lines(played, Round((said,)))
    return Live(drawn, line, tuple(one["text"] for one in told["choices"]), told["inside"], told=beside)
