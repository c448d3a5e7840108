"""Load the region: about 300 dossiers, each through the same acts as real work, some at a time.

Every part has its own transaction and a case that is there already is passed over, so that loading may stop anywhere
and go on later: the worker does it behind a demo that already runs.
"""

from django.db import connection

from spoorboek.dossiers.acts.ending import close_recovered
from spoorboek.dossiers.demo.cases import CASES, Case
from spoorboek.dossiers.demo.cast import Cast, cast_again
from spoorboek.dossiers.demo.region.hiring import hired
from spoorboek.dossiers.demo.region.population import SHOWN_AFTER, population
from spoorboek.dossiers.demo.telling import Telling
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.projection import together
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Employment
from spoorboek.people.registrar import REGISTRAR
from spoorboek.site import clock

A_PART = 12
LOADING = 104_104
"""The key of the advisory lock that a part holds."""


def load_region() -> int:
    """Everyone who is not there yet; returns how many dossiers were made. The told cases come first, by `load`."""
    made = 0
    while some := load_next():
        made += some
    return made


def load_next() -> int:
    """The next part that is not there yet, and after the last one the nights; how many dossiers were made."""
    with acting_as(REGISTRAR):
        first = cast_again()
        casts = hired(first)
    left = missing(first, population())
    made = load_part(left[:A_PART], first, casts)
    if left and made == len(left):
        live_through_the_nights(first)
    return made


def load_part(part: list[Case], first: Cast, casts: dict[str, Cast]) -> int:
    """One part, all of it or nothing; a second worker waits and then finds it there."""
    with acting_as(REGISTRAR), together():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOADING])
        left = missing(first, part)
        for case in left:
            Telling(case, casts[case.employer], met=False).tell()
    return len(left)


def missing(first: Cast, cases: list[Case]) -> list[Case]:
    """The cases whose person is not employed in the region yet."""
    with acting_as(REGISTRAR):
        here = Employment.objects.filter(organisation__world_id=first.employer.world_id)
        known = set(here.values_list("person__first_name", "person__last_name"))
    return [case for case in cases if (case.first_name, case.last_name) not in known]


def progress() -> tuple[int, int]:
    """How many dossiers of the demo are there, and how many there will be."""
    with acting_as(REGISTRAR):
        return Dossier.objects.count(), len(CASES) + len(population())


def live_through_the_nights(first: Cast) -> None:
    """Close who recovered, on the night that the worker would have done it."""
    for back in range(SHOWN_AFTER, 0, -1):
        with clock.practising(-back):
            close_recovered(clock.today(), first.employer.world_id)
