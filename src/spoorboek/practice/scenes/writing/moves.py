"""Adding parts of a scene, taking them out and moving them. What goes leaves nothing behind that names it."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from spoorboek.methods.reading import Words
from spoorboek.methods.scenes import Own, SceneFile
from spoorboek.methods.scenes.check_conversation import NARRATOR
from spoorboek.methods.scenes.conversation import End, Node
from spoorboek.methods.scenes.model import Dial, Look, Person, Prop, Sound
from spoorboek.methods.scenes.own_words import default_of
from spoorboek.practice.scenes.writing.event import with_event, without_event
from spoorboek.practice.scenes.writing.kinds import with_kind, with_skill, without_kind, without_skill
from spoorboek.practice.scenes.writing.part import free
from spoorboek.practice.scenes.writing.place import towards
from spoorboek.practice.scenes.writing.seats import with_extras, without_extras


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
    someone = Person(id=key, name=_("Iemand"), at=at, turn=towards(at, scene.start.at), look=LOOK)
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


NEW_WORD = {"name": "…", "number": 3, "colour": "#7a9e87", "sentence": Words(nl="…", en="…")}
"""What stands in a new word of one's own workplace, by its kind."""


def with_word(scene: SceneFile, kind: str) -> SceneFile:
    """A word to fill in; it still has to be written into a text as `{word-1}`."""
    if kind not in NEW_WORD:
        raise ValueError(_("Kies wat er moet veranderen."))
    key = free({one.key for one in scene.own}, "word")
    label = Words(nl="Nieuwe vraag?", en="New question?")
    made = Own.model_validate({"key": key, "label": label, "kind": kind, "default": NEW_WORD[kind]})
    return scene.model_copy(update={"own": (*scene.own, made)})


def without_word(scene: SceneFile, key: str) -> SceneFile:
    """Where it stood, its usual text stands from now on."""
    gone = next(one for one in scene.own if one.key == key)
    left = scene.model_copy(update={"own": tuple(one for one in scene.own if one.key != key)})
    return SceneFile.model_validate(spelled_out(left.model_dump(by_alias=True), gone))


def spelled_out(value: Any, own: Own, language: str = "nl") -> Any:
    """The same values with a word of one's own workplace replaced by its usual text; a number alone becomes one."""
    slot = f"{{{own.key}}}"
    if isinstance(value, dict):
        return {key: spelled_out(one, own, "en" if key == "en" else language) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [spelled_out(one, own, language) for one in value]
    if value == slot and own.kind == "number":
        return own.default
    return value.replace(slot, default_of(own, language)) if isinstance(value, str) else value


def with_prop(scene: SceneFile, _key: str) -> SceneFile:
    return scene.model_copy(update={"props": (*scene.props, Prop(type="plant", at=(0, -scene.room.d / 4)))})


def without_prop(scene: SceneFile, key: str) -> SceneFile:
    left = tuple(one for number, one in enumerate(scene.props) if str(number) != key)
    return scene.model_copy(update={"props": left})


def with_sound(scene: SceneFile, _key: str) -> SceneFile:
    key = free({one.key for one in scene.sounds}, "sound")
    made = Sound(key=key, synth="rain", gain=0.2, caption=Words(nl="Nieuw geluid", en="New sound"))
    return scene.model_copy(update={"sounds": (*scene.sounds, made)})


def without_sound(scene: SceneFile, key: str) -> SceneFile:
    """Events that only made this sound go too."""
    events = []
    for event in scene.events:
        actions = tuple(one for one in event.actions if (one.do, one.key) != ("sound", key))
        if actions:
            events.append(event.model_copy(update={"actions": actions}))
    left = tuple(one for one in scene.sounds if one.key != key)
    return scene.model_copy(update={"sounds": left, "events": tuple(events)})


def with_dial(scene: SceneFile, _key: str) -> SceneFile:
    """Every step says something about it: nothing, until the steps are changed."""
    key = free({one.key for one in scene.dials}, "dial")
    made = Dial(key=key, label=Words(nl="Nieuwe knop", en="New dial"), max=3)
    steps = tuple(one.model_copy(update={"dials": {**one.dials, key: made.min}}) for one in scene.steps)
    return scene.model_copy(update={"dials": (*scene.dials, made), "steps": steps})


def without_dial(scene: SceneFile, key: str) -> SceneFile:
    """Sounds and events that hung on it stay, without it; the people that came with it go."""
    steps = [{name: value for name, value in one.dials.items() if name != key} for one in scene.steps]
    sounds = tuple(one.model_copy(update={"dial": None}) if one.dial == key else one for one in scene.sounds)
    events = tuple(
        one.model_copy(update={"dial": None}) if one.dial and one.dial.key == key else one
        for one in scene.events
    )
    return scene.model_copy(
        update={
            "dials": tuple(one for one in scene.dials if one.key != key),
            "steps": tuple(
                one.model_copy(update={"dials": dials}) for one, dials in zip(scene.steps, steps, strict=True)
            ),
            "sounds": sounds,
            "events": events,
            "extras": tuple(one for one in scene.extras if one.dial != key),
        }
    )


MOVES: dict[str, Callable[[SceneFile, str], SceneFile]] = {
    "moment-add": with_moment,
    "moment-drop": without_moment,
    "person-add": with_person,
    "person-drop": without_person,
    "step-add": with_step,
    "step-drop": without_step,
    "word-add": with_word,
    "word-drop": without_word,
    "prop-add": with_prop,
    "prop-drop": without_prop,
    "sound-add": with_sound,
    "sound-drop": without_sound,
    "dial-add": with_dial,
    "dial-drop": without_dial,
    "extras-add": with_extras,
    "extras-drop": without_extras,
    "kind-add": with_kind,
    "kind-drop": without_kind,
    "skill-add": with_skill,
    "skill-drop": without_skill,
    "event-add": with_event,
    "event-drop": without_event,
    "step-up": lambda scene, key: moved_step(scene, key, -1),
    "step-down": lambda scene, key: moved_step(scene, key, 1),
}
