"""What a device of one's own takes along: every sheet as empty forms in the reader's language, and what stands."""

import hashlib
import json
import uuid
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, override

from spoorboek.dossiers.shown import in_language
from spoorboek.methods.worksheets import Worksheet
from spoorboek.programme.folder.access import Folder
from spoorboek.programme.folder.asking import asked
from spoorboek.programme.folder.merging import Kept
from spoorboek.programme.folder.offline.fields import fields_of
from spoorboek.programme.folder.sheets import sheets
from spoorboek.programme.folder.shown import PHASES

Json = dict[str, Any]


def all_sheets(dossier_id: uuid.UUID) -> Json:
    """The sheets of this folder, with a version by which a device sees that it has them already."""
    language = get_language() or "nl"
    listed, version = empty_sheets(language, tuple(sheets(dossier_id).values()))
    mark = hashlib.sha256(f"{version} {dossier_id}".encode()).hexdigest()[:16]
    return {
        "version": mark,
        "dossier": str(dossier_id),
        "language": language,
        "overview": reverse("work-folder"),
        "sheets": listed,
    }


@lru_cache(maxsize=64)
def empty_sheets(language: str, offered: tuple[Worksheet, ...]) -> tuple[list[Json], str]:
    """The same for everyone with the same sheets, so made once a process and language."""
    with override(language):
        listed = [empty_sheet(sheet) for sheet in offered]
    return listed, hashlib.sha256(json.dumps(listed, sort_keys=True).encode()).hexdigest()


def empty_sheet(sheet: Worksheet) -> Json:
    return {
        "key": sheet.key,
        "version": sheet.version,
        "title": in_language(sheet.title),
        "about": in_language(sheet.about),
        "phase": str(PHASES[sheet.phase]),
        "path": reverse("worksheet", args=[sheet.key]),
        "questions": [empty_question(sheet, number) for number in range(1, len(sheet.pages) + 1)],
    }


def empty_question(sheet: Worksheet, number: int) -> Json:
    question = sheet.pages[number - 1]
    context = {
        "card": {"key": sheet.key, "title": in_language(sheet.title), "questions": len(sheet.pages)},
        "number": number,
        "previous": reverse("worksheet-question", args=[sheet.key, number - 1]) if number > 1 else "",
        "asked": asked(question, {}),
        "is_last": number == len(sheet.pages),
    }
    return {
        "key": question.key,
        "title": in_language(question.title),
        "path": reverse("worksheet-question", args=[sheet.key, number]),
        "html": render_to_string("folder/offline/question.html", context),
    }


def standing_answers(folder: Folder) -> list[Json]:
    """What stands at each question; earlier answers are read with a link."""
    return [
        as_json(folder, kept)
        for page in folder.pages.values()
        for kept in page.standing
        if kept.worksheet in folder.sheets
        and kept.question in {each.key for each in folder.sheets[kept.worksheet].pages}
    ]


def as_json(folder: Folder, kept: Kept) -> Json:
    question = folder.sheets[kept.worksheet].question(kept.question)
    return {
        "id": str(kept.id),
        "dossier": str(folder.dossier_id),
        "sheet": kept.worksheet,
        "question": kept.question,
        "replaces": [str(each) for each in kept.replaces],
        "fields": fields_of(question.kind, kept.value),
        "attachments": [str(each) for each in kept.value.get("attachments", ())],
        "writtenAt": kept.written_at.isoformat(),
    }
