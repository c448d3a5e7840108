"""The term in which professionals read a closed dossier is over: their part ends, the person keeps the dossier."""

import uuid
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts.closing import end_professionals_part
from spoorboek.dossiers.acts.ending import TIMETABLE, in_world
from spoorboek.dossiers.acts.opening import REGISTRAR
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.retention import over_on, term_of
from spoorboek.people.access import still
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Involvement
from spoorboek.people.policy import Role


def end_reading(today: date, world: uuid.UUID | None = None) -> int:
    """For the nightly job: end the professionals' part in each closed dossier whose term has passed; how many.

    Each has its own transaction; running it twice does no harm.
    """
    with acting_as(REGISTRAR):
        professionals = Involvement.objects.filter(still(), dossier_id=OuterRef("pk")).exclude(
            role__in=(Role.CLIENT, Role.HELPER)
        )
        found = in_world(world).filter(over_on(today), Exists(professionals))
        candidates = list(found.values_list("pk", flat=True))
    return sum(end_one(dossier_id, today) for dossier_id in candidates)


def end_one(dossier_id: uuid.UUID, today: date) -> bool:
    """One dossier, unless someone just opened it again."""
    with transaction.atomic(), acting_as(TIMETABLE):
        found = Dossier.objects.select_for_update(of=("self",)).filter(over_on(today), pk=dossier_id).first()
        if found is None:
            return False
        said = {"closed_on": found.closed_on, "days": term_of(found.closing).days}
        journal.record(found, "end_reading", said, role=None)
        end_professionals_part(found)
    return True
