"""What one screen was told, and the messages that bring it to where the session stands now. Pure: no socket in it."""

from typing import Any

from spoorboek.practice.live import lines
from spoorboek.practice.live.guard import Rule
from spoorboek.practice.live.voice import ice_servers

Message = dict[str, Any]


class Elsewhere(Exception):
    """Another screen of the client plays now."""


class Showing:
    """One screen's side of a session: what it has, and what is new to it."""

    def __init__(self, seat: lines.Seat, rule: Rule) -> None:
        self.seat, self.rule = seat, rule
        self.number, self.kept, self.there = 0, 0, False
        self.power: tuple[int | None, bool | None] = (None, None)

    def whole(self, looked: lines.Looked, had: int) -> Message:
        """All that a screen needs which had the coach's commands up to `had`; -1 for a new one."""
        told = lines.snapshot(self.seat, looked, self.rule, had, ice_servers())
        self.number, self.kept, self.there = told["number"], looked.held.kept, told["there"]
        self.power = (told["battery"], told["charging"])
        return {"snapshot": told}

    def new(self, looked: lines.Looked) -> list[Message]:
        """What this screen was not told yet. Raises `Elsewhere`."""
        parts = self.for_client(looked) if self.seat.is_client else self.for_coach(looked)
        there = looked.coach_there if self.seat.is_client else looked.client_there
        if there != self.there:
            self.there = there
            parts.append({"there": there})
        return parts

    def for_client(self, looked: lines.Looked) -> list[Message]:
        if looked.row.screen != self.seat.screen:
            raise Elsewhere
        missed = looked.held.commands_after(self.number)
        if missed is None:
            return [self.whole(looked, self.number)]
        self.number = missed[-1]["n"] if missed else self.number
        return [
            {"command": {name: one[name] for name in one if name != "n"}, "n": one["n"]} for one in missed
        ]

    def for_coach(self, looked: lines.Looked) -> list[Message]:
        parts, new = [], looked.held.moments_after(self.kept)
        if new is None:
            parts.append(self.whole(looked, -1))
        elif new:
            self.kept = new[-1]["n"]
            parts.append({"moments": new})
        if (looked.row.battery, looked.row.charging) != self.power:
            self.power = (looked.row.battery, looked.row.charging)
            parts.append({"battery": self.power[0], "charging": self.power[1]})
        return parts
