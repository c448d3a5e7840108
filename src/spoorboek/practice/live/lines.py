"""What a running session's screens do, each in one transaction: tell, ask, be there; and what they read."""

import json
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import NotYours
from spoorboek.people.actor import Actor, current_actor
from spoorboek.people.envelopes import Envelope
from spoorboek.practice.live import wire
from spoorboek.practice.live.guard import Rule, checked, raises
from spoorboek.practice.live.models import Line
from spoorboek.practice.live.state import Held, State
from spoorboek.practice.sessions.access import runs, session_for
from spoorboek.practice.sessions.acts.door import held_playing
from spoorboek.practice.sessions.acts.playing import add_moments
from spoorboek.practice.sessions.models import Session
from spoorboek.site import clock
from spoorboek.site.live import LOOK, tell
from spoorboek.site.planned import Rows

STAYS = timedelta(seconds=12)
"""So long after its last sign of life a screen counts as being there."""
LINES = Rows(Line)
WITH_STATE = Rows(Line, also="s.state", joined="JOIN practice_sessions_session s ON s.id = session_id")
THERE = Rows(Line, without=("sealed",))
REACHED = Rows(Session, without=("frozen", "sealed"))


def topic(session_id: uuid.UUID) -> str:
    """Under which processes tell each other that this session changed."""
    return f"practice:{session_id}"


class Ended(NotYours):
    """The session ended for this side: a coach's place ends a day after it was left open."""


class PlaysElsewhere(Exception):
    """The scene goes on at another screen of this client, which showed life just now: who is here is asked first."""


@dataclass(frozen=True)
class Seat:
    """One screen of one person at one session. `envelope` is the dossier's key, opened once a connection."""

    actor: Actor
    session_id: uuid.UUID
    dossier_id: uuid.UUID
    is_client: bool
    screen: str
    envelope: Envelope

    @property
    def side(self) -> str:
        return "client" if self.is_client else "coach"


@dataclass(frozen=True)
class Looked:
    """A line as it stands now, opened. `over`: the session was seen to be over; whoever ends it tells all to look."""

    row: Line
    held: Held
    over: bool = False

    @property
    def client_there(self) -> bool:
        return bool(self.row.client_until and self.row.client_until > clock.real_now())

    @property
    def coach_there(self) -> bool:
        return bool(self.row.coach_until and self.row.coach_until > clock.real_now())

    def plays_elsewhere(self, seat: Seat) -> bool:
        """Whether somebody is in the scene at another screen. One that says nothing any more does not count."""
        return self.client_there and self.row.screen != seat.screen and self.held.state.goes_on


def take_seat(actor: Actor, session_id: uuid.UUID, screen: str) -> tuple[Seat, Session]:
    """The actor's place at a session; `NotYours` where they have none."""
    session = session_for(actor, session_id)
    is_client = session.client_id == actor.account_id
    return Seat(
        actor, session.pk, session.dossier_id, is_client, screen, Envelope(session.dossier_id)
    ), session


def check_place(seat: Seat) -> None:
    """Whether the actor still reaches the session, asked of the database; `NotYours` where not."""
    if current_actor() != seat.actor:
        raise NotYours(_("Log opnieuw in en probeer het nog eens."))
    if REACHED.one(seat.session_id) is None:
        raise NotYours(_("Deze oefening is niet gevonden."))


def look(seat: Seat) -> Looked:
    """Read the line; made where this is the first screen. Raises `Ended` for a coach who may not look any more."""
    found = WITH_STATE.found(seat.session_id)
    if found is None:
        made = make(seat)
        return Looked(made, opened(seat, made))
    row, (state,) = found
    return Looked(row, opened(seat, row), over=state in Session.OVER)


def make(seat: Seat) -> Line:
    if not seat.is_client and not runs(session_for(seat.actor, seat.session_id)):
        raise Ended(_("De oefening is voorbij."))
    empty = seat.envelope.seal(json.dumps(Held().as_json()))
    row, _new = Line.objects.get_or_create(
        session_id=seat.session_id, defaults={"dossier_id": seat.dossier_id, "sealed": empty}
    )
    return row


def opened(seat: Seat, row: Line) -> Held:
    return Held.from_json(json.loads(seat.envelope.open(row.sealed)))


def locked(seat: Seat) -> Looked:
    row = LINES.one(seat.session_id, lock=True)
    if row is None:
        raise Ended(_("De oefening is voorbij."))
    return Looked(row, opened(seat, row))


def changed(seat: Seat, looked: Looked, *also: str) -> None:
    """Write the line, and tell every process."""
    looked.row.number += 1
    looked.row.sealed = seat.envelope.seal(json.dumps(looked.held.as_json()))
    LINES.write(looked.row, "number", "sealed", *also)
    tell(topic(seat.session_id), looked.row.number)


