"""The folder or one sheet as a file: an accessible PDF to keep, send to a printer, or have printed by somebody else."""

from collections.abc import Sequence
from typing import cast

from django.http import HttpResponse
from django.utils.translation import gettext as _

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.views.pdf import as_file, language
from spoorboek.methods.worksheets import Worksheet
from spoorboek.papers.of_worksheets import Filled, sheets_paper
from spoorboek.programme.folder.access import Folder, attachment, attachments_of
from spoorboek.programme.folder.models import Attachment
from spoorboek.site import clock


def as_pdf(
    reached: Reached, folder: Folder, chosen: Sequence[Worksheet], key: str, *, blank: bool, large: bool
) -> HttpResponse:
    """The chosen sheets, with the answers and pictures that stand in the folder, or blank."""
    filled = [filled_in(reached, sheet, folder, blank=blank) for sheet in chosen]
    paper = sheets_paper(
        filled,
        language(),
        title="" if key else _("Mijn werkmap"),
        kind=_("Werkblad") if key else "",
        foot=_("Dit is van mij"),
        large=large,
        made_on=clock.today(),
    )
    return as_file(paper, key or "werkmap")


def filled_in(reached: Reached, sheet: Worksheet, folder: Folder, *, blank: bool) -> Filled:
    """A sheet with what stands in the folder."""
    if blank:
        return Filled(sheet, blank=True)
    answers = {question.key: dict(folder.page(sheet.key, question.key).value) for question in sheet.pages}
    pictures = {key: drawn for key, value in answers.items() if (drawn := pictures_of(reached, value))}
    return Filled(sheet, answers, pictures)


def pictures_of(reached: Reached, value: dict[str, object]) -> tuple[tuple[bytes, str], ...]:
    """The photos and drawings of an answer, each with words; a recording cannot stand on paper."""
    ids = cast(Sequence[str], value.get("attachments", ()))
    rows = attachments_of(reached.dossier.pk, ids) if ids else []
    words = {
        Attachment.Kind.PHOTO: _("Mijn foto bij deze vraag"),
        Attachment.Kind.DRAWING: _("Mijn tekening bij deze vraag"),
    }
    return tuple(
        (attachment(reached.actor, row.pk)[1], words[Attachment.Kind(row.kind)])
        for row in rows
        if row.kind in words
    )
