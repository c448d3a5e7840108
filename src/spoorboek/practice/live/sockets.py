"""The socket between the one who practises and their coach: each sees the other's part, and nothing of anyone else.

Who may be here is asked at the door and again with every sign of life: signing out, another password, a coach who no
longer takes part, a session that is over, or another screen that plays, ends it. docs/contributors/vr-link.md.
"""

import asyncio
import json
import logging
import re
import time
import uuid
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs

from django.db import Error as DatabaseError
from django.utils import translation

from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor, acting_as, current_actor
from spoorboek.people.sockets import (
    NOT_FOUND,
    OVER,
    SIGNED_OUT,
    LiveSocket,
    in_thread,
    let_in,
    still_signed_in,
)
from spoorboek.practice.live import lines, wire
from spoorboek.practice.live.guard import Waits
from spoorboek.practice.live.news import News
from spoorboek.practice.live.pace import Pace
from spoorboek.practice.live.rules import playable, rule_of
from spoorboek.practice.live.showing import Elsewhere, Showing
from spoorboek.site.live import LOOK, listening
from spoorboek.site.passing import passing

BEAT = 5.0
SILENT = 14.0
"""So long without a word, and the screen is gone."""
GRACE = 4.0
"""For what a client's screen still has to tell when the session is over."""
ELSEWHERE, ASKS_FIRST = 4409, 4411
"""Another screen took this one's place; another screen plays, and this one may ask whether to go on here."""
SCREEN = re.compile(r"[0-9a-f]{8,32}")
log = logging.getLogger(__name__)


