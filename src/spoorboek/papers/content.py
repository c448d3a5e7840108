"""What a paper consists of: small frozen parts that hold plain text and nothing of its look.

Texts are plain: a line break in one is a line break on paper, everything else stands as it was written. Lengths are
in millimetres. Pictures are the bytes of an SVG, PNG or JPEG.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Language = Literal["nl", "en"]
UNDATED = date(2000, 1, 1)


@dataclass(frozen=True)
class Paragraph:
    """Running text. `lead` is an opening sentence, a little larger; `small` a remark below something."""

    text: str
    tone: Literal["", "lead", "small"] = ""


@dataclass(frozen=True)
class Bullets:
    """A real list; numbered where the order matters."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Facts:
    """Terms with what belongs to them: (term, text)."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """Rows under columns; every row has as many texts as there are columns. `widths` are shares, equal when empty.

    With `row_heads` the first text of a row says what the row is about, and is set bold. `row_height` in mm makes room
    to write in.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    row_heads: bool = False
    row_height: float = 0.0


@dataclass(frozen=True)
class Notice:
    """Something that must not be missed, beside a bar."""

    title: str
    content: tuple[Part, ...]


@dataclass(frozen=True)
class Question:
    """A question with its answers (each a text), or with `lines` ruled lines to write on."""

    text: str
    hint: str = ""
    lines: int = 3
    answers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Choices:
    """A question with boxes to tick; `chosen` are positions in `options`, from 0."""

    text: str
    options: tuple[str, ...]
    chosen: frozenset[int] = frozenset()
    hint: str = ""


@dataclass(frozen=True)
class Scale:
    """A question answered with a whole number from `lowest` to `highest`, both ends in words."""

    text: str
    lowest: int
    highest: int
    low: str
    high: str
    value: int | None = None
    hint: str = ""


@dataclass(frozen=True)
class Picture:
    """A drawing or photo. `alt` says what can be seen and is never empty; `width` is a share of the line."""

    data: bytes
    alt: str
    width: float = 1.0
    caption: str = ""


@dataclass(frozen=True)
class Quotation:
    """Somebody's own words."""

    text: str
    by: str = ""


@dataclass(frozen=True)
class Signature:
    """One who signs: as whom, and the name and day where they are known already."""

    role: str
    name: str = ""
    day: str = ""


@dataclass(frozen=True)
class Signatures:
    """Places to sign, each with a line for name, day and signature. What is filled in is printed on its line."""

    people: tuple[Signature, ...]


@dataclass(frozen=True)
class Source:
    """Where something can be read; without an address where it only stands on paper."""

    text: str
    address: str = ""


@dataclass(frozen=True)
class Sources:
    """A list of sources with their addresses as links."""

    items: tuple[Source, ...]


@dataclass(frozen=True)
class Route:
    """Stops along a line, in order, each a name with a text: what comes after what."""

    stops: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Contents:
    """A table of contents of the whole paper, with page numbers."""

    title: str


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a new page."""


@dataclass(frozen=True)
class Section:
    """A heading with what stands below it; sections nest three deep. `apart` begins it on a new page."""

    title: str
    content: tuple[Part, ...]
    apart: bool = False


Part = (
    Paragraph | Bullets | Facts | Table | Notice | Question | Choices | Scale | Picture | Quotation
    | Signatures | Sources | Route | Contents | NewPage | Section
)  # fmt: skip


@dataclass(frozen=True)
class Paper:
    """A whole paper. `kind` stands above the title, `subtitle` below it, `foot` beside the page number.

    `large` prints it for whoever reads better large (18 instead of 11.5 points). `made_on` is the day that
    the file says it was made (the archive standard wants one), so that the same content gives the same bytes; without
    one it says `UNDATED`. `author` is who answers for it. `slides`: wide pages to show on a wall, a section each.
    """

    title: str
    language: Language
    content: tuple[Part, ...]
    kind: str = ""
    subtitle: str = ""
    foot: str = ""
    author: str = "Spoorboek"
    large: bool = False
    slides: bool = False
    made_on: date = UNDATED
