"""What the page of an own worksheet shows: its questions, and what still has to change with the place to do it."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.text import capfirst

from spoorboek.dossiers.shown import in_language
from spoorboek.methods.plain_language import findings
from spoorboek.methods.worksheets import MOST_QUESTIONS, Worksheet
from spoorboek.programme.shelf.models import MaterialDraft
from spoorboek.programme.shelf.own_sheets import texts_of, troubles
from spoorboek.programme.shelf.part_form import Place
from spoorboek.programme.shelf.question_kinds import KINDS_TOLD, Told


@dataclass(frozen=True)
class Asked:
    """A question in the list of the sheet."""

    key: str
    title: str
    kind: Told


@dataclass(frozen=True)
class ToMend:
    """Something that must change, or could be easier, and where that is done."""

    said: str
    about: str
    href: str


def home_of(draft: MaterialDraft, sheet: Worksheet, place: Place) -> str:
    """The address of the form in which a part of the sheet is written."""
    if place[0] == "pages" and isinstance(place[1], int):
        return reverse("own-question", args=[draft.pk, sheet.pages[place[1]].key])
    return reverse("own-sheet-about", args=[draft.pk])


def to_mend(draft: MaterialDraft, sheet: Worksheet) -> list[ToMend]:
    return [
        ToMend(capfirst(in_language(one.said)), "", home_of(draft, sheet, one.place))
        for one in troubles(sheet)
    ]


def hard_to_read(draft: MaterialDraft, sheet: Worksheet) -> list[ToMend]:
    """What the measure for plain language finds in the Dutch texts."""
    return [
        ToMend(capfirst(in_language(one.advice)), one.about, home_of(draft, sheet, place))
        for place, text in texts_of(sheet)
        for one in findings(text.nl)
    ]


def sheet_shown(draft: MaterialDraft, sheet: Worksheet) -> dict[str, Any]:
    from spoorboek.programme.folder.shown import PHASES, REACHES

    return {
        "sheet": sheet,
        "about": in_language(sheet.about),
        "reach": REACHES[sheet.may_reach],
        "phase": PHASES[sheet.phase],
        "questions": [Asked(one.key, in_language(one.title), KINDS_TOLD[one.kind]) for one in sheet.pages],
        "is_full": len(sheet.pages) >= MOST_QUESTIONS,
        "most": MOST_QUESTIONS,
        "wrong": to_mend(draft, sheet),
        "hard": hard_to_read(draft, sheet),
    }
