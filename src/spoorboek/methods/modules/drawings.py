"""Drawings in modules: SVG that may only be shapes, so that it can stand inside a page under a strict policy."""

from html.parser import HTMLParser
from pathlib import Path

from spoorboek.methods.reading import Mistake, Mistakes, Words, words

SHAPES = frozenset(
    {"svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "text", "tspan"}
)
ATTRIBUTES = frozenset(
    {
        "viewbox", "xmlns", "class", "d", "cx", "cy", "r", "rx", "ry", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy",
        "width", "height", "points", "transform", "text-anchor", "font-size", "font-weight", "opacity",
        "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray",
    }
)  # fmt: skip
COLOURS = frozenset({"none", "currentcolor"})
EXAMPLE = '<path class="d-line" d="M0 0h10"/>'


class Drawing(HTMLParser):
    """Collects what a drawing holds that it may not hold."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file
        self.found: list[Mistake] = []
        self.is_drawing = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_drawing = self.is_drawing or (tag == "svg" and any(name == "viewbox" for name, _ in attrs))
        if tag not in SHAPES:
            self.object_to(
                words(
                    f"een tekening bestaat uit vormen, geen <{tag}>",
                    f"a drawing holds shapes only, no <{tag}>",
                )
            )
        for name, value in attrs:
            if name not in ATTRIBUTES:
                self.object_to(words(f"een vorm heeft geen {name}", f"a shape has no {name}"))
            elif name in {"fill", "stroke"} and (value or "").lower() not in COLOURS:
                self.object_to(
                    words(
                        f"kleuren komen uit klassen, zodat elk thema ze kan veranderen; geen {value}",
                        f"colours come from classes, so that every theme can change them; not {value}",
                    )
                )

    def object_to(self, message: Words) -> None:
        self.found.append(Mistake(self.file, self.getpos()[0], "", message, EXAMPLE))


def drawn(path: Path) -> str:
    """The drawing as text. Raises `Mistakes` when it is not there, is no drawing, or holds more than shapes."""
    if not path.is_file():
        raise Mistakes(
            [Mistake(str(path), 0, "", words("deze tekening is er niet", "this drawing is not there"))]
        )
    text = path.read_text(encoding="utf-8").strip()
    reader = Drawing(str(path))
    reader.feed(text)
    if not reader.is_drawing:
        reader.object_to(
            words("een tekening begint met <svg viewBox=…>", "a drawing begins with <svg viewBox=…>")
        )
    if reader.found:
        raise Mistakes(reader.found)
    return text
