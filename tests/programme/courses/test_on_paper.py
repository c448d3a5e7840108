"""A client without a way in says yes on paper: written down by who saw it, and taken back the same way."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from spoorboek.dossiers.acts.people import transfer
from spoorboek.dossiers.models import JournalEntry
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Account, Consent
from spoorboek.people.policy import Role
from spoorboek.programme.courses.acts.on_paper import agree_on_paper, withdraw_on_paper
from spoorboek.programme.courses.acts.starting import STARTS
from spoorboek.programme.courses.models import Course
from spoorboek.programme.courses.planner import PLANNER
from tests.builders import actor, days_ago, person, today
from tests.dossiers.cast import Cast
from tests.programme.courses.stage import METHOD, PRIVATE, asked, cast, refusal, running, step
from tests.signed_in import signed_in


def without_way_in() -> Cast:
    here = cast()
    nobody = Account.objects.filter(pk=here.client.account_id)
    nobody.update(password="!", last_login=None)
    return here


def with_way_in(here: Cast) -> None:
    Account.objects.filter(pk=here.client.account_id).update(password="pbkdf2_sha256$1$a$b")


def state_of(course: Course) -> str:
    with acting_as(PLANNER):
        return Course.objects.get(pk=course.pk).state


def test_a_signed_paper_begins_the_programme_and_says_who_saw_it_and_which_day() -> None:
    here = without_way_in()
    (course,) = asked(here, METHOD)
    with acting_as(here.manager):
        agree_on_paper(here.manager, here.dossier.pk, course.pk, days_ago(2))
    assert state_of(course) == Course.State.RUNNING
    assert step(here, "consent").done_on == days_ago(2)
    with acting_as(here.client):
        kept = Consent.objects.get(dossier_id=here.dossier.pk)
        entry = JournalEntry.objects.get(dossier_id=here.dossier.pk, act="agree_on_paper")
    assert (kept.account_id, kept.recorded_by_id) == (here.client.account_id, here.manager.account_id)
    assert kept.signed_on == days_ago(2)
    assert entry.account_id == here.manager.account_id


def test_nobody_records_a_paper_for_who_can_say_yes_themselves() -> None:
    here = without_way_in()
    (course,) = asked(here, METHOD)
    with_way_in(here)
    assert "logt zelf in" in refusal(agree_on_paper, here.manager, here.dossier.pk, course.pk, today())
    assert state_of(course) == Course.State.ASKED


@pytest.mark.parametrize("days", [-1, 4000])
def test_a_day_that_cannot_be_on_the_paper_is_refused(days: int) -> None:
    here = without_way_in()
    (course,) = asked(here, METHOD)
    day = today() - timedelta(days=days)
    assert refusal(agree_on_paper, here.manager, here.dossier.pk, course.pk, day)


def test_only_who_may_start_a_programme_records_it() -> None:
    here = without_way_in()
    (course,) = asked(here, METHOD)
    for role, someone in here.inside.items():
        if role not in STARTS:
            assert refusal(agree_on_paper, someone, here.dossier.pk, course.pk, today()), role
    for who, someone in here.outsiders.items():
        assert refusal(agree_on_paper, someone, here.dossier.pk, course.pk, today()), who


def test_it_is_taken_back_on_paper_and_later_by_the_client_alone() -> None:
    here = without_way_in()
    (course,) = asked(here, METHOD)
    with acting_as(here.manager):
        agree_on_paper(here.manager, here.dossier.pk, course.pk, today())
        withdraw_on_paper(here.manager, here.dossier.pk, course.pk)
    assert state_of(course) == Course.State.STOPPED
    with acting_as(here.client):
        assert not Consent.objects.filter(dossier_id=here.dossier.pk, withdrawn_at__isnull=True).exists()
    other = without_way_in()
    (course,) = asked(other, METHOD)
    with acting_as(other.manager):
        agree_on_paper(other.manager, other.dossier.pk, course.pk, today())
    with_way_in(other)
    assert "logt zelf in" in refusal(withdraw_on_paper, other.manager, other.dossier.pk, course.pk)


def test_whoever_has_the_seat_now_writes_down_that_the_paper_was_taken_back_and_another_role_does_not() -> (
    None
):
    here = without_way_in()
    (course,) = asked(here, METHOD)
    new = actor(here.company.colleague)
    with acting_as(here.manager):
        agree_on_paper(here.manager, here.dossier.pk, course.pk, today())
        assert not refusal(transfer, here.manager, here.dossier.pk, here.company.colleague.pk)
    coach = here.inside[Role.COACH]
    assert "andere rol" in refusal(withdraw_on_paper, coach, here.dossier.pk, course.pk)
    assert refusal(withdraw_on_paper, here.manager, here.dossier.pk, course.pk), "gone from the dossier"
    assert not refusal(withdraw_on_paper, new, here.dossier.pk, course.pk)
    assert state_of(course) == Course.State.STOPPED


def test_a_yes_given_here_is_not_taken_back_by_another() -> None:
    here = without_way_in()
    course = running(here, METHOD)
    assert refusal(withdraw_on_paper, here.manager, here.dossier.pk, course.pk)
    assert state_of(course) == Course.State.RUNNING


def test_the_employers_side_does_not_see_a_paper_of_a_private_method() -> None:
    here = without_way_in()
    (course,) = asked(here, PRIVATE, by=Role.COACH)
    coach = here.inside[Role.COACH]
    with acting_as(coach):
        agree_on_paper(coach, here.dossier.pk, course.pk, today())
    with acting_as(here.manager):
        assert not Consent.objects.filter(dossier_id=here.dossier.pk).exists()


def test_the_database_takes_a_paper_only_from_its_witness_and_about_the_client() -> None:
    here = without_way_in()
    stranger = person("Ander")
    row = {"dossier_id": here.dossier.pk, "text_key": "x", "text_version": "1", "signed_on": today()}
    client, supervisor = here.client.account_id, here.inside[Role.SUPERVISOR]
    tries = (
        (here.manager, {"account_id": client, "recorded_by_id": stranger.pk}),
        (here.manager, {"account_id": stranger.pk, "recorded_by_id": here.manager.account_id}),
        (supervisor, {"account_id": client, "recorded_by_id": supervisor.account_id}),
    )
    for who, more in tries:
        with acting_as(who), pytest.raises(DatabaseError), transaction.atomic():
            Consent.objects.create(**row, **more)


def test_the_page_prints_the_paper_and_records_it() -> None:
    here = without_way_in()
    (course,) = asked(here, METHOD)
    browser = signed_in(here.company.case_manager)
    path = f"/dossiers/{here.dossier.pk}/programma/loopt/{course.pk}/op-papier/"
    assert "papier/consent-client/" in browser.get(path).content.decode()
    assert browser.post(path, {"signed_on": today().isoformat()}).status_code == 422
    assert browser.post(path, {"signed_on": today().isoformat(), "seen": "on"}).status_code == 302
    assert state_of(course) == Course.State.RUNNING
    assert "Op papier gestopt" in browser.get(path).content.decode()
    assert signed_in(here.company.supervisor).get(path).status_code in {403, 404}


def test_the_database_keeps_yes_for_the_client() -> None:
    here = cast()
    with_way_in(here)
    for key, who in ((METHOD, here.manager), (PRIVATE, here.inside[Role.COACH])):
        (course,) = asked(here, key, by=Role.CASE_MANAGER if key == METHOD else Role.COACH)
        written = {
            "text_key": key,
            "text_version": "1",
            "signed_on": today(),
            "recorded_by_id": who.account_id,
        }
        with acting_as(who):
            with pytest.raises(DatabaseError), transaction.atomic():
                Consent.objects.create(
                    dossier_id=here.dossier.pk, account_id=here.client.account_id, **written
                )
            for changed in ({"state": Course.State.RUNNING}, {"private": not course.private}):
                with pytest.raises(DatabaseError), transaction.atomic():
                    Course.objects.filter(pk=course.pk).update(**changed)
            assert Course.objects.filter(pk=course.pk).update(state=Course.State.STOPPED) == 1
