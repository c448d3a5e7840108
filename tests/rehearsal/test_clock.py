"""The practice clock: who sets it, what follows it, what never does."""

from datetime import date, timedelta
from functools import cache

import pytest
from django.db import connections
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from spoorboek.dossiers.access import open_dossier
from spoorboek.dossiers.acts import sickness, steps
from spoorboek.dossiers.acts.seats import seats_in, take_seat
from spoorboek.dossiers.models import Dossier, JournalEntry
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.dossiers.shown import Status, steps_of
from spoorboek.people import invitations
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Invitation
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR
from spoorboek.people.worlds import each_world
from spoorboek.rehearsal import acts
from spoorboek.rehearsal.access import next_asking_day
from spoorboek.site import clock
from tests.builders import Company, actor, client_of, days_ago
from tests.rehearsal.world import School
from tests.signed_in import signed_in


def ahead(days: int) -> date:
    return clock.real_today() + timedelta(days=days)


def set_to(school: School, days: int) -> None:
    manager = actor(school.manager)
    with acting_as(manager):
        acts.set_day(manager, ahead(days))


def statuses(dossier: Dossier, day: date) -> dict[tuple[str, int], Status]:
    return {(step.key, step.ordinal): step.status for step in steps_of(dossier, day)}


@cache
def travelled() -> tuple[School, Dossier]:
    school = School()
    return school, school.dossier(200)


def test_who_works_in_the_world_sets_its_day_and_everyone_there_lives_on_it() -> None:
    school = School()
    set_to(school, 100)
    for someone in (school.manager, school.company.doctor, school.company.coach):
        with acting_as(actor(someone)):
            assert clock.today() == ahead(100)
            assert clock.is_practice()


def test_a_client_a_stranger_of_another_world_and_real_people_cannot_set_it() -> None:
    school, other, real = School(), School(), Company()
    dossier = school.dossier()
    client = client_of(dossier)
    with acting_as(client), pytest.raises(NotYours):
        acts.set_day(client, ahead(10))
    stranger = actor(other.manager)
    with acting_as(stranger):
        acts.set_day(stranger, ahead(20))
    for someone in (real.case_manager, real.admin):
        with acting_as(actor(someone)), pytest.raises(NotYours):
            acts.set_day(actor(someone), ahead(10))
    assert (school.shift(), other.shift()) == (0, 20)


def test_nobody_sets_it_in_anothers_name() -> None:
    school = School()
    with acting_as(actor(school.company.doctor)), pytest.raises(NotYours):
        acts.set_day(actor(school.manager), ahead(10))


def test_the_database_refuses_others_the_day_in_raw_sql() -> None:
    school, real = School(), Company()
    client = client_of(school.dossier())
    for someone in (client, actor(real.admin), Actor()):
        with acting_as(someone), connections["default"].cursor() as cursor:
            cursor.execute("UPDATE people_practiceworld SET shift_days = 9 WHERE id = %s", [school.world.pk])
            assert cursor.rowcount == 0
    assert school.shift() == 0


def test_real_people_stay_on_the_real_day_while_a_world_is_years_ahead() -> None:
    school, real = School(), Company()
    set_to(school, 700)
    with acting_as(actor(real.case_manager)):
        assert clock.today() == clock.real_today()
        assert not clock.is_practice()


def test_the_clock_goes_neither_before_the_real_day_nor_further_than_four_years() -> None:
    school = School()
    for days in (-1, acts.LONGEST + 1):
        with pytest.raises(Refused):
            set_to(school, days)


def test_now_is_the_same_time_of_the_clock_on_the_practice_day() -> None:
    for days in (1, 130, 200, 500):
        with clock.practising(days):
            here, real = timezone.localtime(clock.now()), timezone.localtime(clock.real_now())
            assert here.date() == clock.today()
            assert abs((here.hour * 60 + here.minute) - (real.hour * 60 + real.minute)) <= 60


@given(st.lists(st.integers(0, 900), min_size=1, max_size=6))
@settings(max_examples=10, deadline=None)
def test_forward_and_back_gives_the_same_statuses_as_computing_on_that_day(days: list[int]) -> None:
    school, dossier = travelled()
    manager = actor(school.manager)
    for number in days:
        set_to(school, number)
        with acting_as(manager):
            there = statuses(dossier, clock.today())
        with acting_as(REGISTRAR):
            assert there == statuses(dossier, ahead(number))


