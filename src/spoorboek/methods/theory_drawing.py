"""A theory of change as a picture: four columns of boxes, and arrows that are dashed where they are our assumption."""

from textwrap import wrap

from spoorboek.methods import svg
from spoorboek.methods.model import Method
from spoorboek.methods.theory import Arrow, Level, Node, Theory
from spoorboek.methods.wording import say

COLUMN, BOX_WIDTH, BOX_GAP, TOP, EDGE = 290, 224, 18, 60, 24
LEVELS = {
    Level.ACTIVITY: ("Wat we doen", "What we do"),
    Level.DETERMINANT: ("Wat dat verandert", "What that changes"),
    Level.BEHAVIOUR: ("Wat mensen dan doen", "What people then do"),
    Level.OUTCOME: ("Wat het oplevert", "What comes of it"),
}

Box = tuple[float, float, float]
"""Left, top and height."""


def theory_of_change(method: Method, language: str = "nl") -> str:
    """The theory of change as SVG; empty when the method has none."""
    theory = method.theory
    if theory is None:
        return ""
    places, height = placed(theory, language)
    shapes = [
        *heads(language),
        *(arrow_shape(arrow, places) for arrow in theory.arrows),
        *(shape for node in theory.nodes for shape in node_shapes(node, places[node.key], language)),
        *legend(height, language),
    ]
    name = method.title.in_language(language)
    title = say(language, f"Hoe {name} zou moeten werken", f"How {name} should work")
    width = EDGE + COLUMN * 3 + BOX_WIDTH + EDGE
    return svg.picture(width, height + 44, title, in_words(theory, language), shapes, "theory")


def heads(language: str) -> list[str]:
    letters = svg.Letters("md-name", svg.TRACK_1, bold=True, size=16)
    return [
        svg.text(EDGE + COLUMN * number, 38, say(language, *LEVELS[level]), letters)
        for number, level in enumerate(Level)
    ]


def placed(theory: Theory, language: str) -> tuple[dict[str, Box], int]:
    """Where each box stands, each column spread over the height of the tallest; and the height of the whole."""
    columns = {level: [node for node in theory.nodes if node.level is level] for level in Level}
    high = {node.key: 24 + 18.0 * len(wrapped(node, language)) for node in theory.nodes}
    heights = {level: sum(high[node.key] + BOX_GAP for node in column) for level, column in columns.items()}
    tallest = max(heights.values())
    places: dict[str, Box] = {}
    for number, level in enumerate(Level):
        spare = (tallest - heights[level]) / max(len(columns[level]), 1)
        y = TOP + spare / 2
        for node in columns[level]:
            places[node.key] = (EDGE + COLUMN * number, y, high[node.key])
            y += high[node.key] + BOX_GAP + spare
    return places, int(TOP + tallest)


def wrapped(node: Node, language: str) -> list[str]:
    return wrap(node.title.in_language(language), 27)


def node_shapes(node: Node, place: Box, language: str) -> list[str]:
    x, y, height = place
    tint = {Level.ACTIVITY: svg.TINT_1, Level.OUTCOME: svg.TINT_2}.get(node.level, svg.CARD)
    edge = svg.INK if node.level is Level.OUTCOME else svg.TRACK_1
    return [
        svg.box(x, y, BOX_WIDTH, height, f"md-box md-box--{node.level}", tint, edge),
        *(svg.text(x + 14, y + 26 + 18 * row, part) for row, part in enumerate(wrapped(node, language))),
    ]


def arrow_shape(arrow: Arrow, places: dict[str, Box]) -> str:
    """A curve from the right side of one box to the left side of the next."""
    (x0, y0, h0), (x1, y1, h1) = places[arrow.begin], places[arrow.end]
    begin, end = (x0 + BOX_WIDTH, y0 + h0 / 2), (x1, y1 + h1 / 2)
    bend = (begin[0] + end[0]) / 2
    d = f"M{begin[0]:g} {begin[1]:g}C{bend:g} {begin[1]:g} {bend:g} {end[1]:g} {end[0]:g} {end[1]:g}"
    assumed = arrow.assumption is not None
    return svg.track(d, second=assumed, dashed=assumed, width=2.5)


def legend(height: int, language: str) -> list[str]:
    y = height + 14
    return [
        svg.track(f"M24 {y}H74", width=2.5),
        svg.text(84, y + 5, say(language, "met een bron", "with a source"), svg.QUIET),
        svg.track(f"M210 {y}H260", second=True, dashed=True, width=2.5),
        svg.text(270, y + 5, say(language, "onze aanname", "our assumption"), svg.QUIET),
    ]


def in_words(theory: Theory, language: str) -> str:
    """What the picture shows, for who does not see it."""
    names = {node.key: node.title.in_language(language) for node in theory.nodes}
    leads = say(language, "leidt tot", "leads to")
    return ". ".join(f"{names[arrow.begin]} {leads} {names[arrow.end]}" for arrow in theory.arrows) + "."
