"""The few shapes our drawings are made of: SVG with the light theme's colours as attributes, so that a style sheet
(of another theme, or of paper) may override them by class. No style element and no style attribute.
"""

from dataclasses import dataclass, replace
from html import escape

INK, SOFT, PAPER, CARD, RULE = "#16213a", "#55607a", "#faf7f1", "#ffffff", "#e6dfd2"
TRACK_1, TRACK_2, TINT_1, TINT_2 = "#0d5c9e", "#b8440c", "#e6f0fa", "#fcece3"
FONT = "Atkinson Hyperlegible Next, Atkinson Hyperlegible, Verdana, sans-serif"


def picture(width: int, height: int, title: str, text: str, shapes: list[str], kind: str) -> str:
    """A whole drawing with its title and what it shows in words."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" class="method-drawing method-drawing--{kind}" font-family="{FONT}" font-size="14">'
    )
    named = f"<title>{escape(title)}</title><desc>{escape(text)}</desc>"
    ground = f'<rect class="md-ground" width="{width}" height="{height}" rx="16" fill="{CARD}"/>'
    return "\n".join([head, named, ground, *shapes, "</svg>\n"])


@dataclass(frozen=True)
class Letters:
    """How a text looks: class, colour, weight, size, and which end of it stands at the place given."""

    css: str = "md-ink"
    fill: str = INK
    bold: bool = False
    size: int = 14
    anchor: str = "start"

    def ending(self, anchor: str) -> "Letters":
        return replace(self, anchor=anchor)


PLAIN = Letters()
QUIET = Letters("md-soft", SOFT, size=13)
NAME = Letters("md-name", TRACK_1, bold=True)


def text(x: float, y: float, words: str, letters: Letters = PLAIN) -> str:
    weight = ' font-weight="700"' if letters.bold else ""
    place = f' text-anchor="{letters.anchor}"' if letters.anchor != "start" else ""
    look = f'class="{letters.css}" fill="{letters.fill}" font-size="{letters.size}"'
    return f'<text {look} x="{x:g}" y="{y:g}"{weight}{place}>{escape(words)}</text>'


def rule(d: str, width: float = 1) -> str:
    """A thin line to guide the eye."""
    return f'<path class="md-rule" d="{d}" fill="none" stroke="{RULE}" stroke-width="{width:g}"/>'


def track(d: str, *, second: bool = False, dashed: bool = False, width: float = 8) -> str:
    """A piece of line, as on our route map."""
    css, colour = ("md-track-2", TRACK_2) if second else ("md-track-1", TRACK_1)
    dashes = f' stroke-dasharray="{width:g} {width / 2:g}"' if dashed else ""
    return f'<path class="{css}" d="{d}" fill="none" stroke="{colour}" stroke-width="{width:g}"{dashes}/>'


def station(x: float, y: float, radius: float = 9) -> str:
    look = f'class="md-station" fill="{CARD}" stroke="{INK}" stroke-width="3.5"'
    return f'<circle {look} cx="{x:g}" cy="{y:g}" r="{radius:g}"/>'


def dot(x: float, y: float, *, hollow: bool, note: str) -> str:
    """One step: filled for core, a ring for a step of choice."""
    fill, css = (CARD, "md-dot md-dot--choice") if hollow else (TRACK_1, "md-dot")
    return (
        f'<circle class="{css}" cx="{x:g}" cy="{y:g}" r="5.5" fill="{fill}" stroke="{TRACK_1}" stroke-width="2">'
        f"<title>{escape(note)}</title></circle>"
    )


def box(x: float, y: float, width: float, height: float, css: str, fill: str, edge: str) -> str:
    look = f'class="{css}" fill="{fill}" stroke="{edge}" stroke-width="1.5" rx="10"'
    return f'<rect {look} x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}"/>'
