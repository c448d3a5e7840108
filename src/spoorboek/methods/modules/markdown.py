"""Markdown as pieces: headings with their `{mark}`, and what stands between them. HTML in a text stays text."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from spoorboek.methods.modules.drawings import drawn
from spoorboek.methods.reading import Mistake, Mistakes, Words, words

MARK = re.compile(r"^(?P<title>.*?)\s*\{(?P<mark>[^{}]*)\}\s*$")


@dataclass(frozen=True)
class Piece:
    """A heading and what stands under it, up to the next heading of its level. `line` counts from 1 in the file."""

    title: str
    mark: tuple[str, ...]
    line: int
    tokens: tuple[Token, ...]


@dataclass(frozen=True)
class Bullet:
    """One item of a list: its own text, and what stands quoted under it."""

    inline: Token
    quoted: tuple[Token, ...]
    line: int


class Pen(RendererHTML):
    """Markdown as HTML, with a folder's drawings inside it. Keeps in `found` what is wrong with drawings and links."""

    def __init__(self, folder: Path, file: str, offset: int) -> None:
        super().__init__()
        self.folder, self.file, self.offset = folder, file, offset
        self.found: list[Mistake] = []

    def wrong(self, key: str, message: Words, example: str) -> None:
        self.found.append(Mistake(self.file, self.offset, key, message, example))

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        source, about = str(tokens[idx].attrs.get("src", "")), tokens[idx].content.strip()
        if not about:
            said = words("zegt niet wat er getekend is", "says not what is drawn")
            self.wrong(source, said, "![Two people talk](talk.svg)")
        if "/" in source or not source.endswith(".svg"):
            said = words("is geen tekening in deze map", "is no drawing in this folder")
            self.wrong(source, said, "![…](talk.svg)")
            return ""
        try:
            shapes = drawn(self.folder / source)
        except Mistakes as wrong:
            self.found.extend(wrong.found)
            return ""
        return f'<span class="drawing" role="img" aria-label="{html.escape(about)}">{shapes}</span>'

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        href = str(tokens[idx].attrs.get("href", ""))
        if not href.startswith(("https://", "#")):
            said = words("een verwijzing is een heel adres", "links go to a full address")
            self.wrong(href, said, "https://www.uwv.nl")
        tokens[idx].attrSet("rel", "noreferrer")
        return self.renderToken(tokens, idx, options, env)


class Writer:
    """Parses Markdown and writes it as HTML; knows the lines of the file that it stands in."""

    def __init__(self, folder: Path, file: str, offset: int) -> None:
        self.offset = offset
        self.markdown = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
        self.pen = Pen(folder, file, offset)

    @property
    def found(self) -> list[Mistake]:
        return self.pen.found

    def tokens(self, text: str) -> list[Token]:
        return self.markdown.parse(text)

    def line(self, token: Token) -> int:
        """Where a token begins in the file, from 1."""
        return self.offset + (token.map[0] if token.map else 0) + 1

    def block(self, tokens: Sequence[Token]) -> str:
        """Block tokens as HTML."""
        return self.pen.render(list(tokens), self.markdown.options, {}).strip()

    def words(self, children: Sequence[Token] | None) -> str:
        """Inline tokens as HTML."""
        return self.pen.renderInline(list(children or ()), self.markdown.options, {}).strip()


def pieces(tokens: Sequence[Token], level: int, writer: Writer) -> tuple[tuple[Token, ...], list[Piece]]:
    """What stands before the first heading of a level, and each heading with what is under it."""
    opens = [
        index
        for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == f"h{level}"
    ]
    edges = [*opens, len(tokens)]
    before = tuple(tokens[: edges[0]])
    found = []
    for start, end in pairwise(edges):
        matched = MARK.match(tokens[start + 1].content)
        title = matched["title"] if matched else tokens[start + 1].content.strip()
        mark = tuple(matched["mark"].split()) if matched else ()
        found.append(Piece(title, mark, writer.line(tokens[start]), tuple(tokens[start + 3 : end])))
    return before, found


def the_list(tokens: Sequence[Token]) -> tuple[tuple[Token, ...], tuple[Token, ...], tuple[Token, ...]]:
    """What stands before the last list, that list itself, and what stands after it."""
    opens = [
        index for index, token in enumerate(tokens) if token.level == 0 and token.type.endswith("_list_open")
    ]
    if not opens:
        return tuple(tokens), (), ()
    start = opens[-1]
    end = next(
        index
        for index in range(start, len(tokens))
        if tokens[index].level == 0 and tokens[index].type.endswith("_list_close")
    )
    return tuple(tokens[:start]), tuple(tokens[start : end + 1]), tuple(tokens[end + 1 :])


def bullets(tokens: Sequence[Token], writer: Writer) -> Iterator[Bullet]:
    """The items of a list, in order."""
    starts = [
        index for index, token in enumerate(tokens) if token.type == "list_item_open" and token.level == 1
    ]
    for start, end in zip(starts, [*starts[1:], len(tokens) - 1], strict=False):
        inside = tokens[start:end]
        inline = next((token for token in inside if token.type == "inline"), None)
        opens = [index for index, token in enumerate(inside) if token.type == "blockquote_open"]
        closes = [index for index, token in enumerate(inside) if token.type == "blockquote_close"]
        quoted = tuple(inside[opens[0] + 1 : closes[0]]) if opens and closes else ()
        if inline is not None and (not opens or inside.index(inline) < opens[0]):
            yield Bullet(inline, quoted, writer.line(tokens[start]))
