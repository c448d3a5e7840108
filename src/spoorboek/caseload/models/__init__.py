from spoorboek.caseload.models.line import Line, State
from spoorboek.caseload.models.standing_in import Deputising, Handover
from spoorboek.caseload.models.view import View

__all__ = ["Deputising", "Handover", "Line", "State", "View"]
