"""Who knows whom: the tables without a dossier, whose policies are written by hand. One sample row of each."""

import uuid
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone

from spoorboek.loading.models import Import
from spoorboek.people.actor import acting_as
from spoorboek.people.policy import PROTECTED, Role
from spoorboek.people.registrar import employ, engage
from spoorboek.practice.live.models import Screen
from spoorboek.practice.sessions.models import Session
from spoorboek.programme.courses.models import Course
from tests.access.attempts import attempts
from tests.access.circles import circle
from tests.access.links import link
from tests.access.markers import marked
from tests.access.rows import alias_of, insert_sql, key_of, plant, values
from tests.access.world import REGISTRAR, Someone, Standing, World, world
from tests.builders import days_ago, person

R, S = Role, Standing
REPORT, NOTICE, LOOKS = (f"practice_sessions_{name}" for name in ("adverseevent", "notice", "responsible"))
Who = dict[Standing, set[Role]]

EVERYONE: Who = {standing: set(R) for standing in S}
NAMELESS = {R.RESEARCHER, R.ADMIN}
THROUGH_THE_DOSSIER = set(R) - NAMELESS
OFFICE = {R.CASE_MANAGER, R.ADMIN}
PROCESS = {R.CLIENT, R.HELPER, R.SUPERVISOR, R.CASE_MANAGER, R.COMPANY_DOCTOR, R.LABOUR_EXPERT, R.COACH}
STAFF = {R.SUPERVISOR, R.CASE_MANAGER, R.ADMIN}
LOADER: Who = {S.INVOLVED: {R.CASE_MANAGER}}
LOADERS: Who = {S.INVOLVED: {R.CASE_MANAGER}, S.COLLEAGUE: {R.CASE_MANAGER}}
OFFICES: Who = {S.INVOLVED: OFFICE, S.COLLEAGUE: OFFICE}
CIRCLE: Who = {S.INVOLVED: {R.COACH, R.LABOUR_EXPERT}}
COACHES: Who = {S.INVOLVED: {R.COACH}, S.COLLEAGUE: {R.COACH}}
COACH: Who = {S.INVOLVED: {R.COACH}}
ADMIN_HERE: Who = {S.INVOLVED: {R.ADMIN}, S.COLLEAGUE: {R.ADMIN}}


@dataclass
class Sample:
    """A row about the full dossier's client or employer: who reads it, and who changes, adds or removes one like it."""

    where: str
    readers: Who
    changers: Who = field(default_factory=dict)
    adders: Who = field(default_factory=dict)
    removers: Who = field(default_factory=dict)


