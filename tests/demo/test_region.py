"""The region loads behind a demo that already runs, some dossiers at a time; a few of each employer show that."""

import pytest
from django.test import Client, override_settings

from spoorboek.dossiers.demo.cases import Case
from spoorboek.dossiers.demo.cast import Cast, hire
from spoorboek.dossiers.demo.region import load, population
from spoorboek.dossiers.demo.region.hiring import hired
from spoorboek.dossiers.models import Dossier, JournalEntry
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR
from spoorboek.site import clock
from tests.demo.stage import aside


def some() -> list[Case]:
    """Three of each employer, the longest first."""
    cases = population.population()
    return [
        case
        for key in ("bouw", "jeugd", "werk")
        for case in [one for one in cases if one.employer == key][:3]
    ]


@pytest.fixture(scope="module")
def first() -> Cast:
    aside()
    with override_settings(DEMO=True):
        return hire()


@pytest.fixture(scope="module")
def casts(first: Cast) -> dict[str, Cast]:
    with override_settings(DEMO=True):
        with acting_as(REGISTRAR):
            casts = hired(first)
        assert load.load_part(some(), first, casts) == 9
    return casts


def test_a_part_loads_once_each_dossier_with_its_own_employer_and_manager(
    first: Cast, casts: dict[str, Cast]
) -> None:
    with override_settings(DEMO=True):
        assert load.load_part(some(), first, casts) == 0
    manager = casts["bouw"].staff[Role.CASE_MANAGER]
    with acting_as(Actor(account_id=manager.pk)):
        mine = Dossier.objects.select_related("employment__organisation__world")
        names = {one.employment.organisation.name for one in mine}
        assert len(names) == 3
        assert all(one.employment.organisation.is_practice for one in mine)


def test_the_journal_tells_each_step_on_its_own_day(casts: dict[str, Cast]) -> None:
    with acting_as(REGISTRAR):
        found = Dossier.objects.filter(employment__organisation=casts["bouw"].employer)
        oldest = found.order_by("first_sick_day")[0]
        days = [entry.at.date() for entry in JournalEntry.objects.filter(dossier=oldest)]
    assert days[0] == oldest.first_sick_day
    assert days == sorted(days)
    assert days[-1] <= clock.real_today()


@pytest.mark.usefixtures("casts")
@override_settings(DEMO=True)
def test_the_first_page_shows_who_to_be_and_the_region(client: Client) -> None:
    page = client.get("/demo/").content.decode()
    assert "Bouwbedrijf Van Hoorn" in page
    for name in ("Anouk de Graaf", "Joyce Pattinasarany"):
        assert name in page
    response = client.post("/demo/login/case_manager/", {"to": "lesson"})
    assert response["Location"] == "/oefenklok/les/"
