"""What the scripts of the work folder send and ask. Everything may come twice, late, and in any order."""

import uuid
from contextlib import suppress
from typing import Annotated, Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST
from pydantic import AwareDatetime, BaseModel, Field, ValidationError

from spoorboek.dossiers import own
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor, current_actor
from spoorboek.people.policy import Role
from spoorboek.programme.folder.access import folder_of
from spoorboek.programme.folder.acts import answering, attaching
from spoorboek.programme.folder.asking import read
from spoorboek.programme.folder.models import Attachment
from spoorboek.programme.folder.offline.bundle import all_sheets, standing_answers
from spoorboek.programme.folder.offline.devices import account_mark
from spoorboek.programme.folder.views.calls import folder_call

MOST_AT_ONCE = 50
KINDS = {
    "image/jpeg": Attachment.Kind.PHOTO,
    "image/png": Attachment.Kind.DRAWING,
    "audio/webm": Attachment.Kind.VOICE,
    "audio/mp4": Attachment.Kind.VOICE,
    "audio/ogg": Attachment.Kind.VOICE,
}
"""A photo is drawn anew in the browser and is always a JPEG; what was drawn there is a PNG."""


class Sent(BaseModel):
    """An answer as a device kept it: what its form held."""

    id: uuid.UUID
    dossier: uuid.UUID
    sheet: str = Field(max_length=60)
    question: str = Field(max_length=60)
    replaces: tuple[uuid.UUID, ...] = ()
    fields: dict[Annotated[str, Field(max_length=80)], list[Annotated[str, Field(max_length=20_000)]]]
    attachments: tuple[uuid.UUID, ...] = ()
    written_at: AwareDatetime = Field(alias="writtenAt")


class Closed(BaseModel):
    """A sheet of which the person said *Klaar*, also where its last question stayed empty."""

    dossier: uuid.UUID
    sheet: str = Field(max_length=60)


class Parcel(BaseModel):
    answers: Annotated[tuple[Sent, ...], Field(max_length=MOST_AT_ONCE)]
    closed: Annotated[tuple[Closed, ...], Field(max_length=MOST_AT_ONCE)] = ()


@require_POST
@folder_call
def answers(request: HttpRequest) -> HttpResponse:
    """POST a list of answers; each is `saved`, `known` (it was there already) or `refused` with a sentence.

    After them the sheets that are done: one that cannot be closed any more loses nobody's words and is passed over.
    """
    try:
        parcel = Parcel.model_validate_json(request.body)
    except ValidationError:
        sentence = _("Dit konden we niet lezen. Laad de bladzijde opnieuw. Wat je schreef is niet weg.")
        return JsonResponse({"sentence": sentence}, status=400)
    actor = current_actor()
    outcomes = [outcome(actor, sent) for sent in parcel.answers]
    for closed in parcel.closed:
        with suppress(Refused), transaction.atomic():
            answering.close_sheet(actor, closed.dossier, closed.sheet)
    return JsonResponse({"outcomes": outcomes})


def outcome(actor: Actor, sent: Sent) -> dict[str, str]:
    """One that is refused holds up no other."""
    try:
        with transaction.atomic():
            kept = answering.write_answer(actor, sent.dossier, written(sent))
    except Refused as refusal:
        return {"id": str(sent.id), "outcome": "refused", "sentence": refusal.message}
    said = "saved" if kept is answering.Outcome.SAVED else "known"
    return {"id": str(sent.id), "outcome": said}


def written(sent: Sent) -> answering.Written:
    """As the form of the question would have posted it."""
    _sheet, question = answering.asked(
        sent.dossier,
        answering.Written(sent.id, sent.sheet, sent.question, {}, sent.replaces, sent.written_at),
    )
    posted = QueryDict(mutable=True)
    for name, values in sent.fields.items():
        posted.setlist(name, values)
    attached = {"attachments": [str(each) for each in sent.attachments]} if sent.attachments else {}
    value = read(question, posted) | attached
    return answering.Written(sent.id, sent.sheet, sent.question, value, sent.replaces, sent.written_at)


@require_POST
@folder_call
def file(request: HttpRequest, attachment_id: uuid.UUID) -> HttpResponse:
    """POST one photo, drawing or recording, before the answer that names it."""
    given = request.FILES.get("file")
    try:
        dossier_id = uuid.UUID(request.POST.get("dossier", ""))
        attaching.attach(current_actor(), dossier_id, attached(request.POST, attachment_id, given))
    except ValueError:
        return JsonResponse({"sentence": _("Dit konden we niet lezen. Probeer het nog eens.")}, status=400)
    except Refused as refusal:
        return JsonResponse({"sentence": refusal.message}, status=409)
    return JsonResponse({})


def attached(
    posted: QueryDict, attachment_id: uuid.UUID, given: "UploadedFile[Any] | None"
) -> attaching.Attached:
    if given is None:
        raise attaching.too_large()
    attaching.check_size(given.size or 0)
    kind = KINDS.get((given.content_type or "").partition(";")[0], Attachment.Kind.PHOTO)
    return attaching.Attached(
        attachment_id, posted.get("sheet", ""), posted.get("question", ""), kind, given.read()
    )


@require_GET
@folder_call
def bundle(request: HttpRequest) -> HttpResponse:
    """GET the sheets (unless the device has this version) and what stands at each question."""
    actor = current_actor()
    mine = own.chosen(request, own.own_dossiers(actor))
    if mine is None or mine.helping:
        return JsonResponse({"sentence": _("Je hebt hier geen eigen werkmap.")}, status=404)
    reached = own.opened(actor, mine)
    if reached.role is not Role.CLIENT:
        return JsonResponse({"sentence": _("Je hebt hier geen eigen werkmap.")}, status=404)
    listed = all_sheets(reached.dossier.pk)
    return JsonResponse(
        {
            "account": account_mark(actor),
            "sheets": None if request.GET.get("have") == listed["version"] else listed,
            "answers": standing_answers(folder_of(actor, reached.dossier.pk)),
        }
    )
