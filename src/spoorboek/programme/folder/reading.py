"""A sheet as another person reads it: only the answers that were shared, in the order of the questions."""

from collections.abc import Iterable, Mapping

from spoorboek.dossiers.shown import in_language
from spoorboek.methods.worksheets import Worksheet
from spoorboek.programme.folder.merging import Kept
from spoorboek.programme.folder.models import Attachment
from spoorboek.programme.folder.shown import Said, in_words


def as_read(sheet: Worksheet, answers: Mapping[str, Kept], files: Iterable[Attachment]) -> list[Said]:
    """The shared questions with their answers. The preview and the other's page are made by this one function."""
    by_id = {str(file.pk): file for file in files}
    return [
        Said(
            number=number,
            key=question.key,
            kind=question.kind,
            question=in_language(question.title),
            lines=in_words(question, answers[question.key].value),
            value=answers[question.key].value,
            attachments=tuple(
                by_id[key] for key in answers[question.key].value.get("attachments", ()) if key in by_id
            ),
        )
        for number, question in enumerate(sheet.pages, 1)
        if question.key in answers
    ]
