"""The timetable as plain JSON values: ISO dates, both languages."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from spoorboek.law.results import Timetable


def _plain(value: object) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def timetable_json(timetable: Timetable) -> dict[str, Any]:
    """`{"case": …, "clocks": {"wage": …, "wia": …, "dismissal_ban": …}, "obligations": […], "on": …}`."""
    plain: dict[str, Any] = _plain(timetable)
    return plain
