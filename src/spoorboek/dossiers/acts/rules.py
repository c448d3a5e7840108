"""What a change of rules does to dossiers; nobody's own act, so the timetable's actor journals it."""

import uuid
from collections.abc import Mapping
from typing import Any

from spoorboek.dossiers import journal


def note_changed_rules(
    moved: Mapping[uuid.UUID, list[dict[str, Any]]], rules_version: str, versions: Mapping[uuid.UUID, int]
) -> None:
    """An entry in each journal of which a date moved. `versions`: of the dossiers, whose rows the caller has locked."""
    if moved:
        payloads = {key: {"rules": rules_version, "moved": rows} for key, rows in moved.items()}
        journal.record_many("reproject", payloads, versions)
