"""`spoorboek scene`: what is wrong is said, and a conversation can be talked through in the terminal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from spoorboek.methods.scenes import CATALOGUE
from spoorboek.methods.scenes.cli import main


def answering(*answers: str) -> Iterator[str]:
    yield from answers


def test_every_scene_of_the_product_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out.count("treden") == len(list(CATALOGUE.glob("*.yaml"))) >= 10


def test_a_wrong_file_is_told_in_the_chosen_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.yaml"
    text = (CATALOGUE / "extra-shift.yaml").read_text(encoding="utf-8")
    file.write_text(text.replace("who: planner", "who: nobody", 1), encoding="utf-8")
    assert main(["check", str(file), "--language", "nl"]) == 1
    assert "'nobody' is er niet" in capsys.readouterr().err


def test_a_conversation_is_played_to_its_end_with_a_step_back(capsys: pytest.CaptureFixture[str]) -> None:
    said = answering("1", "b", "1", "1", "1", "1", "1")
    assert main(["play", "manager-talk", "--language", "en"], ask=lambda _prompt: next(said)) == 0
    told = capsys.readouterr().out
    assert "== An agreement that fits ==" in told
    assert "- Me too. Good that you say so. You say honestly how it is." in told


def test_one_may_stop_at_any_moment(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["play", "quiet-place"], ask=lambda _prompt: "q") == 0
    assert capsys.readouterr().out
