"""The journal as a story: every act has a sentence, in two voices."""

import ast
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import translation

import spoorboek.dossiers.acts
from spoorboek.dossiers.acts import sickness
from spoorboek.dossiers.story import Audience, sentence, step_name, story_of
from spoorboek.dossiers.tellings import FACTS, MEDICAL, TELLINGS, UNKNOWN_ACT, Telling
from spoorboek.people.actor import acting_as
from tests.builders import Company, actor, client_of, days_ago
from tests.dossiers import stages

ACTS = Path(spoorboek.dossiers.acts.__file__).parent
SOURCE = ACTS.parents[1]


def constants(node: ast.AST) -> Iterator[str]:
    """Every text in a piece of code."""
    return (
        each.value
        for each in ast.walk(node)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    )


def acts() -> Iterator[str]:
    """The name of every act in the code: what the door and the journal are given, also through a helper."""
    for file in ACTS.glob("*.py"):
        tree = ast.parse(file.read_text())
        named = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                writes = getattr(node.func, "id", getattr(node.func, "attr", "")) in ("entered", "record")
                direct = [each for each in node.args if isinstance(each, ast.Constant)]
                yield from (text for each in direct for text in constants(each) if writes or text in named)


def test_every_act_has_a_sentence_of_its_own() -> None:
    assert len(set(acts())) > 25
    assert set(acts()) - set(TELLINGS) == set()


def test_no_sentence_is_kept_for_an_act_that_is_gone() -> None:
    """Rooms above the dossiers have acts in them too."""
    files = [file for file in SOURCE.rglob("*.py") if file.name != "tellings.py"]
    known = {text for file in files for text in constants(ast.parse(file.read_text()))}
    assert set(TELLINGS) - known == set()


@pytest.mark.parametrize("act", sorted(TELLINGS))
def test_a_sentence_reads_well_when_the_act_said_nothing_more(act: str) -> None:
    for audience in Audience:
        told = sentence(
            TELLINGS[act], audience, {"who": "Anouk", "client": "Fatma", "name": "Bram", "employer": "Anouk"}
        )
        assert told.endswith(".")
        assert "%" not in told
        assert "[" not in told


def test_a_part_in_brackets_needs_all_its_fields() -> None:
    telling = Telling("%(who)s belde[ op %(on)s][ om %(time)s].", "x")
    assert (
        sentence(telling, Audience.PROFESSIONAL, {"who": "Anouk", "on": "1 mei"}) == "Anouk belde op 1 mei."
    )


def test_a_sentence_that_cannot_be_filled_falls_back() -> None:
    told = sentence(Telling("%(gone)s.", "x"), Audience.PROFESSIONAL, {"who": "Anouk"})
    assert told == str(UNKNOWN_ACT.professional) % {"who": "Anouk"}


def test_the_client_is_told_with_je_and_professionals_by_name() -> None:
    company = Company()
    dossier = company.dossier(days_ago(10))
    with acting_as(client_of(dossier)):
        [mine] = story_of(dossier, Audience.CLIENT)
    with acting_as(actor(company.doctor)):
        [theirs] = story_of(dossier)
    assert "meldde je ziek" in mine.sentence
    assert "meldde Fatma" in theirs.sentence
    assert mine.who == theirs.who


def test_a_correction_keeps_the_old_value_beside_the_new_one() -> None:
    company = Company()
    dossier, manager = company.dossier(days_ago(60)), actor(company.case_manager)
    with acting_as(manager):
        for hours in (4, 8):
            sickness.record_partial_return(manager, dossier.pk, days_ago(20), Decimal(hours))
        last = story_of(dossier, limit=1)[0]
    [change] = last.changes
    assert (change.fact, change.old, change.new) == ("Gewerkte uren per week", "4", "8")


def test_a_medical_act_is_one_plain_sentence_for_everyone_but_its_two_readers() -> None:
    company = Company()
    dossier = stages.after_leave(company)
    with acting_as(actor(company.case_manager)):
        told = story_of(dossier, limit=1)[0]
    assert told.sentence == str(MEDICAL.professional)
    assert told.changes == ()


def test_the_story_takes_as_many_queries_for_few_acts_as_for_many(django_assert_num_queries: object) -> None:
    company = Company()
    dossier, manager = company.dossier(days_ago(60)), actor(company.case_manager)
    with acting_as(manager):
        for days in (40, 30, 20, 10):
            sickness.record_partial_return(manager, dossier.pk, days_ago(days), Decimal(days // 2))
        dossier.employment.person  # noqa: B018 - fetched before counting
        with django_assert_num_queries(3):  # type: ignore[operator]
            assert len(story_of(dossier)) == 5


def test_steps_are_named_in_the_readers_language() -> None:
    with translation.override("nl"):
        assert step_name("report-42-weeks") == "42-wekenmelding aan UWV"
    with translation.override("en"):
        assert step_name("report-42-weeks") != "42-wekenmelding aan UWV"
    assert step_name("no-such-step") == "no-such-step"


def test_every_fact_that_an_act_changes_has_a_name() -> None:
    named = {
        str(ast.literal_eval(node.args[0]))
        for file in ACTS.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", "") == "changed"
        and isinstance(node.args[0], ast.Constant)
    }
    assert named - set(FACTS) == set()


def test_a_step_has_the_name_that_fits_every_situation() -> None:
    with translation.override("nl"):
        assert step_name("plan-of-action") == "Plan van aanpak"


def test_why_a_case_goes_on_is_read_in_the_language_of_who_reads_it() -> None:
    company = Company()
    dossier, manager = company.dossier(days_ago(60)), actor(company.case_manager)
    with acting_as(manager):
        sickness.report_recovery(manager, dossier.pk, days_ago(40))
        with translation.override("nl"):
            sickness.report_sick_again(manager, dossier.pk, days_ago(13))
        with translation.override("en"):
            told = story_of(dossier, limit=1)[0].sentence
    assert "There were 27 days in between." in told
