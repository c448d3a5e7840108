"""How someone feels: before, after and the day after. Skipping a question is an answer too, and nobody asks again."""

import json
import uuid
from collections.abc import Sequence
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import Refused
from spoorboek.instruments import simulator_sickness
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import Envelope
from spoorboek.people.policy import Role
from spoorboek.practice.sessions.acts.door import State, check_client, held
from spoorboek.practice.sessions.models import Measure, Session
from spoorboek.site import clock

When, What = Measure.When, Measure.What
HIGHEST = 10
ASKED_FOR = timedelta(days=7)
"""So long the question of the day after waits."""
BEFORE = frozenset({State.PLANNED, State.SUITED})
AFTER = frozenset({State.LOOKING_BACK, State.CLOSED, State.BROKEN_OFF})


def is_next_day(session: Session) -> bool:
    """Whether it is a day later, and not too long ago to remember."""
    if session.ended_at is None:
        return False
    ended = session.ended_at
    return clock.today() > timezone.localdate(ended) and clock.now() - ended <= ASKED_FOR


def say(
    actor: Actor, session_id: uuid.UUID, when: str, what: str, value: int | Sequence[int] | None
) -> Measure:
    """Keep one answer, replacing an earlier one: 0 to 10, the 16 answers on symptoms, or None for *I skip this*."""
    session = held(actor, session_id, Role.CLIENT)
    check_client(actor, session)
    if what not in What.values or when not in When.values:
        raise Refused(_("Deze vraag is er niet meer. Laad de bladzijde opnieuw."))
    fits_now = {
        When.BEFORE: session.state in BEFORE,
        When.AFTER: session.state in AFTER,
        When.NEXT_DAY: is_next_day(session),
    }
    if session.is_wiped or not fits_now[When(when)]:
        raise Refused(_("Deze vraag is nu niet aan de orde. Laad de bladzijde opnieuw."))
    check_value(what, value)
    made, _new = Measure.objects.update_or_create(
        session=session,
        when=when,
        what=what,
        defaults={
            "dossier_id": session.dossier_id,
            "sealed": Envelope(session.dossier_id).seal(json.dumps(value)),
            "at": clock.now(),
        },
    )
    return made


def check_value(what: str, value: int | Sequence[int] | None) -> None:
    """Whether this answers the question."""
    if value is None:
        return
    if isinstance(value, int):
        if not 0 <= value <= HIGHEST:
            raise Refused(_("Kies een cijfer van 0 tot 10."), "value")
        return
    try:
        simulator_sickness.score(value)
    except ValueError as error:
        raise Refused(_("Kies bij elke vraag een antwoord, of sla ze samen over."), "value") from error
    if what != What.SYMPTOMS:
        raise Refused(_("Kies een cijfer van 0 tot 10."), "value")
