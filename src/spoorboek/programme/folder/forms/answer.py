"""A posted question page: the answer, photos and recordings that came with it, and what could not be kept.

The answer is always kept, also where a photo is refused: nothing that was typed is lost.
"""

import uuid
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.translation import gettext as _

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.refusals import Refused
from spoorboek.methods.questions import NotAnAnswer, Question
from spoorboek.methods.questions.base import MOST_ATTACHMENTS
from spoorboek.methods.worksheets import Worksheet
from spoorboek.programme.folder.access import folder_of
from spoorboek.programme.folder.acts.answering import Written, write_answer
from spoorboek.programme.folder.acts.attaching import Attached, attach, check_size, too_large
from spoorboek.programme.folder.asking import read
from spoorboek.programme.folder.models import Attachment

FILES = {"photo": Attachment.Kind.PHOTO, "recording": Attachment.Kind.VOICE}


class Posted:
    """One posting of a question page. `save` keeps it; `refusals` then say what was not kept."""

    def __init__(self, request: HttpRequest, reached: Reached, sheet: Worksheet, question: Question) -> None:
        self.request, self.reached, self.sheet, self.question = request, reached, sheet, question
        self.over = tuple(found for text in request.POST.get("over", "").split(",") if (found := as_id(text)))
        self.value: dict[str, Any] = {}
        self.refusals: tuple[str, ...] = ()

    def save(self) -> bool:
        """Whether everything that came was kept."""
        kept = [str(found) for text in self.request.POST.getlist("attachments") if (found := as_id(text))]
        files = self.kept_files(MOST_ATTACHMENTS - len(kept))
        raw = read(self.question, self.request.POST) | (
            {"attachments": kept + files} if kept or files else {}
        )
        self.value = raw
        try:
            self.value = self.question.checked(raw)
            self.write()
        except NotAnAnswer:
            self.refuse(_("Dit past niet bij de vraag. Maak je antwoord korter of kies opnieuw."))
        except Refused as refusal:
            self.refuse(refusal.message)
        return not self.refusals

    def write(self) -> None:
        """Add the answer, unless it says what stands already."""
        page = folder_of(self.reached.actor, self.reached.dossier.pk, self.sheet.key).page(
            self.sheet.key, self.question.key
        )
        if page.value == self.value and not page.asks_which:
            return
        written = Written(uuid.uuid4(), self.sheet.key, self.question.key, self.value, self.over)
        write_answer(self.reached.actor, self.reached.dossier.pk, written)

    def kept_files(self, room: int) -> list[str]:
        """Ids of the photos and recordings that could be kept."""
        made: list[str] = []
        if too_much_came(self.request):
            self.refuse(too_large().message)
        for name, kind in FILES.items():
            for file in self.request.FILES.getlist(name):
                if len(made) >= room:
                    self.refuse(_("Bij een vraag passen vijf bestanden. Haal er eerst een weg."))
                    return made
                made += self.kept_file(file, kind)
        return made

    def kept_file(self, file: "UploadedFile[Any]", kind: Attachment.Kind) -> list[str]:
        key = uuid.uuid4()
        try:
            check_size(file.size or 0)
            given = Attached(key, self.sheet.key, self.question.key, kind, file.read())
            attach(self.reached.actor, self.reached.dossier.pk, given)
        except Refused as refusal:
            self.refuse(refusal.message)
            return []
        return [str(key)]

    def refuse(self, message: str) -> None:
        if message not in self.refusals:
            self.refusals = (*self.refusals, message)


def too_much_came(request: HttpRequest) -> bool:
    """Files larger than what fits in memory never reach us: only the size of the whole posting tells of them."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return length.isdigit() and int(length) > settings.FILE_UPLOAD_MAX_MEMORY_SIZE and not request.FILES


def as_id(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
