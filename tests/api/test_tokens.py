"""Making, renewing and ending a token: who may, what is kept, and what it does to the link's part in dossiers."""

from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from spoorboek.api import access, acts, tokens
from spoorboek.api.models import Token
from spoorboek.api.scopes import Scope
from spoorboek.api.seats import settle
from spoorboek.dossiers.acts.closing import end_professionals_part
from spoorboek.dossiers.acts.leaving import seats_of_role, what_ends
from spoorboek.dossiers.acts.people import transfer
from spoorboek.people.actor import acting_as
from spoorboek.people.acts import Refused
from spoorboek.people.models import Account, Involvement, Membership
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR, appoint, found_organisation
from tests.api.callers import caller, employers_caller
from tests.builders import Company, actor, days_ago, person


def seats(account_id: object) -> dict[object, bool]:
    """Dossiers of an account, and whether it takes part now."""
    with acting_as(REGISTRAR):
        found = Involvement.objects.filter(account_id=account_id)
        return {row.dossier_id: row.until is None or row.until > timezone.now() for row in found}


def test_only_a_hash_of_the_secret_is_kept() -> None:
    one = employers_caller(Company())
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT t::text FROM api_token t WHERE id = %s", [one.token.pk])
        kept = cursor.fetchone()[0]
    assert one.secret not in kept
    assert tokens.hashed(one.secret) in kept


@pytest.mark.parametrize("who", ["case_manager", "supervisor", "doctor", "coach"])
def test_only_an_administrator_makes_a_token(who: str) -> None:
    company = Company()
    someone = actor(getattr(company, who))
    with acting_as(someone), pytest.raises(Refused):
        acts.make_token(someone, company.employer, "HR", ["dossiers:read"], days_ago(-30))


def test_an_administrator_makes_no_token_for_another_organisation_and_sees_none_of_it() -> None:
    company, other = Company(), Company()
    theirs = employers_caller(other)
    admin = actor(company.admin)
    with acting_as(admin):
        with pytest.raises(Refused):
            acts.make_token(admin, other.employer, "HR", ["dossiers:read"], days_ago(-30))
        assert not access.tokens_of(admin, other.employer).exists()
        assert not Token.objects.filter(pk=theirs.token.pk).exists()
        with pytest.raises(Refused):
            acts.end_token(admin, other.employer, theirs.token.pk)


def test_a_link_is_no_account_that_can_sign_in_and_nobody_can_be_offered_it() -> None:
    company = Company()
    account = Account.objects.get(pk=employers_caller(company).token.account_id)
    assert (account.is_active, account.email, account.has_usable_password()) == (False, None, False)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"scopes": []}, "scopes"),
        ({"scopes": ["medical:read"]}, "scopes"),
        ({"last_day": days_ago(1)}, "last_day"),
        ({"last_day": days_ago(-400)}, "last_day"),
        ({"name": "  "}, "name"),
    ],
)
def test_a_token_has_a_name_scopes_that_exist_and_an_end(change: dict[str, object], field: str) -> None:
    company = Company()
    admin = actor(company.admin)
    asked = {"name": "HR", "scopes": ["dossiers:read"], "last_day": days_ago(-30)} | change
    with acting_as(admin), pytest.raises(Refused) as refusal:
        acts.make_token(admin, company.employer, **asked)  # type: ignore[arg-type]
    assert refusal.value.field == field


def test_two_links_of_one_name_would_be_one_name_for_the_client() -> None:
    company = Company()
    caller(company.employer, company.admin, name="AFAS")
    with pytest.raises(Refused):
        caller(company.employer, company.admin, name="afas")


def test_a_re_integration_company_has_no_links() -> None:
    company, admin = Company(), person("Beheer")
    appoint(admin.pk, company.second_track, Role.ADMIN)
    with pytest.raises(Refused):
        caller(company.second_track, admin)


def test_a_new_link_takes_part_in_the_running_dossiers_of_its_employer_until_it_expires() -> None:
    company, other = Company(), Company()
    mine, theirs = company.dossier(), other.dossier()
    account_id = employers_caller(company).token.account_id
    assert seats(account_id) == {mine.pk: True}
    assert theirs.pk not in seats(account_id)
    with acting_as(REGISTRAR):
        seat = Involvement.objects.get(account_id=account_id)
        assert seat.until == Token.objects.get(account_id=account_id).expires_at


