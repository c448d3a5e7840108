"""Coaching: the client's goals, and what a coach prepares, writes down and gives to do."""

from spoorboek.programme.coaching.models.goals import CoachRating, Goal, GoalShare, OwnRating, Proposal
from spoorboek.programme.coaching.models.sessions import Agenda, Homework, HomeworkReply, Note

__all__ = [
    "Agenda", "CoachRating", "Goal", "GoalShare", "Homework", "HomeworkReply", "Note", "OwnRating", "Proposal",
]  # fmt: skip
