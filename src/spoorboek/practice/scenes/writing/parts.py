"""The parts of a scene that can be edited, by the name in their address."""

from spoorboek.methods.scenes import SceneFile
from spoorboek.methods.scenes.checks import Place
from spoorboek.practice.scenes.writing.event import EventForm
from spoorboek.practice.scenes.writing.kinds import ConversationForm, KindForm, SkillForm
from spoorboek.practice.scenes.writing.ladder import DialForm, SoundForm
from spoorboek.practice.scenes.writing.part import PartForm
from spoorboek.practice.scenes.writing.room import PropForm, RoomForm
from spoorboek.practice.scenes.writing.seats import ExtrasForm, OtherSeatForm, OwnSeatForm
from spoorboek.practice.scenes.writing.stage import PersonForm, StepForm
from spoorboek.practice.scenes.writing.talk import NodeForm
from spoorboek.practice.scenes.writing.whole import AboutForm, BreathingForm, ListsForm, OwnWordForm

WHOLE = "scene"
"""The key of a part of which a scene has one."""
PARTS: dict[str, type[PartForm]] = {
    "naam": AboutForm,
    "teksten": ListsForm,
    "woord": OwnWordForm,
    "mens": PersonForm,
    "stoel": OwnSeatForm,
    "andere-stoel": OtherSeatForm,
    "erbij": ExtrasForm,
    "trede": StepForm,
    "gebeurtenis": EventForm,
    "gesprek": ConversationForm,
    "moment": NodeForm,
    "soort": KindForm,
    "vaardigheid": SkillForm,
    "ruimte": RoomForm,
    "ding": PropForm,
    "geluid": SoundForm,
    "knop": DialForm,
    "adem": BreathingForm,
}


def home_of(scene: SceneFile, place: Place) -> tuple[str, str] | None:
    """The part, and which one, where a trouble can be mended; `None` where only the file can."""
    first, *rest = [*place, ""]
    rows = {
        "own": ("woord", scene.own),
        "steps": ("trede", scene.steps),
        "events": ("gebeurtenis", scene.events),
        "sounds": ("geluid", scene.sounds),
        "dials": ("knop", scene.dials),
        "kinds": ("soort", scene.kinds),
    }
    numbered = {"props": "ding", "extras": "erbij", "skills": "vaardigheid"}
    if first == "dialogue" and rest[0] == "nodes" and len(place) > 2:
        return "moment", str(place[2])
    if first == "people" and isinstance(rest[0], int):
        return "mens", scene.people[rest[0]].id
    if first in numbered and isinstance(rest[0], int):
        return numbered[str(first)], str(rest[0])
    if first in rows and isinstance(rest[0], int):
        part, found = rows[str(first)]
        return part, found[rest[0]].key
    whole = {"title": "naam", "goal": "naam", "situation": "naam", "minutes": "naam", "room": "ruimte"}
    whole |= {"start": "stoel", "other": "andere-stoel", "breathing": "adem", "dialogue": "gesprek"}
    lists = dict.fromkeys(("prepare", "debrief", "small_steps"), "teksten")
    known = whole | lists
    return (known[str(first)], WHOLE) if first in known else None


ADDED = {
    "word": ("woord", "own"), "person": ("mens", "people"), "step": ("trede", "steps"),
    "event": ("gebeurtenis", "events"), "sound": ("geluid", "sounds"), "dial": ("knop", "dials"),
    "kind": ("soort", "kinds"), "prop": ("ding", "props"), "extras": ("erbij", "extras"),
    "skill": ("vaardigheid", "skills"),
}  # fmt: skip
"""Which part has the form of what was added, and in which list of the scene it stands last."""
NUMBERED = {"prop", "extras", "skill"}


def added(before: SceneFile, after: SceneFile, what: str) -> tuple[str, str] | None:
    """The part that was just added, to go on writing it; `None` where nothing was."""
    if what == "moment":
        return next(
            (("moment", key) for key in after.dialogue.nodes if key not in before.dialogue.nodes), None
        )
    part, lists = ADDED[what]
    rows = getattr(after, lists)
    if len(rows) == len(getattr(before, lists)):
        return None
    if what in NUMBERED:
        return part, str(len(rows) - 1)
    return part, rows[-1].id if what == "person" else rows[-1].key
