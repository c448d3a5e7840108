"""The frames of the papers as data: one YAML file a paper, with our own words and with places that a method fills.

They lie in `methods/catalogue/shared/papers/`; a method that needs other words has a file of the same name in its own
folder (`methods/catalogue/<method>/papers/`). Any other file there is a paper that only this method has; `order` puts
those one after the other. In every text `{method}` stands for the method's title.
"""

from functools import cache
from pathlib import Path
from typing import Literal, Self

from pydantic import Field, model_validator

from spoorboek.methods import Method
from spoorboek.methods.model import Source
from spoorboek.methods.reading import Key, Strict, Words, Wrong, read

CATALOGUE = Path(__file__).parents[2] / "methods" / "catalogue"
SHARED = CATALOGUE / "shared" / "papers"
ORDER = (
    "information-client", "consent-client", "information-task-force", "consent-task-force", "guidance-protocol",
    "training-protocol", "implementation-guide",
)  # fmt: skip

FromMethod = Literal[
    "one-line", "for-whom", "not-for-whom", "phases", "my-steps", "my-time", "roles", "private-steps", "consent",
    "task-force-steps", "all-steps", "time-by-role", "elements", "modules", "intervision", "theory", "evidence",
    "published", "ours", "rhythm", "sources", "safety-review",
    "safety-questions", "safety-rules", "safety-stop", "safety-sources",
]  # fmt: skip


class Said(Strict):
    """A title with a text."""

    title: Words
    text: Words


class Asked(Strict):
    """A question with lines to write on, or with options to tick."""

    text: Words
    hint: Words | None = None
    lines: int = Field(default=3, ge=1, le=20)
    options: tuple[Words, ...] = ()


class Rows(Strict):
    """A table of our own words."""

    columns: tuple[Words, ...] = Field(min_length=2)
    rows: tuple[tuple[Words, ...], ...] = Field(min_length=1)
    widths: tuple[float, ...] = ()

    @model_validator(mode="after")
    def even(self) -> Self:
        if any(len(row) != len(self.columns) for row in self.rows):
            many = len(self.columns)
            raise Wrong(
                f"elke rij heeft {many} teksten nodig, een voor elke kolom",
                f"every row needs {many} texts, one for each column",
            )
        return self


class Piece(Strict):
    """One piece of a section: exactly one of these."""

    lead: Words | None = None
    text: Words | None = None
    small: Words | None = None
    bullets: tuple[Words, ...] = ()
    numbered: tuple[Words, ...] = ()
    notice: Said | None = None
    ask: Asked | None = None
    facts: tuple[Said, ...] = ()
    table: Rows | None = None
    sign: tuple[Words, ...] = ()
    from_method: FromMethod | None = Field(default=None, examples=["phases"])

    @model_validator(mode="after")
    def exactly_one(self) -> Self:
        given = [name for name in type(self).model_fields if getattr(self, name)]
        if len(given) != 1:
            those = ", ".join(type(self).model_fields)
            raise Wrong(
                f"schrijf een van {those}; hier staan er {len(given)}",
                f"write one of {those}; here are {len(given)}",
            )
        return self


class Part(Strict):
    """A section. Left out where the method gives nothing for `needs`. `apart` begins it on a new page."""

    title: Words
    content: tuple[Piece, ...] = Field(min_length=1)
    needs: FromMethod | None = None
    apart: bool = False


class PaperFile(Strict):
    """One paper. `reader`: whose language it speaks and whose steps it shows. `signed`: it is filled in and kept.

    `needs`: the paper exists only for a method that gives something for it. `sources`: beside those of the method.
    `slides`: shown to a group on a wall, a section a slide.
    """

    key: Key
    kind: Words
    title: Words
    about: Words
    reader: Literal["client", "professional"]
    signed: bool = False
    contents: bool = False
    slides: bool = False
    order: int = 100
    needs: FromMethod | None = None
    sources: tuple[Source, ...] = ()
    sections: tuple[Part, ...] = Field(min_length=1)


def paper_files() -> dict[str, PaperFile]:
    """The frames that every method shares, by key."""
    return {key: frame(SHARED / f"{key}.yaml") for key in ORDER}


@cache
def frame(path: Path) -> PaperFile:
    """One file. Raises `Mistakes`."""
    return read(path, PaperFile)


def papers_of(method: Method) -> dict[str, PaperFile]:
    """The papers of one method by key, in the order in which they are used."""
    from spoorboek.papers.of_methods.generated import gives

    chosen = {key: frame(own_or_shared(method, key)) for key in ORDER} | only_of(method)
    return {key: one for key, one in chosen.items() if one.needs is None or gives(one.needs, method)}


def only_of(method: Method) -> dict[str, PaperFile]:
    """The papers that no other method has, by key."""
    found = [
        frame(path) for path in (CATALOGUE / method.key / "papers").glob("*.yaml") if path.stem not in ORDER
    ]
    return {one.key: one for one in sorted(found, key=lambda one: (one.order, one.key))}


def own_or_shared(method: Method, key: str) -> Path:
    own = CATALOGUE / method.key / "papers" / f"{key}.yaml"
    return own if own.exists() else SHARED / f"{key}.yaml"
