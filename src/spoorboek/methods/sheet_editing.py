"""Changing a worksheet: each change gives a new sheet that is whole again, or says why it cannot be. Pure."""

from spoorboek.methods.editing import swapped
from spoorboek.methods.questions import Question
from spoorboek.methods.reading import Mistake, Mistakes, understand, words
from spoorboek.methods.worksheets import MOST_QUESTIONS, Worksheet

FILE = "worksheet"


def sound(sheet: Worksheet) -> Worksheet:
    """The sheet, read again from its own values. Raises `Mistakes`."""
    return understand(sheet.model_dump(), Worksheet, FILE)


def with_question(sheet: Worksheet, question: Question) -> Worksheet:
    """A new question, the last of the sheet. Raises `Mistakes` for one too many."""
    if len(sheet.pages) == MOST_QUESTIONS:
        raise refused(
            f"Een blad heeft hooguit {MOST_QUESTIONS} vragen. Begin een tweede blad.",
            f"A sheet has at most {MOST_QUESTIONS} questions. Begin a second sheet.",
        )
    return sound(sheet.model_copy(update={"pages": (*sheet.pages, question)}))


def changed_question(sheet: Worksheet, key: str, question: Question) -> Worksheet:
    """Another question in the place of one. Raises `KeyError` for one that is not there."""
    at = place_of(sheet, key)
    pages = (*sheet.pages[:at], question, *sheet.pages[at + 1 :])
    return sound(sheet.model_copy(update={"pages": pages}))


def moved_question(sheet: Worksheet, key: str, places: int) -> Worksheet:
    """A question so many places further; at the edge it stays. Raises `KeyError`."""
    at = place_of(sheet, key)
    to = at + places
    if not 0 <= to < len(sheet.pages):
        return sheet
    return sheet.model_copy(update={"pages": swapped(sheet.pages, at, to)})


def without_question(sheet: Worksheet, key: str) -> Worksheet:
    """A question taken out; the last stays. Raises `KeyError`, and `Mistakes` for the last."""
    at = place_of(sheet, key)
    if len(sheet.pages) == 1:
        raise refused(
            "Een blad heeft minstens één vraag. Voeg eerst een andere toe.",
            "A sheet has at least one question. Add another first.",
        )
    return sheet.model_copy(update={"pages": (*sheet.pages[:at], *sheet.pages[at + 1 :])})


def place_of(sheet: Worksheet, key: str) -> int:
    keys = [page.key for page in sheet.pages]
    if key not in keys:
        raise KeyError(key)
    return keys.index(key)


def refused(nl: str, en: str) -> Mistakes:
    return Mistakes([Mistake(FILE, 0, "pages", words(nl, en))])
