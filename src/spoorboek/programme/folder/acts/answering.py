"""Write an answer, choose between two, say that a sheet is done, wipe it.

    write_answer(actor, dossier_id, Written(id, "week-plan", "plan", {"cells": {…}}, replaces=(before,)))

Writing may be repeated: the same id is one answer, however often and in whatever order it arrives.
"""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import checked_open
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.methods.questions import NotAnAnswer, Question
from spoorboek.methods.worksheets import Worksheet
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import Envelope
from spoorboek.people.policy import Role
from spoorboek.programme.folder.access import folder_of
from spoorboek.programme.folder.models import Answer, Attachment, Finish, Share
from spoorboek.programme.folder.sheets import sheet
from spoorboek.programme.folder.signals import page_finished
from spoorboek.site import clock

MOST_REPLACED = 20


class Outcome(StrEnum):
    SAVED = "saved"
    THERE = "already there"


@dataclass(frozen=True)
class Written:
    """An answer as a device hands it over. `written_at`: the moment by the device's clock, if it gave one."""

    id: uuid.UUID
    worksheet: str
    question: str
    value: Mapping[str, Any]
    replaces: tuple[uuid.UUID, ...] = ()
    written_at: datetime | None = field(default=None)


def asked(dossier_id: uuid.UUID, written: Written) -> tuple[Worksheet, Question]:
    """The sheet and the question that an answer is about."""
    try:
        found = sheet(dossier_id, written.worksheet)
        return found, found.question(written.question)
    except (NotYours, KeyError) as error:
        raise Refused(
            _("Deze vraag staat niet meer in je map. Je tekst is niet weg: bewaar hem zelf.")
        ) from error


def write_answer(actor: Actor, dossier_id: uuid.UUID, written: Written) -> Outcome:
    """Add an answer. What it was written over stays, as an earlier answer."""
    checked_open(actor, dossier_id, Role.CLIENT)
    found, question = asked(dossier_id, written)
    try:
        value = question.checked(written.value)
    except NotAnAnswer as error:
        raise Refused(_("Dit antwoord past niet bij de vraag. Kijk het na en bewaar opnieuw.")) from error
    if len(written.replaces) > MOST_REPLACED:
        raise Refused(_("Dit antwoord komt na te veel andere. Laad de bladzijde opnieuw."))
    if not added(actor, dossier_id, found, written, value):
        return Outcome.THERE
    finish_when_answered(actor, dossier_id, found)
    return Outcome.SAVED


def added(
    actor: Actor, dossier_id: uuid.UUID, found: Worksheet, written: Written, value: dict[str, Any]
) -> bool:
    """Whether a row was added; an id that is there already adds none. Another's id is refused."""
    now = clock.now()
    row = Answer(
        id=written.id,
        dossier_id=dossier_id,
        worksheet=found.key,
        question=written.question,
        version=found.version,
        replaces=list(written.replaces),
        reach=list(found.roles),
        account_id=actor.person_id,
        sealed=Envelope(dossier_id).seal(json.dumps(value, ensure_ascii=False, sort_keys=True)),
        written_at=min(written.written_at or now, now),
        saved_at=now,
    )
    return added_once(row)


def added_once(row: Answer | Attachment) -> bool:
    """Add the row unless its id is there already, also when two devices send it at the same moment."""
    rows = type(row)._default_manager
    if not rows.filter(pk=row.pk).exists():
        try:
            with transaction.atomic():
                row.save(force_insert=True)
            return True
        except IntegrityError:
            pass
    if not rows.filter(pk=row.pk, dossier_id=row.dossier_id).exists():
        raise Refused(_("Dit kon niet worden bewaard. Laad de bladzijde opnieuw en probeer het nog eens."))
    return False


def finish_when_answered(actor: Actor, dossier_id: uuid.UUID, found: Worksheet) -> None:
    """The last question that gets its answer makes the sheet done, once."""
    if Finish.objects.filter(dossier_id=dossier_id, worksheet=found.key).exists():
        return
    folder = folder_of(actor, dossier_id, found.key)
    if all(folder.page(found.key, page.key).is_answered for page in found.pages):
        finish(actor, dossier_id, found.key)


def finish_sheet(actor: Actor, dossier_id: uuid.UUID, worksheet: str) -> None:
    """*Klaar*: the client says that a sheet is done, whatever is filled in."""
    checked_open(actor, dossier_id, Role.CLIENT)
    finish(actor, dossier_id, sheet(dossier_id, worksheet).key)


def close_sheet(actor: Actor, dossier_id: uuid.UUID, worksheet: str) -> bool:
    """*Klaar* on the last question: leaving questions empty is fine, so the sheet is done. Not where all is empty."""
    checked_open(actor, dossier_id, Role.CLIENT)
    found = sheet(dossier_id, worksheet)
    folder = folder_of(actor, dossier_id, found.key)
    if not any(folder.page(found.key, page.key).is_answered for page in found.pages):
        return False
    if folder.finished.get(found.key) != clock.today():
        finish(actor, dossier_id, found.key)
    return True


def finish(actor: Actor, dossier_id: uuid.UUID, key: str) -> None:
    Finish.objects.create(dossier_id=dossier_id, worksheet=key, account_id=actor.person_id, at=clock.now())
    page_finished.send(sender=Finish, dossier_id=dossier_id, key=key, account_id=actor.account_id)


def choose_answer(
    actor: Actor, dossier_id: uuid.UUID, answer_id: uuid.UUID, new_id: uuid.UUID | None = None
) -> Outcome:
    """Of two versions this one stands, or an earlier answer stands again. The others remain as earlier answers."""
    checked_open(actor, dossier_id, Role.CLIENT)
    row = Answer.objects.filter(pk=answer_id, dossier_id=dossier_id).first()
    if row is None:
        raise Refused(_("Dit antwoord is er niet meer. Ga terug en kijk wat er staat."))
    page = folder_of(actor, dossier_id, row.worksheet).page(row.worksheet, row.question)
    chosen = next(one for one in (*page.standing, *page.earlier) if one.id == answer_id)
    if page.heads == (answer_id,):
        return Outcome.THERE
    over = tuple(dict.fromkeys((*page.heads, answer_id)))
    made = Written(new_id or uuid.uuid4(), row.worksheet, row.question, chosen.value, over)
    return write_answer(actor, dossier_id, made)


def wipe_sheet(actor: Actor, dossier_id: uuid.UUID, worksheet: str) -> None:
    """Everything on one sheet is gone for good, with what was shared of it. Nobody can bring it back."""
    checked_open(actor, dossier_id, Role.CLIENT)
    for rows in (Answer.objects, Attachment.objects, Finish.objects):
        rows.filter(dossier_id=dossier_id, worksheet=worksheet).delete()
    Share.objects.filter(dossier_id=dossier_id, worksheet=worksheet, withdrawn_at__isnull=True).update(
        withdrawn_at=clock.now()
    )
