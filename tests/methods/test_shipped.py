"""The five methods that come with the product: whole, in two languages, honest about what is published."""

import re
from pathlib import Path

import pytest

from spoorboek.methods import Kind, Method, method_from, methods
from spoorboek.methods.cli import main
from spoorboek.methods.difference import difference
from spoorboek.methods.document import document
from spoorboek.methods.drawing import course
from spoorboek.methods.example import example_plan
from spoorboek.methods.modules import modules
from spoorboek.methods.pages import FOLDER, pages
from spoorboek.methods.shipped import ORDER
from spoorboek.methods.theory_drawing import theory_of_change
from spoorboek.methods.worksheets import worksheets
from tests.methods.files import small, step, written

ALL = list(methods().values())
LONGEST_SENTENCE = 15
"""Words in a sentence for clients."""


def test_all_five_are_there() -> None:
    assert list(methods()) == list(ORDER)


@pytest.mark.parametrize("method", ALL, ids=lambda one: one.key)
def test_every_step_can_be_planned_in_the_example(method: Method) -> None:
    planned = example_plan(method)
    assert {one.activity.key for one in planned} == {step.key for step in method.activities}
    assert all(one.day for one in planned)


def test_the_whole_method_asks_about_sixty_steps() -> None:
    assert 55 <= len(example_plan(methods()["back-to-work-your-way"])) <= 75


@pytest.mark.parametrize("method", ALL, ids=lambda one: one.key)
def test_a_step_about_a_worksheet_has_its_title_and_its_minutes_as_has_a_lesson_its_minutes(
    method: Method,
) -> None:
    sheets, lessons = worksheets(), modules()
    for _phase, placed in method.placed():
        if placed.kind is Kind.WORKSHEET and placed.ref in sheets:
            sheet = sheets[placed.ref]
            assert sheet.title.nl.casefold() in placed.title.nl.casefold(), placed.key
            assert sheet.title.en.casefold() in placed.title.en.casefold(), placed.key
            assert placed.minutes == sheet.minutes, placed.key
        if placed.kind is Kind.LEARNING_MODULE and placed.ref in lessons:
            assert placed.minutes == lessons[placed.ref].nl.head.minutes, placed.key


@pytest.mark.parametrize("method", ALL, ids=lambda one: one.key)
def test_sentences_for_clients_are_short(method: Method) -> None:
    texts = [step.explanation.nl for step in method.activities] + [phase.why.nl for phase in method.phases]
    texts += [method.consent.words.nl] if method.consent.words else []
    long = [
        s for text in texts for s in re.split(r"(?<=[.?!])\s+", text) if len(s.split()) > LONGEST_SENTENCE
    ]
    assert long == []


@pytest.mark.parametrize("method", ALL, ids=lambda one: one.key)
def test_who_guides_reads_of_each_step_in_words_that_do_not_speak_to_the_client(method: Method) -> None:
    for one in method.activities:
        spoken = one.for_guides
        if one.kind is Kind.INTERVISION:
            continue
        assert spoken, one.key
        for line in (one.guides_title, *spoken.how):
            assert not re.search(
                r"\b(je|jouw|jou) (coach|leidinggevende|casemanager|maatje|begeleider)", line.nl.lower()
            )


@pytest.mark.parametrize("method", ALL, ids=lambda one: one.key)
def test_a_method_says_that_it_is_not_the_official_one_and_cites_what_is_published(method: Method) -> None:
    ours = " ".join(one.en for one in method.design.ours)
    assert re.search("not the (official|AKC)|not public", ours)
    assert method.design.published
    assert method.evidence
    assert all(claim.limits.nl for claim in method.evidence)
    assert method.theory


@pytest.mark.parametrize("method", ALL, ids=lambda one: one.key)
def test_pictures_carry_no_style_and_tell_in_words_what_they_show(method: Method) -> None:
    for picture in (course(method), theory_of_change(method, "en")):
        assert "style=" not in picture
        assert "<style" not in picture
        assert re.search("<desc>.{40,}</desc>", picture, re.DOTALL)


def test_the_employers_side_does_not_see_that_someone_does_vr_practice() -> None:
    assert methods()["vr-practice"].private
    for method in ALL:
        assert all(step.is_private for step in method.activities if step.kind == "vr-session")
    shared = {step.shared for step in methods()["vr-practice"].activities if step.shared}
    assert shared == set(), "a step that other methods share would tell that this one runs"


def test_the_pages_in_docs_are_what_the_files_say() -> None:
    """Repeat `python -m spoorboek.methods.pages` when this fails."""
    assert [name for name, content in pages() if (FOLDER / name).read_text(encoding="utf-8") != content] == []


def test_the_command_shows_draws_and_compares(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, step("one"))
    assert main(["check", str(path)]) == 0
    assert main(["show", "op-maat", "--markdown"]) == 0
    assert capsys.readouterr().out.endswith(document(methods()["op-maat"]))
    assert main(["draw", "op-maat", "--theory", "-o", str(tmp_path / "theory.svg")]) == 0
    assert (tmp_path / "theory.svg").read_text(encoding="utf-8").startswith("<svg")
    assert main(["diff", str(path), str(path)]) == 0
    assert main(["diff", str(path), "op-maat"]) == 1


def test_the_command_names_what_is_wrong_with_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, step("one", "ref: no-such-page", kind="worksheet"))
    said = {"nl": "er is in de catalogus geen", "en": "there is no"}
    for language, begin in said.items():
        assert main(["check", str(path), "--language", language]) == 1
        told = capsys.readouterr().err
        assert f"{path}:17: phases.1.steps.1.ref: {begin} worksheet 'no-such-page'" in told


def test_a_difference_is_told_in_words() -> None:
    old = small(step("one", "repeat: {every: 1 week, times: 12}"), step("two"))
    longer = step("two").replace("minutes: 10", "minutes: 20")
    new = small(longer, step("one", "repeat: {every: 2 weeks, times: 6}"))
    told = [f"{one.place}: {one.what}" for one in difference(old, new, "en")]
    assert "“one”: how often: was every week, 12 times, becomes every 2 weeks, 6 times" in told
    assert "“two”: minutes: was 10, becomes 20" in told
    assert "“First”: the steps are reordered" in told
    assert len(told) == 3
    assert difference(old, old) == []


@pytest.mark.parametrize("method", ALL, ids=lambda one: one.key)
def test_every_worksheet_lesson_and_paper_that_a_method_names_is_there(method: Method) -> None:
    assert main(["check", method.key]) == 0


def test_the_example_for_who_writes_a_method_is_a_method() -> None:
    page = (FOLDER.parent / "contributors" / "methods.md").read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)
    assert example
    assert len(example_plan(method_from(example[1]))) == 4
