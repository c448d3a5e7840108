"""A photo of the paper page, a drawing, a recording. Photos are drawn anew here: place, device and date are gone."""

import io
import uuid
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Sum
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from spoorboek.dossiers.acts.door import checked_open
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.methods.worksheets import EMPLOYERS_SIDE, Worksheet
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import Envelope
from spoorboek.people.policy import Role
from spoorboek.programme.folder.acts.answering import Outcome, added_once
from spoorboek.programme.folder.models import Attachment
from spoorboek.programme.folder.sheets import sheet
from spoorboek.site import clock

MOST_BYTES = 12 * 1024 * 1024
"""What is kept at the most, after shrinking."""
MOST_BYTES_GIVEN = 24 * 1024 * 1024
MOST_PIXELS = 80_000_000
LONGEST_SIDE = 2000
QUALITY = 82
MOST_PIXELS_WHOLE = 24_000_000
"""Of a picture that can only be read as a whole; a JPEG is read smaller than it is."""
MOST_A_SHEET = 40
READ = ("JPEG", "PNG", "WEBP", "GIF")
"""What cameras, phones and drawing on a page make. Other readers, such as for EPS, run programs or hold old faults."""

RECORDINGS: tuple[tuple[bytes, int, str], ...] = (
    (b"\x1aE\xdf\xa3", 0, "audio/webm"),
    (b"OggS", 0, "audio/ogg"),
    (b"ftyp", 4, "audio/mp4"),
    (b"WAVE", 8, "audio/wav"),
    (b"ID3", 0, "audio/mpeg"),
)
"""How a recording begins: the bytes, where they stand, and what it then is."""


@dataclass(frozen=True)
class Attached:
    """A file as a device hands it over; `kind` is one of `Attachment.Kind`."""

    id: uuid.UUID
    worksheet: str
    question: str
    kind: str
    content: bytes


def attach(actor: Actor, dossier_id: uuid.UUID, given: Attached) -> Outcome:
    """Keep a file with a question. The same id twice is one file. An answer names it in `attachments`."""
    checked_open(actor, dossier_id, Role.CLIENT)
    if Attachment.objects.filter(pk=given.id, dossier_id=dossier_id).exists():
        return Outcome.THERE
    try:
        found = sheet(dossier_id, given.worksheet)
        found.question(given.question)
    except (NotYours, KeyError) as error:
        raise Refused(_("Deze vraag staat niet meer in je map. Bewaar de foto zelf.")) from error
    check_size(len(given.content))
    if Attachment.objects.filter(dossier_id=dossier_id, worksheet=found.key).count() >= MOST_A_SHEET:
        raise Refused(_("Dit blad is vol. Haal eerst een foto of opname weg."))
    media_type, content = prepared(given)
    if len(content) > MOST_BYTES:
        raise too_large()
    check_room(dossier_id, len(content))
    row = Attachment(
        id=given.id,
        dossier_id=dossier_id,
        worksheet=found.key,
        question=given.question,
        reach=reach_of_files(found),
        account_id=actor.person_id,
        sealed=Envelope(dossier_id).seal_bytes(content),
        kind=given.kind,
        media_type=media_type,
        size=len(content),
        saved_at=clock.now(),
    )
    return Outcome.SAVED if added_once(row) else Outcome.THERE


def reach_of_files(found: Worksheet) -> list[str]:
    """Nobody can look for health words in a photo or a recording: they never reach the employer's side."""
    return [role for role in found.roles if role not in EMPLOYERS_SIDE]


def too_large() -> Refused:
    return Refused(
        _(
            "Dit bestand is te groot om te bewaren. Maak de foto opnieuw met een lagere kwaliteit, "
            "of fotografeer een stuk van het blad. De rest van je antwoord is niet weg."
        ),
        "photo",
    )


def check_size(size: int) -> None:
    """Before reading a file: is it too large to look at?"""
    if size > MOST_BYTES_GIVEN:
        raise too_large()


def check_room(dossier_id: uuid.UUID, size: int) -> None:
    """Whether it still fits in the folder, all sheets together."""
    there = Attachment.objects.filter(dossier_id=dossier_id).aggregate(all=Sum("size"))["all"] or 0
    if there + size > settings.FOLDER_MOST_MB * 1024 * 1024:
        raise Refused(
            _("Je map is vol. Haal eerst foto’s of opnames weg die je niet meer nodig hebt."), "photo"
        )


def prepared(given: Attached) -> tuple[str, bytes]:
    """Media type and content as it is kept."""
    if given.kind == Attachment.Kind.VOICE:
        return recording(given.content), given.content
    if given.kind in (Attachment.Kind.PHOTO, Attachment.Kind.DRAWING):
        return redrawn(given.content, lossless=given.kind == Attachment.Kind.DRAWING)
    raise Refused(_("Dit soort bestand past hier niet. Kies een foto, een tekening of een opname."))


def redrawn(content: bytes, *, lossless: bool = False) -> tuple[str, bytes]:
    """A picture drawn anew, upright and at the most 2000 pixels: nothing but what is to be seen stays in it."""
    try:
        with Image.open(io.BytesIO(content), formats=READ) as picture:
            most = MOST_PIXELS if picture.format in ("JPEG", "MPO") else MOST_PIXELS_WHOLE
            if picture.width * picture.height > most:
                raise too_large()
            picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(picture)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            drawn = on_white(upright)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Refused(
            _("Deze foto kunnen we niet lezen. Maak de foto opnieuw, of kies een andere."), "photo"
        ) from error
    made = io.BytesIO()
    if lossless:
        drawn.save(made, "PNG", optimize=True)
        return "image/png", made.getvalue()
    drawn.save(made, "JPEG", quality=QUALITY, optimize=True)
    return "image/jpeg", made.getvalue()


def on_white(picture: Image.Image) -> Image.Image:
    """Without transparency and without anything that was kept beside the pixels."""
    sheet_of_paper = Image.new("RGB", picture.size, "white")
    seen = picture.convert("RGBA")
    sheet_of_paper.paste(seen, mask=seen.getchannel("A"))
    return sheet_of_paper


def recording(content: bytes) -> str:
    """The media type of a recording, by how it begins."""
    for start, at, media_type in RECORDINGS:
        if content[at : at + len(start)] == start:
            return media_type
    raise Refused(_("Deze opname kunnen we niet lezen. Neem opnieuw op, of schrijf het op."), "voice")


def remove_attachment(actor: Actor, dossier_id: uuid.UUID, attachment_id: uuid.UUID) -> None:
    """Take a file away for good. Answers that named it no longer show it."""
    checked_open(actor, dossier_id, Role.CLIENT)
    Attachment.objects.filter(dossier_id=dossier_id, pk=attachment_id).delete()
