"""Who learns: someone of a company, going through a module by its acts."""

from spoorboek.methods.modules import Edition, Kind, Step, modules, playing
from spoorboek.methods.modules.playing import Standing
from spoorboek.people.actor import Actor, acting_as
from spoorboek.programme.learning import acts
from spoorboek.programme.learning.models import Visit

WARM = "warm-contact"
FOR_CLIENTS = "who-sees-what"


def right_answer(step: Step) -> tuple[int, ...]:
    """An answer to a step with feedback."""
    if step.kind is Kind.GROUPS:
        return tuple(item.group for item in step.items)
    if step.kind is Kind.CHOOSE:
        return tuple(number for number, item in enumerate(step.items) if item.right)
    return tuple(range(len(step.items)))


def done(edition: Edition, standing: Standing) -> Standing:
    """The step of this standing, done: answered, or talked to an end by what was not said before."""
    step = playing.here(edition, standing)
    if step.asks:
        return playing.answer(edition, standing, right_answer(step))
    while not playing.may_go_on(step, standing):
        node = playing.moment(step, standing.given)
        passed = {turn.after.key for turn in playing.turns(step, standing.given)}
        fresh = [number for number, one in enumerate(node.choices) if one.leads_to not in passed]
        standing = playing.say(edition, standing, fresh[0] if fresh else 0)
    return standing


def to_the_last_step(actor: Actor, key: str) -> None:
    """Begin a module and go on until its last step."""
    edition = modules()[key].nl
    with acting_as(actor):
        visit = acts.begin(actor, key)
        while visit.step != edition.steps[-1].key:
            acts.walk(actor, key, done)
            visit = acts.walk(actor, key, lambda edition, standing: playing.move(edition, standing, 1))


def finished(actor: Actor, key: str = WARM) -> Visit:
    """Go through a whole module."""
    to_the_last_step(actor, key)
    with acting_as(actor):
        return acts.finish(actor, key)
