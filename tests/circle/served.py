"""People whose screens are in a room, as a browser has them open."""

import json
import socket
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from spoorboek.people.models import Person
from tests.signed_in import signed_in

PATIENCE = 15.0


class Screen:
    """One person's screen: what it shows, put together from the messages as a browser does."""

    def __init__(self, here: str, someone: Person, meeting_id: object) -> None:
        self.here, self.path = here, f"/live/intervisie/{meeting_id}/"
        self.cookie = signed_in(someone).cookies["sessionid"].value
        self.parts: dict[str, str] = {}
        self.last: dict[str, Any] = {}
        self.messages = 0
        self.line: ClientConnection | None = None

    def opens(self, origin: str = "", cookie: str | None = None) -> "Screen":
        had = f"?na={self.last['number']}" if self.last else ""
        self.room = connect(
            f"ws://{self.here}{self.path}{had}",
            origin=origin or f"http://{self.here}",  # type: ignore[arg-type]
            additional_headers={
                "Cookie": f"sessionid={self.cookie if cookie is None else cookie}; django_language=nl"
            },
        )
        self.line = self.room.__enter__()
        return self

    def drops(self) -> None:
        """The connection is cut without a word."""
        assert self.line is not None
        self.line.socket.shutdown(socket.SHUT_RDWR)
        self.closes()

    def closes(self) -> None:
        self.room.__exit__(None, None, None)

    def hears(self) -> dict[str, Any]:
        """The next message."""
        assert self.line is not None
        message: dict[str, Any] = json.loads(self.line.recv(timeout=PATIENCE))
        self.last = message
        self.messages += 1
        self.parts |= message.get("parts", {})
        return message

    def sees(self, part: str, text: str) -> None:
        """Wait until a part shows a text."""
        while text not in self.parts.get(part, ""):
            self.hears()

    def stands_at(self, step: str) -> None:
        self.sees("step", f"<h2>{step}</h2>")

    def code(self) -> int:
        """With which code the server closes the line."""
        assert self.line is not None
        try:
            while True:
                self.line.recv(timeout=PATIENCE)
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 0
