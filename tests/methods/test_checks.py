"""A method file that does not hang together is refused, with the line, the key and what would be right."""

from pathlib import Path

import pytest

from spoorboek.methods import method_from
from spoorboek.methods.reading import Mistake, Mistakes
from tests.methods.files import HEAD, phase, small, step


def wrong(*steps: str, head: str = HEAD) -> list[Mistake]:
    with pytest.raises(Mistakes) as caught:
        small(*steps, head=head)
    return list(caught.value.found)


def test_steps_that_wait_for_each_other_are_refused_and_named_in_order() -> None:
    (found,) = wrong(step("one", "anchor: two"), step("two", "anchor: one"))
    assert (found.line, found.key) == (17, "phases.1.steps.1.anchor")
    assert "one → two → one" in found.message.en
    assert found.example == "start"


def test_a_phase_that_begins_with_its_own_step_is_a_loop() -> None:
    head = HEAD.replace("    window: 4 weeks", "    anchor: one\n    window: 4 weeks")
    (found,) = wrong(step("one"), head=head)
    assert "first → one → first" in found.message.en


def test_a_step_that_repeats_until_a_phase_that_hangs_on_it_is_a_loop() -> None:
    head = HEAD + step("one", "anchor: start, repeat: {every: 1 week, until: later}")
    (found,) = wrong(phase("later", "anchor: one"), step("two"), head=head)
    assert "one → later → one" in found.message.en or "later → one → later" in found.message.en


def test_a_missing_language_names_the_line_of_the_text() -> None:
    (found,) = wrong(step("one").replace("explanation: {nl: Uitleg, en: Text}", "explanation: {nl: Uitleg}"))
    assert (found.line, found.key, found.example) == (17, "phases.1.steps.1.explanation.en", "First talk")


def test_an_unknown_kind_names_those_that_exist() -> None:
    (found,) = wrong(step("one", kind="massage"))
    assert found.key == "phases.1.steps.1.kind"
    assert "coaching-session" in found.message.en
    assert found.example == "contact"


@pytest.mark.parametrize(
    ("more", "key", "said"),
    [
        ("anchor: nowhere", "anchor", "no date, phase or step 'nowhere'"),
        ("repeat: {every: 1 week}", "repeat", "one of the two"),
        ("repeat: {every: 1 week, until: nowhere}", "repeat.until", "no phase 'nowhere'"),
        ("only_if: {has: [elephant]}", "only_if.has.1", "nothing a course can have"),
        ("offset: soon", "offset", "10 days"),
        ("timing: S9", "timing", "does not stand under sources"),
    ],
)
def test_what_does_not_exist_is_named_at_its_place(more: str, key: str, said: str) -> None:
    (found,) = wrong(step("one", more))
    assert found.key == f"phases.1.steps.1.{key}"
    assert said in found.message.en
    assert found.example
    assert found.line == 17


def test_a_reason_must_be_a_determinant_or_a_core_element() -> None:
    (found,) = wrong(step("one").replace("why: [norm]", "why: [luck]"))
    assert found.key == "phases.1.steps.1.why.1"
    assert found.example == "self-efficacy"


def test_two_steps_cannot_have_one_key_nor_the_key_of_a_date_of_the_law() -> None:
    assert "is used twice" in wrong(step("one"), step("one"))[0].message.en
    assert "date of the law" in wrong(step("plan-of-action"))[0].message.en


def test_what_is_published_needs_its_source() -> None:
    head = HEAD.replace("published: []", "published: [{text: {nl: Zo, en: So}}]")
    (found,) = wrong(step("one"), head=head)
    assert found.key == "design.published.1"


def test_permission_that_is_asked_needs_words() -> None:
    (found,) = wrong(step("one"), head=HEAD.replace("needed: false", "needed: true"))
    assert (found.line, found.key) == (10, "consent")


def test_an_upload_has_the_same_mistakes_as_a_file(tmp_path: Path) -> None:
    text = HEAD + step("one", "anchor: nowhere")
    with pytest.raises(Mistakes, match=r"upload\.yaml:17: phases\.1\.steps\.1\.anchor"):
        method_from(text, "upload.yaml")


def test_what_a_method_says_again_as_json_is_the_same_method() -> None:
    method = small(step("one", "offset: 3 days, repeat: {every: 2 weeks, times: 3}"))
    assert method_from(method.model_dump_json()) == method