SAMPLES: dict[str, Sample] = {
    "people_organisation": Sample("id = {employer}", EVERYONE, ADMIN_HERE),
    "people_person": Sample(
        "account_id = {client}",
        {S.INVOLVED: THROUGH_THE_DOSSIER | {R.ADMIN}, S.COLLEAGUE: OFFICE},
        {S.INVOLVED: {R.CLIENT}},
    ),
    "people_membership": Sample(
        "account_id = {supervisor} AND role = 'supervisor'",
        {S.INVOLVED: THROUGH_THE_DOSSIER | {R.ADMIN}, S.COLLEAGUE: STAFF},
        ADMIN_HERE, ADMIN_HERE,
    ),
    "people_employment": Sample(
        "id = {employment}",
        {S.INVOLVED: PROCESS | {R.ADMIN}, S.COLLEAGUE: OFFICE},
        {S.INVOLVED: OFFICE, S.COLLEAGUE: OFFICE},
    ),
    "people_contracthours": Sample(
        "employment_id = {employment}",
        {S.INVOLVED: PROCESS | {R.ADMIN}, S.COLLEAGUE: OFFICE},
        {S.INVOLVED: OFFICE | {R.SUPERVISOR}, S.COLLEAGUE: OFFICE},
        {S.INVOLVED: OFFICE | {R.SUPERVISOR}, S.COLLEAGUE: OFFICE},
        {S.INVOLVED: OFFICE | {R.SUPERVISOR}, S.COLLEAGUE: OFFICE},
    ),
    "people_service": Sample(
        "employer_id = {employer} AND provider_id = {arbodienst}",
        dict.fromkeys(
            (S.INVOLVED, S.COLLEAGUE), STAFF | {R.COMPANY_DOCTOR, R.LABOUR_EXPERT, R.COACH, R.RESEARCHER}
        ),
    ),
    "people_practiceworld": Sample(
        "home_id = {employer}",
        dict.fromkeys(
            (S.INVOLVED, S.COLLEAGUE), STAFF | {R.COMPANY_DOCTOR, R.LABOUR_EXPERT, R.COACH, R.RESEARCHER}
        ),
    ),
    "rehearsal_move": Sample("world_id = (SELECT id FROM people_practiceworld WHERE home_id = {employer})", {}),
    "rehearsal_lesson": Sample(
        "account_id = {supervisor}", {S.INVOLVED: {R.SUPERVISOR}}, {S.INVOLVED: {R.SUPERVISOR}}
    ),
    "people_involvement": Sample(
        "dossier_id = {full} AND account_id = {supervisor}", {S.INVOLVED: THROUGH_THE_DOSSIER},
    ),
    "reminders_reminder": Sample(
        "account_id = {client}", {S.INVOLVED: {R.CLIENT}}, {S.INVOLVED: {R.CLIENT}},
    ),
    "reminders_feed": Sample(
        "account_id = {client}", {S.INVOLVED: {R.CLIENT}}, {S.INVOLVED: {R.CLIENT}}, {}, {S.INVOLVED: {R.CLIENT}},
    ),
    **{
        table: Sample("account_id = {client}", {S.INVOLVED: {R.CLIENT, R.ADMIN}, S.COLLEAGUE: {R.ADMIN}})
        for table in ("caseload_deputising", "caseload_handover")
    },
    "caseload_view": Sample(
        "account_id = {client}", {S.INVOLVED: {R.CLIENT}}, {S.INVOLVED: {R.CLIENT}}, {}, {S.INVOLVED: {R.CLIENT}},
    ),
    "learning_visit": Sample(
        "account_id = {client}", {S.INVOLVED: {R.CLIENT}}, {S.INVOLVED: {R.CLIENT}}, {}, {S.INVOLVED: {R.CLIENT}},
    ),
    "learning_certificate": Sample(
        "account_id = {supervisor}",
        {S.INVOLVED: {R.SUPERVISOR, R.ADMIN}, S.COLLEAGUE: {R.ADMIN}}, {S.INVOLVED: {R.SUPERVISOR}},
    ),
    "shelf_draft": Sample("organisation_id = {employer}", OFFICES, OFFICES, {}, OFFICES),
    "shelf_release": Sample(
        "organisation_id = {employer}",
        dict.fromkeys(
            (S.INVOLVED, S.COLLEAGUE), STAFF | {R.COMPANY_DOCTOR, R.LABOUR_EXPERT, R.COACH, R.RESEARCHER}
        ),
    ),
    "shelf_materialdraft": Sample("organisation_id = {employer}", OFFICES, OFFICES, {}, OFFICES),
    "shelf_materialrelease": Sample(
        "organisation_id = {employer}",
        {
            S.INVOLVED: THROUGH_THE_DOSSIER | STAFF | {R.RESEARCHER},
            S.COLLEAGUE: STAFF | {R.COMPANY_DOCTOR, R.LABOUR_EXPERT, R.COACH, R.RESEARCHER},
        },
        OFFICES,
    ),
    "shelf_seennews": Sample(
        "account_id = {supervisor}", {S.INVOLVED: {R.SUPERVISOR}}, {S.INVOLVED: {R.SUPERVISOR}},
    ),
    "practice_scenes_scenedraft": Sample("key = 'manager-talk-x1'", COACHES, COACHES, {}, COACHES),
    "practice_scenes_scenerelease": Sample("key = 'manager-talk-x2'", COACHES, {}, {}, COACHES),
    "practice_sessions_responsible": Sample(
        "organisation_id = {employer}",
        dict.fromkeys(
            (S.INVOLVED, S.COLLEAGUE), STAFF | {R.COMPANY_DOCTOR, R.LABOUR_EXPERT, R.COACH, R.RESEARCHER}
        ),
        ADMIN_HERE, ADMIN_HERE,
    ),
    "practice_sessions_notice": Sample("event_id = {report}", COACH, COACH),
    "loading_import": Sample("id = {list}", LOADER, LOADER),
    **{
        table: Sample("load_id = {list}", LOADER, LOADER, LOADER, LOADER)
        for table in (
            "loading_upload", "loading_line", "loading_course", "loading_change", "loading_touched",
        )
    },
    "loading_layout": Sample("employer_id = {employer}", LOADERS, LOADERS, LOADERS),
    "circle_group": Sample("id = {circle}", CIRCLE, CIRCLE),
    "circle_member": Sample("group_id = {circle} AND account_id = {coach}", CIRCLE, COACH),
    "circle_meeting": Sample("id = {meeting}", CIRCLE, CIRCLE),
    "circle_attendance": Sample("meeting_id = {meeting} AND account_id = {coach}", CIRCLE, COACH),
    "circle_usefulness": Sample("meeting_id = {meeting}", COACH, COACH),
    "circle_note": Sample("meeting_id = {meeting}", COACH, COACH, {}, COACH),
    "courses_edition": Sample("digest = {edition}", {S.INVOLVED: PROCESS}, adders=EVERYONE),
    "folder_device": Sample("account_id = {client}", {S.INVOLVED: {R.CLIENT}}, {S.INVOLVED: {R.CLIENT}}),
    "api_token": Sample("account_id = {link}", ADMIN_HERE),
    "api_use": Sample("account_id = {link}", ADMIN_HERE),
    "api_keptanswer": Sample("account_id = {link}", {}),
    "practice_live_screen": Sample(
        "id = {screen}", {S.INVOLVED: {R.CLIENT, R.COACH}}, {S.INVOLVED: {R.CLIENT, R.COACH}}
    ),
    "medical_access": Sample("dossier_id = {full} AND account_id = {doctor}", {S.INVOLVED: {R.COMPANY_DOCTOR}}),
}  # fmt: skip


