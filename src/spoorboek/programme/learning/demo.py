"""What the demo shows of learning: professionals on their way through the modules."""

from spoorboek.dossiers.demo.more import Stage
from spoorboek.methods.modules import Edition, modules, playing
from spoorboek.methods.modules.playing import Standing
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.learning import acts
from spoorboek.site import clock

FINISHED = (
    (Role.CASE_MANAGER, "law-in-ten-minutes", -40),
    (Role.CASE_MANAGER, "what-may-i-ask", -33),
    (Role.CASE_MANAGER, "relapse", -6),
    (Role.LABOUR_EXPERT, "wanting-and-being-able", -12),
)
"""Who finished what, how many days ago, without a programme that asked for it."""


def past(edition: Edition, standing: Standing) -> Standing:
    """The next step, whatever this one asks: in a demo nobody answered it."""
    return playing.move(edition, standing, 1)


def learn(actor: Actor, key: str) -> None:
    """Go through a lesson, today. Called inside `acting_as`."""
    acts.begin(actor, key)
    for _ in modules()[key].nl.steps[1:]:
        acts.walk(actor, key, past)
    acts.finish(actor, key)


def fill(stage: Stage) -> None:
    for role, key, days in FINISHED:
        actor = Actor(account_id=stage.cast.staff[role].pk)
        with acting_as(actor), clock.practising(days):
            learn(actor, key)
