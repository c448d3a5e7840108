"""Professionals read a closed dossier for a bounded term, with its source; the person and the helper keep reading."""

from datetime import date, timedelta

import pytest
from django.test import override_settings
from django.utils.formats import date_format

from spoorboek.dossiers.access import open_dossier
from spoorboek.dossiers.acts.client import authorise_helper
from spoorboek.dossiers.acts.ending import reopen_dossier
from spoorboek.dossiers.acts.retention import end_reading
from spoorboek.dossiers.acts.sickness import withdraw_report
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.refusals import NotYours
from spoorboek.dossiers.retention import readable_until, term_of
from spoorboek.dossiers.story import Audience, story_of
from spoorboek.people.actor import acting_as
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR
from tests.builders import today
from tests.dossiers.cast import Cast, cast
from tests.signed_in import signed_in

CLIENTS_SIDE = {Role.CLIENT, Role.HELPER}


@pytest.fixture
def here() -> Cast:
    return cast()


def close(here: Cast, closing: str, on: date) -> Dossier:
    with acting_as(here.manager):
        withdraw_report(here.manager, here.dossier.pk)
    with acting_as(REGISTRAR):
        Dossier.objects.filter(pk=here.dossier.pk).update(closing=closing, closed_on=on)
    return here.fresh()


def readers(here: Cast) -> set[Role]:
    found = set()
    for role, who in here.inside.items():
        with acting_as(who):
            try:
                open_dossier(who, here.dossier.pk)
            except NotYours:
                continue
            found.add(role)
    return found


def ago(days: int) -> date:
    return today() - timedelta(days=days)


@pytest.mark.parametrize(("closing", "days"), [("recovered", 730), ("withdrawn", 28), ("died", 730)])
def test_the_part_of_professionals_ends_the_day_after_the_term(here: Cast, closing: str, days: int) -> None:
    dossier = close(here, closing, ago(days))
    assert readable_until(dossier) == today()
    end_reading(today())
    assert readers(here) == set(here.inside)
    close_later = ago(days + 1)
    with acting_as(REGISTRAR):
        Dossier.objects.filter(pk=dossier.pk).update(closed_on=close_later)
    assert end_reading(today()) >= 1
    assert readers(here) == CLIENTS_SIDE
    with acting_as(here.client):
        told = story_of(here.fresh(), Audience.CLIENT)
    assert [one.act for one in told].count("end_reading") == 1


def test_running_twice_does_no_harm_and_a_dossier_that_opened_again_stays_readable(here: Cast) -> None:
    close(here, "recovered", ago(800))
    with acting_as(here.manager):
        reopen_dossier(here.manager, here.dossier.pk)
    end_reading(today())
    assert readers(here) == set(here.inside)
    close(here, "recovered", ago(800))
    end_reading(today())
    end_reading(today())
    with acting_as(here.client):
        assert [one.act for one in story_of(here.fresh())].count("end_reading") == 1


def test_the_term_and_its_source_are_settings(here: Cast) -> None:
    assert term_of("recovered").source == "AP, De zieke werknemer (2016), p. 34"
    assert not term_of("withdrawn").is_confirmed
    with override_settings(KEEP_WITHDRAWN_DAYS=0, KEEP_WITHDRAWN_SOURCE="eigen besluit"):
        assert readable_until(close(here, "withdrawn", ago(0))) == today()
        assert term_of("withdrawn").is_confirmed


@pytest.mark.parametrize(
    ("closing", "source"), [("recovered", "Bron: AP, De zieke werknemer"), ("withdrawn", "niet bevestigd")]
)
def test_the_closed_dossier_and_the_client_read_the_day(here: Cast, closing: str, source: str) -> None:
    close(here, closing, today())
    page = signed_in(here.company.case_manager).get(f"/dossiers/{here.dossier.pk}/").content.decode()
    assert "Professionals lezen dit dossier tot en met" in page
    assert source in page
    with acting_as(REGISTRAR):
        person = here.fresh().employment.person
        assert person.account.pk
    mine = signed_in(person).get("/wie-ziet-wat/").content.decode()
    assert "Zij mogen er nog in kijken tot en met" in mine


def test_an_employment_that_ended_has_no_such_day(here: Cast) -> None:
    assert readable_until(close(here, "employment_ended", today())) is None
    assert readable_until(Dossier()) is None


def test_the_last_day_of_a_helper_is_told_as_the_last_day(here: Cast) -> None:
    with acting_as(here.client):
        authorise_helper(here.client, here.dossier.pk, "Oma", "Jansen", today())
        person = here.fresh().employment.person
        assert person.account.pk
    mine = signed_in(person).get("/wie-ziet-wat/").content.decode()
    assert f"Tot en met {date_format(today(), 'j F Y')}." in mine
