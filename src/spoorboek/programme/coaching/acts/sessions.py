"""A coach's own work: the agenda of a session, notes, homework; and the client's reply to homework."""

import json
import uuid
from collections.abc import Collection, Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from spoorboek.dossiers import health_words
from spoorboek.dossiers.acts.door import checked_open, entered
from spoorboek.dossiers.models import Appointment
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import Envelope
from spoorboek.people.policy import GUIDES, Layer, Role
from spoorboek.programme.coaching.models import Agenda, Homework, HomeworkReply, Note
from spoorboek.programme.folder.sheets import sheets
from spoorboek.site import clock

LONGEST_NOTE = 3000
LONGEST_LINE = 160
MOST_LINES = 12


def write_agenda(
    actor: Actor,
    dossier_id: uuid.UUID,
    lines: Sequence[str],
    appointment_id: uuid.UUID | None = None,
    words_kept: Collection[str] = (),
) -> Agenda:
    """What the coach wants to go through. One agenda an appointment: writing it again replaces the lines."""
    with entered(actor, dossier_id, "write_agenda", roles=GUIDES, moves_dates=False) as work:
        work.layer = Layer.GUIDANCE
        kept = [line.strip() for line in lines if line.strip()]
        if not kept:
            raise Refused(_("Kies ten minste één punt, of schrijf er zelf een op."), "points")
        if len(kept) > MOST_LINES or max(map(len, kept)) > LONGEST_LINE:
            raise Refused(_("Houd de agenda kort: hoogstens twaalf korte punten."), "own")
        health_words.check("\n".join(kept), "own", words_kept)
        check_appointment(actor, dossier_id, appointment_id)
        sealed = Envelope(dossier_id).seal(json.dumps(kept))
        made = waiting_agendas(actor, dossier_id).filter(
            **({"appointment": appointment_id} if appointment_id else {"appointment__isnull": True})
        ).first() or Agenda(dossier=work.dossier, author_id=actor.person_id, appointment_id=appointment_id)
        made.sealed = sealed
        made.save()
        work.said(agenda=made.pk)
    return made


def waiting_agendas(actor: Actor, dossier_id: uuid.UUID) -> QuerySet[Agenda]:
    """The coach's own agendas of sessions that were not held yet."""
    return Agenda.objects.filter(dossier_id=dossier_id, author_id=actor.person_id, held_on__isnull=True)


def check_appointment(actor: Actor, dossier_id: uuid.UUID, appointment_id: uuid.UUID | None) -> None:
    if appointment_id is None:
        return
    row = Appointment.objects.filter(pk=appointment_id, dossier_id=dossier_id).first()
    if row is None or row.with_account_id != actor.account_id or row.state != Appointment.State.PLANNED:
        raise Refused(
            _("Deze afspraak staat niet meer. Kies een andere, of maak een agenda zonder afspraak.")
        )


def write_note(
    actor: Actor,
    dossier_id: uuid.UUID,
    on: date,
    text: str,
    words_kept: Collection[str] = (),
    *,
    after_the_talk: bool = True,
) -> Note:
    """A working note, the coach's own. The client reads it, and it stands nowhere else, not in the journal either.

    `after_the_talk`: what was on the agenda of a talk that began was gone through; not so for a note in between.
    """
    with entered(actor, dossier_id, "write_note", roles=GUIDES, moves_dates=False) as work:
        work.layer = Layer.GUIDANCE
        text = text.strip()
        if not text:
            raise Refused(_("Schrijf op wat je wilt onthouden. Eén zin is genoeg."), "text")
        if len(text) > LONGEST_NOTE:
            raise Refused(_("Dit is te lang. Houd het bij wat je volgende keer nodig hebt."), "text")
        if on > clock.today() or on < work.dossier.first_sick_day:
            raise Refused(_("Kies een dag tussen de eerste ziektedag en vandaag."), "on")
        health_words.check(text, "text", words_kept)
        made = Note.objects.create(
            dossier=work.dossier, author_id=actor.person_id, on=on, sealed=Envelope(dossier_id).seal(text)
        )
        if after_the_talk:
            begun = waiting_agendas(actor, dossier_id).filter(appointment__starts_at__lte=clock.now())
            begun.update(held_on=on)
        work.said(note=made.pk, on=on)
    return made


