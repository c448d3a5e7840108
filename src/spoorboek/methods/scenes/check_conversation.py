"""A conversation worth practising: every way through it ends, several end well, and everybody in it is there."""

from collections.abc import Iterator

from spoorboek.methods.scenes.checks import Place, Trouble, trouble, twice
from spoorboek.methods.scenes.conversation import Dialogue, Node
from spoorboek.methods.scenes.model import SceneFile, registry

MOST_ANSWERS = 3
FEWEST_NODES = 12
FEWEST_GOOD_ENDS = 2
NARRATOR = "narrator"


def leads_to(node: Node) -> list[tuple[Place, str]]:
    """Where a moment goes on, with the place in it that says so."""
    found: list[tuple[Place, str]] = [(("to",), node.to)] if node.to else []
    for number, choice in enumerate(node.choices):
        found.append((("choices", number, "to"), choice.to))
        found += [(("choices", number, "by_kind", kind), to) for kind, to in choice.by_kind.items()]
    return found


def links(scene: SceneFile) -> Iterator[Trouble]:
    talk = scene.dialogue
    if talk.start not in talk.nodes:
        yield trouble(("dialogue", "start"), f"{talk.start} is er niet", f"there is no {talk.start}")
    kinds = {kind.key for kind in scene.kinds}
    for key, node in talk.nodes.items():
        for place, to in leads_to(node):
            if to not in talk.nodes:
                yield trouble(
                    ("dialogue", "nodes", key, *place),
                    f"leidt naar {to}, maar dat moment is er niet",
                    f"leads to {to}, but there is no such moment",
                    next(iter(talk.nodes)),
                )
        for number, choice in enumerate(node.choices):
            for kind in choice.by_kind.keys() - kinds:
                place = ("dialogue", "nodes", key, "choices", number, "by_kind")
                yield trouble(place, f"er is geen soort {kind}", f"there is no kind {kind}")


def people(scene: SceneFile) -> Iterator[Trouble]:
    there = {one.id for one in scene.people} | {NARRATOR}
    for key, node in scene.dialogue.nodes.items():
        place: Place = ("dialogue", "nodes", key)
        if node.who not in there:
            yield trouble((*place, "who"), f"{node.who} is er niet", f"there is no {node.who}", NARRATOR)
        if node.mood not in registry()["moods"]:
            yield trouble(
                (*place, "mood"),
                f"stemming {node.mood} is er niet",
                f"there is no mood {node.mood}",
                "neutral",
            )
        if node.who != NARRATOR and node.inside is None:
            yield trouble(
                place,
                "zegt niet wat de ander hier voelt (inside); dat is nodig om het van die stoel te zien",
                "does not say what the other feels here (inside); it is needed to see it from that seat",
                "inside: {nl: Ik ben opgelucht., en: I am relieved.}",
            )


def shape(scene: SceneFile) -> Iterator[Trouble]:
    """Each moment has answers, or goes on, or ends: exactly one of them."""
    for key, node in scene.dialogue.nodes.items():
        place: Place = ("dialogue", "nodes", key)
        ways = [bool(node.choices), node.to is not None, node.end is not None]
        if not any(ways):
            yield trouble(
                place,
                "hier loopt het gesprek dood; geef antwoorden, of zeg hoe het verdergaat of eindigt",
                "the conversation stops dead here; give answers, or say how it goes on or ends",
                "to: goodbye",
            )
        if sum(ways) > 1:
            yield trouble(
                place,
                "kies één: antwoorden (choices), vanzelf verder (to) of een einde (end)",
                "choose one: answers (choices), going on by itself (to) or an end (end)",
            )
        if len(node.choices) == 1 or len(node.choices) > MOST_ANSWERS:
            yield trouble(
                (*place, "choices"),
                f"geef twee of {MOST_ANSWERS} antwoorden; nu {len(node.choices)}",
                f"give two or {MOST_ANSWERS} answers; now {len(node.choices)}",
            )


def kinds(scene: SceneFile) -> Iterator[Trouble]:
    """What differs by kind belongs to a kind that is there, and each kind differs somewhere."""
    known = {kind.key for kind in scene.kinds}
    seen: set[str] = set()
    for key, node in scene.dialogue.nodes.items():
        seen |= {kind for choice in node.choices for kind in choice.by_kind}
        for kind, manner in node.as_kind.items():
            place: Place = ("dialogue", "nodes", key, "as_kind", kind)
            seen.add(kind)
            if kind not in known:
                yield trouble(place, f"er is geen soort {kind}", f"there is no kind {kind}")
            if manner.mood is not None and manner.mood not in registry()["moods"]:
                yield trouble(
                    (*place, "mood"), f"stemming {manner.mood} is er niet", f"there is no mood {manner.mood}"
                )
    alike = [number for number, kind in enumerate(scene.kinds) if kind.key not in seen]
    for number in alike[1:]:
        yield trouble(
            ("kinds", number),
            "deze soort doet nergens iets anders dan de andere",
            "this kind does nothing different from the others anywhere",
            "as_kind: {businesslike: {mood: neutral, text: {nl: …, en: …}}}",
        )


def skills(scene: SceneFile) -> Iterator[Trouble]:
    yield from twice([(("skills", n, "key"), one.key) for n, one in enumerate(scene.skills)])
    shown = {choice.tag for node in scene.dialogue.nodes.values() for choice in node.choices}
    for number, skill in enumerate(scene.skills):
        if skill.key not in shown:
            yield trouble(
                ("skills", number, "key"),
                f"geen antwoord laat {skill.key} zien; geef er een dit kenmerk (tag)",
                f"no answer shows {skill.key}; give one this tag",
            )


def reach(scene: SceneFile) -> Iterator[Trouble]:
    talk = scene.dialogue
    if talk.start not in talk.nodes:
        return
    reached = reached_from(talk, talk.start)
    for key in talk.nodes:
        place: Place = ("dialogue", "nodes", key)
        if key not in reached:
            yield trouble(place, "hier komt niemand ooit", "nobody ever comes here")
        elif not any(talk.nodes[one].end for one in reached_from(talk, key)):
            yield trouble(
                place, "van hier gaat het rond en eindigt het nooit", "from here it goes round and never ends"
            )


def reached_from(talk: Dialogue, start: str) -> set[str]:
    """The moments that some way leads to, the start included."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        key = waiting.pop()
        if key in talk.nodes and key not in reached:
            reached.add(key)
            waiting += [to for _place, to in leads_to(talk.nodes[key])]
    return reached


def substance(scene: SceneFile) -> Iterator[Trouble]:
    talk = scene.dialogue
    if talk.quiet:
        return
    if len(talk.nodes) < FEWEST_NODES:
        yield trouble(
            ("dialogue", "nodes"),
            f"een gesprek om te oefenen heeft {FEWEST_NODES} momenten of meer; dit heeft er {len(talk.nodes)}",
            f"a conversation to practise has {FEWEST_NODES} moments or more; this has {len(talk.nodes)}",
        )
    good = {node.end.key for node in talk.nodes.values() if node.end and node.end.good}
    if len(good) < FEWEST_GOOD_ENDS:
        yield trouble(
            ("dialogue", "nodes"),
            f"er is geen enkel goed antwoord: geef {FEWEST_GOOD_ENDS} goede eindes of meer; nu {len(good)}",
            f"there is no single right answer: give {FEWEST_GOOD_ENDS} good ends or more; now {len(good)}",
            "end: {key: agreed, good: true, …}",
        )


CONVERSATION = (links, people, shape, kinds, skills, reach, substance)
