"""Copy, adapt, have looked at, release: by who works with methods there, in two pairs of hands, never rewritten."""

import pytest
from django.db import DatabaseError, transaction

from spoorboek.dossiers.refusals import NotYours, Refused, Stale
from spoorboek.methods import Method, methods
from spoorboek.methods import editing as change
from spoorboek.methods.model import Repeat
from spoorboek.methods.writing import as_yaml
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from spoorboek.programme.shelf import access, acts
from spoorboek.programme.shelf.models import Draft, Release
from tests.builders import Company, actor, person

KEY = "back-to-work-your-way"


def fewer(method: Method) -> Method:
    return change.changed_step(method, "weekly-contact", repeat=Repeat(every=14, times=6))


def copied(here: Company, who: Person | None = None) -> Draft:
    one = actor(who or here.case_manager)
    with acting_as(one):
        return acts.copy_method(one, here.employer, KEY)


def changed(here: Company) -> Draft:
    draft, one = copied(here), actor(here.case_manager)
    with acting_as(one):
        return acts.change_draft(one, draft.pk, 0, fewer)


def asked(here: Company) -> Draft:
    draft, one = changed(here), actor(here.case_manager)
    with acting_as(one):
        return acts.ask_review(one, draft.pk, draft.changes)


def released(here: Company) -> Release:
    draft, second = asked(here), actor(here.admin)
    with acting_as(second):
        return acts.release_draft(second, draft.pk, draft.changes)


def test_a_released_version_is_what_the_organisation_starts_with_and_the_product_keeps_its_own() -> None:
    here = Company()
    made = released(here)
    assert (made.version, made.based_on) == ("1.1.1", "1.1")
    with acting_as(actor(here.colleague)):
        shelf = access.released(here.employer.pk)
        assert shelf[KEY].version == "1.1.1"
        repeat = shelf[KEY].method.activity("weekly-contact")
        assert repeat is not None
        assert repeat.repeat == Repeat(every=14, times=6)
        assert shelf["op-maat"].method == methods()["op-maat"]
        assert not Draft.objects.filter(organisation=here.employer).exists()


def test_who_changed_it_last_does_not_release_it() -> None:
    here = Company()
    draft, first = asked(here), actor(here.case_manager)
    with acting_as(first), pytest.raises(Refused, match="Laat een collega"):
        acts.release_draft(first, draft.pk, draft.changes)
    with acting_as(first), pytest.raises(DatabaseError), transaction.atomic():
        Release.objects.create(
            organisation=here.employer, key=KEY, version="9", number=9, content=draft.content,
            edited_by_id=first.person_id, released_by_id=first.person_id,
        )  # fmt: skip


def test_nobody_says_that_someone_else_wrote_or_released_it() -> None:
    here = Company()
    with acting_as(actor(here.case_manager)), pytest.raises(DatabaseError), transaction.atomic():
        Release.objects.create(
            organisation=here.employer, key=KEY, version="9", number=9, content="{}",
            edited_by_id=here.case_manager.pk, released_by_id=here.admin.pk,
        )  # fmt: skip


def test_a_colleague_goes_on_where_another_stopped() -> None:
    here = Company()
    draft, colleague = changed(here), actor(here.colleague)
    with acting_as(colleague):
        again = acts.change_draft(
            colleague, draft.pk, draft.changes, lambda method: change.without_step(method, "goals")
        )
        assert again.last_editor_id == here.colleague.pk
        assert access.drafted(again).activity("goals") is None


def test_a_stranger_a_supervisor_and_a_service_do_not_touch_an_employers_methods() -> None:
    here, elsewhere = Company(), Company()
    draft = copied(here)
    for stranger in (here.supervisor, here.coach, elsewhere.case_manager, person("Vreemd")):
        with acting_as(actor(stranger)):
            with pytest.raises(NotYours):
                acts.copy_method(actor(stranger), here.employer, "op-maat")
            with pytest.raises(NotYours):
                acts.change_draft(actor(stranger), draft.pk, 0, fewer)
            with pytest.raises(NotYours):
                acts.discard_draft(actor(stranger), draft.pk, 0)
            assert not Draft.objects.filter(pk=draft.pk).exists()
    with acting_as(actor(elsewhere.case_manager)):
        assert access.released(here.employer.pk)[KEY].release is None


def test_a_coach_adapts_in_their_own_company() -> None:
    here = Company()
    coach = actor(here.coach)
    with acting_as(coach):
        assert acts.copy_method(coach, here.second_track, "vr-practice").key == "vr-practice"


