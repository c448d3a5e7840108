"""`./spoorboek test`: keeps going, says what failed, and ends with pytest's own closing line."""

import sys
from pathlib import Path

import pytest

from spoorboek.site.launch import chromium, proof
from spoorboek.site.launch.speech import Trouble


def script(text: str) -> list[str]:
    return [sys.executable, "-c", text]


def test_the_last_line_is_held_back_until_the_checks_are_done(capsys: pytest.CaptureFixture[str]) -> None:
    code, closing = proof.stream(
        script("print('one'); print('two'); print(); print('3 passed in 1s'); raise SystemExit(5)")
    )
    assert (code, closing) == (5, "3 passed in 1s\n")
    assert capsys.readouterr().out == "one\ntwo\n"


def test_every_check_runs_and_a_failed_one_shows_what_it_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = (
        proof.Part("bad", lambda: proof.finished(script("print('line 7 is wrong'); raise SystemExit(1)"))),
        proof.Part("good", lambda: proof.finished(script("print('chatter')"))),
    )
    monkeypatch.setattr(proof, "PARTS", parts)
    failed: list[str] = []
    proof.run_parts(failed)
    said = capsys.readouterr().out
    assert failed == ["bad"]
    assert "line 7 is wrong\nbad: niet in orde (" in said
    assert "good: in orde (" in said
    assert "chatter" not in said


def test_a_browser_that_was_named_but_is_not_there_is_not_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPOORBOEK_CHROMIUM", "/no/such/browser")
    assert chromium.found() is None


def test_the_shell_without_windows_goes_before_the_whole_browser(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SPOORBOEK_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("chromium", "chromium-headless-shell"):
        program = tmp_path / name
        program.touch(mode=0o755)
        assert chromium.lightest() == str(program)
    assert chromium.whole() == str(tmp_path / "chromium")


def test_without_a_browser_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SPOORBOEK_CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "MAC_PLACES", ())
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Trouble, match=r"sudo apt-get install -y chromium|brew install"):
        chromium.needed()
