"""What a change of rules does to dossiers; nobody's own act, so the timetable's actor journals it."""

import uuid
from collections.abc import Iterable, Mapping

from spoorboek.dossiers import journal, moved
from spoorboek.dossiers.stored_steps import Change


def note_changed_rules(
    changes: Iterable[Change], rules_version: str, versions: Mapping[uuid.UUID, int]
) -> None:
    """An entry in each journal of which a date moved. `versions`: of the dossiers, whose rows the caller has locked."""
    said = {one.after.dossier_id: moved.by_rules(one.before, one.after) for one in changes}
    payloads = {key: {"rules": rules_version, "moved": rows} for key, rows in said.items() if rows}
    if payloads:
        journal.record_many("reproject", payloads, versions)