def test_a_link_follows_a_dossier_that_a_person_opens_later() -> None:
    company = Company()
    account_id = employers_caller(company).token.account_id
    later = company.dossier()
    assert seats(account_id) == {later.pk: True}


def test_a_link_of_an_arbodienst_sits_where_its_case_managers_do_and_leaves_with_them() -> None:
    company, admin, manager = Company(), person("Beheer"), person("Cas")
    appoint(admin.pk, company.arbodienst, Role.ADMIN)
    appoint(manager.pk, company.arbodienst, Role.CASE_MANAGER)
    own = company.dossier()
    account_id = caller(company.arbodienst, admin).token.account_id
    assert seats(account_id) == {}
    first = actor(company.case_manager)
    with acting_as(first):
        transfer(first, own.pk, manager.pk)
    assert seats(account_id) == {own.pk: True}
    second = actor(manager)
    with acting_as(second):
        transfer(second, own.pk, company.case_manager.pk)
    assert seats(account_id) == {own.pk: False}


def test_handing_over_a_dossier_leaves_the_link_of_the_employer_where_it_is() -> None:
    company = Company()
    dossier = company.dossier()
    account_id = employers_caller(company).token.account_id
    manager = actor(company.case_manager)
    with acting_as(manager):
        transfer(manager, dossier.pk, company.colleague.pk)
    assert seats(account_id) == {dossier.pk: True}


def test_where_the_professionals_part_ends_the_links_part_ends_and_stays_ended() -> None:
    company = Company()
    dossier = company.dossier()
    one = employers_caller(company)
    one.post(f"/dossiers/{dossier.pk}/withdraw")
    assert one.get(f"/dossiers/{dossier.pk}").status_code == 200
    end_professionals_part(dossier)
    settle([dossier.pk])
    assert seats(one.token.account_id) == {dossier.pk: False}
    assert one.get(f"/dossiers/{dossier.pk}").status_code == 404


def test_a_case_manager_who_leaves_leaves_a_dossier_alone_although_a_link_sits_there() -> None:
    company = Company()
    company.dossier()
    employers_caller(company)
    with acting_as(REGISTRAR):
        membership = Membership.objects.get(account_id=company.case_manager.pk, role=Role.CASE_MANAGER)
        assert what_ends(seats_of_role(membership)).alone == 1


def test_an_ended_token_lets_nobody_in_and_its_link_leaves_every_dossier() -> None:
    company = Company()
    dossier = company.dossier()
    one = employers_caller(company)
    assert one.get(f"/dossiers/{dossier.pk}").status_code == 200
    admin = actor(company.admin)
    with acting_as(admin):
        acts.end_token(admin, company.employer, one.token.pk)
    assert one.get(f"/dossiers/{dossier.pk}").status_code == 401
    assert seats(one.token.account_id) == {dossier.pk: False}
    with acting_as(admin), pytest.raises(Refused):
        acts.end_token(admin, company.employer, one.token.pk)


def test_a_renewed_token_works_beside_the_old_one_for_a_day() -> None:
    company = Company()
    dossier = company.dossier()
    old = employers_caller(company)
    admin = actor(company.admin)
    with acting_as(admin):
        token, secret = acts.renew_token(admin, company.employer, old.token.pk, days_ago(-200))
    assert token.account_id == old.token.account_id
    assert old.get(f"/dossiers/{dossier.pk}").status_code == 200
    old.secret = secret
    assert old.get(f"/dossiers/{dossier.pk}").status_code == 200
    with acting_as(REGISTRAR):
        before = Token.objects.get(pk=old.token.pk)
        assert before.expires_at <= timezone.now() + timedelta(hours=24)
        assert Involvement.objects.get(account_id=token.account_id).until == token.expires_at


def test_an_expired_token_lets_nobody_in() -> None:
    company = Company()
    dossier = company.dossier()
    one = employers_caller(company)
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "UPDATE api_token SET expires_at = now() - interval '1 second' WHERE id = %s", [one.token.pk]
        )
    assert one.get(f"/dossiers/{dossier.pk}").status_code == 401


def test_two_organisations_may_use_the_same_name() -> None:
    for company in (Company(), Company()):
        assert caller(company.employer, company.admin, name="AFAS").token.works
    assert found_organisation("Leeg", "employer").pk


def test_every_scope_says_what_it_lets_in_words() -> None:
    assert all(str(scope.label) for scope in Scope)
    assert not [scope for scope in Scope if "medical" in scope.value]
