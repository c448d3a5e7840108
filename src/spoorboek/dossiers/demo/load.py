"""Load the told cases of the demo: those of the role accounts. The region round them comes after: `region/load.py`."""

from spoorboek.dossiers.demo.cases import CASES
from spoorboek.dossiers.demo.cast import hire
from spoorboek.dossiers.demo.more import Stage, fill
from spoorboek.dossiers.demo.telling import Telling
from spoorboek.people.models import Account
from spoorboek.people.policy import Role
from spoorboek.people.views.demo import address_of


def load() -> int:
    """Load the told cases once; returns how many dossiers were made (0 when they were there already)."""
    if Account.objects.filter(email=address_of(Role.CASE_MANAGER)).exists():
        return 0
    cast = hire()
    told = {case.first_name: Telling(case, cast).tell() for case in CASES}
    fill(Stage(cast, told))
    return len(CASES)
