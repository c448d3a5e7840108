"""The form of something that happens: its button, when it comes of itself, and everything it does."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from spoorboek.methods.reading import Words
from spoorboek.methods.scenes import SceneFile, registry
from spoorboek.methods.scenes.check_texts import LONGEST_LINE
from spoorboek.methods.scenes.model import Action, Event, From, Sound
from spoorboek.methods.scenes.playing import ACTIONS
from spoorboek.practice.scenes.writing.ladder import SYNTHS
from spoorboek.practice.scenes.writing.part import Label, ListedForm, add_words, both, free
from spoorboek.practice.scenes.writing.room import named
from spoorboek.practice.scenes.writing.stage import ACTS, MOOD_CHOICES

BY_COACH, BY_ITSELF = "coach", "itself"
WHEN = ((BY_COACH, _("alleen als de coach erop drukt")), (BY_ITSELF, _("ook vanzelf, na een tijd")))
DOES: dict[str, str | Promise] = {
    "line": _("iemand zegt iets"), "sound": _("je hoort iets"), "enter": _("iemand komt binnen"),
    "leave": _("iemand gaat weg"), "mood": _("iemand kijkt anders"), "act": _("iemand gaat iets anders doen"),
}  # fmt: skip
"""Everything an event can do, as the format knows it."""
ENTERS = _("Wie binnenkomt, is er niet voordat dit gebeurt.")
FEWEST = 4
"""Things that the form has room for; an event of a file may have more."""
NEW = "new:"
"""Before a kind of sound that is not in the scene yet."""
ONCE_GAIN = 0.25


class EventForm(ListedForm[Event]):
    """Something that happens: its button, when it comes of itself, who does what, what is said and heard."""

    called = _("Iets wat gebeurt")
    lists = "events"
    needed_when_seen = ("at", "dial_from", "actions_")

    def title(self) -> str:
        return self.filled_in(self.one().label)

    def grouped(self) -> Iterator[tuple[Label, list[BoundField]]]:
        fields = list(self)
        yield _("Wanneer"), [bound for bound in fields if not bound.name.startswith("actions_")]
        for number in range(self.room_for()):
            begin = f"actions_{number}_"
            yield (
                _("En tegelijk") if number else _("Wat er gebeurt"),
                [bound for bound in fields if bound.name.startswith(begin)],
            )

    def room_for(self) -> int:
        return max(FEWEST, len(self.one().actions))

    def build(self) -> None:
        add_words(self, "label", _("Op de knop van de coach"), 60)
        self.fields["when"] = forms.ChoiceField(label=_("Wanneer het gebeurt"), choices=WHEN)
        self.fields["at"] = forms.FloatField(
            label=_("Na hoeveel seconden"), min_value=0, max_value=900, required=False,
            help_text=gettext("De scène duurt hoogstens %(seconds)d seconden.") % {"seconds": self.scene.minutes * 60},
        )  # fmt: skip
        dials = [(dial.key, self.filled_in(dial.label)) for dial in self.scene.dials]
        self.fields["dial"] = forms.ChoiceField(
            label=_("Vanzelf alleen als deze knop open staat"),
            choices=[("", _("maakt niet uit")), *dials],
            required=False,
        )
        self.fields["dial_from"] = forms.IntegerField(
            label=_("Vanaf welke stand"), min_value=0, max_value=100, required=False
        )
        for number in range(self.room_for()):
            self.build_action(f"actions_{number}", is_first=number == 0)

    def build_action(self, name: str, *, is_first: bool) -> None:
        """All that an action of any kind needs; the page shows what belongs to the kind that is chosen."""
        nothing = [] if is_first else [("", _("verder niets"))]
        self.fields[f"{name}_do"] = forms.ChoiceField(
            label=_("Wat"), choices=[*nothing, *DOES.items()], required=is_first
        )
        people = [(one.id, self.filled_in(one.name)) for one in self.scene.people]
        self.fields[f"{name}_who"] = forms.ChoiceField(
            label=_("Wie"), choices=people, required=False, help_text=ENTERS
        )
        self.fields[f"{name}_mood"] = forms.ChoiceField(
            label=_("Hoe die kijkt"), choices=MOOD_CHOICES, required=False
        )
        acts = [(key, label) for key, label in ACTS.items() if key in registry()["acts"]]
        self.fields[f"{name}_act"] = forms.ChoiceField(label=_("Wat die doet"), choices=acts, required=False)
        self.fields[f"{name}_key"] = forms.ChoiceField(
            label=_("Welk geluid"), choices=self.sounds(), required=False,
            help_text=_("Wie niet hoort, leest het als ondertitel."),
        )  # fmt: skip
        add_words(self, f"{name}_text", _("Wat er gezegd wordt"), LONGEST_LINE, long=True, required=False)

    def sounds(self) -> list[tuple[str, Any]]:
        """Those of the scene by their caption, and every kind that one may add."""
        here = [(one.key, self.filled_in(one.caption)) for one in self.scene.sounds]
        new = [(f"{NEW}{key}", label) for key, label in named("synths", SYNTHS)]
        return [(gettext("In deze scène"), here), (gettext("Nieuw geluid"), new)] if here else new

    def now(self) -> dict[str, Any]:
        event = self.one()
        values: dict[str, Any] = {
            **both("label", event.label),
            "at": "" if event.at is None else f"{event.at:g}",
        }
        values["when"] = BY_COACH if event.at is None else BY_ITSELF
        values |= {"dial": event.dial.key, "dial_from": event.dial.least} if event.dial else {"dial": ""}
        for number, action in enumerate(event.actions):
            parts = {part: getattr(action, part) for part in ("do", "who", "mood", "act", "key")}
            values |= {f"actions_{number}_{part}": value for part, value in parts.items() if value}
            values |= both(f"actions_{number}_text", action.text) if action.text else {}
        return values

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        needed = [one for number in range(self.room_for()) for one in self.needed(number)]
        if given.get("when") == BY_ITSELF:
            needed += ["at"] + (["dial_from"] if given.get("dial") else [])
        for name in needed:
            if given.get(name) in (None, "") and name not in self.errors:
                self.add_error(name, _("Vul dit nog in."))
        return given

    def needed(self, number: int) -> list[str]:
        """The fields that this kind of action cannot do without."""
        name = f"actions_{number}"
        parts = ACTIONS.get(self.cleaned_data.get(f"{name}_do", ""), ())
        return [one for part in parts for one in self.fields if one in self.spellings(f"{name}_{part}")]

    @staticmethod
    def spellings(name: str) -> tuple[str, str, str]:
        return name, f"{name}_nl", f"{name}_en"

    def action(self, number: int, sound: str) -> Action:
        """What was filled in for its kind."""
        name, given = f"actions_{number}", {**self.cleaned_data, f"actions_{number}_key": sound}
        do = given[f"{name}_do"]
        values = {part: given[f"{name}_{part}"] for part in ACTIONS[do] if part != "text"}
        if "text" in ACTIONS[do]:
            values["text"] = self.words(f"{name}_text")
        return Action(do=do, **values)

    def changed(self, scene: SceneFile) -> SceneFile:
        given = self.cleaned_data
        of_itself = given["when"] == BY_ITSELF
        dial = {"key": given["dial"], "from": given["dial_from"]} if of_itself and given["dial"] else None
        actions = []
        for number in range(self.room_for()):
            sound = given[f"actions_{number}_key"]
            if given[f"actions_{number}_do"] == "sound" and sound.startswith(NEW):
                scene, sound = with_new_sound(scene, sound.removeprefix(NEW))
            if given[f"actions_{number}_do"]:
                actions.append(self.action(number, sound))
        values = {
            "label": self.words("label"),
            "at": given["at"] if of_itself else None,
            "dial": From.model_validate(dial) if dial else None,
            "actions": tuple(actions),
        }
        return self.put(scene, self.one().model_copy(update=values))


def with_new_sound(scene: SceneFile, synth: str) -> tuple[SceneFile, str]:
    """A sound to be heard once, softly and from all around, with its kind as caption."""
    key = free({one.key for one in scene.sounds}, synth)
    label = SYNTHS.get(synth, synth)
    said = {}
    for language in ("nl", "en"):
        with override(language):
            said[language] = capfirst(str(label))
    made = Sound(key=key, synth=synth, gain=ONCE_GAIN, loop=False, caption=Words(**said))
    return scene.model_copy(update={"sounds": (*scene.sounds, made)}), key


NAMES = {
    "line": Words(nl="Iemand zegt iets", en="Someone says something"),
    "sound": Words(nl="Je hoort iets", en="You hear something"),
    "enter": Words(nl="Iemand komt binnen", en="Someone comes in"),
    "mood": Words(nl="Iemand kijkt anders", en="Someone looks different"),
}
"""What a new event is called, by what it does."""


def with_event(scene: SceneFile, kind: str) -> SceneFile:
    """Something new that happens when the coach presses."""
    do = kind if kind in NAMES else "line"
    if not scene.people and do != "sound":
        raise ValueError(gettext("Zet eerst iemand in de scène."))
    action = Action(do="sound") if do == "sound" else begun(scene, do)
    if do == "sound":
        known = [one.key for one in scene.sounds if not one.loop]
        scene, key = (scene, known[0]) if known else with_new_sound(scene, "doorbell")
        action = action.model_copy(update={"key": key})
    key = free({one.key for one in scene.events}, "event")
    made = Event(key=key, label=NAMES[do], actions=(action,))
    return scene.model_copy(update={"events": (*scene.events, made)})


def begun(scene: SceneFile, do: str) -> Action:
    """What somebody does, to begin with; who comes in is somebody who says nothing in the conversation."""
    talks = {node.who for node in scene.dialogue.nodes.values()}
    quiet = next((one.id for one in scene.people if one.id not in talks), scene.people[0].id)
    if do == "line":
        return Action(do="line", who=scene.people[0].id, text=Words(nl="…", en="…"), mood="neutral")
    if do == "mood":
        return Action(do="mood", who=scene.people[0].id, mood="tense")
    return Action(do="enter", who=quiet)


def without_event(scene: SceneFile, key: str) -> SceneFile:
    return scene.model_copy(update={"events": tuple(one for one in scene.events if one.key != key)})
