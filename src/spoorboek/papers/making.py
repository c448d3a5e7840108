"""From content to PDF: the content travels as data (JSON) to one template, `paper.typ`, which never evaluates text.

The file is PDF/A-2a and PDF/UA-1 at once: tagged, titled, in a language, with its fonts inside. Only our own fonts are
used, given by path; a character they do not have is written out or marked by `spoorboek.papers.letters`, since the
archive standard refuses a missing glyph.
"""

import json
import threading
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any, cast

import typst

from spoorboek.papers.content import Paper
from spoorboek.papers.outline import outline

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
TEMPLATE = HERE / "paper.typ"
STANDARDS = ("a-2a", "ua-1")

_own = threading.local()


class CannotBeMade(ValueError):
    """This content cannot become a paper; the message says which part and why."""


def made(paper: Paper) -> bytes:
    """The paper as PDF. Raises `CannotBeMade`: no title, a picture without words, a table with uneven rows."""
    day = datetime.combine(paper.made_on, time(12), UTC)
    return cast(bytes, compiled(paper, format="pdf", pdf_standards=list(STANDARDS), timestamp=day))


def drawn(paper: Paper, dots_per_inch: float = 96) -> list[bytes]:
    """The paper's pages as PNG pictures, for a preview or for looking at it in a test. Raises `CannotBeMade`."""
    pages = compiled(paper, format="png", ppi=dots_per_inch)
    return pages if isinstance(pages, list) else [cast(bytes, pages)]


def compiled(paper: Paper, **wanted: Any) -> bytes | list[bytes] | None:
    try:
        content = json.dumps(outline(paper), ensure_ascii=False)
        return compiler().compile(sys_inputs={"paper": content}, **wanted)
    except (typst.TypstError, ValueError) as error:
        raise CannotBeMade(f"“{paper.title}” cannot be made: {error}") from error


def compiler() -> typst.Compiler:
    """One compiler a thread: it keeps the template and the fonts it has read, and works for one at a time."""
    if not hasattr(_own, "compiler"):
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
        _own.compiler = typst.Compiler(input=TEMPLATE, root=HERE, font_paths=fonts)
    return cast(typst.Compiler, _own.compiler)
