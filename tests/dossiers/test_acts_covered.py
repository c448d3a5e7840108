"""The employer learned late that a safety net applies: UWV is told within four days, and nobody else learns of it."""

import json

import pytest

from spoorboek.dossiers.acts.covered import record_for_uwv
from spoorboek.dossiers.acts.facts import correct_fact, remove_fact
from spoorboek.dossiers.acts.leave import SAFETY_NETS, state_safety_net
from spoorboek.dossiers.correctable import BY_KEY
from spoorboek.dossiers.journal import opened_payloads
from spoorboek.dossiers.models import Dossier, Obligation
from spoorboek.dossiers.reasons import Reason
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.dossiers.story import story_of
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from tests.builders import actor, days_ago
from tests.dossiers.cast import Cast, cast
from tests.signed_in import signed_in

KIND = BY_KEY["net-clear"]


@pytest.fixture
def here() -> Cast:
    made = cast(sick_for=100)
    doctor = actor(made.company.doctor)
    with acting_as(doctor):
        state_safety_net(doctor, made.dossier.pk, dict.fromkeys(SAFETY_NETS, "no") | {"no_risk": "yes"})
    return made


def due(here: Cast) -> object:
    with acting_as(here.manager):
        return Obligation.objects.get(dossier=here.dossier, key="uwv-report-6-weeks").statutory


def test_the_report_to_uwv_is_counted_from_the_day_it_became_clear(here: Cast) -> None:
    before = due(here)
    with acting_as(here.manager):
        record_for_uwv(here.manager, here.dossier.pk, days_ago(20))
    assert due(here) >= days_ago(20)  # type: ignore[operator]
    with acting_as(here.manager):
        reason = Reason.TYPING
        correct_fact(here.manager, here.dossier.pk, KIND, "1", {"clear_on": days_ago(30)}, reason)
        assert days_ago(30) <= due(here) < days_ago(20)  # type: ignore[operator]
        remove_fact(here.manager, here.dossier.pk, KIND, "1", reason)
    assert due(here) == before


def test_only_the_case_manager_enters_it_once_and_on_a_day_that_can_be(here: Cast) -> None:
    for role, who in {**here.inside, **here.outsiders}.items():
        if role != Role.CASE_MANAGER:
            with acting_as(who), pytest.raises(NotYours):
                record_for_uwv(who, here.dossier.pk, days_ago(20))
    with acting_as(here.manager):
        for day in (days_ago(-1), days_ago(101)):
            with pytest.raises(Refused) as refusal:
                record_for_uwv(here.manager, here.dossier.pk, day)
            assert refusal.value.field == "clear_on"
        record_for_uwv(here.manager, here.dossier.pk, days_ago(20))
        with pytest.raises(Refused, match="staat al"):
            record_for_uwv(here.manager, here.dossier.pk, days_ago(19))


def read_by(who: Actor, dossier: Dossier) -> str:
    with acting_as(who):
        rows = [fact.text for kind in BY_KEY.values() for fact in kind.facts(dossier)]
        return json.dumps([rows, list(opened_payloads(dossier.pk).values())], default=str)


@pytest.mark.parametrize("role", [Role.COACH, Role.LABOUR_EXPERT])
def test_a_re_integration_company_reads_neither_the_fact_nor_what_the_act_said(
    here: Cast, role: Role
) -> None:
    reader = here.inside[role]
    before = read_by(reader, here.dossier)
    with acting_as(here.manager):
        record_for_uwv(here.manager, here.dossier.pk, days_ago(20))
    assert read_by(reader, here.dossier) == before
    with acting_as(reader):
        told = story_of(here.fresh(), role=role)
    assert "record_for_uwv" not in {one.act for one in told}
    assert not any(one.redacted for one in told)


def test_the_page_saves_the_day_and_the_facts_show_it(here: Cast) -> None:
    page = signed_in(here.company.case_manager)
    address = f"/dossiers/{here.dossier.pk}/vangnet-duidelijk/"
    assert "nooit welk vangnet" in page.get(address).content.decode()
    assert page.post(address, {"clear_on": days_ago(20).isoformat(), "version": "2"}).status_code == 302
    shown = page.get(f"/dossiers/{here.dossier.pk}/feiten/").content.decode()
    assert "Duidelijk geworden dat er een vangnet geldt" in shown
