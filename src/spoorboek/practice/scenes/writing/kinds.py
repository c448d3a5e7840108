"""Forms of kinds of the other person, of what answers show, and where the conversation begins."""

import string
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.methods.reading import Words
from spoorboek.methods.scenes import SceneFile
from spoorboek.methods.scenes.check_texts import LONGEST_LINE
from spoorboek.methods.scenes.checks import Place
from spoorboek.methods.scenes.conversation import Kind, Node, Skill
from spoorboek.practice.scenes.writing.part import ListedForm, PartForm, add_words, both, free
from spoorboek.practice.scenes.writing.talk import moments_of, tags_of

OWN_TAG = "own"
"""How the name of a way of answering that a coach thought up begins."""


class KindForm(ListedForm[Kind]):
    """A kind of the other person: what it is called, and how that person is."""

    called = _("Soort gesprekspartner")
    lists = "kinds"

    def title(self) -> str:
        return self.filled_in(self.one().label)

    def build(self) -> None:
        add_words(self, "label", _("Naam van deze soort"), 40)
        add_words(self, "about", _("Hoe die is"), LONGEST_LINE, long=True)
        self.fields["label_nl"].help_text = _("Wat die anders zegt of doet, vul je in bij de momenten.")

    def now(self) -> dict[str, Any]:
        kind = self.one()
        return {**both("label", kind.label), **both("about", kind.about)}

    def changed(self, scene: SceneFile) -> SceneFile:
        values = {"label": self.words("label"), "about": self.words("about")}
        return self.put(scene, self.one().model_copy(update=values))


class SkillForm(PartForm):
    """Something that answers show, said back at the end. `key` is its place in the list."""

    called = _("Vaardigheid")

    def number(self) -> int:
        number = int(self.key)
        if not 0 <= number < len(self.scene.skills):
            raise KeyError(self.key)
        return number

    def one(self) -> Skill:
        return self.scene.skills[self.number()]

    def title(self) -> str:
        return self.filled_in(self.one().label)

    def build(self) -> None:
        skill = self.one()
        add_words(self, "label", _("Wat je dan liet horen"), 80)
        others = {one.key for one in self.scene.skills} - {skill.key}
        tags = [(key, label) for key, label in tags_of(self.scene, self.language) if key not in others]
        if skill.key not in dict(tags):
            tags.append((skill.key, _("een eigen soort, die je zelf bij antwoorden zet")))
        self.fields["key"] = forms.ChoiceField(
            label=_("Welke soort antwoord laat dit zien"), choices=tags,
            help_text=_("Bij elk antwoord in het gesprek kies je wat voor soort het is."),
        )  # fmt: skip
        add_words(self, "hint", _("Wat je leest als je het deze keer niet deed"), LONGEST_LINE, long=True)

    def now(self) -> dict[str, Any]:
        skill = self.one()
        return {"key": skill.key, **both("label", skill.label), **both("hint", skill.hint)}

    def changed(self, scene: SceneFile) -> SceneFile:
        words = {name: self.words(name) for name in ("label", "hint")}
        skills = list(scene.skills)
        skills[self.number()] = Skill(key=self.cleaned_data["key"], **words)
        return scene.model_copy(update={"skills": tuple(skills)})

    def place(self) -> Place:
        return ("skills", self.number())


class ConversationForm(PartForm):
    """Where the conversation begins, and whether there is much of it."""

    called = _("Begin van het gesprek")

    def build(self) -> None:
        self.fields["start"] = forms.ChoiceField(
            label=_("Het gesprek begint bij"), choices=moments_of(self)[1:]
        )
        self.fields["quiet"] = forms.BooleanField(
            label=_("Er wordt weinig gezegd: het is vooral een plek om te zijn"), required=False,
            help_text=_("Dan mag het gesprek kort zijn, met één einde."),
        )  # fmt: skip

    def now(self) -> dict[str, Any]:
        talk = self.scene.dialogue
        return {"start": talk.start, "quiet": talk.quiet}

    def changed(self, scene: SceneFile) -> SceneFile:
        values = {name: self.cleaned_data[name] for name in ("start", "quiet")}
        return scene.model_copy(update={"dialogue": scene.dialogue.model_copy(update=values)})

    def place(self) -> Place:
        return ("dialogue",)

    def field_of(self, trouble: Any) -> str | None:
        """What is wrong in a moment is said there."""
        return super().field_of(trouble) if len(trouble.place) == 2 else None


USUAL = Kind(
    key="usual",
    label=Words(nl="Gewoon", en="Usual"),
    about=Words(nl="Zoals de scène is.", en="As the scene is."),
)


def with_kind(scene: SceneFile, _key: str) -> SceneFile:
    """A new kind; the first brings the usual one beside it, so that there is something to choose."""
    known = scene.kinds or (USUAL,)
    key = free({one.key for one in known}, "kind")
    label, about = Words(nl="Nieuwe soort", en="New kind"), Words(nl="…", en="…")
    return scene.model_copy(update={"kinds": (*known, Kind(key=key, label=label, about=about))})


def without_kind(scene: SceneFile, key: str) -> SceneFile:
    """Everywhere the conversation goes for that kind, it is as it was for all. One kind alone is none to choose."""
    left = tuple(one for one in scene.kinds if one.key != key)
    kept = {one.key for one in left} if len(left) > 1 else set()
    nodes = {name: for_kinds(node, kept) for name, node in scene.dialogue.nodes.items()}
    talk = scene.dialogue.model_copy(update={"nodes": nodes})
    return scene.model_copy(update={"kinds": left if kept else (), "dialogue": talk})


def for_kinds(node: Node, kept: set[str]) -> Node:
    """A moment without what it says of other kinds."""
    choices = tuple(
        one.model_copy(update={"by_kind": {kind: to for kind, to in one.by_kind.items() if kind in kept}})
        for one in node.choices
    )
    manners = {kind: manner for kind, manner in node.as_kind.items() if kind in kept}
    return node.model_copy(update={"choices": choices, "as_kind": manners})


def with_skill(scene: SceneFile, _key: str) -> SceneFile:
    """For a kind of answer that is given here and shows nothing yet; else for one of its own."""
    known = {one.key for one in scene.skills}
    given = [choice.tag for node in scene.dialogue.nodes.values() for choice in node.choices]
    tag = next((one for one in given if one not in known), "") or own_tag(known)
    label, hint = Words(nl="Nieuwe vaardigheid", en="New skill"), Words(nl="…", en="…")
    return scene.model_copy(update={"skills": (*scene.skills, Skill(key=tag, label=label, hint=hint))})


def own_tag(taken: set[str]) -> str:
    return next(name for letter in string.ascii_lowercase if (name := f"{OWN_TAG}-{letter}") not in taken)


def without_skill(scene: SceneFile, key: str) -> SceneFile:
    """The answers keep their kind; they only show nothing any more."""
    left = tuple(one for number, one in enumerate(scene.skills) if str(number) != key)
    return scene.model_copy(update={"skills": left})
