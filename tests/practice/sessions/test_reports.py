"""A report on what went wrong: whom it reaches, and what that one may know."""

import pytest

from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Involvement, Membership, Person
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR, appoint
from spoorboek.practice.sessions import access
from spoorboek.practice.sessions.access import Content
from spoorboek.practice.sessions.acts import beginning, planning, reporting
from spoorboek.practice.sessions.acts.planning import Plan
from spoorboek.practice.sessions.models import AdverseEvent, Notice, Session
from spoorboek.site import clock
from tests.builders import actor, person
from tests.practice.sessions.cast import MARK, SCENE, Practice


@pytest.fixture
def here() -> Practice:
    return Practice()


def test_a_report_reaches_who_looks_without_name_words_or_health_in_the_mail(
    here: Practice, mailoutbox: list[object]
) -> None:
    made, company = here.closed(), here.here.company
    with acting_as(here.client):
        someone = Dossier.objects.get(pk=here.dossier_id).employment.person
    looks, admin = actor(company.labour_expert), actor(company.admin)
    with acting_as(admin), pytest.raises(NotYours):
        reporting.name_responsible(admin, company.second_track.pk, looks.person_id)
    named(here)
    with acting_as(here.client):
        event = reporting.report_event(here.client, made.pk, AdverseEvent.Kind.UNWELL, MARK)
    with acting_as(actor(company.coach)):
        assert [one.pk for one in access.notices_for(here.coach)] == [event.pk]
        reporting.mark_seen(here.coach, event.pk)
        assert access.notices_for(here.coach)[0].seen_at
    told = str([(one.subject, one.body, one.to) for one in mailoutbox])
    assert "er staat een melding voor je" in told
    for word in (MARK, someone.first_name, someone.last_name, SCENE, "oefen", "ziek", "bril"):
        assert word.lower() not in told.lower(), word
    for who in (here.here.manager, looks, admin):
        with acting_as(who):
            assert not AdverseEvent.objects.filter(pk=event.pk).exists()
            assert not Notice.objects.filter(pk=event.pk).exists()
            with pytest.raises(NotYours):
                reporting.mark_seen(who, event.pk)


@pytest.mark.parametrize("went", ["away", "to the employer's side"])
def test_who_went_away_or_to_the_employers_side_looks_at_no_report_any_more(
    here: Practice, went: str
) -> None:
    made, place, colleague = here.closed(), here.here.company.second_track, person("Collega")
    appoint(colleague.pk, place, Role.COACH)
    named(here, colleague)
    with acting_as(here.client):
        event = reporting.report_event(here.client, made.pk, AdverseEvent.Kind.FELL, MARK)
    with acting_as(actor(colleague)):
        assert [one.pk for one in access.notices_for(actor(colleague))] == [event.pk]
        assert not AdverseEvent.objects.filter(pk=event.pk).exists()
    with acting_as(REGISTRAR):
        if went == "away":
            Membership.objects.filter(account_id=colleague.pk).update(until=clock.real_now())
        else:
            appoint(colleague.pk, place, Role.CASE_MANAGER)
    with acting_as(actor(colleague)):
        assert not Notice.objects.exists()
        assert access.notices_for(actor(colleague)) == []
        with pytest.raises(NotYours):
            reporting.mark_seen(actor(colleague), event.pk)
    with acting_as(here.client):
        assert reporting.who_looks(place.pk) is None


def test_a_report_from_home_goes_to_where_the_coach_works_with_whom_the_client_practises(
    here: Practice,
) -> None:
    company = here.here.company
    at_home = home(here)
    with acting_as(here.client):
        assert reporting.organisation_of(at_home) == company.second_track.pk
    expert = actor(company.labour_expert)
    with acting_as(expert):
        plan = Plan(SCENE, clock.today(), 5, content=Content("Rustig mijn zin afmaken"))
        made = planning.plan_session(expert, here.dossier_id, plan)
    with acting_as(here.client):
        assert reporting.organisation_of(at_home) == company.second_track.pk
        planning.agree(here.client, made.pk)
        assert reporting.organisation_of(at_home) == company.arbodienst.pk
        assert reporting.organisation_of(made) == company.arbodienst.pk
    with acting_as(REGISTRAR):
        parts = Involvement.objects.filter(dossier_id=here.dossier_id, account_id=expert.account_id)
        parts.update(until=clock.real_now())
    with acting_as(here.client):
        assert reporting.organisation_of(at_home) == company.second_track.pk
        assert reporting.organisation_of(made) == company.arbodienst.pk


def home(here: Practice) -> Session:
    with acting_as(here.client):
        return beginning.begin_at_home(here.client, here.dossier_id, "quiet-place", 5)


def named(here: Practice, looks: Person | None = None) -> None:
    """The coach, or `looks`, looks at the reports of the coach's own organisation; its administrator said so."""
    boss, who = person("Baas"), looks.pk if looks else here.coach.person_id
    appoint(boss.pk, here.here.company.second_track, Role.ADMIN)
    with acting_as(actor(boss)):
        with pytest.raises(Refused, match="Kies een coach"):
            reporting.name_responsible(actor(boss), here.here.company.second_track.pk, boss.pk)
        reporting.name_responsible(actor(boss), here.here.company.second_track.pk, who)
