"""What a change of rules does to dossiers; nobody's own act, so the timetable's actor journals it."""

import uuid
from collections.abc import Mapping
from typing import Any

from spoorboek.dossiers import journal
from spoorboek.people.policy import TELLS_OF_A_SAFETY_NET


def note_changed_rules(
    moved: Mapping[uuid.UUID, list[dict[str, Any]]], rules_version: str, versions: Mapping[uuid.UUID, int]
) -> None:
    """An entry in each journal of which a date moved. `versions`: of the dossiers, whose rows the caller has locked."""
    told = {key: told_to_everyone(rows) for key, rows in moved.items()}
    payloads = {key: {"rules": rules_version, "moved": rows} for key, rows in told.items() if rows}
    if payloads:
        journal.record_many("reproject", payloads, versions)


def told_to_everyone(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What moved without the steps that tell of a safety net: everyone in the dossier reads this."""
    return [row for row in rows if row["key"] not in TELLS_OF_A_SAFETY_NET]
