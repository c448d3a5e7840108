from spoorboek.caseload.models.line import Line, State
from spoorboek.caseload.models.view import View

__all__ = ["Line", "State", "View"]
