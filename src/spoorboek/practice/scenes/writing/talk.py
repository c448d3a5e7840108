"""The form of one moment of the conversation: who says what, and where each answer leads."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoorboek.methods.scenes import SceneFile
from spoorboek.methods.scenes.check_conversation import MOST_ANSWERS, NARRATOR
from spoorboek.methods.scenes.check_texts import LONGEST_ANSWER, LONGEST_LINE
from spoorboek.methods.scenes.conversation import Choice, End, Manner, Node
from spoorboek.practice.scenes.writing.part import Label, PartForm, add_words, both
from spoorboek.practice.scenes.writing.stage import MOOD_CHOICES

MANNERS = ("text", "inside")
ANSWERS, ON, ENDS = "answers", "on", "ends"
WAYS = (
    (ANSWERS, _("Je kiest een antwoord")),
    (ON, _("Het gaat vanzelf verder")),
    (ENDS, _("Hier eindigt het gesprek")),
)
TAGS: dict[str, str | Promise] = {
    "open": _("open zijn"), "boundary": _("een grens"), "question": _("een vraag"), "thanks": _("dank of warmte"),
    "time": _("tijd nemen"), "give-in": _("meegaan"), "avoid": _("ontwijken"), "attack": _("terugslaan"),
    "strength": _("wat je kunt"), "motive": _("waarom je dit wilt"), "needs": _("wat je nodig hebt"),
}  # fmt: skip


class NodeForm(PartForm):
    """One moment. An answer that is left empty is no answer."""

    called = _("Moment in het gesprek")
    needed_when_seen = ("end_", "choices_", "inside")
    groups = (
        (_("Wat er gezegd wordt"), ("who", "mood", "text", "inside")),
        (_("En dan"), ("way", "to")),
        (_("Antwoord 1"), ("choices_0",)),
        (_("Antwoord 2"), ("choices_1",)),
        (_("Antwoord 3, als je dat wilt"), ("choices_2",)),
        (_("Het einde"), ("end",)),
    )

    def one(self) -> Node:
        return self.scene.dialogue.nodes[self.key]

    def grouped(self) -> Iterator[tuple[Label, list[BoundField]]]:
        """Each kind of the other person comes behind what is said."""
        said, *rest = super().grouped()
        yield said
        for kind in self.scene.kinds:
            fields = [bound for bound in self if bound.name.startswith(f"as_kind_{kind.key}_")]
            yield gettext("Bij: %(kind)s") % {"kind": kind.label.in_language(self.language)}, fields
        yield from rest

    def title(self) -> str:
        return self.filled_in(self.one().text)

    def place(self) -> tuple[str | int, ...]:
        return ("dialogue", "nodes", self.key)

    def build(self) -> None:
        people = [(one.id, self.filled_in(one.name)) for one in self.scene.people]
        self.fields["who"] = forms.ChoiceField(
            label=_("Wie"), choices=[*people, (NARRATOR, _("niemand: het wordt verteld"))]
        )
        self.fields["mood"] = forms.ChoiceField(label=_("Stemming"), choices=MOOD_CHOICES)
        add_words(self, "text", _("Wat die zegt"), LONGEST_LINE, long=True)
        add_words(self, "inside", _("Hoe het van binnen voelt"), LONGEST_LINE, long=True, required=False)
        for kind in self.scene.kinds:
            self.build_manner(f"as_kind_{kind.key}")
        self.fields["way"] = forms.ChoiceField(label=_("Wat er daarna komt"), choices=WAYS)
        self.fields["to"] = forms.ChoiceField(
            label=_("Gaat verder bij"), choices=moments_of(self), required=False
        )
        for number in range(MOST_ANSWERS):
            self.build_answer(f"choices_{number}")
        add_words(self, "end_title", _("Naam van dit einde"), 60, required=False)
        add_words(self, "end_text", _("Wat je er daarna over leest"), LONGEST_LINE, long=True, required=False)
        self.fields["end_good"] = forms.BooleanField(
            label=_("Een einde dat doet waarvoor je kwam"), required=False
        )

    def build_manner(self, name: str) -> None:
        """How one kind of the other person is here; what is left empty is as above."""
        moods = [("", _("zoals hierboven")), *MOOD_CHOICES]
        self.fields[f"{name}_mood"] = forms.ChoiceField(label=_("Stemming"), choices=moods, required=False)
        add_words(self, f"{name}_text", _("Wat die zegt"), LONGEST_LINE, long=True, required=False)
        add_words(
            self, f"{name}_inside", _("Hoe het van binnen voelt"), LONGEST_LINE, long=True, required=False
        )

    def build_answer(self, name: str) -> None:
        add_words(self, f"{name}_text", _("Antwoord"), LONGEST_ANSWER, required=False)
        self.fields[f"{name}_to"] = forms.ChoiceField(
            label=_("Leidt naar"), choices=moments_of(self), required=False
        )
        kind = tags_of(self.scene, self.language)
        self.fields[f"{name}_tag"] = forms.ChoiceField(
            label=_("Soort antwoord"), choices=kind, required=False
        )
        same = [("", _("hetzelfde moment")), *moments_of(self)[1:]]
        for one in self.scene.kinds:
            said = gettext("Leidt naar, bij: %(kind)s") % {"kind": one.label.in_language(self.language)}
            self.fields[f"{name}_by_kind_{one.key}"] = forms.ChoiceField(
                label=said, choices=same, required=False
            )
        add_words(
            self,
            f"{name}_feedback",
            _("Wat je er achteraf over leest"),
            LONGEST_LINE,
            long=True,
            required=False,
        )

    def now(self) -> dict[str, Any]:
        node = self.one()
        values: dict[str, Any] = {"who": node.who, "mood": node.mood, "to": node.to or ""}
        values |= {**both("text", node.text), **both("inside", node.inside)}
        values["way"] = ENDS if node.end else ON if node.to else ANSWERS
        for key, manner in node.as_kind.items():
            name = f"as_kind_{key}"
            values |= {**both(f"{name}_text", manner.text), **both(f"{name}_inside", manner.inside)}
            values[f"{name}_mood"] = manner.mood or ""
        for number, choice in enumerate(node.choices):
            name = f"choices_{number}"
            values |= {**both(f"{name}_text", choice.text), **both(f"{name}_feedback", choice.feedback)}
            values |= {f"{name}_to": choice.to, f"{name}_tag": choice.tag}
            values |= {f"{name}_by_kind_{kind}": to for kind, to in choice.by_kind.items()}
        if node.end:
            values |= {**both("end_title", node.end.title), **both("end_text", node.end.text)}
            values["end_good"] = node.end.good
        return values

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        halves = ["inside", *(f"as_kind_{kind.key}_{part}" for kind in self.scene.kinds for part in MANNERS)]
        needed = [one for name in halves if self.filled(name) for one in self.pair(name)]
        if given.get("way") == ON:
            needed.append("to")
        if given.get("way") == ENDS:
            needed += [*self.pair("end_title"), *self.pair("end_text")]
        if given.get("way") == ANSWERS:
            for number in self.answers():
                name = f"choices_{number}"
                needed += [*self.pair(f"{name}_text"), *self.pair(f"{name}_feedback"), f"{name}_to"]
        for name in needed:
            if not given.get(name) and name not in self.errors:
                self.add_error(name, _("Vul dit nog in."))
        return given

    @staticmethod
    def pair(name: str) -> tuple[str, str]:
        return f"{name}_nl", f"{name}_en"

    def filled(self, name: str) -> bool:
        return any(self.cleaned_data.get(one) for one in self.pair(name))

    def answers(self) -> list[int]:
        """The answers of which a text was filled in."""
        return [number for number in range(MOST_ANSWERS) if self.filled(f"choices_{number}_text")]

    def changed(self, scene: SceneFile) -> SceneFile:
        given, way = self.cleaned_data, self.cleaned_data["way"]
        values = {
            "who": given["who"],
            "mood": given["mood"],
            "text": self.words("text"),
            "inside": self.words("inside") if self.filled("inside") else None,
            "as_kind": {kind.key: made for kind in self.scene.kinds if (made := self.manner(kind.key))},
            "to": given["to"] if way == ON else None,
            "choices": tuple(self.choice(number) for number in self.answers()) if way == ANSWERS else (),
            "end": self.end() if way == ENDS else None,
        }
        nodes = {**scene.dialogue.nodes, self.key: self.one().model_copy(update=values)}
        return scene.model_copy(update={"dialogue": scene.dialogue.model_copy(update={"nodes": nodes})})

    def manner(self, kind: str) -> Manner | None:
        """What differs with a kind of the other person; `None` where nothing does."""
        name = f"as_kind_{kind}"
        words = {part: self.words(f"{name}_{part}") for part in MANNERS if self.filled(f"{name}_{part}")}
        mood = self.cleaned_data[f"{name}_mood"] or None
        return Manner(mood=mood, **words) if words or mood else None

    def choice(self, number: int) -> Choice:
        """The answer, and with which kinds of the other person it leads elsewhere."""
        name = f"choices_{number}"
        elsewhere = {one.key: self.cleaned_data[f"{name}_by_kind_{one.key}"] for one in self.scene.kinds}
        return Choice(
            text=self.words(f"{name}_text"),
            to=self.cleaned_data[f"{name}_to"],
            tag=self.cleaned_data[f"{name}_tag"] or "open",
            feedback=self.words(f"{name}_feedback"),
            by_kind={kind: to for kind, to in elsewhere.items() if to},
        )

    def end(self) -> End:
        old = self.one().end
        texts = {"title": self.words("end_title"), "text": self.words("end_text")}
        return End(key=old.key if old else self.key, good=self.cleaned_data["end_good"], **texts)


def moments_of(form: PartForm) -> list[tuple[str, Any]]:
    """Every moment to lead to, by its number on the page and what is said there; first that none is chosen."""
    numbered = enumerate(form.scene.dialogue.nodes.items(), 1)
    told = [(key, f"{number}. {form.filled_in(node.text)[:60]}") for number, (key, node) in numbered]
    return [("", _("kies een moment")), *told]


def tags_of(scene: SceneFile, language: str) -> list[tuple[str, Any]]:
    """Kinds of answers; behind each what it shows at the end."""
    known = {choice.tag for node in scene.dialogue.nodes.values() for choice in node.choices}
    shows = {skill.key: skill.label.in_language(language) for skill in scene.skills}
    labels = {**TAGS, **{tag: tag for tag in sorted(known - TAGS.keys())}}
    own = {key: said for key, said in shows.items() if key not in labels}
    told = {key: f"{label} ({shows[key]})" if key in shows else label for key, label in labels.items()}
    return list((told | own).items())