def tell_moments(seat: Seat, moments: Iterable[wire.Moment]) -> tuple[int, Looked]:
    """Keep what the client's screen told, once and in order; the number up to which all of this screen is kept."""
    session = held_playing(seat.actor, seat.session_id)  # as every act: first the session
    looked = locked(seat)
    new = looked.held.take(seat.screen, map(wire.plain, moments))
    if new:
        add_moments(seat.actor, session, new, seat.envelope)
        if session.is_over:
            looked.held.forget()
        changed(seat, looked)
    return looked.held.got.get(seat.screen, 0), looked


def ask(seat: Seat, command: wire.Command, rule: Rule, *, asked: bool) -> Looked:
    """Pass a coach's command on. `guard.Waits` says why it does not go now."""
    looked = locked(seat)
    passed = checked(command, looked.held.state, rule, there=looked.client_there, asked=asked)
    if raises(passed, looked.held.state, rule):
        looked.held.state.raised()
    looked.held.command(passed)
    changed(seat, looked)
    return looked


def come(seat: Seat, *, here: bool = False) -> Looked:
    """This screen is there from now on. Of the client's screens one plays: the last to come, which asks before it takes
    a scene that goes on at another (`here`: the client said yes). Raises `PlaysElsewhere`."""
    look(seat)
    looked = locked(seat)
    if seat.is_client:
        if not here and looked.plays_elsewhere(seat):
            raise PlaysElsewhere
        looked.row.screen = seat.screen
        looked.row.client_until = clock.real_now() + STAYS
        changed(seat, looked, "screen", "client_until")
    else:
        looked.row.coach_until = clock.real_now() + STAYS
        changed(seat, looked, "coach_until")
    return looked


def beat(seat: Seat, battery: int | None, charging: bool | None) -> bool:
    """A sign of life; whether this person still has a place here, and this screen still plays."""
    check_place(seat)
    until = clock.real_now() + STAYS
    row = THERE.one(seat.session_id)
    if not seat.is_client:
        if row is None:
            raise Ended(_("De oefening is voorbij."))
        row.coach_until = until
        THERE.write(row, "coach_until")
        return True
    if row is None or row.screen != seat.screen:
        return False
    before = (row.battery, row.charging)
    row.client_until, row.battery, row.charging = until, battery, charging
    THERE.write(row, "client_until", "battery", "charging")
    if before != (battery, charging):
        tell(topic(seat.session_id), LOOK)
    return True


def go(seat: Seat) -> None:
    """This screen is gone, if it was the one that counts."""
    looked = locked(seat)
    if not seat.is_client:
        looked.row.coach_until = None
        changed(seat, looked, "coach_until")
    elif looked.row.screen == seat.screen:
        looked.row.client_until = None
        looked.row.left_at = looked.held.number
        changed(seat, looked, "client_until", "left_at")


def wipe(session: Session) -> None:
    """The session is over: what was held goes; how far each screen had told stays, for what comes in late."""
    row = Line.objects.select_for_update(of=("self",)).filter(session_id=session.pk).first()
    if row is None:
        return
    envelope = Envelope(session.dossier_id)
    held = Held.from_json(json.loads(envelope.open(row.sealed)))
    held.forget()
    row.sealed, row.number = envelope.seal(json.dumps(held.as_json())), row.number + 1
    row.battery = row.charging = None
    row.save()


def begin_anew(session: Session) -> None:
    """The session is opened once more: screens that were linked begin with it, from the start."""
    row = Line.objects.select_for_update(of=("self",)).filter(session_id=session.pk).first()
    if row is None:
        return
    envelope = Envelope(session.dossier_id)
    held = Held.from_json(json.loads(envelope.open(row.sealed)))
    if held.state.phase != "ended":
        return
    held.state, held.moments = State(), []
    held.kept += 1  # a number that nobody got: a coach's screen that misses it asks for the whole
    row.sealed, row.number = envelope.seal(json.dumps(held.as_json())), row.number + 1
    row.save()


def snapshot(seat: Seat, looked: Looked, rule: Rule, had: int, ice: list[dict[str, Any]]) -> dict[str, Any]:
    """All that a screen needs which comes in halfway; `had`: the last command it knew, -1 for a new screen."""
    held, row = looked.held, looked.row
    known = had if 0 <= had <= held.number else row.left_at
    shown = {name: value for name, value in vars(held.state).items() if name not in {"phase_by", "raised_at"}}
    return shown | {
        "number": held.number,
        "phaseBy": held.state.phase_by,
        "dials": rule.targets(held.state),
        "step": held.state.step or rule.begins,
        "kept": held.got.get(seat.screen, 0) if seat.is_client else held.kept,
        "there": looked.coach_there if seat.is_client else looked.client_there,
        "battery": row.battery,
        "charging": row.charging,
        "waiting": held.still_counts(known) if seat.is_client else [],
        "ice": ice,
    }
