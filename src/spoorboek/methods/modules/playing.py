"""Going through a module: pure, so that a page, a preview and a test do the same. Nothing is scored."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spoorboek.methods.modules.model import Choice, Edition, Kind, Node, Step


class Unfit(ValueError):
    """An answer that is none for this step: something was left open, or is not there."""


@dataclass(frozen=True)
class Standing:
    """Where somebody is: which step, and what they gave as answer there.

    Of a conversation `given` are the numbers of the choices made, from the start; of an order the numbers of the items
    as they were put; of groups the group of each item; of a choice the answers chosen. `answered`: the feedback shows.
    """

    step: str
    given: tuple[int, ...] = ()
    answered: bool = False


@dataclass(frozen=True)
class Turn:
    """One thing that the learner said in a conversation, and what came back."""

    choice: Choice
    after: Node


def begin(edition: Edition) -> Standing:
    return Standing(edition.steps[0].key)


def fitting(edition: Edition, standing: Standing) -> Standing:
    """The standing, or the beginning of its step or module where the module changed since."""
    step = edition.step(standing.step)
    if step is None:
        return begin(edition)
    try:
        checked(step, standing.given) if standing.given or standing.answered else None
    except Unfit:
        return Standing(step.key)
    return standing


def answer(edition: Edition, standing: Standing, given: Sequence[int]) -> Standing:
    """After an answer to a step with feedback. Raises `Unfit`."""
    step = here(edition, standing)
    return replace(standing, given=checked(step, tuple(given)), answered=True)


def arrange(edition: Edition, standing: Standing, given: Sequence[int]) -> Standing:
    """An order put otherwise, not yet answered. Raises `Unfit`."""
    step = here(edition, standing)
    return replace(standing, given=checked(step, tuple(given)), answered=False)


def say(edition: Edition, standing: Standing, number: int) -> Standing:
    """After the next choice in a conversation. Raises `Unfit`."""
    step = here(edition, standing)
    if step.kind is not Kind.CONVERSATION:
        raise Unfit("nobody speaks here")
    return replace(standing, given=checked(step, (*standing.given, number)))


def again(standing: Standing) -> Standing:
    """The same step from its start."""
    return Standing(standing.step)


def take_back(standing: Standing) -> Standing:
    """The conversation before the last thing said."""
    return replace(standing, given=standing.given[:-1], answered=False)


def move(edition: Edition, standing: Standing, by: int) -> Standing:
    """One step on or back; what was answered is let go."""
    number = edition.number(standing.step) - 1 + by
    return Standing(edition.steps[max(0, min(number, len(edition.steps) - 1))].key)


def here(edition: Edition, standing: Standing) -> Step:
    step = edition.step(standing.step)
    if step is None:
        raise Unfit("this step is not there any more")
    return step


def checked(step: Step, given: tuple[int, ...]) -> tuple[int, ...]:
    """The answer, when it is one for this step. Raises `Unfit`."""
    if step.kind is Kind.CONVERSATION:
        turns(step, given)
        return given
    count = len(step.items)
    fits = {
        Kind.ORDER: sorted(given) == list(range(count)),
        Kind.GROUPS: len(given) == count and all(0 <= one < len(step.groups) for one in given),
        Kind.CHOOSE: bool(given) and len(set(given)) == len(given) and all(0 <= one < count for one in given),
    }
    if not fits.get(step.kind, False):
        raise Unfit("this is no answer to this step")
    return given


def turns(step: Step, given: Sequence[int]) -> list[Turn]:
    """The conversation so far. Raises `Unfit` for a choice that is not there."""
    node, made = step.first, []
    for number in given:
        if not 0 <= number < len(node.choices):
            raise Unfit("this cannot be said here")
        choice = node.choices[number]
        node = step.nodes[choice.leads_to]
        made.append(Turn(choice, node))
    return made


def moment(step: Step, given: Sequence[int]) -> Node:
    """Where the conversation is now."""
    made = turns(step, given)
    return made[-1].after if made else step.first


def may_go_on(step: Step, standing: Standing) -> bool:
    """Whether the step is done; a conversation at any end, since no end is held against anybody."""
    if step.kind is Kind.CONVERSATION:
        return bool(moment(step, standing.given).end)
    return standing.answered or not step.asks


def shuffled(step: Step) -> tuple[int, ...]:
    """Numbers of the items in an order that is the same on every device, and never the right one."""
    digests = [hashlib.sha256(f"{step.key}-{number}".encode()).digest() for number in range(len(step.items))]
    mixed = tuple(sorted(range(len(step.items)), key=lambda number: digests[number]))
    return mixed if mixed != tuple(range(len(mixed))) else tuple(reversed(mixed))


def progress(edition: Edition, standing: Standing) -> int:
    """Whole percents of the steps that lie behind."""
    return 100 * (edition.number(standing.step) - 1) // len(edition.steps)
