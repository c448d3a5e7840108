"""The rule of one session, put together once a connection: its frozen scene, what was agreed, and the safety data."""

from spoorboek.methods.safety import safety
from spoorboek.practice.live.guard import Rule, Safety
from spoorboek.practice.sessions.access import scene_of
from spoorboek.practice.sessions.models import Session


def rule_of(session: Session, language: str) -> Rule:
    """What a coach's commands are held to."""
    rules = safety()
    return Rule(
        scene_of(session, language),
        Safety(rules.value("raise-at-most"), rules.value("may-rise")),
        begins=session.step,
    )
