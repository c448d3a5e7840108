"""The parts of a scene that can be edited, by the name in their address; and adding, taking out and moving them."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from spoorboek.methods.reading import Words
from spoorboek.methods.scenes import SceneFile
from spoorboek.methods.scenes.check_conversation import NARRATOR
from spoorboek.methods.scenes.checks import Place
from spoorboek.methods.scenes.conversation import End, Node
from spoorboek.methods.scenes.model import Look, Person
from spoorboek.practice.scenes.writing.part import PartForm
from spoorboek.practice.scenes.writing.stage import EventForm, PersonForm, StepForm
from spoorboek.practice.scenes.writing.talk import NodeForm
from spoorboek.practice.scenes.writing.whole import AboutForm, ListsForm, OwnWordForm

WHOLE = "scene"
"""The key of a part of which a scene has one."""
PARTS: dict[str, type[PartForm]] = {
    "naam": AboutForm,
    "teksten": ListsForm,
    "woord": OwnWordForm,
    "mens": PersonForm,
    "trede": StepForm,
    "gebeurtenis": EventForm,
    "moment": NodeForm,
}


def home_of(scene: SceneFile, place: Place) -> tuple[str, str] | None:
    """The part, and which one, where a trouble can be mended; `None` where only the file can."""
    first, *rest = [*place, ""]
    rows = {
        "own": ("woord", scene.own),
        "steps": ("trede", scene.steps),
        "events": ("gebeurtenis", scene.events),
    }
    if first == "dialogue" and rest[0] == "nodes" and len(place) > 2:
        return "moment", str(place[2])
    if first == "people" and isinstance(rest[0], int):
        return "mens", scene.people[rest[0]].id
    if first in rows and isinstance(rest[0], int):
        part, found = rows[str(first)]
        return part, found[rest[0]].key
    whole = {"title": "naam", "goal": "naam", "situation": "naam", "minutes": "naam"}
    lists = dict.fromkeys(("prepare", "debrief", "small_steps"), "teksten")
    known = whole | lists
    return (known[str(first)], WHOLE) if first in known else None


def free(taken: set[str], begin: str) -> str:
    """A name that is not there yet."""
    return next(name for number in range(1, 1000) if (name := f"{begin}-{number}") not in taken)


def with_moment(scene: SceneFile, _key: str) -> SceneFile:
    """A new moment, which nothing leads to yet."""
    talk = scene.dialogue
    key = free(set(talk.nodes), "moment")
    empty = Words(nl="…", en="…")
    who = scene.people[0].id if scene.people else NARRATOR
    node = Node(who=who, text=empty, inside=empty, end=End(key=key, title=empty, text=empty))
    return scene.model_copy(update={"dialogue": talk.model_copy(update={"nodes": {**talk.nodes, key: node}})})


def without_moment(scene: SceneFile, key: str) -> SceneFile:
    talk = scene.dialogue
    nodes = {name: node for name, node in talk.nodes.items() if name != key or len(talk.nodes) == 1}
    return scene.model_copy(update={"dialogue": talk.model_copy(update={"nodes": nodes})})


LOOK = Look(skin="#d9a47c", hair="#4a3426", hair_style="short", top="#5f8f83", bottom="#3b4252")


def with_person(scene: SceneFile, _key: str) -> SceneFile:
    """Someone new, standing at the side."""
    key = free({one.id for one in scene.people}, "person")
    at = (round(scene.room.w / 2 - 0.6, 1), round(0.5 * (len(scene.people) % 3) - 1, 1))
    someone = Person(id=key, name=_("Iemand"), at=at, turn=240, look=LOOK)
    return scene.model_copy(update={"people": (*scene.people, someone)})


def without_person(scene: SceneFile, key: str) -> SceneFile:
    return scene.model_copy(update={"people": tuple(one for one in scene.people if one.id != key)})


def with_step(scene: SceneFile, _key: str) -> SceneFile:
    """A step at the top, one dial higher than the last."""
    last = scene.steps[-1]
    key = free({one.key for one in scene.steps}, "step")
    title = Words(nl="Nieuwe trede", en="New step")
    return scene.model_copy(
        update={"steps": (*scene.steps, last.model_copy(update={"key": key, "title": title}))}
    )


def without_step(scene: SceneFile, key: str) -> SceneFile:
    left = tuple(one for one in scene.steps if one.key != key)
    return scene.model_copy(update={"steps": left or scene.steps})


def moved_step(scene: SceneFile, key: str, places: int) -> SceneFile:
    order = list(scene.steps)
    at = [one.key for one in order].index(key)
    to = min(max(at + places, 0), len(order) - 1)
    order[at], order[to] = order[to], order[at]
    return scene.model_copy(update={"steps": tuple(order)})


MOVES: dict[str, Callable[[SceneFile, str], SceneFile]] = {
    "moment-add": with_moment,
    "moment-drop": without_moment,
    "person-add": with_person,
    "person-drop": without_person,
    "step-add": with_step,
    "step-drop": without_step,
    "step-up": lambda scene, key: moved_step(scene, key, -1),
    "step-down": lambda scene, key: moved_step(scene, key, 1),
}
