"""The theory of change of an own method: boxes and arrows are added, changed and taken out, and nothing hangs loose."""

import pytest
from django.test import Client

from spoorboek.methods import Method, methods
from spoorboek.methods import theory_editing as change
from spoorboek.methods.reading import Mistakes
from spoorboek.methods.theory import Level, Theory
from spoorboek.people.actor import acting_as
from spoorboek.programme.shelf import access, acts
from spoorboek.programme.shelf.models import Draft
from spoorboek.programme.shelf.part_form import as_data
from spoorboek.programme.shelf.theory_forms import ArrowForm, NodeForm
from tests.builders import Company, actor
from tests.programme.shelf.test_content import adapted, started


def theory_of(here: Company) -> Theory:
    found = adapted(here).theory
    assert found
    return found


def test_every_box_and_arrow_of_ours_is_the_same_after_its_form_was_saved() -> None:
    for method in methods().values():
        assert method.theory
        for form, parts in ((NodeForm, method.theory.nodes), (ArrowForm, method.theory.arrows)):
            for one in parts:
                shown = form(whole=method.theory, method=method, key=one.key)
                sent = form(as_data(shown.initial), whole=method.theory, method=method, key=one.key)
                assert sent.is_valid(), sent.errors
                assert sent.changed(method.theory) == method.theory


def test_a_box_and_an_arrow_are_added_and_an_arrow_goes_one_column_on() -> None:
    here = Company()
    browser, path = started(here)
    at = f"{path}theorie/"
    box = {"column": "behaviour", "title_nl": "Hulp vragen", "title_en": "Asking for help"}
    assert browser.post(f"{at}nieuw-vak/", box).status_code == 302
    arrow = {"begin": "skills", "end": "sustained-return", "reason": "assumption"}
    wrong = browser.post(f"{at}nieuw-pijl/", arrow | {"assumption_nl": "Zo is het."})
    assert wrong.status_code == 422
    assert "Wat mensen dan doen" in wrong.content.decode()
    assert "Vul dit nog in" in wrong.content.decode()
    right = arrow | {
        "end": "asking-for-help",
        "assumption_nl": "Wie kan, durft.",
        "assumption_en": "Who can, dares.",
    }
    assert "Hulp vragen" in browser.post(f"{at}nieuw-pijl/tekening/", right).content.decode()
    assert browser.post(f"{at}nieuw-pijl/", right).status_code == 302
    assert browser.post(f"{at}nieuw-pijl/", right).status_code == 422, "it is there already"
    assert "asking-for-help" in {one.end for one in theory_of(here).arrows}

    browser.post(f"{at}route/", {"do": "drop:asking-for-help", "seen": 2})
    assert "asking-for-help" not in {one.end for one in theory_of(here).arrows}
    assert "Hulp vragen" not in browser.get(at).content.decode()


def test_a_column_keeps_a_box_and_a_method_without_a_theory_begins_one() -> None:
    method = methods()["op-maat"]
    bare = method.model_copy(update={"theory": None})
    made = change.with_theory(bare, change.begun(bare)).theory
    assert made
    assert [node.level for node in made.nodes] == list(Level)
    with pytest.raises(Mistakes, match="at least one box"):
        change.with_theory(method, change.without_node(made, made.nodes[0].key))
    with pytest.raises(Mistakes, match="three arrows"):
        change.with_theory(method, change.without_arrow(made, made.arrows[0].key))
    first, second, *_rest = (node.key for node in method.theory.nodes) if method.theory else ("", "")
    assert method.theory
    assert change.moved_node(method.theory, first, -1).nodes[-1].level is Level.ACTIVITY
    moved = [
        node.key for node in change.moved_node(method.theory, first, 1).nodes if node.level is Level.ACTIVITY
    ]
    assert moved[:2] == [second, first]


def begun_without(here: Company) -> tuple[Client, str]:
    browser, path = started(here)
    one = actor(here.case_manager)

    def bare(method: Method) -> Method:
        return method.model_copy(update={"theory": None})

    with acting_as(one):
        draft = Draft.objects.get(organisation=here.employer)
        acts.change_draft(one, draft.pk, 0, bare)
        assert access.drafted(access.open_draft(one, draft.pk)).theory is None
    return browser, path


def test_in_the_browser_a_theory_begins_with_four_boxes_and_one_that_went_is_kept_in_words() -> None:
    here = Company()
    browser, path = begun_without(here)
    assert "nog geen theorie" in browser.get(f"{path}theorie/").content.decode()
    browser.post(f"{path}theorie/route/", {"do": "begin", "seen": 1})
    assert len(theory_of(here).nodes) == len(Level)
    key = theory_of(here).nodes[0].key
    assert browser.get(f"{path}theorie/vak/{key}/").status_code == 200
    gone = browser.post(
        f"{path}theorie/vak/nergens/", {"column": "activity", "title_nl": "Blijf", "title_en": "Stay"}
    )
    assert "komt het er weer bij" in gone.content.decode()
    assert "Blijf" in gone.content.decode()
    assert browser.get(f"{path}theorie/vak/nergens/").status_code == 404
    nowhere = {"column": "nowhere", "title_nl": "Blijf", "title_en": "Stay"}
    assert browser.post(f"{path}theorie/vak/nergens/", nowhere).status_code == 404
