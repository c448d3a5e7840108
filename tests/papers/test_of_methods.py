"""The papers of every method: made from its file, complete in both languages, honest about where they come from."""

import re
from pathlib import Path

import pytest

from spoorboek.methods import Method, methods
from spoorboek.methods.safety import safety
from spoorboek.papers import CannotBeMade, made
from spoorboek.papers.of_methods import method_paper, paper_files, papers_of
from spoorboek.papers.of_methods.cli import main
from spoorboek.papers.of_methods.composing import NoSuchPaper
from spoorboek.papers.of_methods.generated import GENERATED
from spoorboek.papers.of_methods.shelf import FromMethod
from spoorboek.papers.of_methods.steps import ROLES, minutes_of
from spoorboek.papers.of_methods.timing import begin_of, begins, hours, how_often, times
from tests.papers.reading import Read
from tests.papers.test_made import OURS

BACK = "back-to-work-your-way"
LANGUAGES = ("nl", "en")
ALL = [(key, name) for key, method in methods().items() for name in papers_of(method)]


@pytest.fixture(scope="module")
def back() -> Method:
    return methods()[BACK]


READ: dict[object, Read] = {}
"""Reading a long paper back takes longer than making it: each is read once."""


def read(method: Method, name: str, language: str = "nl", **wishes: object) -> Read:
    wanted = (method.title.nl, name, language, *sorted(wishes.items()))
    if wanted not in READ:
        READ[wanted] = Read(made(method_paper(method, name, language, **wishes)))  # type: ignore[arg-type]
    return READ[wanted]


@pytest.mark.parametrize(("key", "name"), ALL)
def test_every_paper_of_every_method_is_accessible_and_in_our_type(key: str, name: str) -> None:
    language = LANGUAGES[len(key + name) % 2]
    paper = read(methods()[key], name, language, large=len(name) % 3 == 0)
    assert paper.fonts == OURS
    assert paper.headings[0] == "H1"
    assert paper.root["/Lang"] == {"nl": "nl-NL", "en": "en-GB"}[language]
    assert "{" not in paper.text
    assert "¤" not in paper.text
    assert (paper.loose, paper.unspoken_links, paper.unmapped_fonts) == ([], 0, [])


def test_the_method_has_all_seven_papers(back: Method) -> None:
    assert list(papers_of(back)) == list(paper_files())


def test_a_method_that_asks_no_consent_has_no_consent_papers(back: Method) -> None:
    without = back.model_copy(update={"consent": back.consent.model_copy(update={"needed": False})})
    assert not [name for name in papers_of(without) if "consent" in name]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["information-client", "guidance-protocol"])
def test_every_phase_and_every_step_of_the_reader_is_in_it(back: Method, name: str, language: str) -> None:
    text = read(back, name, language).flowing
    for phase in back.phases:
        assert phase.title.in_language(language) in text
    for step in back.activities:
        if name == "guidance-protocol":
            assert step.guides_title.in_language(language) in text
        elif "client" in step.who:
            assert step.title.in_language(language) in text


@pytest.mark.parametrize("name", list(paper_files()))
def test_each_says_that_it_is_not_the_official_one(back: Method, name: str) -> None:
    assert "officiële" in read(back, name).text
    assert "official" in read(back, name, "en").text


VR = "vr-practice"
OWN = [
    "vr-manual",
    "safety-protocol",
    "vr-evidence",
    "workshop-guide",
    "workshop-slides",
    "workshop-handout",
    "intended-use",
]


def test_a_method_may_have_papers_of_its_own_after_the_shared_ones() -> None:
    names = list(papers_of(methods()[VR]))
    assert [name for name in names if name not in paper_files()] == [one for one in OWN if one in names]
    assert set(OWN) <= set(names)
    assert not set(OWN) & set(papers_of(methods()[BACK]))


@pytest.mark.parametrize("name", OWN)
def test_no_paper_on_practising_with_vr_promises_a_treatment(name: str) -> None:
    paper = read(methods()[VR], name)
    assert "officiële" in paper.text
    assert not re.search(r"\b(geneest|herstelt sneller|bewezen effectief)\b", paper.flowing)


def test_the_safety_protocol_holds_every_number_of_the_rules() -> None:
    text = read(methods()[VR], "safety-protocol").flowing
    for rule in safety().rules:
        assert f"{rule.title.nl} {rule.value} " in text
    assert safety().review.nl in text


