"""A room as a message for a screen: number, clock, and the parts of the page as HTML, the same as the page draws."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spoorboek.circle.models import Meeting
from spoorboek.circle.room import Room

PARTS = ("step", "people", "board", "own", "chair")
"""Each is `circle/parts/<name>.html`, inside an element with `data-part="<name>"`."""


def drawn(room: Room) -> dict[str, str]:
    """The parts that a live room consists of."""
    context = {"room": room, "meeting": room.meeting}
    return {name: render_to_string(f"circle/parts/{name}.html", context).strip() for name in PARTS}


def spoken(room: Room) -> str:
    """What a screen reader hears when a step begins; not more."""
    minutes = ngettext("%(n)s minuut.", "%(n)s minuten.", room.step.minutes) % {"n": room.step.minutes}
    step = _("Stap %(here)s van %(all)s: %(name)s.") % {
        "here": room.meeting.step + 1,
        "all": room.steps,
        "name": room.step_name,
    }
    return f"{step} {minutes} {room.task}"


def message(room: Room) -> dict[str, Any]:
    """All a screen needs. A room that is not live (any more) is a page: the screen fetches it anew."""
    base = {"number": room.meeting.number, "state": room.meeting.state}
    if room.meeting.state != Meeting.State.LIVE:
        return base
    return base | {
        "step": room.step.key,
        "left": room.left,
        "paused": room.is_paused,
        "say": spoken(room),
        "parts": drawn(room),
    }
