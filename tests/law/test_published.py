"""What is published follows from the code: schema, documentation page, texts and sources."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given

from spoorboek.law import current_rulebook, timetable
from spoorboek.law.facts import Facts
from spoorboek.law.keys import KEYS
from spoorboek.law.page import law_page
from spoorboek.law.schema import facts_schema
from tests.law.strategies import examples, facts

DOCS = Path(__file__).parents[2] / "docs"
CODE = Path(__file__).parents[2] / "src/spoorboek/law"
CASES = sorted((Path(__file__).parent / "cases").glob("*.json"))
STABLE_KEYS = {
    "uwv-report-4-days", "uwv-report-6-weeks", "problem-analysis", "plan-of-action", "progress-evaluation",
    "report-42-weeks", "first-year-evaluation", "second-track-start", "uwv-letter", "final-evaluation",
    "riv-to-employee", "wia-application", "sanction-decision", "bekorting-decision", "report-end-of-employment",
    "shortened-waiting-period-application", "zw-assessment",
}  # fmt: skip


def test_the_published_schema_is_current() -> None:
    assert (DOCS / "schema/facts.schema.json").read_text("utf-8") == facts_schema()


def test_the_published_page_is_current() -> None:
    assert (DOCS / "law.md").read_text("utf-8") == law_page()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_case_file_fits_the_published_schema(path: Path) -> None:
    jsonschema.validate(json.loads(path.read_text("utf-8"))["facts"], json.loads(facts_schema()))


def test_every_field_of_the_schema_that_is_a_value_is_described() -> None:
    schema = json.loads(facts_schema())
    for name, part in [("Facts", schema), *schema["$defs"].items()]:
        for field, node in part["properties"].items():
            described = "description" in node or "$ref" in json.dumps(node)
            assert described, f"{name}.{field} has no description"


def test_every_stable_key_has_a_rule() -> None:
    assert {rule.key for rule in current_rulebook().rules} >= STABLE_KEYS
    assert {rule.key for rule in current_rulebook().rules} == set(KEYS)


def used_sources() -> set[str]:
    book = current_rulebook()
    named = {source for rule in book.rules for source in rule.sources}
    named |= {source for clock in book.clocks.values() for source in clock.sources}
    named |= {source for limit in book.limits for source in limit.sources}
    named |= {source for measure in book.measures for source in measure.sources}
    extensions = book.extensions.model_dump()
    named |= {source for name, value in extensions.items() if name.endswith("_sources") for source in value}
    named |= set(book.gap.sources) | set(book.aow.sources)
    in_code = re.findall(r'"([a-z0-9-]+)"', "".join(p.read_text("utf-8") for p in CODE.glob("*.py")))
    return named | (set(in_code) & set(book.sources))


def test_every_rule_has_a_source_and_every_source_a_rule() -> None:
    book = current_rulebook()
    assert all(rule.sources for rule in book.rules)
    assert used_sources() == set(book.sources)


def test_every_doubt_and_every_sentence_is_used() -> None:
    book = current_rulebook()
    code = "".join(path.read_text("utf-8") for path in CODE.glob("*.py"))
    countings = [counting for rule in book.rules for counting in rule.countings]
    named = {doubt for rule in book.rules for doubt in rule.doubts} | {limit.doubt for limit in book.limits}
    named |= {counting.doubt for counting in countings} | {measure.doubt for measure in book.measures}
    assert {d for d in book.doubts if d not in named and f'"{d}"' not in code} == set()
    limits = {f"{limit.after}-limit" for limit in book.limits}
    spoken = limits | {"gap", "leave", "excluded"} | {counting.note for counting in countings}
    spoken |= {measure.note for measure in book.measures}
    assert {s for s in book.steps if f'"{s}"' not in code and s not in spoken} == set()


def test_articles_of_an_act_name_the_act() -> None:
    for source_id in current_rulebook().sources:
        source = current_rulebook().source(source_id)
        assert source.bwb_id is None or source.bwb_id.startswith("BWBR")
        assert source.article


@examples(33)
@given(facts())
def test_every_obligation_speaks_both_languages(given_facts: Facts) -> None:
    result = timetable(given_facts, given_facts.first_sick_day)
    for row in result.obligations:
        texts = [row.title, row.consequence, row.document, *(step.text for step in row.because)]
        texts += [d.reason for d in row.uncertain] + [w.change for w in row.would_move_if]
        assert all(text.nl and text.en and "{" not in text.nl + text.en for text in texts)


MEDICAL = re.compile(
    r"ziekte|zwanger|bevalling|oorzaak|no-risk|orgaan|pregnan|birth|cause\b|sickness|diagnos", re.IGNORECASE
)
ALLOWED = re.compile(r"eerste ziektedag|ziektedagen", re.IGNORECASE)


@examples(66)
@given(facts())
def test_no_medical_word_reaches_the_public_reason(given_facts: Facts) -> None:
    result = timetable(given_facts, given_facts.first_sick_day)
    steps = [step for row in result.obligations for step in row.because_public]
    steps += [step for clock in result.clocks for step in clock.because_public]
    doubts = [doubt for row in result.obligations for doubt in row.uncertain]
    texts = [step.text for step in steps] + [result.case.why_public]
    for words in [words for text in texts for words in (text.nl, text.en)]:
        assert not MEDICAL.search(ALLOWED.sub("", words)), words
    for words in [words for doubt in doubts for words in (doubt.reason.nl, doubt.reason.en)]:
        assert not re.search("zwanger|bevalling|pregnan|birth date$|no-risk", words), words
