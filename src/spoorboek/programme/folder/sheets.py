"""The worksheets that a folder offers."""

from collections.abc import Mapping

from spoorboek.dossiers.refusals import NotYours
from spoorboek.methods.worksheets import Worksheet, worksheets


def sheets() -> Mapping[str, Worksheet]:
    """Every sheet by its key, by phase."""
    return worksheets()


def sheet(key: str) -> Worksheet:
    """One sheet. What is not in the folder is not found."""
    found = sheets().get(key)
    if found is None:
        raise NotYours("No such worksheet.")
    return found
