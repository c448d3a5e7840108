"""Words that may point to health, found before a free text of the employer's side is saved.

The list itself stands in the library `lists`. A find is a question, never a judgement: it is shown to the writer only
and kept nowhere.
"""

from collections.abc import Collection
from itertools import pairwise

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import Refused
from spoorboek.dossiers.shown import in_language
from spoorboek.lists.health_words import Found, find, groups


class HealthWords(Refused):
    """The text may hold something about health. The writer decides, with the words marked."""

    def __init__(self, text: str, found: tuple[Found, ...], field: str) -> None:
        words = ", ".join(dict.fromkeys(f"“{each.word}”" for each in found))
        super().__init__(
            _(
                "Gaat dit over gezondheid? Kijk naar: %(words)s. "
                "Haal het weg, of zeg dat het hier iets anders betekent."
            )
            % {"words": words},
            field,
        )
        self.text = text
        self.found = found

    @property
    def words(self) -> tuple[str, ...]:
        """The words asked about, each once."""
        return tuple(dict.fromkeys(each.word.casefold() for each in self.found))


def check(text: str, field: str, kept: Collection[str] = ()) -> None:
    """Ask about health words, but not again about those of which the writer said that they may stay (`kept`)."""
    found = find(text)
    known = {word.casefold() for word in kept}
    if any(each.word.casefold() not in known for each in found):
        raise HealthWords(text, found, field)


def marked(text: str, found: tuple[Found, ...]) -> SafeString:
    """The text as HTML, escaped, each found word in a `<mark>`."""
    edges = [0, *(edge for each in found for edge in (each.start, each.end)), len(text)]
    parts = [(text[start:end], number % 2) for number, (start, end) in enumerate(pairwise(edges))]
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", part) if is_word else part,) for part, is_word in parts)
    )


def may_not_be_written() -> list[str]:
    """What may not be written, for beside the field."""
    return [in_language(group.names) for group in groups()]
