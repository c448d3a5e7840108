"""A session that runs between a client and a coach, and its screens as browsers have them open."""

import json
import secrets
import socket
import uuid
from dataclasses import dataclass
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from spoorboek.dossiers.models import Dossier
from spoorboek.methods.scenes import scenes
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.envelopes import Envelope
from spoorboek.people.models import Person
from spoorboek.practice.sessions.access import Content, written
from spoorboek.practice.sessions.models import Moment, Session
from tests.builders import Company, actor, client_of, days_ago
from tests.signed_in import signed_in

PATIENCE = 15.0
SCENE = "manager-talk"


@dataclass
class Practising:
    """One client, one coach, one session in the scene."""

    company: Company
    dossier: Dossier
    session: Session
    client: Person

    @property
    def coach(self) -> Person:
        return self.company.coach

    @property
    def client_actor(self) -> Actor:
        return actor(self.client)

    @property
    def coach_actor(self) -> Actor:
        return actor(self.company.coach)

    def becomes(self, state: Session.State) -> None:
        with acting_as(self.client_actor):
            row = Session.objects.get(pk=self.session.pk)
            row.state = state
            row.save()

    def state(self) -> str:
        """Where the session stands now."""
        with acting_as(self.client_actor):
            return Session.objects.get(pk=self.session.pk).state

    def moments(self) -> list[tuple[int, str]]:
        """What was kept: number and type."""
        with acting_as(self.client_actor):
            rows = Moment.objects.filter(session=self.session, side="client").order_by("n")
            return list(rows.values_list("n", "type"))


def practising(company: Company | None = None, scene: str = SCENE, **changed: Any) -> Practising:
    """`changed`: fields of the session that differ."""
    company = company or Company()
    dossier = company.dossier()
    with acting_as(client_of(dossier)):
        envelope = Envelope(dossier.pk)
        played = {language: scenes()[scene].played(language, {}) for language in ("nl", "en")}
        fields: dict[str, Any] = {
            "client_id": dossier.employment.person_id,
            "coach_id": company.coach.pk,
            "scene": scene,
            "seed": 7,
            "sealed": envelope.seal(written(Content("Rustig zeggen wat ik nodig heb"))),
            "frozen": envelope.seal(json.dumps(played)),
            "minutes": 10,
            "on": days_ago(0),
            "way": Session.Way.SCREEN,
            "state": Session.State.PREPARING,
        }
        session = Session.objects.create(dossier=dossier, **(fields | changed))
        return Practising(company, dossier, session, dossier.employment.person)


class Browser:
    """One screen: what it was told, and what it says. Keeps its numbers as `frontend/vr/link/link.ts` does."""

    def __init__(self, here: str, someone: Person, session_id: object, screen: str = "") -> None:
        self.here, self.path = here, f"/live/oefenen/{session_id}/"
        self.cookie = f"sessionid={signed_in(someone).cookies['sessionid'].value}; django_language=nl"
        self.screen = screen or secrets.token_hex(8)
        self.number, self.n = -1, 0
        self.here_now = False
        self.patience = PATIENCE
        self.seen: list[dict[str, Any]] = []
        self.line: ClientConnection | None = None

    def opens(self, origin: str = "", here: str = "") -> "Browser":
        self.here = here or self.here
        self.room = connect(
            f"ws://{self.here}{self.path}?scherm={self.screen}&na={self.number}{'&hier=1' * self.here_now}",
            origin=Origin(origin or f"http://{self.here}"),
            additional_headers={"Cookie": self.cookie},
        )
        self.line = self.room.__enter__()
        return self

    def comes(self, *, here: bool = False) -> dict[str, Any]:
        """Open, and the whole that it gets. `here`: the client said to go on at this screen."""
        self.here_now = here
        snapshot: dict[str, Any] = self.opens().until("snapshot")
        self.number = snapshot["number"]
        return snapshot

    def hears(self) -> dict[str, Any]:
        assert self.line is not None
        message: dict[str, Any] = json.loads(self.line.recv(timeout=self.patience))
        self.seen.append(message)
        self.number = message.get("n", self.number)
        return message

    def until(self, part: str, value: Any = None) -> Any:
        """The part of the first message that has it (with this value, if one is given)."""
        while True:
            message = self.hears()
            if part in message and value in (None, message[part]):
                return message[part]

    def says(self, **parts: Any) -> "Browser":
        assert self.line is not None
        self.line.send(json.dumps(parts))
        return self

    def tells(self, *moments: tuple[str, str, float | None], by: str = "user") -> None:
        """Tell moments and wait until they are kept."""
        rows = []
        for kind, key, value in moments:
            self.n += 1
            rows.append({"n": self.n, "t": self.n * 1000, "type": kind, "key": key, "value": value, "by": by})
        self.says(moments=rows)
        self.until("kept", self.n)

    def asks(self, asked: bool = False, **command: Any) -> str:
        """Ask as a coach; empty when it was passed on, and otherwise why not."""
        number = secrets.randbelow(2**30) + 1
        self.says(do=command, id=number, asked=asked)
        while True:
            message = self.hears()
            if message.get("done") == number:
                return ""
            if message.get("refused") == number:
                return str(message["say"])

    def drops(self) -> None:
        """The connection is cut without a word."""
        assert self.line is not None
        self.line.socket.shutdown(socket.SHUT_RDWR)
        self.closes()

    def closes(self) -> None:
        self.room.__exit__(None, None, None)

    def code(self) -> int:
        """With which code the server closes the line."""
        assert self.line is not None
        try:
            while True:
                self.seen.append(json.loads(self.line.recv(timeout=PATIENCE)))
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 0


def both(here: str, pair: Practising, there: str = "") -> tuple[Browser, Browser]:
    """The client's screen and the coach's, open and aware of each other. `there`: another web process for the coach."""
    client = Browser(here, pair.client, pair.session.pk)
    coach = Browser(there or here, pair.coach, pair.session.pk)
    client.comes()
    if not coach.comes()["there"]:
        coach.until("there", True)
    client.until("there", True)
    return client, coach


def played() -> dict[str, Any]:
    """The scene as the screens have it."""
    return scenes()[SCENE].played("nl", {})


def nowhere() -> uuid.UUID:
    return uuid.UUID("00000000-0000-4000-8000-000000000000")
