"""An employer that bears the Ziektewet risk itself keeps its duties after the employment: all its dates follow."""

from datetime import timedelta

import pytest

from spoorboek.dossiers.acts.employer import state_own_risk
from spoorboek.dossiers.acts.ending import end_employment
from spoorboek.dossiers.models import Dossier, Obligation
from spoorboek.dossiers.refusals import Refused
from spoorboek.dossiers.story import Audience, story_of
from spoorboek.people import acts
from spoorboek.people.actor import acting_as
from spoorboek.people.registrar import REGISTRAR
from tests.builders import Company, actor, client_of, days_ago, today
from tests.signed_in import signed_in


def ending(company: Company) -> Dossier:
    """Someone ill for ten weeks whose contract ends in a month."""
    dossier, manager = company.dossier(days_ago(70)), actor(company.case_manager)
    with acting_as(manager):
        end_employment(manager, dossier.pk, today() + timedelta(days=30))
    return dossier


def steps(dossier: Dossier) -> dict[str, object]:
    with acting_as(REGISTRAR):
        rows = Obligation.objects.filter(dossier=dossier, ordinal=0)
        return {row.key: (row.rule, row.statutory, row.practice) for row in rows}


def test_the_dates_of_every_running_dossier_follow_and_move_back() -> None:
    company = Company()
    dossier, elsewhere = ending(company), ending(Company())
    before, there = steps(dossier), steps(elsewhere)
    admin = actor(company.admin)
    with acting_as(admin):
        assert state_own_risk(admin, company.employer, True) == 1
    assert steps(dossier) != before
    assert steps(elsewhere) == there
    with acting_as(admin):
        assert state_own_risk(admin, company.employer, False) == 1
    assert steps(dossier) == before


def test_the_dossier_has_a_new_version_and_tells_it() -> None:
    company = Company()
    dossier, admin = company.dossier(), actor(company.admin)
    with acting_as(admin):
        state_own_risk(admin, company.employer, True)
    with acting_as(client_of(dossier)):
        found = Dossier.objects.select_related("employment__person").get(pk=dossier.pk)
        told = story_of(found, Audience.CLIENT)[0].sentence
    assert found.version == dossier.version + 1
    assert told.startswith("Je werkgever gaf door")
    assert told.endswith("dienstverband: ja.")


def test_only_the_employers_administrator_states_it_and_only_once() -> None:
    company = Company()
    for someone in (company.case_manager, company.doctor, Company().admin):
        with acting_as(actor(someone)), pytest.raises(acts.Refused):
            state_own_risk(actor(someone), company.employer, True)
    admin = actor(company.admin)
    with acting_as(admin), pytest.raises(Refused, match="stond er al"):
        state_own_risk(admin, company.employer, False)


def test_the_page_says_in_how_many_dossiers_it_counts() -> None:
    company = Company()
    company.dossier()
    page = signed_in(company.admin)
    assert "<strong>1</strong> lopend dossier" in page.get("/organisatie/eigenrisicodrager/").content.decode()
    done = page.post("/organisatie/eigenrisicodrager/", {"own_risk": "True"}, follow=True).content.decode()
    assert "1 lopend dossier is opnieuw uitgerekend" in done
    assert "blijft de werkgever zelf verantwoordelijk" in done
    assert page.post("/organisatie/eigenrisicodrager/", {"own_risk": "True"}).status_code == 422
    assert signed_in(company.case_manager).get("/organisatie/eigenrisicodrager/").status_code == 404
