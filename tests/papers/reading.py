"""A PDF as whoever cannot see it meets it: text, tag tree, language, fonts, and the standards it claims."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any, cast

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject


@dataclass(frozen=True)
class Tag:
    """One element of the tag tree with what is inside it. `alt` are the words for a picture."""

    kind: str
    alt: str
    inside: tuple["Tag", ...]

    def find(self, kind: str) -> list["Tag"]:
        """Every element of a kind, this one and all inside."""
        return [self] * (self.kind == kind) + [found for one in self.inside for found in one.find(kind)]


class Read:
    """A PDF that was read."""

    def __init__(self, pdf: bytes) -> None:
        self.reader = cast(Any, PdfReader(BytesIO(pdf)))
        self.root = cast(Any, self.reader.trailer["/Root"])
        self.text = "\n".join(page.extract_text() for page in self.reader.pages)
        self.xmp: str = self.root["/Metadata"].get_data().decode("utf-8")
        self.tags = Tag("Root", "", tags(self.root["/StructTreeRoot"].get("/K")))

    @property
    def flowing(self) -> str:
        """The text with every run of white space as one space."""
        return " ".join(self.text.split())

    @property
    def fonts(self) -> set[str]:
        """Names of the fonts on its pages, without the prefix of a subset."""
        return {
            str(font.get_object()["/BaseFont"]).lstrip("/").partition("+")[2]
            for page in self.reader.pages
            for font in page["/Resources"].get("/Font", {}).values()
        }

    @property
    def headings(self) -> list[str]:
        return [str(one.kind) for one in walk(self.tags) if one.kind.startswith("H")]

    @property
    def links(self) -> list[str]:
        return [
            str(note.get_object()["/A"]["/URI"])
            for page in self.reader.pages
            for note in page.get("/Annots", ())
            if "/A" in note.get_object() and "/URI" in note.get_object()["/A"]
        ]

    @property
    def loose(self) -> list[str]:
        """What is painted on a page outside every tag and artifact (ISO 14289-1, 7.1): there may be nothing."""
        found = []
        for page in self.reader.pages:
            depth = 0
            for _operands, operator in page.get_contents().operations:
                depth += (operator in {b"BDC", b"BMC"}) - (operator == b"EMC")
                if depth == 0 and operator in PAINTS:
                    found.append(operator.decode())
        return found

    @property
    def unspoken_links(self) -> int:
        """Links without words for who cannot see them (ISO 14289-1, 7.18.5)."""
        notes = [note.get_object() for page in self.reader.pages for note in page.get("/Annots", ())]
        return sum(note["/Subtype"] == "/Link" and not note.get("/Contents") for note in notes)

    @property
    def unmapped_fonts(self) -> list[str]:
        """Fonts that are not inside the file, or whose letters cannot be read back as text."""
        fonts = [
            font.get_object()
            for page in self.reader.pages
            for font in page["/Resources"].get("/Font", {}).values()
        ]
        return [str(font["/BaseFont"]) for font in fonts if "/ToUnicode" not in font or not embedded(font)]


PAINTS = {b"Tj", b"TJ", b"'", b'"', b"f", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*", b"Do", b"sh"}


def embedded(font: Any) -> bool:
    inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    return bool({"/FontFile", "/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"].get_object()))


def tags(node: Any) -> tuple[Tag, ...]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, ArrayObject):
        return tuple(tag for one in node for tag in tags(one))
    if not isinstance(node, DictionaryObject) or "/S" not in node:
        return ()
    return (Tag(str(node["/S"]).lstrip("/"), str(node.get("/Alt", "")), tags(node.get("/K"))),)


def walk(tag: Tag) -> list[Tag]:
    return [tag, *(found for one in tag.inside for found in walk(one))]
