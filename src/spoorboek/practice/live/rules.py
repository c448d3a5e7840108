"""The rule of one session, put together once a connection: its frozen scene, what was agreed, and the safety data."""

from spoorboek.practice.live.guard import Rule, Safety
from spoorboek.practice.sessions.access import scene_of
from spoorboek.practice.sessions.models import Session


def rule_of(session: Session, language: str) -> Rule:
    """What a coach's commands are held to."""
    scene = scene_of(session, language)
    return Rule(
        scene, Safety(), client_says_yes=session.decides != Session.Decides.COACH, begins=session.step
    )
