from spoorboek.circle.models.group import Group, Member
from spoorboek.circle.models.meeting import Attendance, Meeting, Usefulness
from spoorboek.circle.models.note import CASE, Note

__all__ = ["CASE", "Attendance", "Group", "Meeting", "Member", "Note", "Usefulness"]
