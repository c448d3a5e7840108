"""Who stands in has a part for a while: it ends with the role that gave it, and cannot be given on for longer."""

import pytest

from spoorboek.caseload.deputising import carry_on, deputise
from spoorboek.caseload.handing_over import hand_over, preview
from spoorboek.caseload.models import Line
from spoorboek.dossiers.acts.leaving import leave_role
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from spoorboek.people.policy import Role
from spoorboek.people.registrar import appoint
from tests.builders import Company, actor, days_ago, person, today
from tests.caseload.test_standing_in import WEEK, away, membership, role_of


def third(own: Company, role: Role = Role.CASE_MANAGER) -> Person:
    someone = person("Derde")
    appoint(someone.pk, own.employer if role is Role.CASE_MANAGER else own.arbodienst, role)
    return someone


def ends(own: Company, someone: Person) -> None:
    admin = actor(own.admin)
    with acting_as(admin):
        leave_role(admin, membership(someone, Role.CASE_MANAGER))


def test_a_deputy_who_leaves_the_organisation_is_out_for_good() -> None:
    own = Company()
    dossier = own.dossier(days_ago(30))
    away(own)
    ends(own, own.colleague)
    assert role_of(own.colleague, dossier) is None
    carry_on(today())
    later = own.dossier(days_ago(3))
    assert role_of(own.colleague, dossier) is None
    assert role_of(own.colleague, later) is None
    with acting_as(actor(own.colleague)):
        assert not Line.objects.exists()


def test_a_deputy_who_leaves_before_the_first_day_never_comes_in() -> None:
    own = Company()
    dossier, manager = own.dossier(days_ago(30)), actor(own.case_manager)
    with acting_as(manager):
        mine = membership(own.case_manager, Role.CASE_MANAGER)
        deputise(manager, mine, own.colleague.pk, today() + WEEK, today() + 2 * WEEK)
    ends(own, own.colleague)
    carry_on(today() + WEEK)
    assert role_of(own.colleague, dossier) is None


def test_a_deputy_gives_on_no_part_that_is_only_lent() -> None:
    own = Company()
    lent, other = own.dossier(days_ago(30)), third(own)
    away(own)
    deputy = actor(own.colleague)
    with acting_as(deputy):
        mine = membership(own.colleague, Role.CASE_MANAGER)
    with acting_as(deputy):
        assert preview(deputy, mine).dossiers == 0
        with pytest.raises(Refused):
            hand_over(deputy, mine, other.pk)
        deputise(deputy, mine, other.pk, today(), today() + 50 * WEEK)
    assert role_of(other, lent) is None
    assert role_of(own.colleague, lent) is Role.CASE_MANAGER
