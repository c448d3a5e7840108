from spoorboek.caseload.models.line import Line, State

__all__ = ["Line", "State"]
