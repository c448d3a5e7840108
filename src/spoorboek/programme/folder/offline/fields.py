"""The way back from an answer to the form of its question: which values its fields hold.

A device keeps what a form holds, so that its script needs to know no kinds of questions. `asking.read` makes the answer
of it again; `tests/programme/folder` holds the two together, kind by kind.
"""

from collections.abc import Callable, Mapping
from typing import Any

Fields = dict[str, list[str]]
Value = Mapping[str, Any]


def texts(*names: str) -> Callable[[Value], Fields]:
    """Fields that are called as the answer calls them."""
    return lambda value: {name: [str(value[name])] for name in names if value.get(name) not in (None, "")}


def each(prefix: str, name: str) -> Callable[[Value], Fields]:
    """One field for each key of a mapping."""
    return lambda value: {f"{prefix}-{key}": [str(given)] for key, given in value.get(name, {}).items()}


def several(value: Value) -> Fields:
    chosen = list(value.get("choices", ()))
    return ({"choices": chosen} if chosen else {}) | texts("own")(value)


def people(value: Value) -> Fields:
    rows = list(value.get("people", ()))
    if not rows:
        return {}
    return {"name": [row["name"] for row in rows], "way": [row.get("way", "") for row in rows]}


def lines(value: Value) -> Fields:
    return {"line": list(value["lines"])} if value.get("lines") else {}


FIELDS: dict[str, Callable[[Value], Fields]] = {
    "choose-one": texts("choice", "own"),
    "choose-several": several,
    "sort-cards": each("pile", "piles"),
    "scale": texts("number"),
    "energy-day": each("level", "levels"),
    "week-plan": each("cell", "cells"),
    "people-around": people,
    "short-text": texts("text"),
    "short-lines": lines,
    "picture": texts("text"),
    "voice": texts("text"),
}


def fields_of(kind: str, value: Value) -> Fields:
    """What the form of a question of this kind holds when this answer is in it."""
    return FIELDS[kind](value)
