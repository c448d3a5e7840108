"""What the acts share: reach a session, hold it while something changes, and go from one state into the next."""

import uuid

from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import check_is_open, checked_open, fitting
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.access import first_role
from spoorboek.people.actor import Actor, current_actor
from spoorboek.people.policy import GUIDES, Role
from spoorboek.practice.sessions.access import session_for
from spoorboek.practice.sessions.models import Passage, Session
from spoorboek.site.planned import Rows

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


PLAYED = Rows(
    Session,
    without=("frozen", "sealed"),
    also=(
        "d.closed_on IS NULL, ARRAY(SELECT i.role FROM people_involvement i WHERE i.dossier_id = d.id"
        " AND i.account_id = spoorboek_actor() AND (i.until IS NULL OR i.until > now()))"
    ),
    joined="JOIN dossiers_dossier d ON d.id = dossier_id",
)
"""A session without its long texts, whether its dossier is open, and the actor's roles there."""


def held_playing(actor: Actor, session_id: uuid.UUID) -> Session:
    """As `held`, in one statement that is planned once: for what is told many times a minute."""
    if current_actor() != actor or actor.account_id is None:
        raise NotYours(_("Log opnieuw in en probeer het nog eens."))
    found = PLAYED.found(session_id, lock=True)
    if found is None:
        raise NotYours(_("Deze oefening is niet gevonden."))
    session, (is_open, roles) = found
    fitting(first_role(roles), (Role.CLIENT, *GUIDES))
    check_is_open(is_open)
    return session


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
