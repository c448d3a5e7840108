"""`./spoorboek module`: what an author sees in the terminal."""

import shutil
from pathlib import Path

import pytest

from spoorboek.methods.modules import CATALOGUE, modules
from spoorboek.methods.modules.cli import main


def test_all_shipped_modules_are_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    said = capsys.readouterr().out
    assert [key for key in modules() if f"{key} (" not in said] == []


def test_one_is_named_by_its_key_or_its_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "warm-contact", str(CATALOGUE / "relapse")]) == 0
    assert capsys.readouterr().out.count(" steps, ") == 2


def test_mistakes_go_to_standard_error_with_file_line_and_example(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(CATALOGUE / "warm-contact", tmp_path / "my-module"))
    path = folder / "nl.md"
    path.write_text(path.read_text().replace("## silence {end again}", "## silence"))
    assert main(["check", str(folder), "--language", "en"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert f"{path}:" in said.err
    assert "first-call: silence: is a dead end" in said.err
    assert "(for example: {end good})" in said.err


def test_a_folder_that_is_not_there_is_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "no-such-folder"]) == 1
    assert "nl.md: dit bestand is er niet" in capsys.readouterr().err


def test_the_list_names_every_step(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    assert "first-call       conversation" in capsys.readouterr().out
