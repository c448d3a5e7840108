"""The texts of a scene: short enough for a panel with one's own words in them, and no word to fill in left unknown."""

from collections.abc import Iterator, Mapping

from spoorboek.methods.reading import Strict, Words
from spoorboek.methods.scenes.checks import Place, Trouble, trouble, twice
from spoorboek.methods.scenes.model import SceneFile
from spoorboek.methods.scenes.own_words import LONGEST, SLOT, default_of, objection, slots
from spoorboek.methods.scenes.playing import COLOURED

LONGEST_LINE = 220
LONGEST_ANSWER = 90
"""Characters on a panel: a line that is said, and an answer (facts: what can be read at two metres)."""
LONGEST_TITLE = 60
LANGUAGES = ("nl", "en")


def too_long(scene: SceneFile) -> Iterator[Trouble]:
    kinds = {own.key: own.kind for own in scene.own}
    for place, words, most in measured(scene):
        for language in LANGUAGES:
            length = len(longest(words.in_language(language), kinds))
            if length > most:
                yield trouble(
                    (*place, language),
                    f"te lang om te lezen: {length} tekens, het kunnen er {most} zijn",
                    f"too long to read: {length} characters, there can be {most}",
                )


def longest(text: str, kinds: Mapping[str, str]) -> str:
    """The text with the longest words in it that one may fill in."""
    return SLOT.sub(lambda found: "x" * LONGEST.get(kinds.get(found[1], ""), 0), text)


def measured(scene: SceneFile) -> Iterator[tuple[Place, Words, int]]:
    """Every text that must fit, with how long it may be."""
    yield ("title",), scene.title, LONGEST_TITLE
    for number, step in enumerate(scene.steps):
        yield ("steps", number, "title"), step.title, LONGEST_TITLE
        yield ("steps", number, "about"), step.about, LONGEST_LINE
    for number, event in enumerate(scene.events):
        for at, action in enumerate(event.actions):
            if action.text:
                yield ("events", number, "actions", at, "text"), action.text, LONGEST_LINE
    for key, node in scene.dialogue.nodes.items():
        here: Place = ("dialogue", "nodes", key)
        yield (*here, "text"), node.text, LONGEST_LINE
        if node.inside:
            yield (*here, "inside"), node.inside, LONGEST_LINE
        for kind, manner in node.as_kind.items():
            for name, words in (("text", manner.text), ("inside", manner.inside)):
                if words:
                    yield (*here, "as_kind", kind, name), words, LONGEST_LINE
        for number, choice in enumerate(node.choices):
            yield (*here, "choices", number, "text"), choice.text, LONGEST_ANSWER
            yield (*here, "choices", number, "feedback"), choice.feedback, LONGEST_LINE


UNWRITTEN = "…"
"""What stands in something that was just added."""


def unwritten(scene: SceneFile) -> Iterator[Trouble]:
    """Texts that nobody wrote yet."""
    rest: list[tuple[Place, Words]] = [
        (("kinds", n, "about"), one.about) for n, one in enumerate(scene.kinds)
    ]
    rest += [(("skills", n, "hint"), one.hint) for n, one in enumerate(scene.skills)]
    ends = {key: node.end for key, node in scene.dialogue.nodes.items() if node.end}
    rest += [(("dialogue", "nodes", key, "end", "title"), end.title) for key, end in ends.items()]
    rest += [(("dialogue", "nodes", key, "end", "text"), end.text) for key, end in ends.items()]
    for number, one in enumerate(scene.own):
        if UNWRITTEN in {default_of(one, language) for language in LANGUAGES}:
            yield trouble(
                ("own", number, "default"), "hier moet nog een tekst komen", "a text has yet to come here"
            )
    for place, words in [*((place, words) for place, words, _most in measured(scene)), *rest]:
        for language in LANGUAGES:
            if words.in_language(language) == UNWRITTEN:
                yield trouble(
                    (*place, language), "hier moet nog een tekst komen", "a text has yet to come here"
                )


def own(scene: SceneFile) -> Iterator[Trouble]:
    yield from twice([(("own", n, "key"), one.key) for n, one in enumerate(scene.own)])
    for number, one in enumerate(scene.own):
        for language in LANGUAGES:
            wrong = objection(one, default_of(one, language))
            if wrong:
                yield Trouble(("own", number, "default"), wrong)
                break


def filled_in(scene: SceneFile) -> Iterator[Trouble]:
    """What is to be filled in is declared, and what is declared is used."""
    known = {one.key for one in scene.own}
    content = scene.model_dump(exclude={"own"})
    used = set(slots(content))
    for name, part in content.items():
        for key in sorted(set(slots(part)) - known):
            yield trouble(
                (name,),
                f"{{{key}}} staat niet bij de woorden van het eigen werk (own)",
                f"{{{key}}} is not among the words of one's own workplace (own)",
                f"own: [{{key: {key}, …}}]",
            )
    for number, one in enumerate(scene.own):
        if one.key not in used:
            yield trouble(
                ("own", number), f"{{{one.key}}} komt nergens voor", f"{{{one.key}}} is used nowhere"
            )


def colours(scene: SceneFile) -> Iterator[Trouble]:
    """Where a colour is asked, only a word that is a colour is filled in."""
    words = {one.key for one in scene.own if one.kind != "colour"}
    placed: list[tuple[Place, Strict]] = [(("room",), scene.room), (("room", "floor"), scene.room.floor)]
    placed += [(("props", number), prop) for number, prop in enumerate(scene.props)]
    placed += [(("people", number, "look"), one.look) for number, one in enumerate(scene.people)]
    for place, part in placed:
        for name in COLOURED[type(part)]:
            for key in words & set(slots(getattr(part, name))):
                yield trouble(
                    (*place, name),
                    f"{{{key}}} is geen kleur",
                    f"{{{key}}} is no colour",
                    f"{{key: {key}, kind: colour}}",
                )


TEXTS = (too_long, unwritten, own, filled_in, colours)