def test_slides_are_wide_and_hold_one_section_each() -> None:
    frame, paper = papers_of(methods()[VR])["workshop-slides"], read(methods()[VR], "workshop-slides")
    pages = paper.reader.pages
    assert {round(page.mediabox.width / page.mediabox.height, 2) for page in pages} == {1.78}
    assert len(pages) == 1 + len(frame.sections)


def test_a_list_of_sources_holds_those_that_are_named() -> None:
    handout = read(methods()[VR], "workshop-handout").flowing
    assert "A1: Autoriteit Persoonsgegevens" in handout
    assert "S27:" not in handout


@pytest.mark.parametrize(
    "name", ["information-client", "information-task-force", "guidance-protocol", "implementation-guide"]
)
def test_what_is_published_is_cited_with_its_address(back: Method, name: str) -> None:
    paper = read(back, name)
    assert "(S3)" in paper.text
    assert str(back.sources[0].url) in paper.links


def test_consent_carries_the_name_of_the_person_and_the_words_of_the_method(back: Method) -> None:
    filled = read(back, "consent-client", person="Gülşen Łukasz")
    assert "Naam: Gülşen Łukasz" in filled.flowing
    assert back.consent.words is not None
    assert back.consent.words.nl in filled.flowing
    assert "Gülşen" not in read(back, "consent-client").text


def test_the_client_reads_which_steps_the_employer_does_not_see(back: Method) -> None:
    text = read(back, "information-client").flowing
    _, _, hidden = text.partition("Je werkgever ziet niet dat deze stappen er zijn:")
    assert "Werkblad: wie ben ik?" in hidden


def test_no_paper_has_the_label_unwilling_other_than_to_refuse_it(back: Method) -> None:
    for name in papers_of(back):
        said = (
            read(back, name)
            .flowing.lower()
            .replace("noem niemand onwillig", "")
            .replace("het woord onwillig", "")
        )
        assert "onwillig" not in said


def test_large_print_has_the_same_words(back: Method) -> None:
    ordinary, large = (read(back, "consent-client", large=large) for large in (False, True))
    assert len(large.reader.pages) > len(ordinary.reader.pages)
    assert set(ordinary.flowing.split()) <= set(large.flowing.split())


def test_times_are_said_in_words(back: Method) -> None:
    phase, weekly = next((phase, step) for phase, step in back.placed() if step.key == "weekly-contact")
    assert how_often(back, phase, weekly, "nl") == "elke week, 12 keer"
    assert how_often(back, phase, weekly, "en") == "every week, 12 times"
    assert times(back, phase, weekly) == 12
    assert begins(back, phase, weekly, "nl") == "week 1 van deze fase"
    assert begin_of(back, phase, "nl") == "1 week na “Startgesprek van coach en medewerker”; duurt 12 weken."
    _, early = next((phase, step) for phase, step in back.placed() if step.anchor == "first-year-evaluation")
    assert begins(back, phase, early, "en") == "3 weeks before first-year evaluation"
    assert (hours(195, "nl"), hours(60, "en"), hours(45, "nl")) == (
        "3 uur en 15 minuten",
        "1 hour",
        "45 minuten",
    )


def test_time_for_one_course_counts_repeats(back: Method) -> None:
    total = sum(minutes_of(back, role) for role in ROLES)
    assert minutes_of(back, "client") > 12 * 10
    assert total > minutes_of(back, "client")


def test_every_place_that_a_frame_can_ask_for_is_filled() -> None:
    assert set(GENERATED) == set(FromMethod.__args__)  # type: ignore[attr-defined]


def test_a_paper_that_is_not_there_names_those_that_are(back: Method) -> None:
    with pytest.raises(NoSuchPaper, match="information-client"):
        method_paper(back, "invoice")


def test_the_command_writes_a_paper(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "consent.pdf"
    assert (
        main([BACK, "consent-client", "--language", "en", "--large", "--name", "Ann", "-o", str(target)]) == 0
    )
    assert "Ann" in Read(target.read_bytes()).text
    assert main([BACK]) == 0
    assert "guidance-protocol" in capsys.readouterr().out
    assert main([BACK, "invoice"]) == 1
    assert main(["nothing"]) == 1
    assert "there are: back-to-work-your-way" in capsys.readouterr().err


def test_a_method_with_typst_in_its_title_stays_text(back: Method) -> None:
    odd = back.model_copy(update={"title": back.title.model_copy(update={"nl": "#panic() *x*"})})
    try:
        assert "#panic() *x*" in read(odd, "consent-client").text
    except CannotBeMade as wrong:
        pytest.fail(str(wrong))
