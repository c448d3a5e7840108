"""Ways of intervision are files that hold together."""

from pathlib import Path

import pytest

from spoorboek.methods.intervision import FOLDER, Shown, Who, read_way, ways
from spoorboek.methods.reading import Mistakes


def test_the_incident_method_and_the_ten_steps_are_there() -> None:
    assert list(ways()) == ["incident", "ten-steps"]
    assert len(ways()["ten-steps"].steps) == 10
    assert 60 <= ways()["incident"].minutes <= 90
    assert 75 <= ways()["ten-steps"].minutes <= 90


@pytest.mark.parametrize("key", ["incident", "ten-steps"])
def test_each_way_lets_the_presenter_be_chosen_turn_away_and_say_what_they_will_do(key: str) -> None:
    steps = ways()[key].steps
    assert sum(step.chooses_presenter for step in steps) == 1
    assert any(step.turned_back for step in steps)
    actions = [step for step in steps if step.typed and step.typed.is_action]
    assert [step.typed.by for step in actions if step.typed] == [Who.PRESENTER]
    assert any(step.typed and step.typed.shown is Shown.TOGETHER for step in steps)
    assert ways()[key].people.most >= 12


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("shows: [topics]", "shows: [nowhere]", "'nowhere'"),
        ("key: topics", "key: look-back", "twice"),
        ("basis: S54", "basis: S1", "sources"),
        ("minutes: 10", "minutes: long", "steps.2.minutes"),
    ],
)
def test_a_file_that_does_not_hold_together_says_where(
    tmp_path: Path, was: str, becomes: str, said: str
) -> None:
    text = (FOLDER / "incident.yaml").read_text(encoding="utf-8")
    path = tmp_path / "wrong.yaml"
    path.write_text(text.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises(Mistakes) as caught:
        read_way(path)
    assert said in str(caught.value)


def test_who_listens_with_the_back_turned_does_not_type(tmp_path: Path) -> None:
    text = (FOLDER / "ten-steps.yaml").read_text(encoding="utf-8")
    before, after = text.split("turned_back: true", 1)
    path = tmp_path / "wrong.yaml"
    path.write_text(before + "turned_back: true" + after.replace("by: others", "by: presenter", 1), "utf-8")
    with pytest.raises(Mistakes, match="back turned"):
        read_way(path)
