"""The worksheets that a folder offers: ours, and those that the employer released for its own people.

Who began a sheet keeps the version with which they last wrote in it: no answer loses its question. A sheet that was
taken out of use stays for who began it and where it is already planned (rooms above say so: `register`).
"""

import uuid
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime

from django.db.models import Max

from spoorboek.dossiers.refusals import NotYours
from spoorboek.methods.worksheets import Phase, Worksheet, worksheets
from spoorboek.programme.folder.models import Answer
from spoorboek.programme.shelf.material_access import Own, own_sheet, own_sheets
from spoorboek.programme.shelf.own_sheets import OWN

Holding = Callable[[uuid.UUID, Mapping[str, datetime]], Collection[str]]
"""Which of the withdrawn sheets (with the moment) something of before that moment still asks for in a dossier."""
_holding: list[Holding] = []
LATER = datetime.max.replace(tzinfo=UTC)
"""Where no sheet of ours comes back, a step of a later course too keeps what it asks for: a way in leads somewhere."""


def register(holding: Holding) -> None:
    """A room above says which withdrawn sheets it still needs."""
    _holding.append(holding)


def sheets(dossier_id: uuid.UUID) -> Mapping[str, Worksheet]:
    """Every sheet of a dossier's folder by its key, by phase and then by title."""
    every = own_sheets(dossier_id)
    if not every:
        return worksheets()
    own = {key: one.sheet for key, one in every.items()}
    found = {**worksheets(), **own, **begun(dossier_id, own)}
    for key in gone(dossier_id, every):
        found.pop(key)
        found |= {key: worksheets()[key]} if key in worksheets() else {}
    phases = list(Phase)
    ordered = sorted(found.values(), key=lambda one: (phases.index(one.phase), one.title.nl))
    return {one.key: one for one in ordered}


def gone(dossier_id: uuid.UUID, every: Mapping[str, Own]) -> set[str]:
    """The own sheets out of use that nobody holds on to in this dossier: no query while all are in use."""
    withdrawn = {key: one.withdrawn_at for key, one in every.items() if one.withdrawn_at}
    if not withdrawn:
        return set()
    written = Answer.objects.filter(dossier_id=dossier_id, worksheet__in=withdrawn)
    kept = set(written.values_list("worksheet", flat=True))
    asked = {key: moment if key in worksheets() else LATER for key, moment in withdrawn.items()}
    return set(withdrawn).difference(kept, *(holds(dossier_id, asked) for holds in _holding))


def begun(dossier_id: uuid.UUID, own: Mapping[str, Worksheet]) -> dict[str, Worksheet]:
    """The sheets with an own version in which someone wrote in another version than the newest: that one."""
    rows = (
        Answer.objects.filter(dossier_id=dossier_id, worksheet__in=list(own)).values("worksheet").order_by()
    )
    found: dict[str, Worksheet] = {}
    for key, version in rows.annotate(last=Max("version")).values_list("worksheet", "last"):
        if version != own[key].version:
            kept = own_sheet(dossier_id, key, version) if version > OWN else worksheets().get(key)
            found |= {key: kept} if kept else {}
    return found


def sheet(dossier_id: uuid.UUID, key: str) -> Worksheet:
    """One sheet. What is not in the folder is not found."""
    found = sheets(dossier_id).get(key)
    if found is None:
        raise NotYours("No such worksheet.")
    return found
