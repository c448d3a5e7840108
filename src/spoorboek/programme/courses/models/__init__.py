from spoorboek.programme.courses.models.activity import Activity, Proposal, Usefulness
from spoorboek.programme.courses.models.course import Course, Edition, OwnReason
from spoorboek.programme.courses.models.handover import Handover

__all__ = ["Activity", "Course", "Edition", "Handover", "OwnReason", "Proposal", "Usefulness"]