def redact_note(actor: Actor, dossier_id: uuid.UUID, note_id: uuid.UUID) -> None:
    """Take the text of one's own note away for good; also in a closed dossier. That there was a note stays."""
    with entered(actor, dossier_id, "redact_note", roles=GUIDES, closed_too=True, moves_dates=False) as work:
        work.layer = Layer.GUIDANCE
        row = Note.objects.filter(pk=note_id, dossier_id=dossier_id, author_id=actor.person_id).first()
        if row is None:
            raise Refused(_("Deze notitie is niet gevonden. Ga terug naar het dossier."))
        if row.redacted_at:
            raise Refused(_("De tekst van deze notitie was al weggehaald. Er is niets veranderd."))
        row.sealed, row.redacted_at = b"", clock.now()
        row.save()
        work.said(note=row.pk, on=row.on)


def give_homework(
    actor: Actor,
    dossier_id: uuid.UUID,
    worksheet: str = "",
    words: str = "",
    due_on: date | None = None,
    words_kept: Collection[str] = (),
) -> Homework:
    """Give a worksheet, or a few own words. The same worksheet that still waits is not given twice."""
    with entered(actor, dossier_id, "give_homework", roles=GUIDES, moves_dates=False) as work:
        work.layer = Layer.GUIDANCE
        words = words.strip()
        check_homework(dossier_id, worksheet, words, due_on)
        health_words.check(words, "words", words_kept)
        if worksheet and open_homework(dossier_id).filter(worksheet=worksheet).exists():
            raise Refused(_("Dit werkblad staat al klaar. Er is niets dubbel gegeven."), "worksheet")
        made = Homework.objects.create(
            dossier=work.dossier,
            author_id=actor.person_id,
            worksheet=worksheet,
            sealed=Envelope(dossier_id).seal(words) if words else b"",
            given_on=clock.today(),
            due_on=due_on,
        )
        work.said(homework=made.pk)
    return made


def check_homework(dossier_id: uuid.UUID, worksheet: str, words: str, due_on: date | None) -> None:
    if worksheet and worksheet not in sheets(dossier_id):
        raise Refused(_("Dit werkblad bestaat niet meer. Kies een ander."), "worksheet")
    if not worksheet and not words:
        raise Refused(_("Kies een werkblad, of schrijf in een paar woorden wat het is."), "words")
    if len(words) > LONGEST_LINE:
        raise Refused(_("Maak het korter: één zin."), "words")
    if due_on and due_on < clock.today():
        raise Refused(_("Deze dag is al geweest. Kies een latere dag, of laat hem leeg."), "due_on")


def open_homework(dossier_id: uuid.UUID) -> QuerySet[Homework]:
    """Homework within the actor's reach that waits: not done, not *not now*, not taken back."""
    return Homework.objects.filter(dossier_id=dossier_id, withdrawn_on__isnull=True, reply__isnull=True)


def take_homework_back(actor: Actor, dossier_id: uuid.UUID, homework_id: uuid.UUID) -> None:
    """The coach takes homework back."""
    with entered(actor, dossier_id, "take_homework_back", roles=GUIDES, moves_dates=False) as work:
        work.layer = Layer.GUIDANCE
        row = Homework.objects.filter(
            pk=homework_id, dossier_id=dossier_id, author_id=actor.person_id
        ).first()
        if row is None:
            raise Refused(_("Dit huiswerk is niet gevonden."))
        row.withdrawn_on = row.withdrawn_on or clock.today()
        row.save()
        work.said(homework=row.pk)


def answer_homework(actor: Actor, dossier_id: uuid.UUID, homework_id: uuid.UUID, said: str) -> None:
    """Done, or *not now*. Neither has a consequence; who gave it reads which of the two, and nothing of the content."""
    checked_open(actor, dossier_id, Role.CLIENT)
    row = Homework.objects.filter(pk=homework_id, dossier_id=dossier_id, withdrawn_on__isnull=True).first()
    if row is None:
        raise Refused(_("Dit hoeft niet meer. Je hoeft niets te doen."))
    if said not in HomeworkReply.Said.values:
        raise Refused(_("Kies: gedaan, of nu even niet."))
    HomeworkReply.objects.update_or_create(
        homework=row, defaults={"dossier_id": dossier_id, "said": said, "said_on": clock.today()}
    )


def worksheet_finished(dossier_id: uuid.UUID, key: str, account_id: uuid.UUID) -> None:
    """The client finished a sheet of the work folder: homework that asked for it is done. The client is acting."""
    for row in open_homework(dossier_id).filter(worksheet=key):
        answer_homework(Actor(account_id=account_id), dossier_id, row.pk, HomeworkReply.Said.DONE)
