"""Learning is one's own: where one is, what one answered, and what remains of it."""

import uuid
from typing import Any

import pytest

from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.methods.modules import modules, playing
from spoorboek.people.actor import VISITOR, Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.people.registrar import appoint
from spoorboek.programme.learning import acts
from spoorboek.programme.learning.access import learners, module_of, offered, visit_of, work_modules
from spoorboek.programme.learning.models import Certificate, Visit
from spoorboek.programme.learning.signals import module_finished
from tests.builders import Company, actor, client_of, person
from tests.learning.cast import FOR_CLIENTS, WARM, done, finished, to_the_last_step


@pytest.fixture
def here() -> Company:
    return Company()


def answered(who: Actor) -> None:
    """In the step with groups, with the feedback showing."""
    with acting_as(who):
        acts.begin(who, WARM)
        for _ in range(2):
            acts.walk(who, WARM, done)
            acts.walk(who, WARM, lambda edition, standing: playing.move(edition, standing, 1))
        acts.walk(who, WARM, done)


@pytest.mark.parametrize("key", modules())
def test_every_module_can_be_gone_through_to_its_end(here: Company, key: str) -> None:
    assert finished(actor(here.supervisor), key).finished_on


def test_an_answer_shows_again_on_another_device_and_is_gone_after_the_step(here: Company) -> None:
    who = actor(here.supervisor)
    answered(who)
    with acting_as(who):
        kept = visit_of(who, WARM)
        assert kept is not None
        assert (kept.step, kept.answered, len(kept.given)) == ("may-ask", True, 6)
        after = acts.walk(who, WARM, lambda edition, standing: playing.move(edition, standing, 1))
    assert (after.step, after.given, after.answered) == ("note", [], False)


def test_after_finishing_only_the_day_remains(here: Company) -> None:
    visit = finished(actor(here.supervisor))
    assert (visit.step, visit.given, visit.answered) == ("", [], False)
    assert visit.finished_on


def test_a_colleague_and_a_stranger_find_nothing_of_it(here: Company) -> None:
    answered(actor(here.supervisor))
    for someone in (here.case_manager, here.admin, here.doctor, person("Vreemd")):
        with acting_as(actor(someone)):
            assert not Visit.objects.filter(account_id=here.supervisor.pk).exists()


def test_nobody_learns_in_another_ones_name(here: Company) -> None:
    with acting_as(actor(here.colleague)), pytest.raises(NotYours):
        acts.begin(actor(here.supervisor), WARM)
    with acting_as(VISITOR), pytest.raises(NotYours):
        acts.begin(VISITOR, WARM)


def test_an_administrator_sees_the_day_and_a_colleague_does_not(here: Company) -> None:
    finished(actor(here.supervisor))
    with acting_as(actor(here.admin)):
        rows = learners(actor(here.admin), here.employer, [module_of(WARM)])
        assert {row.name: row.done for row in rows}[here.supervisor.name] == 1
    with acting_as(actor(here.case_manager)):
        assert not Certificate.objects.filter(account_id=here.supervisor.pk).exists()
        with pytest.raises(NotYours):
            learners(actor(here.case_manager), here.employer, work_modules())


def test_an_administrator_elsewhere_and_one_of_the_service_see_nothing(here: Company) -> None:
    finished(actor(here.supervisor))
    theirs = person("Dienst")
    appoint(theirs.pk, here.arbodienst, Role.ADMIN)
    for someone in (Company().admin, theirs):
        with acting_as(actor(someone)):
            assert not Certificate.objects.filter(account_id=here.supervisor.pk).exists()


def test_what_a_client_learns_leaves_no_certificate_that_anyone_could_see(here: Company) -> None:
    client = client_of(here.dossier())
    finished(client, FOR_CLIENTS)
    finished(client, WARM)
    with acting_as(client):
        assert not Certificate.objects.exists()
        assert {one.module.key for one in offered(client, True) if one.finished_on} == {FOR_CLIENTS}
    for someone in (here.supervisor, here.case_manager, here.admin, here.doctor):
        with acting_as(actor(someone)):
            assert not Visit.objects.filter(account_id=client.account_id).exists()


def test_a_supervisor_who_looks_at_a_module_for_clients_gets_no_certificate(here: Company) -> None:
    who = actor(here.supervisor)
    finished(who, FOR_CLIENTS)
    with acting_as(who):
        assert not Certificate.objects.filter(module=FOR_CLIENTS).exists()


def test_rooms_above_hear_that_a_module_was_finished(here: Company) -> None:
    heard: list[tuple[uuid.UUID, str]] = []

    def hear(sender: Any, account_id: uuid.UUID, key: str, **_: Any) -> None:
        heard.append((account_id, key))

    module_finished.connect(hear)
    try:
        finished(actor(here.supervisor))
    finally:
        module_finished.disconnect(hear)
    assert heard == [(here.supervisor.pk, WARM)]


def test_a_module_is_not_finished_before_its_last_step(here: Company) -> None:
    who = actor(here.supervisor)
    with acting_as(who):
        acts.begin(who, WARM)
        with pytest.raises(Refused, match="Er komt nog een stap"):
            acts.finish(who, WARM)


def test_nonsense_as_an_answer_is_refused_and_changes_nothing(here: Company) -> None:
    who = actor(here.supervisor)
    answered(who)
    for given in ((), (0,), (9,) * 6, (0, 0, 0, 0, 0, 7)):
        with acting_as(who), pytest.raises(Refused, match="Kies eerst"):
            acts.walk(
                who, WARM, lambda edition, standing, given=given: playing.answer(edition, standing, given)
            )
    with acting_as(who):
        kept = visit_of(who, WARM)
        assert kept
        assert kept.answered


def test_stopping_halfway_leaves_nothing_and_a_finished_day_stays(here: Company) -> None:
    who = actor(here.supervisor)
    answered(who)
    with acting_as(who):
        acts.leave(who, WARM)
        assert visit_of(who, WARM) is None
    finished(who)
    with acting_as(who):
        acts.begin(who, WARM)
        acts.leave(who, WARM)
        kept = visit_of(who, WARM)
        assert kept
        assert (kept.step, kept.finished_on is not None) == ("", True)


def test_doing_it_again_keeps_one_certificate(here: Company) -> None:
    who = actor(here.supervisor)
    finished(who)
    to_the_last_step(who, WARM)
    with acting_as(who):
        acts.finish(who, WARM)
        assert Certificate.objects.filter(account_id=who.account_id).count() == 1


def test_a_module_that_does_not_exist_is_not_found(here: Company) -> None:
    who = actor(here.supervisor)
    with acting_as(who), pytest.raises(NotYours):
        acts.begin(who, "no-such-module")
