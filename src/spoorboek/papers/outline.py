"""The content as plain data for the template: every text legible, every picture as SVG."""

import base64
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from spoorboek.papers.content import Notice, Paper, Part, Picture, Section, Table
from spoorboek.papers.letters import legible

DEEPEST = 3
WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "page": "pagina", "of": "van", "name": "Naam", "day": "Datum", "signature": "Handtekening", "chosen": "gekozen",
        "not_chosen": "niet gekozen", "room": "ruimte om te schrijven", "answer": "Antwoord", "made_on": "Gemaakt op",
    },
    "en": {
        "page": "page", "of": "of", "name": "Name", "day": "Date", "signature": "Signature", "chosen": "chosen",
        "not_chosen": "not chosen", "room": "room to write", "answer": "Answer", "made_on": "Made on",
    },
}  # fmt: skip


def outline(paper: Paper) -> dict[str, Any]:
    """The paper for the template. Raises `ValueError` for what no paper can be: see `checked`."""
    if not legible(paper.title).strip():
        raise ValueError("a paper needs a title")
    written = {
        field.name: plain(getattr(paper, field.name)) for field in fields(paper) if field.name != "content"
    }
    written["made_on"] = [paper.made_on.year, paper.made_on.month, paper.made_on.day]
    return written | {"content": parts(paper.content, 1), "words": WORDS[paper.language]}


def parts(content: tuple[Part, ...], depth: int) -> list[dict[str, Any]]:
    return [part(one, depth) for one in content]


def part(one: Part, depth: int) -> dict[str, Any]:
    """One part as data. Raises `ValueError` when it cannot stand on paper."""
    checked(one, depth)
    written: dict[str, Any] = {"part": type(one).__name__}
    for field in fields(one):
        value = getattr(one, field.name)
        deeper = depth + 1 if isinstance(one, Section) else depth
        written[field.name] = parts(value, deeper) if field.name == "content" else plain(value)
    return written | ({"depth": depth} if isinstance(one, Section) else {})


def checked(one: Part, depth: int) -> None:
    """Refuses what would make a paper that a screen reader cannot read."""
    match one:
        case Section() if depth > DEEPEST:
            raise ValueError(f"section “{one.title}” stands deeper than {DEEPEST} headings")
        case Section() | Notice() if not legible(one.title).strip():
            raise ValueError("a section or notice needs a title")
        case Picture() if not legible(one.alt).strip():
            raise ValueError("a picture needs words that say what can be seen")
        case Table() if any(len(row) != len(one.columns) for row in one.rows) or not one.columns:
            raise ValueError(f"table under {one.columns!r} has a row with more or fewer texts than columns")
        case Table() if one.widths and len(one.widths) != len(one.columns):
            raise ValueError(f"table under {one.columns!r} has other widths than columns")


def plain(value: Any) -> Any:
    """A value of a part as JSON knows it."""
    match value:
        case str():
            return legible(value)
        case bytes():
            return picture(value)
        case frozenset():
            return sorted(value)
        case tuple():
            return [plain(one) for one in value]
        case _ if hasattr(value, "__dataclass_fields__"):
            return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    return value


def picture(data: bytes) -> str:
    """A picture as SVG text: a drawing as it is, a photo inside one, since only text travels to the template."""
    for start, kind in ((b"\x89PNG\r\n", "png"), (b"\xff\xd8\xff", "jpeg")):
        if data.startswith(start):
            return framed(data, kind)
    return data.decode("utf-8")


def framed(data: bytes, kind: str) -> str:
    from io import BytesIO

    from PIL import Image

    wide, high = Image.open(BytesIO(data)).size
    content = base64.b64encode(data).decode("ascii")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}">'
        f'<image width="{wide}" height="{high}" href="data:image/{kind};base64,{content}"/></svg>'
    )