def names(here: World) -> dict[str, str]:
    """What a sample's `where` may point to, quoted."""
    ids = {
        "employer": here.company.employer.pk,
        "arbodienst": here.company.arbodienst.pk,
        "client": here.employment.person_id,
        "supervisor": here.company.supervisor.pk,
        "doctor": here.company.doctor.pk,
        "employment": here.employment.pk,
        "full": here.full.pk,
        "link": link().account_id,
        "list": marked().list,
        "coach": here.company.coach.pk,
        "circle": circle().group,
        "meeting": circle().meeting,
        "edition": edition(),
        "screen": linked_screen(),
        "report": report(),
    }
    return {name: f"'{value}'" for name, value in ids.items()}


def edition() -> str:
    """The words of the method that runs in the full dossier."""
    with acting_as(world().actor(R.CASE_MANAGER)):
        return Course.objects.get(pk=marked().course).edition_id


@cache
def linked_screen() -> uuid.UUID:
    """A browser that the coach linked to their session with the client."""
    coach = world().actor(R.COACH)
    with acting_as(coach):
        session = Session.objects.get(pk=marked().practice)
        return Screen.objects.create(
            session=session,
            dossier_id=session.dossier_id,
            client_id=session.client_id,
            made_by_id=coach.person_id,
            code_until=session.made_at,
        ).pk


@cache
def report() -> uuid.UUID:
    """What went wrong in the coach's session; the coach is who looks at reports in their organisation."""
    here = world()
    client, place = here.who(R.CLIENT).account_id, {"people_organisation": here.company.second_track.pk}
    known = place | {
        "practice_sessions_session": marked().practice,
        "organisation_id": place["people_organisation"],
    }
    event = plant(REPORT, values(REPORT, here.full.pk, client, known))
    plant(NOTICE, values(NOTICE, here.full.pk, client, known | {REPORT: event}))
    plant(LOOKS, values(LOOKS, here.full.pk, here.company.coach.pk, known | {"ended_at": None}))
    return uuid.UUID(str(event))


@cache
def empty_list() -> uuid.UUID:
    """Another list of the case manager's, of which nothing stands yet."""
    manager = world().actor(R.CASE_MANAGER)
    with acting_as(manager):
        employer = world().company.employer
        return Import.objects.create(
            account_id=manager.person_id, employer=employer, kind="absences", rows=1
        ).pk