def test_acts_and_journal_go_by_the_practice_day() -> None:
    school = School()
    dossier, manager = school.dossier(), actor(school.manager)
    with acting_as(manager), pytest.raises(Refused):
        steps.mark_done(manager, dossier.pk, "problem-analysis", ahead(8))
    set_to(school, 10)
    with acting_as(manager):
        steps.mark_done(manager, dossier.pk, "problem-analysis", ahead(8))
        entry = JournalEntry.objects.filter(dossier=dossier).latest("sequence")
        assert clock.now() - entry.at < timedelta(minutes=5)


def test_who_looked_is_written_on_the_practice_day() -> None:
    school = School()
    dossier = school.dossier()
    set_to(school, 40)
    with acting_as(actor(school.manager)):
        open_dossier(actor(school.manager), dossier.pk)
        assert dossier.openings.latest("at").at.date() >= ahead(39)


def test_the_nights_that_pass_close_who_recovered_on_the_night_it_was_due() -> None:
    school = School()
    dossier, manager = school.dossier(60), actor(school.manager)
    with acting_as(manager):
        sickness.report_recovery(manager, dossier.pk, days_ago(10))
        assert acts.set_day(manager, ahead(50)).closed == 1
        dossier.refresh_from_db()
    assert dossier.closed_on == ahead(18)


def test_a_practice_night_leaves_real_dossiers_alone() -> None:
    school, real = School(), Company()
    dossier, manager = real.dossier(days_ago(60)), actor(real.case_manager)
    with acting_as(manager):
        sickness.report_recovery(manager, dossier.pk, days_ago(10))
    set_to(school, 300)
    with acting_as(manager):
        dossier.refresh_from_db()
    assert dossier.closed_on is None


def test_the_night_job_takes_each_world_on_its_own_day() -> None:
    school = School()
    set_to(school, 33)
    days = {world: clock.today() for world in each_world()}
    assert days[None] == clock.real_today()
    assert days[school.world.pk] == ahead(33)


def test_ways_in_and_the_end_of_a_part_go_by_the_real_clock() -> None:
    school = School()
    dossier = school.dossier()
    set_to(school, 365)
    with acting_as(actor(school.manager)):
        invitations.invite(school.company.coach.pk)
        made = Invitation.objects.filter(account_id=school.company.coach.pk).latest("pk")
        assert made.expires_at - clock.real_now() <= invitations.VALID_FOR
        take_seat(seats_in(dossier.pk, Role.SUPERVISOR)[0])
    with acting_as(actor(school.company.supervisor)):
        assert not Dossier.objects.filter(pk=dossier.pk).exists()


def test_the_next_asking_day_is_the_first_date_of_the_own_dossiers() -> None:
    school = School()
    dossier, manager = school.dossier(30), actor(school.manager)
    with acting_as(manager):
        first = next_asking_day(manager)
        ahead_of_us = [
            step.row.next_on
            for step in steps_of(dossier, clock.today())
            if step.row.next_on and step.row.applies and step.row.next_on > clock.today()
        ]
        assert first == min(ahead_of_us)


def test_the_page_is_there_in_practice_only() -> None:
    school, real = School(), Company()
    assert signed_in(school.manager).get("/oefenklok/").status_code == 200
    assert signed_in(real.case_manager).get("/oefenklok/").status_code == 404
    assert signed_in(real.admin).post("/oefenklok/", {"step": "week"}).status_code == 404


def test_the_page_sets_the_day_and_every_page_says_so() -> None:
    school = School()
    school.dossier()
    browser = signed_in(school.manager)
    assert browser.post("/oefenklok/", {"step": "week"}).status_code == 302
    page = browser.get("/caseload/").content.decode()
    assert "Oefendag" in page
    assert str(ahead(7).year) in page
    assert browser.post("/oefenklok/", {"to": "gisteren"}).status_code == 422
    assert browser.post("/oefenklok/", {"step": "today"}).status_code == 302
    assert school.shift() == 0
