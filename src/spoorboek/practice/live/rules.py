"""The rule of one session, put together once a connection: its frozen scene, what was agreed, and the safety data."""

from spoorboek.methods.safety import safety
from spoorboek.practice.live.guard import Rule, Safety
from spoorboek.practice.sessions.access import runs, scene_of
from spoorboek.practice.sessions.models import Session


def rule_of(session: Session, language: str) -> Rule:
    """What a coach's commands are held to."""
    rules = safety()
    return Rule(
        scene_of(session, language),
        Safety(rules.value("raise-at-most"), rules.value("may-rise")),
        begins=session.step,
    )


def playable(session: Session, *, is_client: bool) -> bool:
    """Whether there is something to be linked: agreed to, with a coach, and suited or further."""
    waits = {Session.State.PROPOSED, Session.State.PLANNED, Session.State.NOT_NOW}
    if session.coach_id is None or session.state in waits:
        return False
    return is_client or runs(session)