def test_two_who_write_at_once_notice() -> None:
    here = Company()
    draft = changed(here)
    with acting_as(actor(here.colleague)), pytest.raises(Stale, match="net veranderd"):
        acts.change_draft(actor(here.colleague), draft.pk, 0, fewer)


def test_a_change_after_asking_needs_a_new_look() -> None:
    here = Company()
    draft, one = asked(here), actor(here.colleague)
    with acting_as(one):
        again = acts.change_draft(
            one, draft.pk, draft.changes, lambda method: change.without_step(method, "goals")
        )
        assert again.state == Draft.State.WRITING
    with acting_as(actor(here.admin)), pytest.raises(Refused, match="Vraag eerst"):
        acts.release_draft(actor(here.admin), draft.pk, again.changes)


def test_a_version_can_be_sent_back_with_what_must_be_different() -> None:
    here = Company()
    draft, second = asked(here), actor(here.admin)
    with acting_as(second):
        with pytest.raises(Refused, match="Schrijf wat er anders moet"):
            acts.send_back(second, draft.pk, draft.changes, " ")
        back = acts.send_back(second, draft.pk, draft.changes, "Twaalf keer was beter.")
    assert (back.state, back.remark) == (Draft.State.WRITING, "Twaalf keer was beter.")


def test_a_method_is_adapted_once_at_a_time_and_only_when_something_changed() -> None:
    here = Company()
    draft = copied(here)
    with pytest.raises(Refused, match="past deze methode al aan"):
        copied(here, here.colleague)
    one = actor(here.case_manager)
    with acting_as(one), pytest.raises(Refused, match="nog niets veranderd"):
        acts.ask_review(one, draft.pk, 0)


def test_the_next_version_counts_on_and_the_first_one_stays() -> None:
    here = Company()
    released(here)
    one, second = actor(here.colleague), actor(here.admin)
    with acting_as(one):
        draft = acts.copy_method(one, here.employer, KEY)
        assert draft.based_on == "1.1.1"
        acts.change_draft(one, draft.pk, 0, lambda method: change.without_step(method, "goals"))
        acts.ask_review(one, draft.pk, 1)
    with acting_as(second):
        assert acts.release_draft(second, draft.pk, 1).version == "1.1.2"
        assert access.version_of(here.employer.pk, KEY, "1.1.1") is not None


def test_a_file_comes_in_as_it_went_out_and_a_wrong_one_says_each_mistake() -> None:
    here = Company()
    one, text = actor(here.case_manager), as_yaml(methods()["op-maat"])
    with acting_as(one):
        draft = acts.import_method(one, here.employer, text, "op-maat.yaml")
        assert access.drafted(draft) == methods()["op-maat"]
        acts.discard_draft(one, draft.pk, 0)
        wrong = text.replace("kind: contact", "kind: massage", 1).replace(
            "anchor: plan-of-action", "anchor: gone"
        )
        with pytest.raises(acts.WrongFile) as caught:
            acts.import_method(one, here.employer, wrong, "mine.yaml")
    assert caught.value.field == "file"
    (kind,) = caught.value.mistakes
    assert kind.message.nl.startswith("kies uit 'contact', ")
    assert "coaching-session" in kind.message.nl


@pytest.mark.parametrize(
    ("key", "was", "becomes"),
    [
        ("vr-practice", "private: true\n", "private: false\n"),
        ("vr-practice", "kind: vr-session\n", "kind: vr-session\n        private: false\n"),
        (KEY, "kind: worksheet\n", "kind: worksheet\n        private: false\n"),
    ],
)
def test_no_version_brings_worksheets_or_vr_practice_into_the_employers_sight(
    key: str, was: str, becomes: str
) -> None:
    here = Company()
    one, text = actor(here.case_manager), as_yaml(methods()[key])
    with acting_as(one), pytest.raises(Refused, match="werkgever niet zien") as caught:
        acts.import_method(one, here.employer, text.replace(was, becomes, 1), "mine.yaml")
    assert caught.value.field == "file"


def test_a_change_in_a_draft_brings_nothing_into_sight_either() -> None:
    here = Company()
    draft, one = copied(here), actor(here.case_manager)
    seen = next(
        step.key for step in methods()[KEY].activities if step.kind == "worksheet" and step.is_private
    )
    with acting_as(one), pytest.raises(Refused, match="werkgever niet zien"):
        acts.change_draft(one, draft.pk, 0, lambda method: change.changed_step(method, seen, private=False))
