"""A short module on *Vandaag*: not in the first days, one at most, and never one that is finished."""

import pytest

from spoorboek.dossiers.access import open_dossier
from spoorboek.people.actor import Actor, acting_as
from spoorboek.programme.learning import acts
from spoorboek.programme.learning.offering import FIRST, offering
from tests.builders import Company, client_of, days_ago, today
from tests.learning.cast import FOR_CLIENTS, finished


@pytest.fixture
def here() -> Company:
    return Company()


def offered_to(here: Company, days: int, in_it: str = "", done: str = "") -> str:
    """The title on the card of somebody ill for so many days; empty without a card."""
    dossier = here.dossier(days_ago(days))
    client: Actor = client_of(dossier)
    if done:
        finished(client, done)
    with acting_as(client):
        if in_it:
            acts.begin(client, in_it)
        card = offering(open_dossier(client, dossier.pk), today())
        return card.title if card else ""


def test_in_the_first_days_nothing_is_offered(here: Company) -> None:
    assert offered_to(here, 3) == ""


def test_in_the_first_weeks_what_comes_is_explained(here: Company) -> None:
    assert offered_to(here, 14) == "Wat gebeurt er nu?"


def test_later_only_what_somebody_is_in_is_offered(here: Company) -> None:
    assert offered_to(here, 200) == ""
    assert offered_to(here, 200, in_it=FOR_CLIENTS) == "Wie ziet wat van mij?"


def test_what_is_finished_is_not_offered_again(here: Company) -> None:
    assert offered_to(here, 14, done=FIRST) == ""