class PracticeSocket(LiveSocket):
    """One screen of one session."""

    async def connect(self) -> None:
        self.seat: lines.Seat | None = None
        self.whole = False
        self.news, self.pace = News(), Pace()
        self.keeping: asyncio.Task[None] | None = None
        self.handing_on: set[asyncio.Task[None]] = set()
        self.heard_at, self.over_at = time.monotonic(), 0.0
        self.screen, self.had, self.said_here = asked_for(self.scope)
        await self.accept()
        actor, self.language = await in_thread(self.enter)
        if actor is None:
            await self.close(SIGNED_OUT)
            return
        try:
            await in_thread(lambda: self.as_actor(actor, self.sit))
        except NotYours:
            await self.close(NOT_FOUND)
            return
        await self.begin()

    def enter(self) -> tuple[Actor | None, str]:
        """Who this is; someone who is signed in but has no place here is told apart later."""
        return let_in(self.scope, lambda actor: True)

    def still_in(self) -> bool:
        return still_signed_in(self.scope)

    @property
    def session_id(self) -> uuid.UUID:
        found: uuid.UUID = self.scope["url_route"]["kwargs"]["session_id"]
        return found

    @property
    def place(self) -> lines.Seat:
        assert self.seat is not None
        return self.seat

    def as_actor(self, actor: Actor, work: Any, *given: Any) -> Any:
        with acting_as(actor), translation.override(self.language):
            return work(*given)

    async def acting(self, work: Any, *given: Any, **named: Any) -> Any:
        """Do something as this person, beside the event loop."""
        return await in_thread(lambda: self.as_actor(self.place.actor, lambda: work(*given, **named)))

    def sit(self) -> None:
        seat, session = lines.take_seat(current_actor(), self.session_id, self.screen)
        if not playable(session, is_client=seat.is_client):
            raise NotYours(translation.gettext("Deze oefening is niet gevonden."))
        self.seat, self.rule = seat, rule_of(session, self.language)
        self.showing = Showing(seat, self.rule)
        if session.is_over:
            self.over_at = time.monotonic() + GRACE

    async def begin(self) -> None:
        topic = lines.topic(self.session_id)
        listening().add(topic, self.news.heard)
        await passing().join(topic, self.passed)
        try:
            looked = await self.acting(lines.come, self.place, here=self.said_here)
        except lines.PlaysElsewhere:
            await self.close(ASKS_FIRST)
            return
        except NotYours as gone:
            await self.leaves(gone)
            return
        await self.tell(**self.showing.whole(looked, self.had))
        self.keeping = asyncio.create_task(self.keep(), name="practice")

    async def keep(self) -> None:
        """Show what changed, as long as this person is there and may be."""
        try:
            beat = time.monotonic() + BEAT
            while True:
                if time.monotonic() >= beat:
                    beat = time.monotonic() + BEAT
                    if not await self.may_stay():
                        return
                self.news.wake.clear()
                await self.show()
                with_over = min(beat, self.over_at) if self.over_at else beat
                await self.wait(with_over - time.monotonic())
                if self.over_at and time.monotonic() >= self.over_at:
                    await self.close(OVER)
                    return
        except NotYours as gone:
            await self.leaves(gone)
        except Elsewhere:
            await self.close(ELSEWHERE)
        except (DatabaseError, OSError) as error:
            await self.breaks(error)

    async def leaves(self, gone: NotYours) -> None:
        """Close, and say why: it is over, or there is nothing here for this person."""
        await self.close(OVER if isinstance(gone, lines.Ended) else NOT_FOUND)

    async def wait(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self.news.wake.wait(), max(seconds, 0.01))
        except TimeoutError:
            return

    async def may_stay(self) -> bool:
        """Signed in, a place at this session, a sign of life; closes the socket where one is missing."""
        if not await in_thread(self.has_place):
            await self.close(SIGNED_OUT)
            return False
        if time.monotonic() - self.heard_at > SILENT:
            await self.close()
            return False
        return True

    def has_place(self) -> bool:
        """Whether they are still signed in; and raises `NotYours` where the session is no longer theirs."""
        if not self.still_in():
            return False
        self.as_actor(self.place.actor, lines.check_place, self.place)
        return True

    async def show(self) -> None:
        """Send what is new to this side."""
        looked = self.news.read() or await self.acting(lines.look, self.place)
        if self.news.is_old(looked):
            return
        if looked.over and not self.over_at:
            self.over_at = time.monotonic() + (GRACE if self.place.is_client else 0)
        parts = []
        if self.whole:
            self.whole = False
            parts.append(self.showing.whole(looked, self.showing.number))
        for part in (*parts, *self.showing.new(looked)):
            await self.tell(**part)

    async def tell(self, **parts: Any) -> None:
        await self.send(json.dumps(parts, ensure_ascii=False, separators=(",", ":")))

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        self.heard_at = time.monotonic()
        if self.seat is None:
            return
        try:
            said = wire.read(text_data or "")
        except wire.Unreadable as unreadable:
            log.info("unreadable message", extra={"where": str(unreadable)})
            await self.tell(refused=0, say=self.unreadable())
            return
        try:
            await self.take(said)
        except NotYours as gone:
            await self.leaves(gone)

    def unreadable(self) -> str:
        with translation.override(self.language):
            return translation.gettext("Dit bericht kon niet worden gelezen. Laad de bladzijde opnieuw.")

    async def take(self, said: wire.Said) -> None:
        """Each part goes its own way; what the other side alone may say is passed over."""
        if said.beat is not None and self.pace.may("beat"):
            await self.take_beat(said)
        if said.again and self.pace.may("again"):
            self.whole = True
            self.news.heard(LOOK)
        if said.signal is not None and self.pace.may("signal"):
            await self.pass_along({"signal": wire.plain(said.signal)})
        if self.place.is_client:
            await self.take_client(said)
        elif said.do is not None:
            await self.take_command(said)

    async def take_beat(self, said: wire.Said) -> None:
        if not await self.acting(lines.beat, self.place, said.battery, said.charging):
            await self.close(ELSEWHERE)
            return
        await self.tell(beat=said.beat)

    async def take_client(self, said: wire.Said) -> None:
        if said.pose is not None and self.showing.there and self.pace.may("pose"):
            await self.pass_along({"pose": [round(one, 3) for one in said.pose], "t": said.t or 0})
        if said.moments:
            if not self.pace.may("moments"):
                await self.tell(refused=0, say="")
                return
            try:
                with self.news.acting():
                    kept, looked = await self.acting(lines.tell_moments, self.place, said.moments)
                    self.news.did(looked)
            except Refused as refused:
                await self.tell(refused=0, say=str(refused))
                return
            await self.tell(kept=kept)

    async def take_command(self, said: wire.Said) -> None:
        assert said.do is not None
        number = said.id or 0
        if not self.pace.may("command"):
            await self.tell(refused=number, say="")
            return
        try:
            with self.news.acting():
                self.news.did(await self.acting(lines.ask, self.place, said.do, self.rule, asked=said.asked))
        except (Waits, Refused) as waits:
            await self.tell(refused=number, say=str(waits))
            return
        await self.tell(done=number)

    async def pass_along(self, parts: dict[str, Any]) -> None:
        """To the other side's screen, in whatever process, kept nowhere."""
        text = f"{self.place.side} {json.dumps(parts, separators=(',', ':'))}"
        await passing().say(lines.topic(self.session_id), text)

    def passed(self, text: str) -> None:
        side, _, said = text.partition(" ")
        slow = said.startswith('{"pose"') and bool(self.handing_on)
        if side == self.place.side or slow:  # a look is worth nothing once the next one is here
            return
        task = asyncio.get_running_loop().create_task(self.hand_on(said))
        self.handing_on.add(task)
        task.add_done_callback(self.handing_on.discard)

    async def hand_on(self, said: str) -> None:
        with suppress(OSError):  # the screen went away just now
            await self.send(said)

    async def disconnect(self, code: int) -> None:
        if self.seat is None:
            return
        topic = lines.topic(self.session_id)
        listening().remove(topic, self.news.heard)
        passing().leave(topic, self.passed)
        if self.keeping and self.keeping is not asyncio.current_task():
            self.keeping.cancel()
        if code not in {NOT_FOUND, OVER, ASKS_FIRST}:
            await in_thread(self.goes)

    def goes(self) -> None:
        with acting_as(self.place.actor), suppress(NotYours):
            lines.go(self.place)


def asked_for(scope: dict[str, Any]) -> tuple[str, int, bool]:
    """The screen's own name, the number of the last command that it had, and whether someone said to go on here."""
    asked = parse_qs(scope.get("query_string", b"").decode("ascii", "replace"))
    screen, number = asked.get("scherm", [""])[0], asked.get("na", [""])[0]
    had = int(number) if number.isascii() and number.isdigit() and len(number) < 10 else -1
    return (screen if SCREEN.fullmatch(screen) else uuid.uuid4().hex), had, "hier" in asked
