"""Practice sessions: what was agreed, what happened, what someone felt, and what the client lets a coach keep."""

from spoorboek.practice.sessions.models.own import Fit, Keep, Measure, Words
from spoorboek.practice.sessions.models.reports import AdverseEvent, Notice, Responsible
from spoorboek.practice.sessions.models.session import Moment, Passage, Session

__all__ = [
    "AdverseEvent", "Fit", "Keep", "Measure", "Moment", "Notice", "Passage", "Responsible", "Session", "Words",
]  # fmt: skip
