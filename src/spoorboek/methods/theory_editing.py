"""Changing a theory of change: each change gives a new theory, or says why it cannot be. Pure."""

from itertools import pairwise

from spoorboek.methods.editing import changed_about
from spoorboek.methods.model import DETERMINANTS, Method
from spoorboek.methods.reading import Mistake, Mistakes, Words, words
from spoorboek.methods.theory import Arrow, Level, Node, Theory
from spoorboek.methods.wording import DETERMINANT_WORDS

FILE = "theory"
FEWEST_ARROWS = 3
OPEN_ASSUMPTION = words("Wij denken dat dit helpt.", "We think that this helps.")


def with_theory(method: Method, theory: Theory) -> Method:
    """The method with another theory of change. Raises `Mistakes`."""
    for level in Level:
        if not any(node.level is level for node in theory.nodes):
            raise refused("In elke kolom blijft minstens één vak.", "Each column keeps at least one box.")
    if len(theory.arrows) < FEWEST_ARROWS:
        raise refused(
            "Er blijven minstens drie pijlen. Voeg eerst een andere toe.",
            "At least three arrows stay. Add another first.",
        )
    return changed_about(method, theory=theory)


def begun(method: Method) -> Theory:
    """A first theory to change: one box a column, from the first step of the method and what it is for."""
    step = method.activities[0]
    aim = next((why for why in step.why if why in DETERMINANTS), "self-efficacy")
    nodes = (
        Node(key="do-first", level=Level.ACTIVITY, title=step.title, steps=(step.key,)),
        Node(key=aim, level=Level.DETERMINANT, title=capital(DETERMINANT_WORDS[aim])),
        Node(
            key="small-steps",
            level=Level.BEHAVIOUR,
            title=words("Zelf kleine stappen zetten", "Taking small steps oneself"),
        ),
        Node(key="at-work", level=Level.OUTCOME, title=words("Terug aan het werk", "Back at work")),
    )
    keys = [node.key for node in nodes]
    arrows = tuple(Arrow(begin=begin, end=end, assumption=OPEN_ASSUMPTION) for begin, end in pairwise(keys))
    return Theory(nodes=nodes, arrows=arrows)


def capital(text: Words) -> Words:
    return words(text.nl[:1].upper() + text.nl[1:], text.en[:1].upper() + text.en[1:])


def with_node(theory: Theory, node: Node) -> Theory:
    """A new box, the last of its column."""
    return theory.model_copy(update={"nodes": (*theory.nodes, node)})


def without_node(theory: Theory, key: str) -> Theory:
    """A box taken out, with the arrows to it and from it. Raises `KeyError`."""
    if key not in {node.key for node in theory.nodes}:
        raise KeyError(key)
    return theory.model_copy(
        update={
            "nodes": tuple(node for node in theory.nodes if node.key != key),
            "arrows": tuple(arrow for arrow in theory.arrows if key not in {arrow.begin, arrow.end}),
        }
    )


def moved_node(theory: Theory, key: str, places: int) -> Theory:
    """A box so many places down in its column; at the edge it stays. Raises `KeyError`."""
    level = next((node.level for node in theory.nodes if node.key == key), None)
    if level is None:
        raise KeyError(key)
    column = [node for node in theory.nodes if node.level is level]
    at = [node.key for node in column].index(key)
    column.insert(min(max(at + places, 0), len(column) - 1), column.pop(at))
    rest = tuple(node for node in theory.nodes if node.level is not level)
    return theory.model_copy(update={"nodes": (*rest, *column)})


def with_arrow(theory: Theory, arrow: Arrow) -> Theory:
    return theory.model_copy(update={"arrows": (*theory.arrows, arrow)})


def without_arrow(theory: Theory, key: str) -> Theory:
    """Raises `KeyError`."""
    left = tuple(arrow for arrow in theory.arrows if arrow.key != key)
    if len(left) == len(theory.arrows):
        raise KeyError(key)
    return theory.model_copy(update={"arrows": left})


def refused(nl: str, en: str) -> Mistakes:
    return Mistakes([Mistake(FILE, 0, "theory", words(nl, en))])
