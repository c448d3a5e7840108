"""What is kept while somebody plays: each moment once, in whatever order or however often it arrives."""

import json
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import Envelope
from spoorboek.practice.sessions.access import runs
from spoorboek.practice.sessions.acts.beginning import only_tried_stopping, reopened
from spoorboek.practice.sessions.acts.door import GOES_ON, State, held, pass_into
from spoorboek.practice.sessions.models import Moment, Session
from spoorboek.site import clock
from spoorboek.site.planned import Rows

TYPES = frozenset(
    (
        "phase", "dial", "step", "event", "node", "answer", "rating", "nausea", "kind", "seat", "voice", "softer", "xr",
        "visibility", "slow", "link", "time",
    )
)  # fmt: skip
"""As `Moment` in `frontend/vr/play/types.ts`."""
BY = frozenset({"user", "coach", "system"})
MOST, LONGEST_KEY, LONGEST = 500, 80, 24 * 60 * 60 * 1000
HIGHEST_N = 50_000
"""Each number is kept once, so that a session never holds more moments than this from one side."""
SAID = frozenset({"rating", "nausea"})
"""What somebody said in a figure from 0 to 10."""
PHASES = {
    "running": State.SCENE,
    "paused": State.PAUSE,
    "safe-place": State.QUIET_PLACE,
    "ended": State.LOOKING_BACK,
}
"""The state that a phase of the player brings the session into; `ended` comes with why, after a colon."""
ANEW = "ready"
"""The player stands at its start again: from a linked screen too, which can say no more than what happens on it."""
AS_PLANNED = frozenset({"done", "time"})
MOMENTS = Rows(Moment)


def whole(value: Any, lowest: int, highest: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest


def is_moment(said: Any) -> bool:
    """Whether this is a moment as the player tells it: keys and numbers only, no words."""
    if not isinstance(said, Mapping):
        return False
    value = said.get("value")
    return (
        whole(said.get("n"), 1, HIGHEST_N)
        and whole(said.get("t"), 0, LONGEST)
        and said.get("type") in TYPES
        and isinstance(said.get("key"), str)
        and len(said["key"]) <= LONGEST_KEY
        and (value is None or (isinstance(value, int | float) and abs(value) < 2**31))
        and (said["type"] not in SAID or (value is not None and 0 <= value <= 10))
        and said.get("by") in BY
    )


def keep_moments(actor: Actor, session_id: uuid.UUID, moments: Sequence[Mapping[str, Any]]) -> int:
    """Keep what the actor's side told; the highest number that is now kept of that side.

    Idempotent on (session, side, n). Phases bring the session into its next state. Raises `NotYours`, or `Refused` for
    what is no moment. What still comes after the end, from a link that was lost, is kept too; of a session that was
    wiped nothing is, and its player is told that it need not tell it again.
    """
    session = held(actor, session_id)
    side = add_moments(actor, session, moments, Envelope(session.dossier_id))
    if session.is_wiped:
        return max((one["n"] for one in moments), default=0)
    last = (
        Moment.objects.filter(session=session, side=side).order_by("-n").values_list("n", flat=True).first()
    )
    return last or 0


def add_moments(
    actor: Actor, session: Session, moments: Sequence[Mapping[str, Any]], envelope: Envelope
) -> Moment.Side:
    """As `keep_moments`, for who holds the session and the dossier's key already; the side that told them."""
    if len(moments) > MOST or not all(map(is_moment, moments)):
        raise Refused(_("Dit kon niet worden bewaard."))
    side = Moment.Side.CLIENT if session.client_id == actor.account_id else Moment.Side.COACH
    if session.state in {State.PROPOSED, State.PLANNED, State.NOT_NOW}:
        raise Refused(_("Deze oefening is nog niet begonnen."))
    if side == Moment.Side.COACH and not runs(session):
        raise Refused(_("Dit kon niet worden bewaard."))
    if session.is_wiped:
        return side
    ordered = sorted(moments, key=lambda one: one["n"])
    for one in ordered:
        MOMENTS.add(row_of(session, side, one, envelope))
    if side == Moment.Side.CLIENT:
        follow_phases(actor, session, ordered)
    return side


def row_of(session: Session, side: str, said: Mapping[str, Any], envelope: Envelope) -> Moment:
    text = json.dumps({"key": said["key"], "value": said.get("value"), "by": said["by"]})
    return Moment(
        dossier_id=session.dossier_id,
        session=session,
        side=side,
        n=said["n"],
        t=said["t"],
        type=said["type"],
        sealed=envelope.seal(text),
    )


def follow_phases(actor: Actor, session: Session, moments: Sequence[Mapping[str, Any]]) -> None:
    """The session's state goes along with the player's phase; a phase that comes too late changes nothing.

    How it ended is kept also when that comes after the client went on to look back.
    """
    for said in moments:
        phase, _colon, why = said["key"].partition(":")
        if said["type"] == "phase" and phase == ANEW and only_tried_stopping(session, before=said["n"]):
            reopened(actor, session)
        state = PHASES.get(phase) if said["type"] == "phase" else None
        if state is State.LOOKING_BACK and (session.state in Session.PLAYED or session.state == state):
            session.ended_at = session.ended_at or clock.now()
            session.broke_off = bool(why) and why not in AS_PLANNED
            session.save()
        if state is None or state not in GOES_ON.get(session.state, frozenset()):
            continue
        if session.started_at is None:
            session.started_at = clock.now()
        pass_into(actor, session, state)
