"""Acts on a handover note: made by a professional, read and corrected by the client, and only then passed on."""

import uuid
from collections.abc import Collection, Sequence

from django.utils.translation import gettext as _

from spoorboek.dossiers import health_words
from spoorboek.dossiers.acts.door import Work
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.access import involved
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import Envelope
from spoorboek.people.models import Involvement
from spoorboek.people.policy import Layer, Role
from spoorboek.programme.courses.acts.common import TASK_FORCE, at_work
from spoorboek.programme.courses.handing import Part, sealed
from spoorboek.programme.courses.models import Handover
from spoorboek.site import clock

LONGEST = 2_000


def write_handover(actor: Actor, dossier_id: uuid.UUID, to: uuid.UUID, parts: Sequence[Part]) -> Handover:
    """Make a note for someone who takes part. The client reads it first; until then nobody else does."""
    with at_work(actor, dossier_id, "write_handover", roles=TASK_FORCE) as work:
        seat = receiver(actor, dossier_id, to)
        if not parts:
            raise Refused(_("Er is nog niets om over te dragen."))
        assert actor.account_id is not None
        note = Handover(
            dossier=work.dossier,
            author_id=actor.account_id,
            author_role=work.role,
            to_id=to,
            to_role=seat.role,
            sealed=sealed(Envelope(dossier_id), parts),
        )
        note.save(force_insert=True)
        work.said(handover=note.pk, name=seat.account.person.name)
    return note


def receiver(actor: Actor, dossier_id: uuid.UUID, to: uuid.UUID) -> Involvement:
    seat = involved(actor, dossier_id).filter(account_id=to, role__in=TASK_FORCE).first()
    if seat is None or to == actor.account_id:
        raise Refused(
            _("Kies iemand die in dit dossier meedoet. Laat een nieuwe collega eerst meedoen."), "to"
        )
    return seat


def pass_handover(
    actor: Actor,
    dossier_id: uuid.UUID,
    note_id: uuid.UUID,
    own_words: str = "",
    words_kept: Collection[str] = (),
) -> Handover:
    """The client lets the note go, with a correction or something of their own beside it.

    Raises `HealthWords` for words the client has not kept: someone at work may read this.
    """
    with at_work(actor, dossier_id, "pass_handover", roles=(Role.CLIENT,)) as work:
        note = waiting_note(work, note_id)
        if len(own_words) > LONGEST:
            raise Refused(_("Dit is te lang. Een paar zinnen is genoeg."), "own_words")
        health_words.check(own_words, "own_words", words_kept)
        if own_words.strip():
            note.own_words = Envelope(dossier_id).seal(own_words.strip())
        answered(note, Handover.State.PASSED)
        work.said(handover=note.pk, name=note.to.person.name)
    return note


def keep_back_handover(actor: Actor, dossier_id: uuid.UUID, note_id: uuid.UUID) -> Handover:
    """The client does not pass it on. No reason is asked, and the journal tells it to the client alone."""
    with at_work(actor, dossier_id, "keep_back_handover", roles=(Role.CLIENT,)) as work:
        work.layer = Layer.PERSONAL
        note = waiting_note(work, note_id)
        answered(note, Handover.State.KEPT_BACK)
        work.said(handover=note.pk)
    return note


def waiting_note(work: Work, note_id: uuid.UUID) -> Handover:
    rows = Handover.objects.select_related("to__person").filter(pk=note_id, dossier_id=work.dossier.pk)
    note = rows.first()
    if note is None:
        raise NotYours(_("Deze overdracht is niet gevonden."))
    if note.state != Handover.State.WITH_CLIENT:
        raise Refused(_("Je hebt hier al over gekozen. Er is niets veranderd."))
    return note


def answered(note: Handover, state: Handover.State) -> None:
    note.state, note.answered_at = state, clock.now()
    note.save()
