"""Modules are readable files: the shipped ones hold, and what is wrong in one is named with its line and an example."""

import shutil
from pathlib import Path

import pytest

from spoorboek.methods.modules import CATALOGUE, Kind, Mistakes, Module, Step, modules, playing, read_module
from spoorboek.methods.reading import load, plain

WARM = CATALOGUE / "warm-contact"
STEPS = [
    (module, step)
    for module in modules().values()
    for edition in (module.nl, module.en)
    for step in edition.steps
]


def named(one: Module | Step) -> str:
    return one.key


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a shipped module, to spoil."""
    return Path(shutil.copytree(WARM, tmp_path / "warm-contact"))


def spoilt(folder: Path, was: str, becomes: str, language: str = "nl") -> str:
    """What the check says after one change of the file."""
    path = folder / f"{language}.md"
    text = path.read_text()
    assert text.count(was) >= 1, was
    path.write_text(text.replace(was, becomes, 1))
    with pytest.raises(Mistakes) as wrong:
        read_module(folder)
    return str(wrong.value)


@pytest.mark.parametrize("module", modules().values(), ids=named)
def test_every_way_through_every_conversation_reaches_an_end(module: Module) -> None:
    for edition in (module.nl, module.en):
        for step in edition.steps:
            if step.kind is Kind.CONVERSATION:
                walk(step, ())


def walk(step: Step, given: tuple[int, ...]) -> None:
    """Every way that comes nowhere twice, and from each moment of it an end is still within reach."""
    node = playing.moment(step, given)
    keys = [step.first.key, *(turn.after.key for turn in playing.turns(step, given))]
    if node.end or len(keys) != len(set(keys)):
        return
    assert node.choices
    for number in range(len(node.choices)):
        walk(step, (*given, number))


@pytest.mark.parametrize(("module", "step"), STEPS, ids=lambda one: one.key)
def test_every_answer_gets_feedback(module: Module, step: Step) -> None:
    assert all(item.feedback and item.text for item in step.items)
    assert all(choice.feedback and choice.text for node in step.nodes.values() for choice in node.choices)


def test_a_dead_end_names_its_line_and_how_to_mend_it(folder: Path) -> None:
    said = spoilt(folder, "## agreed {end good}", "## agreed")
    line = (folder / "nl.md").read_text().split("\n").index("## agreed") + 1
    assert f"nl.md:{line}: first-call: agreed: is a dead end" in said
    assert "(for example: {end good})" in said


def test_a_moment_that_nobody_reaches_is_a_mistake(folder: Path) -> None:
    said = spoilt(
        folder, "## silence {end again}", "## alone {end again}\n\nNiemand.\n\n## silence {end again}"
    )
    assert "first-call: alone: is never reached" in said


def test_a_conversation_that_goes_round_for_ever_is_a_mistake(folder: Path) -> None:
    choice = "- [Ja.](#{0})\n  > Rond.\n"
    loop = (
        "## round\n\nRond.\n\n" + choice.format("round") + choice.format("room") + "\n## silence {end again}"
    )
    assert "room" in loop
    said = spoilt(folder, "## silence {end again}", loop.replace("#room", "#round"))
    assert "first-call: round: is never reached" in said
    said = spoilt(folder, "(#silence)", "(#round)")
    assert "first-call: round: goes round and never ends" in said


def test_one_good_way_only_is_a_mistake(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(WARM, tmp_path / "warm-contact"))
    said = spoilt(folder, "## agreed {end good}", "## agreed {end again}")
    assert "has no two good ways through it" in said


@pytest.mark.parametrize(
    ("was", "becomes", "says"),
    [
        ("(#pressed)", "(#nowhere)", "leads to 'nowhere', which is not there"),
        ("  > Je zegt wie je bent, waarom je belt en je vraagt of het uitkomt. Zij mag nee zeggen. Dat geeft lucht.\n",
         "", "has no feedback quoted under it"),
        ("fatma (tired)", "fatma (angry)", "angry: is no mood (calm, glad"),
        ("fatma (tired)", "ahmed (tired)", "ahmed: is not in the cast above"),
        ("{first-call conversation}", "{first-call talk}", "names no step and kind (text, conversation"),
        ("{note choose}", "{why choose}", "there is another step with this name"),
        ("- [x] Gebeld. Overdracht", "- Gebeld. Overdracht", "says not whether it is a good answer"),
        ("(lijn.svg)", "(weg.svg)", "this drawing is not there"),
        ("(lijn.svg)", "(https://example.nl/lijn.png)", "is no drawing in this folder"),
        ("title: Warm contact\n", "", "title: this is missing; add it (for example: Warm contact)"),
        ("minutes: 8", "minutes: veel", "nl.md:4: minutes: write a whole number"),
        ("look: scarf", "look: hat", "cast.fatma.look: choose from 'scarf'"),
        ("---\ntitle", "title", "begins with a head between two lines of ---"),
        ("## Dit is voor de bedrijfsarts\n", "", "needs two groups or more"),
        ("# En jij? {own reflect}", "# En jij? {other reflect}", "misses other"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(folder: Path, was: str, becomes: str, says: str) -> None:
    assert says in spoilt(folder, was, becomes)


def test_a_missing_language_is_a_mistake(folder: Path) -> None:
    (folder / "en.md").unlink()
    with pytest.raises(Mistakes, match=r"en\.md: this file is not there"):
        read_module(folder)


def test_all_mistakes_are_told_at_once(folder: Path) -> None:
    path = folder / "nl.md"
    path.write_text(path.read_text().replace("(tired)", "(angry)", 1).replace("(#pressed)", "(#x)", 1))
    said = spoilt(folder, "minutes: 8", "minutes: 7", "en")
    assert "angry" in said


@pytest.mark.parametrize(
    "inside",
    [
        '<script class="a">x</script>',
        '<path d="M0 0" onload="x"/>',
        '<path d="M0 0" style="fill:red"/>',
        '<image href="https://example.nl/a.png"/>',
        '<circle r="3" fill="#ff0000"/>',
    ],
)
def test_a_drawing_holds_shapes_only(folder: Path, inside: str) -> None:
    (folder / "lijn.svg").write_text(f'<svg viewBox="0 0 1 1">{inside}</svg>')
    with pytest.raises(Mistakes, match=r"lijn\.svg:1"):
        read_module(folder)


def test_html_in_a_text_stays_text(folder: Path) -> None:
    path = folder / "nl.md"
    path.write_text(path.read_text().replace("Drie dingen maken", "<script>x</script> Drie dingen maken"))
    step = read_module(folder).nl.step("why")
    assert step
    assert "<script>" not in step.body
    assert "&lt;script&gt;" in step.body


def test_a_line_that_is_gone_begins_its_step_again() -> None:
    edition = modules()["warm-contact"].nl
    assert playing.fitting(edition, playing.Standing("gone")) == playing.begin(edition)
    assert playing.fitting(edition, playing.Standing("first-call", (0, 9))) == playing.Standing("first-call")
    kept = playing.Standing("first-call", (0, 1))
    assert playing.fitting(edition, kept) == kept


def test_an_order_is_never_shown_as_it_should_be() -> None:
    for module, step in STEPS:
        if step.kind is Kind.ORDER:
            assert playing.shuffled(step) != tuple(range(len(step.items))), (module.key, step.key)


def test_every_module_that_a_method_names_is_there() -> None:
    named = {
        step["ref"]
        for path in CATALOGUE.parents[1].glob("*/method.yaml")
        for phase in plain(load(path))["phases"]
        for step in phase["steps"]
        if step["kind"] == "learning-module" and "ref" in step
    }
    assert named <= set(modules())
    assert named


def test_minutes_are_about_what_reading_and_trying_take() -> None:
    """Some 160 words a minute with time to think, and 40 seconds for each thing to answer."""
    for key, module in modules().items():
        words = len(Path(module.nl.file).read_text().split("---", 2)[2].split())
        told = words / 160 + sum(step.asks or bool(step.nodes) for step in module.nl.steps) * 0.7
        assert 0.5 <= told / module.minutes <= 1.6, (key, told)


def test_every_worksheet_that_a_module_leads_to_is_there() -> None:
    named = {step.door for _, step in STEPS if step.kind is Kind.REFLECT and step.door}
    there = {path.stem for path in CATALOGUE.parents[1].glob("*/worksheets/*.yaml")}
    assert named
    assert named <= there
