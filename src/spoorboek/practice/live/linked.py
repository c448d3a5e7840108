"""The socket of a browser that was linked with a code (screens.py)."""

import uuid

from django.utils import translation

from spoorboek.people.actor import Actor
from spoorboek.people.sockets import request_of
from spoorboek.practice.live.models import Screen
from spoorboek.practice.live.screens import COOKIE, linked_screen, mark_of
from spoorboek.practice.live.sockets import PracticeSocket


class ScreenSocket(PracticeSocket):
    """The socket of a browser that was linked with a code: it acts for the client, in this one session only."""

    linked: Screen | None = None

    def enter(self) -> tuple[Actor | None, str]:
        language = translation.get_language_from_request(request_of(self.scope))
        self.linked = linked_screen(self.scope.get("cookies", {}).get(COOKIE, ""))
        if self.linked is None or self.linked.let_in_at is None or not self.is_this_session(self.linked):
            return None, language
        return Actor(account_id=self.linked.client_id), language

    def is_this_session(self, linked: Screen) -> bool:
        """A page that was left open when the browser was linked to another session says nothing in that one."""
        return bool(self.scope["url_route"]["kwargs"]["mark"] == mark_of(linked.session_id))

    def still_in(self) -> bool:
        return linked_screen(self.scope.get("cookies", {}).get(COOKIE, "")) is not None

    @property
    def session_id(self) -> uuid.UUID:
        assert self.linked is not None
        return self.linked.session_id
