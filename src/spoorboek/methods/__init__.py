"""The working methods as data: read, checked, drawn, planned. Plain Python.

`methods()` gives the methods that come with the product; `planning.plan` gives steps with days.
"""

from spoorboek.methods.model import Activity, Kind, Method, Phase
from spoorboek.methods.shipped import method_from, method_kept, methods, read_method

__all__ = ["Activity", "Kind", "Method", "Phase", "method_from", "method_kept", "methods", "read_method"]
