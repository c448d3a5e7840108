"""Changing a method: each change gives a new method that is whole again, or says why it cannot be. Pure."""

from collections.abc import Callable
from typing import TypeVar

from spoorboek.methods.checks import check
from spoorboek.methods.model import PHASE, Activity, Method, Phase
from spoorboek.methods.reading import Mistakes
from spoorboek.methods.theory import Node

FILE = "method"
Part = TypeVar("Part")
Hung = TypeVar("Hung", Phase, Activity)


def sound(method: Method) -> Method:
    """The method, read again from its own values. Raises `Mistakes`."""
    again = Method.model_validate(method.model_dump())
    found = check(again, {}, FILE)
    if found:
        raise Mistakes(found)
    return again


def changed_about(method: Method, **values: object) -> Method:
    """Other texts or another version for the whole method. Raises `Mistakes`."""
    return sound(method.model_copy(update=values))


def changed_phase(method: Method, key: str, **values: object) -> Method:
    """A phase with other values. Raises `Mistakes`; `KeyError` for a phase that is not there."""
    return sound(
        in_phases(method, lambda phase: phase.model_copy(update=values) if phase.key == key else phase, key)
    )


def changed_step(method: Method, key: str, **values: object) -> Method:
    """A step with other values. Raises `Mistakes`; `KeyError` for a step that is not there."""
    home = home_of(method, key)
    steps = tuple(step.model_copy(update=values) if step.key == key else step for step in home.steps)
    return changed_phase(method, home.key, steps=steps)


def added_step(method: Method, phase_key: str, step: Activity) -> Method:
    """A new step at the end of a phase. Raises `Mistakes`."""
    phase = method.phase(phase_key)
    if phase is None:
        raise KeyError(phase_key)
    return changed_phase(method, phase_key, steps=(*phase.steps, step))


def moved_step(method: Method, key: str, places: int) -> Method:
    """A step so many places further in its phase (negative: earlier), or into the next phase at the edge."""
    home = home_of(method, key)
    at = [step.key for step in home.steps].index(key)
    to = at + places
    if 0 <= to < len(home.steps):
        return changed_phase(method, home.key, steps=swapped(home.steps, at, to))
    return into_next_phase(method, home, home.steps[at], places)


def into_next_phase(method: Method, home: Phase, step: Activity, places: int) -> Method:
    """Over the edge: last in the phase before, or first in the phase after. The only step of a phase stays."""
    number = [phase.key for phase in method.phases].index(home.key) + (1 if places > 0 else -1)
    if not 0 <= number < len(method.phases) or len(home.steps) == 1:
        return method
    other = method.phases[number]
    rest = tuple(one for one in home.steps if one.key != step.key)
    joined = (step, *other.steps) if places > 0 else (*other.steps, step)
    steps = {home.key: rest, other.key: joined}
    phases = tuple(
        p.model_copy(update={"steps": steps[p.key]}) if p.key in steps else p for p in method.phases
    )
    return sound(method.model_copy(update={"phases": phases}))


def moved_phase(method: Method, key: str, places: int) -> Method:
    """A phase so many places further; at the edge it stays. `KeyError` for one that is not there."""
    if method.phase(key) is None:
        raise KeyError(key)
    at = [phase.key for phase in method.phases].index(key)
    to = at + places
    if not 0 <= to < len(method.phases):
        return method
    return sound(method.model_copy(update={"phases": swapped(method.phases, at, to)}))


def without_step(method: Method, key: str) -> Method:
    """A step taken out. What hung on it hangs on what it hung on, as many days later. The last of a phase stays."""
    home = home_of(method, key)
    gone = next(step for step in home.steps if step.key == key)
    if len(home.steps) == 1:
        return method
    anchor = home.key if gone.anchor == PHASE else gone.anchor

    def rehung(phase: Phase) -> Phase:
        steps = tuple(rehang(step, key, anchor, gone.offset) for step in phase.steps if step.key != key)
        return rehang(phase, key, anchor, gone.offset).model_copy(update={"steps": steps})

    left = method.model_copy(update={"phases": tuple(rehung(phase) for phase in method.phases)})
    return sound(without_in_theory(left, key))


def rehang(part: Hung, key: str, anchor: str, offset: int) -> Hung:
    if part.anchor != key:
        return part
    return part.model_copy(update={"anchor": anchor, "offset": part.offset + offset})


def without_in_theory(method: Method, key: str) -> Method:
    """The theory of change no longer points to a step that is gone."""
    if method.theory is None:
        return method

    def forgotten(node: Node) -> Node:
        return node.model_copy(update={"steps": tuple(step for step in node.steps if step != key)})

    theory = method.theory.model_copy(
        update={"nodes": tuple(forgotten(node) for node in method.theory.nodes)}
    )
    return method.model_copy(update={"theory": theory})


def swapped(parts: tuple[Part, ...], at: int, to: int) -> tuple[Part, ...]:
    order = list(parts)
    order[at], order[to] = order[to], order[at]
    return tuple(order)


def home_of(method: Method, key: str) -> Phase:
    """The phase of a step. Raises `KeyError`."""
    for phase, step in method.placed():
        if step.key == key:
            return phase
    raise KeyError(key)


def in_phases(method: Method, change: Callable[[Phase], Phase], key: str) -> Method:
    if method.phase(key) is None:
        raise KeyError(key)
    return method.model_copy(update={"phases": tuple(change(phase) for phase in method.phases)})
