"""A text that came back to its writer: what was found marked, why, and how to say it otherwise."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from spoorboek.circle.acts.writing import Traced
from spoorboek.circle.traces import Kind, Trace, folded

OTHERWISE: dict[Kind, tuple[Promise, Promise]] = {
    Kind.KNOWN_NAME: (
        _("naam uit je dossiers"),
        _("Schrijf: de medewerker, de leidinggevende, het bedrijf."),
    ),
    Kind.NAME: (_("lijkt een naam"), _("Schrijf: de medewerker, een collega, een zorginstelling.")),
    Kind.MAIL: (_("adres op internet"), _("Laat het weg.")),
    Kind.POSTCODE: (_("postcode"), _("Laat haar weg, of schrijf: een grote stad, een dorp.")),
    Kind.ADDRESS: (_("adres"), _("Laat het weg, of schrijf: in de buurt van het werk.")),
    Kind.DAY: (_("datum"), _("Schrijf: een paar weken geleden, rond de vijftig, in het tweede jaar.")),
    Kind.NUMBER: (_("lang getal"), _("Laat het weg. Niemand hier heeft een nummer nodig.")),
    Kind.HEALTH: (_("gezondheid"), _("Schrijf wat het werk moeilijk maakt, niet wat iemand heeft.")),
}
"""By what was found: its name, and how to say it otherwise."""


@dataclass(frozen=True)
class Find:
    """One word that was found, once."""

    word: str
    kind: str
    otherwise: str
    sure: bool
    kept: bool


@dataclass(frozen=True)
class Marked:
    """The text with marks, and each find."""

    html: SafeString
    finds: tuple[Find, ...]

    @classmethod
    def of(cls, refusal: Traced, kept: Collection[str]) -> "Marked":
        stays = {folded(word) for word in kept}
        once = {(folded(one.word), one.kind): one for one in reversed(refusal.found)}
        ordered = sorted(once.values(), key=lambda one: (not one.sure, one.start))
        return cls(marks(refusal.text, refusal.found), tuple(find(one, stays) for one in ordered))


def find(one: Trace, stays: Collection[str]) -> Find:
    kind, otherwise = OTHERWISE[one.kind]
    return Find(one.word, str(kind), str(otherwise), one.sure, not one.sure and folded(one.word) in stays)


def marks(text: str, found: tuple[Trace, ...]) -> SafeString:
    """The text as HTML, escaped, each find in a `<mark>`."""
    edges = [0, *(edge for each in found for edge in (each.start, each.end)), len(text)]
    parts = [(text[start:end], number % 2) for number, (start, end) in enumerate(pairwise(edges))]
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", part) if is_find else part,) for part, is_find in parts)
    )
