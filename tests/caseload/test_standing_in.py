"""Someone stands in for a while, or takes a whole caseload over: who may arrange it, and what the client sees."""

from datetime import timedelta

import pytest
from django.db import connections
from django.urls import reverse
from django.utils import timezone

from spoorboek.caseload.deputising import carry_on, deputise, end_deputising
from spoorboek.caseload.handing_over import hand_over, preview, undo_hand_over
from spoorboek.caseload.models import Deputising
from spoorboek.dossiers.acts import appointments, people
from spoorboek.dossiers.journal import breaks
from spoorboek.dossiers.models import Appointment, Dossier
from spoorboek.dossiers.refusals import NotYours, Refused, Stale
from spoorboek.people.access import role_in
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.models import Membership, Person
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR, appoint
from tests.builders import Company, actor, client_of, days_ago, person, today
from tests.caseload.test_page import shown
from tests.signed_in import signed_in

WEEK = timedelta(days=7)


def membership(someone: Person, role: Role) -> int:
    with acting_as(REGISTRAR):
        return int(Membership.objects.get(account_id=someone.pk, role=role).pk)


def role_of(someone: Person, dossier: Dossier) -> Role | None:
    with acting_as(actor(someone)):
        return role_in(actor(someone), dossier.pk)


def away(own: Company, by: Actor | None = None) -> Deputising:
    """The case manager is away this week; the colleague stands in."""
    who = by or actor(own.case_manager)
    with acting_as(who):
        return deputise(
            who, membership(own.case_manager, Role.CASE_MANAGER), own.colleague.pk, today(), today() + WEEK
        )


def unbroken(dossier: Dossier) -> bool:
    with acting_as(Actor(system=System.VERIFIER)):
        return breaks(dossier.pk) == []


def test_a_deputy_takes_part_in_every_running_dossier_and_in_those_opened_meanwhile() -> None:
    own = Company()
    before = own.dossier(days_ago(30))
    away(own)
    meanwhile = own.dossier(days_ago(3))
    for dossier in (before, meanwhile):
        assert role_of(own.colleague, dossier) is Role.CASE_MANAGER
        assert role_of(own.case_manager, dossier) is Role.CASE_MANAGER
        assert unbroken(dossier)
    assert set(shown(own.colleague)) == {before.pk, meanwhile.pk}


def test_the_client_sees_who_stands_in_and_until_when() -> None:
    own = Company()
    dossier = own.dossier(days_ago(30))
    away(own)
    with acting_as(client_of(dossier)):
        client = Person.objects.get(pk=client_of(dossier).account_id)
    page = signed_in(client).get(reverse("who_sees")).content.decode()
    assert own.colleague.name in page
    story = signed_in(client).get(reverse("my_story")).content.decode()
    assert f"{own.colleague.name} vervangt {own.case_manager.name}" in story


def test_standing_in_ends_by_itself() -> None:
    own = Company()
    dossier = own.dossier(days_ago(30))
    row = away(own)
    with connections["owner"].cursor() as cursor:
        past = timezone.now() - timedelta(minutes=1)
        cursor.execute("UPDATE people_involvement SET until = %s WHERE until = %s", [past, row.until])
        cursor.execute("UPDATE caseload_line SET until = %s WHERE until = %s", [past, row.until])
    assert role_of(own.colleague, dossier) is None
    assert shown(own.colleague) == []


def test_standing_in_ends_by_hand_and_leaves_other_parts_alone() -> None:
    own = Company()
    dossier, theirs = own.dossier(days_ago(30)), own.dossier(days_ago(60))
    manager = actor(own.case_manager)
    with acting_as(manager):
        people.transfer(manager, theirs.pk, own.colleague.pk)
    row = away(own)
    deputy = actor(own.colleague)
    with acting_as(deputy):
        end_deputising(deputy, row.pk)
        end_deputising(deputy, row.pk)
    assert role_of(own.colleague, dossier) is None
    assert role_of(own.colleague, theirs) is Role.CASE_MANAGER
    assert unbroken(dossier)


