"""The worksheets that a folder offers: ours, and those that the employer released for its own people.

Who began a sheet keeps the version with which they last wrote in it: no answer loses its question.
"""

import uuid
from collections.abc import Mapping

from django.db.models import Max

from spoorboek.dossiers.refusals import NotYours
from spoorboek.methods.worksheets import Phase, Worksheet, worksheets
from spoorboek.programme.folder.models import Answer
from spoorboek.programme.shelf.material_access import own_sheet, own_sheets
from spoorboek.programme.shelf.own_sheets import OWN


def sheets(dossier_id: uuid.UUID) -> Mapping[str, Worksheet]:
    """Every sheet of a dossier's folder by its key, by phase and then by title."""
    own = own_sheets(dossier_id)
    if not own:
        return worksheets()
    found = {**worksheets(), **own, **begun(dossier_id, own)}
    phases = list(Phase)
    ordered = sorted(found.values(), key=lambda one: (phases.index(one.phase), one.title.nl))
    return {one.key: one for one in ordered}


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
