"""Acts about contact: note what was agreed, and black out a text that should not have been written."""

import uuid
from collections.abc import Collection
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoorboek.dossiers import health_words, journal
from spoorboek.dossiers.acts.door import Work, entered
from spoorboek.dossiers.models import ContactNote, Dossier, JournalPayload
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import Envelope
from spoorboek.people.policy import Role
from spoorboek.site import clock

NOTES_CONTACT = (Role.CASE_MANAGER, Role.SUPERVISOR, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH)
BLACKS_OUT_OTHERS = (Role.CASE_MANAGER, Role.COMPANY_DOCTOR)
LONGEST = 1500


class WhyRedacted(TextChoices):
    """Why a text was taken away; never what stood in it."""

    HEALTH = "health", gettext_lazy("er stond iets over gezondheid in")
    WRONG_DOSSIER = "wrong_dossier", gettext_lazy("hoort niet in dit dossier")
    MISTAKE = "mistake", gettext_lazy("klopte niet")
    ASKED = "asked", gettext_lazy("de medewerker vroeg het")


def note_contact(
    actor: Actor, dossier_id: uuid.UUID, on: date, way: str, text: str, words_kept: Collection[str] = ()
) -> ContactNote:
    """Note a contact: the way, the day, what was agreed. Raises `HealthWords` for words the writer has not kept.

    The text is sealed; it stands in the note and in the journal's payload, and `redact_contact_note` destroys both.
    The same note typed twice is one note.
    """
    with entered(actor, dossier_id, "note_contact", roles=NOTES_CONTACT, moves_dates=False) as work:
        check_note(work.dossier, on, text)
        health_words.check(text, "text", words_kept)
        known = same_note(work.dossier, actor, on, way, text)
        if known:
            raise Refused(_("Deze notitie staat er al. Er is niets dubbel opgeslagen."))
        sealed = Envelope(dossier_id).seal(text.strip())
        assert actor.account_id is not None
        note = ContactNote.objects.create(
            dossier=work.dossier, author_id=actor.account_id, on=on, way=way, sealed=sealed
        )
        work.said(note=note.pk, on=on, way=way, text=text.strip())
    return note


def check_note(dossier: Dossier, on: date, text: str) -> None:
    if on > clock.today():
        raise Refused(
            _("Deze dag moet nog komen. Noteer een contact nadat het er was, of plan een afspraak."), "on"
        )
    if on < dossier.first_sick_day:
        raise Refused(_("Deze dag ligt voor de eerste ziektedag. Kijk of de datum klopt."), "on")
    if not text.strip():
        raise Refused(_("Schrijf op wat jullie hebben afgesproken. Eén zin is genoeg."), "text")
    if len(text) > LONGEST:
        raise Refused(
            _("Dit is te lang. Schrijf alleen wat jullie hebben afgesproken, in een paar zinnen."), "text"
        )


def same_note(dossier: Dossier, actor: Actor, on: date, way: str, text: str) -> ContactNote | None:
    """A note of the same writer, day and way with the same text."""
    envelope = Envelope(dossier.pk)
    rows = dossier.contact_notes.filter(author_id=actor.account_id, on=on, way=way, redacted_at__isnull=True)
    return next((row for row in rows if envelope.open(row.sealed) == text.strip()), None)


def redact_contact_note(actor: Actor, dossier_id: uuid.UUID, note_id: int, why: str) -> None:
    """Take a note's text away for good: from the note and from the journal, whose chain still verifies.

    One's own note, or anyone's for the case manager and the company doctor. Also in a closed dossier.
    """
    with entered(
        actor, dossier_id, "redact_contact_note", roles=NOTES_CONTACT, closed_too=True, moves_dates=False
    ) as work:
        note = ContactNote.objects.filter(pk=note_id, dossier_id=dossier_id).first()
        if note is None:
            raise Refused(_("Deze notitie is niet gevonden. Ga terug naar het dossier."))
        if note.redacted_at:
            raise Refused(_("De tekst van deze notitie was al weggehaald. Er is niets veranderd."))
        if note.author_id != actor.account_id and work.role not in BLACKS_OUT_OTHERS:
            raise Refused(
                _("Je kunt alleen je eigen notitie weghalen. Vraag het de casemanager of de schrijver.")
            )
        if why not in WhyRedacted.values:
            raise Refused(_("Kies waarom de tekst weg moet."), "why")
        destroy_text(work, note)
        work.said(note=note.pk, on=note.on, way=note.way, why=why)


def destroy_text(work: Work, note: ContactNote) -> None:
    """Remove the sealed text and the payload of the entry that holds it; the entry itself stays in the chain."""
    note.sealed, note.redacted_at = b"", clock.now()
    note.save()
    entries = [
        entry
        for entry, payload in journal.opened_payloads(work.dossier.pk).items()
        if payload.get("note") == note.pk and "text" in payload
    ]
    JournalPayload.objects.filter(dossier=work.dossier, entry__in=entries).delete()
