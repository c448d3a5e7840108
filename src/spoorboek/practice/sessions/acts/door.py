"""What the acts share: reach a session, hold it while something changes, and go from one state into the next."""

import uuid

from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import checked_open
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor
from spoorboek.people.policy import GUIDES, Role
from spoorboek.practice.sessions.access import session_for
from spoorboek.practice.sessions.models import Passage, Session

State = Session.State
PLAYING = frozenset(Session.PLAYED)
GOES_ON: dict[str, frozenset[str]] = {
    State.PROPOSED: frozenset({State.PLANNED, State.NOT_NOW}),
    State.PLANNED: frozenset({State.SUITED, State.NOT_NOW}),
    State.SUITED: frozenset({State.PREPARING, State.NOT_NOW}),
    **{state: PLAYING - {State.PREPARING, state} | {State.LOOKING_BACK} for state in PLAYING},
    State.LOOKING_BACK: frozenset({State.CLOSED, State.BROKEN_OFF}),
}
"""From which state a session goes into which."""


def held(actor: Actor, session_id: uuid.UUID, *roles: Role) -> Session:
    """The session, locked, when its dossier is open and the actor takes part in one of these roles."""
    rows = Session.objects.select_for_update(of=("self",)).select_related("dossier")
    found = session_for(actor, session_id, rows)
    checked_open(actor, found.dossier_id, *(roles or (Role.CLIENT, *GUIDES)))
    return found


def check_client(actor: Actor, session: Session) -> None:
    if session.client_id != actor.account_id:
        raise NotYours(_("Alleen wie oefent, kan dit doen."))


def check_coach(actor: Actor, session: Session) -> None:
    if session.coach_id != actor.account_id:
        raise NotYours(_("Alleen de coach van deze oefening kan dit doen."))


def pass_into(actor: Actor, session: Session, state: Session.State) -> None:
    """Go into the next state, and keep when. Staying where one is changes nothing. Refuses a leap."""
    if session.state == state:
        return
    if state not in GOES_ON.get(session.state, frozenset()):
        raise Refused(_("Dat kan nu niet meer. Laad de bladzijde opnieuw en kijk waar je bent."))
    session.state = state
    session.save()
    Passage.objects.create(
        dossier_id=session.dossier_id, session=session, account_id=actor.person_id, state=state
    )
