"""A frame filled by a method: the paper as content."""

import re
from dataclasses import dataclass, replace
from datetime import date

from spoorboek.methods import Method
from spoorboek.methods.reading import Words
from spoorboek.papers.content import (
    UNDATED,
    Bullets,
    Choices,
    Contents,
    Facts,
    Language,
    Notice,
    Paper,
    Paragraph,
    Question,
    Section,
    Signature,
    Signatures,
    Source,
    Sources,
    Table,
)  # fmt: skip
from spoorboek.papers.content import Part as Content
from spoorboek.papers.of_methods.generated import GENERATED, gives
from spoorboek.papers.of_methods.shelf import PaperFile, Part, Piece, papers_of


class NoSuchPaper(LookupError):
    """This method has no paper of this name; the message names those it has."""


def method_paper(
    method: Method, name: str, language: Language = "nl", *, large: bool = False, person: str = "",
    organisation: str = "", made_on: date = UNDATED,
) -> Paper:  # fmt: skip
    """One paper of a method, for `spoorboek.papers.made`. `person` is printed where the client signs.

    Raises `NoSuchPaper`.
    """
    known = papers_of(method)
    if name not in known:
        raise NoSuchPaper(f"{method.key} has no paper {name!r}; it has: {', '.join(known)}")
    filled = Filling(method, known[name], language, person)
    return Paper(
        title=filled.words(known[name].title),
        language=language,
        content=filled.content(),
        kind=filled.words(known[name].kind),
        subtitle=filled.words(known[name].about),
        foot=f"{method.title.in_language(language)} {method.version} · {filled.words(known[name].kind)}",
        author=organisation or "Spoorboek",
        large=large,
        slides=known[name].slides,
        made_on=made_on,
    )


CITED = re.compile(r"\b(?:[A-Z]\d+[a-z]?|[a-z]+\d*)\b")


def with_sources_that_are_cited(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections, their lists of sources holding only what a text of them names by its key; all where none does."""
    cited = set(CITED.findall(repr([without_sources(section) for section in sections])))
    return tuple(
        replace(section, content=tuple(only_cited(one, cited) for one in section.content))
        for section in sections
    )


def without_sources(section: Section) -> tuple[Content, ...]:
    return tuple(one for one in section.content if not isinstance(one, Sources))


def only_cited(one: Content, cited: set[str]) -> Content:
    if not isinstance(one, Sources):
        return one
    named = tuple(item for item in one.items if item.text.partition(":")[0] in cited)
    return Sources(named or one.items)


@dataclass(frozen=True)
class Filling:
    """A frame being filled."""

    method: Method
    file: PaperFile
    language: Language
    person: str

    def words(self, words: Words) -> str:
        """A text of the frame in the language, with the method's title where it asks for it."""
        return words.in_language(self.language).replace(
            "{method}", self.method.title.in_language(self.language)
        )

    def content(self) -> tuple[Content, ...]:
        kept = [part for part in self.file.sections if part.needs is None or gives(part.needs, self.method)]
        sections = with_sources_that_are_cited(tuple(map(self.section, kept)))
        if self.file.contents:
            return (Contents("Contents" if self.language == "en" else "Inhoud"), *sections)
        return sections

    def section(self, part: Part) -> Section:
        content = tuple(one for piece in part.content for one in self.piece(piece))
        return Section(self.words(part.title), content, part.apart)

    def texts(self, many: tuple[Words, ...]) -> tuple[str, ...]:
        return tuple(map(self.words, many))

    def piece(self, piece: Piece) -> tuple[Content, ...]:
        """One piece of the frame as it stands on paper."""
        if piece.from_method == "sources":
            return self.sources()
        if piece.from_method:
            return GENERATED[piece.from_method](self.method, self.language)
        if piece.lead:
            return (Paragraph(self.words(piece.lead), "lead"),)
        if piece.text or piece.small:
            words = piece.text or piece.small
            return (Paragraph(self.words(words), "" if piece.text else "small"),) if words else ()
        if piece.bullets or piece.numbered:
            return (Bullets(self.texts(piece.bullets or piece.numbered), bool(piece.numbered)),)
        return (self.built(piece),)

    def built(self, piece: Piece) -> Content:
        """The pieces that consist of several texts."""
        if piece.notice:
            return Notice(self.words(piece.notice.title), (Paragraph(self.words(piece.notice.text)),))
        if piece.ask:
            hint = self.words(piece.ask.hint) if piece.ask.hint else ""
            if piece.ask.options:
                return Choices(self.words(piece.ask.text), self.texts(piece.ask.options), hint=hint)
            return Question(self.words(piece.ask.text), hint, piece.ask.lines)
        if piece.table:
            rows = tuple(map(self.texts, piece.table.rows))
            return Table(self.texts(piece.table.columns), rows, piece.table.widths, row_heads=True)
        if piece.sign:
            return self.signatures(piece.sign)
        return Facts(tuple((self.words(one.title), self.words(one.text)) for one in piece.facts))

    def signatures(self, roles: tuple[Words, ...]) -> Signatures:
        """The first to sign is the person the paper is about."""
        names = (self.person, *[""] * len(roles))
        return Signatures(
            tuple(Signature(self.words(role), name) for role, name in zip(roles, names, strict=False))
        )

    def sources(self) -> tuple[Content, ...]:
        """Those of the method and those of the frame."""
        found = {one.key: one for one in (*self.method.sources, *self.file.sources)}
        return (Sources(tuple(Source(f"{one.key}: {one.title}", one.url or "") for one in found.values())),)
