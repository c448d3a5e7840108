"""Words, numbers and colours of one's own workplace, filled in where a scene says `{key}`."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from spoorboek.methods.reading import Words
from spoorboek.methods.scenes.model import Own, SceneFile

SLOT = re.compile(r"\{([a-z][a-z0-9-]*)\}")
COLOUR = re.compile(r"^#[0-9a-f]{6}$")
LONGEST = {"name": 24, "sentence": 100, "number": 3, "colour": 7}
"""Characters that fit, by kind; a line on a panel must still fit with them in it."""

TOO_LONG = Words(
    nl="Dit past niet op een bordje. Houd het korter.", en="This does not fit on a panel. Keep it shorter."
)
NO_NUMBER = Words(
    nl="Kies een heel getal van {min} tot {max}.", en="Choose a whole number from {min} to {max}."
)
NO_COLOUR = Words(nl="Kies een kleur, zoals #7a9e87.", en="Choose a colour, such as #7a9e87.")
NOT_THERE = Words(nl="Vul iets in, of laat het leeg.", en="Fill something in, or leave it empty.")


def default_of(own: Own, language: str) -> str:
    """What stands there when nobody filled it in."""
    return own.default.in_language(language) if isinstance(own.default, Words) else str(own.default)


def objection(own: Own, value: str) -> Words | None:
    """Why this value cannot stand there; `None` when it can."""
    if not value.strip() or not value.isprintable() or SLOT.search(value):
        return NOT_THERE
    if own.kind == "number":
        fits = value.isdecimal() and own.min <= int(value) <= own.max
        return None if fits else Words(**{key: fill(text, own) for key, text in NO_NUMBER})
    if own.kind == "colour":
        return None if COLOUR.match(value) else NO_COLOUR
    return TOO_LONG if len(value) > LONGEST[own.kind] else None


def fill(text: str, own: Own) -> str:
    return text.format(min=own.min, max=own.max)


def values(scene: SceneFile, language: str, given: Mapping[str, str]) -> dict[str, str]:
    """A value for every variable. Raises `ValueError` for one that does not fit, or that the scene does not have."""
    known = {own.key: own for own in scene.own}
    if unknown := set(given) - set(known):
        raise ValueError(f"{scene.key} has no {', '.join(sorted(unknown))}")
    found = {}
    for key, own in known.items():
        value = " ".join(given.get(key, "").split())
        if value and (wrong := objection(own, value)):
            raise ValueError(f"{key}: {wrong.in_language(language)}")
        found[key] = value or default_of(own, language)
    return found


def filled(text: str, known: Mapping[str, str]) -> str:
    """The text with every `{key}` that is known filled in."""
    return SLOT.sub(lambda found: known.get(found[1], found[0]), text)


def slots(value: Any) -> Iterator[str]:
    """Every variable that a part of a scene names, at any depth."""
    if isinstance(value, str):
        yield from SLOT.findall(value)
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from slots(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from slots(one)