def test_standing_in_that_begins_later_gives_no_access_before_its_first_day() -> None:
    own = Company()
    dossier, manager = own.dossier(days_ago(30)), actor(own.case_manager)
    with acting_as(manager):
        deputise(
            manager,
            membership(own.case_manager, Role.CASE_MANAGER),
            own.colleague.pk,
            today() + WEEK,
            today() + 2 * WEEK,
        )
    carry_on(today())
    assert role_of(own.colleague, dossier) is None
    carry_on(today() + WEEK)
    assert role_of(own.colleague, dossier) is Role.CASE_MANAGER


def test_an_administrator_may_arrange_it_and_a_colleague_or_stranger_may_not() -> None:
    own = Company()
    dossier = own.dossier(days_ago(30))
    for someone in (own.colleague, own.supervisor, Company().admin, person()):
        with pytest.raises(NotYours):
            away(own, actor(someone))
    away(own, actor(own.admin))
    assert role_of(own.colleague, dossier) is Role.CASE_MANAGER
    assert role_of(own.admin, dossier) is None


def test_only_a_colleague_with_the_same_role_stands_in() -> None:
    own = Company()
    manager = actor(own.case_manager)
    for someone in (own.supervisor, own.doctor, Company().case_manager, own.case_manager):
        with acting_as(manager), pytest.raises(Refused):
            deputise(
                manager, membership(own.case_manager, Role.CASE_MANAGER), someone.pk, today(), today() + WEEK
            )


def test_a_period_makes_sense_and_does_not_overlap_another() -> None:
    own = Company()
    manager, which = actor(own.case_manager), membership(own.case_manager, Role.CASE_MANAGER)
    for starts, ends in (
        (today(), today() - WEEK),
        (days_ago(9), days_ago(2)),
        (today(), today() + 60 * WEEK),
    ):
        with acting_as(manager), pytest.raises(Refused):
            deputise(manager, which, own.colleague.pk, starts, ends)
    away(own)
    with pytest.raises(Refused):
        away(own)


def test_a_doctor_stands_in_for_a_doctor_and_reaches_the_medical_layer_no_longer_than_that() -> None:
    own = Company()
    dossier, other = own.dossier(days_ago(30)), person("Vervangend")
    appoint(other.pk, own.arbodienst, Role.COMPANY_DOCTOR)
    doctor = actor(own.doctor)
    with acting_as(doctor):
        row = deputise(doctor, membership(own.doctor, Role.COMPANY_DOCTOR), other.pk, today(), today() + WEEK)
    assert role_of(other, dossier) is Role.COMPANY_DOCTOR
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT until FROM medical.medical_access WHERE account_id = %s AND dossier_id = %s",
            [other.pk, dossier.pk],
        )
        assert cursor.fetchone()[0] == row.until


def test_nobody_stands_in_in_the_own_dossier() -> None:
    own = Company()
    dossier = own.dossier(days_ago(30))
    client = client_of(dossier).account_id
    assert client is not None
    appoint(client, own.employer, Role.CASE_MANAGER)
    manager = actor(own.case_manager)
    with acting_as(manager):
        deputise(manager, membership(own.case_manager, Role.CASE_MANAGER), client, today(), today() + WEEK)
    with acting_as(client_of(dossier)):
        assert role_in(client_of(dossier), dossier.pk) is Role.CLIENT