def new_row(table: str) -> dict[str, Any]:
    """A row like the sample, for someone or some day that has none yet."""
    here = world()
    at_hand = {
        "people_organisation": here.company.employer.pk,
        "people_employment": here.employment.pk,
        "people_person": person("Nieuw").pk,
        "employer_id": here.company.employer.pk,
        "provider_id": here.workplace.pk,
        "people_practiceworld": here.practice.pk,
        "since": days_ago(5),
        "edited_by_id": here.company.supervisor.pk,
        "api_token": link().pk,
        "loading_import": empty_list(),
        "circle_group": circle().group,
        "circle_meeting": circle().meeting,
        "practice_sessions_session": marked().practice,
        "practice_sessions_adverseevent": report(),
    }
    if table == "practice_sessions_responsible":  # one at a time looks at reports
        at_hand["ended_at"] = timezone.now()
    return values(table, here.bare.pk, person("Nieuw").pk, at_hand)


def rows_there(table: str, where: str) -> int:
    with connections["owner"].cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table} WHERE {where}")
        return int(cursor.fetchone()[0])


def expected(who: Who, someone: Someone) -> bool:
    return someone.role in who.get(someone.standing, set())


def test_every_table_without_a_dossier_has_a_sample() -> None:
    assert set(SAMPLES) == {name for name, rule in PROTECTED.items() if not rule.dossier}


@pytest.mark.parametrize("table", sorted(SAMPLES))
def test_who_knows_whom(table: str) -> None:
    sample, wrong = SAMPLES[table], []
    where, key, row = sample.where.format(**names(world())), key_of(table), new_row(table)
    if rows_there(table, where) == 0:
        at_hand = {
            "people_organisation": world().company.employer.pk,
            "loading_import": marked().list,
        }
        plant(table, values(table, world().bare.pk, world().employment.person_id, at_hand))
    assert rows_there(table, where) == 1
    for someone in world().everyone:
        with attempts(alias_of(table), someone.account_id) as trying:
            got = {
                "read": trying.read(f"SELECT count(*) FROM {table} WHERE {where}") == {1},
                "change": trying.rows_touched(f"UPDATE {table} SET {key} = {key} WHERE {where}") == 1,
                "add": trying.rows_touched(*insert_sql(table, row)) == 1,
                "remove": trying.rows_touched(f"DELETE FROM {table} WHERE {where}") == 1,
            }
        should = {
            "read": expected(sample.readers, someone),
            "change": expected(sample.changers, someone),
            "add": expected(sample.adders, someone),
            "remove": expected(sample.removers, someone),
        }
        wrong += [f"{someone}: {verb} is {got[verb]}" for verb in got if got[verb] != should[verb]]
    assert wrong == []


@pytest.mark.parametrize("table", sorted(SAMPLES))
def test_a_visitor_knows_nobody(table: str) -> None:
    world()
    with attempts(alias_of(table)) as trying:
        assert trying.read(f"SELECT 1 FROM {table}") == set()


def test_one_employer_never_sees_work_at_another_through_a_shared_person() -> None:
    """Someone with two employers has two dossiers and two clocks; neither employer learns of the other's."""
    here = world()
    with acting_as(REGISTRAR):
        second = employ(here.employment.person, here.elsewhere.employer, "Weekendkracht", Decimal(8))
    for someone in here.everyone:
        if someone.standing is Standing.INVOLVED and someone.role is not Role.CLIENT:
            with attempts("default", someone.account_id) as trying:
                assert trying.read("SELECT id FROM people_employment WHERE id = %s", [second.pk]) == set(), (
                    someone
                )
                assert (
                    trying.read("SELECT 1 FROM people_contracthours WHERE employment_id = %s", [second.pk])
                    == set()
                )


def test_an_employer_finds_the_doctors_of_the_service_it_engaged_and_of_no_other() -> None:
    here = world()
    question = "SELECT account_id FROM people_membership WHERE role = 'company_doctor'"
    with attempts("default", here.company.colleague.pk) as trying:
        found = trying.read(question)
    assert here.company.doctor.pk in found
    assert here.elsewhere.doctor.pk not in found


def test_an_employer_does_not_learn_which_other_employers_its_service_works_for() -> None:
    here = world()
    engage(here.workplace, here.company.arbodienst)
    with attempts("default", here.company.case_manager.pk) as trying:
        assert here.workplace.pk not in trying.read("SELECT employer_id FROM people_service")
