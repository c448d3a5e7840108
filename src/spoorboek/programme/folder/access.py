"""Who reads what of a work folder: the client everything, another person what was shared with them. Nothing else."""

import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Max, QuerySet
from django.utils import timezone

from spoorboek.dossiers.access import Reached, log_opening
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.refusals import NotYours
from spoorboek.methods.worksheets import ROLES, Circle, Worksheet
from spoorboek.people.access import role_in, still
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import Envelope
from spoorboek.people.models import Involvement, Person
from spoorboek.people.policy import Layer, Role
from spoorboek.programme.folder.merging import Kept, Page, Place, merged
from spoorboek.programme.folder.models import Answer, Attachment, Finish, Share
from spoorboek.programme.folder.sheets import sheets
from spoorboek.site import clock


@dataclass(frozen=True)
class Folder:
    """A client's own folder, opened. `finished`: the last day on which a sheet was said to be done."""

    dossier_id: uuid.UUID
    pages: Mapping[Place, Page]
    finished: Mapping[str, date]

    @cached_property
    def sheets(self) -> Mapping[str, Worksheet]:
        """Every sheet that this folder offers, by its key."""
        return sheets(self.dossier_id)

    def page(self, worksheet: str, question: str) -> Page:
        return self.pages.get((worksheet, question), Page())


def folder_of(actor: Actor, dossier_id: uuid.UUID, worksheet: str = "") -> Folder:
    """The client's own folder, or one sheet of it. Anyone else gets `NotYours`."""
    if role_in(actor, dossier_id) is not Role.CLIENT:
        raise NotYours("Not found.")
    only = {"worksheet": worksheet} if worksheet else {}
    answers = unsealed(dossier_id, Answer.objects.filter(dossier_id=dossier_id, **only))
    done = Finish.objects.filter(dossier_id=dossier_id, **only).values_list("worksheet")
    finished = {key: timezone.localdate(at) for key, at in done.annotate(at=Max("at")).order_by()}
    return Folder(dossier_id, merged(answers), finished)


def unsealed(dossier_id: uuid.UUID, rows: Iterable[Answer]) -> list[Kept]:
    """Answers of one dossier with their values."""
    found = list(rows)
    envelope = Envelope(dossier_id) if found else None
    return [kept(row, json.loads(envelope.open(row.sealed))) for row in found if envelope]


def kept(row: Answer, value: Mapping[str, Any]) -> Kept:
    return Kept(
        id=row.pk,
        worksheet=row.worksheet,
        question=row.question,
        value=value,
        replaces=tuple(row.replaces),
        written_at=row.written_at,
        version=row.version,
    )


def attachments_of(dossier_id: uuid.UUID, ids: Iterable[uuid.UUID | str]) -> list[Attachment]:
    """Photos, drawings and recordings that the actor reaches, without their content, in the order they came."""
    found = Attachment.objects.filter(dossier_id=dossier_id, pk__in=list(ids))
    return list(found.defer("sealed").order_by("saved_at", "pk"))


def attachment(actor: Actor, attachment_id: uuid.UUID) -> tuple[Attachment, bytes]:
    """One of them with its content: one's own, or one that was shared. Anyone else gets `NotYours`."""
    row = Attachment.objects.filter(pk=attachment_id).first()
    if row is None:
        raise NotYours("Not found.")
    if row.account_id != actor.account_id:
        note_reading(actor, row.dossier_id)
    return row, Envelope(row.dossier_id).open_bytes(row.sealed)


@dataclass(frozen=True)
class SharedSheet:
    """What one person may read of one sheet: by question key, each answer as it was shared."""

    share: Share
    answers: Mapping[str, Kept]


def live_shares(**which: Any) -> QuerySet[Share]:
    """Shares that are not withdrawn and whose last day has not passed, newest first."""
    return Share.objects.filter(withdrawn_at__isnull=True, until__gte=clock.today(), **which).order_by(
        "-made_at", "pk"
    )


def shared_with(actor: Actor, dossier_id: uuid.UUID) -> list[SharedSheet]:
    """What the client of a dossier shared with the actor, newest first; the client reads that it was opened.

    A stranger, and a role that no sheet may reach, gets `NotYours`; who was given nothing gets an empty list.
    """
    if role_in(actor, dossier_id) not in ROLES[Circle.WORK]:
        raise NotYours("Not found.")
    shares = list(live_shares(account_id=actor.person_id, dossier_id=dossier_id))
    if not shares:
        return []
    note_reading(actor, dossier_id)
    wanted = {pk for share in shares for pk in share.answers}
    answers = unsealed(dossier_id, Answer.objects.filter(dossier_id=dossier_id, pk__in=wanted))
    return [
        SharedSheet(share, {one.question: one for one in answers if one.id in share.answers})
        for share in shares
    ]


def has_something_to_read(reached: Reached) -> bool:
    """Whether anything is shared with the reader: where nothing is, nobody is reminded of a folder."""
    return live_shares(account_id=reached.actor.person_id, dossier_id=reached.dossier.pk).exists()


def dossiers_shared_with(actor: Actor) -> list[tuple[uuid.UUID, Person | None]]:
    """The dossiers of which something is shared with the actor now, each with whose it is."""
    ids = live_shares(account_id=actor.person_id).values_list("dossier_id", flat=True)
    seats = Involvement.objects.filter(still(), dossier_id__in=set(ids), role=Role.CLIENT)
    return [
        (seat.dossier_id, getattr(seat.account, "person", None))
        for seat in seats.select_related("account__person").order_by("account__person__last_name", "pk")
    ]


def note_reading(actor: Actor, dossier_id: uuid.UUID) -> None:
    """*Wie keek er*: someone read what was shared with them."""
    role = role_in(actor, dossier_id)
    if role is None:
        raise NotYours("Not found.")
    log_opening(actor, Dossier(pk=dossier_id), role, Layer.PERSONAL)