def test_handing_over_moves_dossiers_and_talks_and_can_be_undone() -> None:
    own = Company()
    dossiers, manager = [own.dossier(days_ago(days)) for days in (30, 90)], actor(own.case_manager)
    which = membership(own.case_manager, Role.CASE_MANAGER)
    at = timezone.now() + timedelta(days=4)
    with acting_as(manager):
        talk = appointments.plan_appointment(
            manager, dossiers[0].pk, own.case_manager.pk, Appointment.Kind.CASE_MANAGER, "phone", at
        )
        there = preview(manager, which)
        assert (there.dossiers, there.talks) == (2, 1)
        row = hand_over(manager, which, own.colleague.pk, seen=2)
    assert set(shown(own.colleague)) == {one.pk for one in dossiers}
    assert shown(own.case_manager) == []
    with acting_as(actor(own.colleague)):
        assert Appointment.objects.get(pk=talk.pk).with_account_id == own.colleague.pk
    with acting_as(manager):
        assert undo_hand_over(manager, row.pk) == 2
        with pytest.raises(Refused):
            undo_hand_over(manager, row.pk)
        assert Appointment.objects.get(pk=talk.pk).with_account_id == own.case_manager.pk
    assert set(shown(own.case_manager)) == {one.pk for one in dossiers}
    assert shown(own.colleague) == []
    assert all(unbroken(one) for one in dossiers)


def test_undoing_leaves_what_the_colleague_passed_on() -> None:
    own = Company()
    stays, passed = own.dossier(days_ago(30)), own.dossier(days_ago(90))
    third, manager = person("Derde"), actor(own.case_manager)
    appoint(third.pk, own.employer, Role.CASE_MANAGER)
    with acting_as(manager):
        row = hand_over(manager, membership(own.case_manager, Role.CASE_MANAGER), own.colleague.pk)
    with acting_as(actor(own.colleague)):
        people.transfer(actor(own.colleague), passed.pk, third.pk)
    with acting_as(manager):
        assert undo_hand_over(manager, row.pk) == 1
    assert role_of(own.case_manager, stays) is Role.CASE_MANAGER
    assert role_of(third, passed) is Role.CASE_MANAGER


def test_only_who_may_hands_over_or_undoes() -> None:
    own = Company()
    own.dossier(days_ago(30))
    which = membership(own.case_manager, Role.CASE_MANAGER)
    stranger, colleague = actor(Company().case_manager), actor(own.colleague)
    for someone in (stranger, colleague):
        with acting_as(someone), pytest.raises(NotYours):
            hand_over(someone, which, own.colleague.pk)
    admin = actor(own.admin)
    with acting_as(admin):
        row = hand_over(admin, which, own.colleague.pk)
    for someone in (stranger, colleague):
        with acting_as(someone), pytest.raises(Refused):
            undo_hand_over(someone, row.pk)


def test_another_number_than_was_shown_is_shown_again_first() -> None:
    own = Company()
    own.dossier(days_ago(30))
    manager = actor(own.case_manager)
    with acting_as(manager), pytest.raises(Stale):
        hand_over(manager, membership(own.case_manager, Role.CASE_MANAGER), own.colleague.pk, seen=7)


def test_the_pages_walk_from_choice_to_preview_to_undo() -> None:
    own = Company()
    dossier = own.dossier(days_ago(30))
    browser, which = signed_in(own.case_manager), membership(own.case_manager, Role.CASE_MANAGER)
    page = browser.get(reverse("standing_in"), follow=True)
    assert own.colleague.name in page.content.decode()
    choice = {"to": str(own.colleague.pk), "employer": ""}
    before = browser.get(reverse("hand_over", args=[which]), choice)
    assert "1 dossier overdragen" in before.content.decode()
    assert role_of(own.colleague, dossier) is None
    after = browser.post(reverse("hand_over", args=[which]), choice | {"seen": "1"}, follow=True)
    assert "1 dossier is overgedragen" in after.content.decode()
    handed = after.context["handed"][0][0]
    back = browser.post(reverse("undo_hand_over", args=[handed.pk]), follow=True)
    assert "1 dossier is terug" in back.content.decode()
    refused = browser.post(reverse("stand_in", args=[which]), {"to": "", "starts": "", "ends": ""})
    assert refused.status_code == 422
    assert signed_in(own.colleague).get(reverse("stand_in", args=[which])).status_code == 404
