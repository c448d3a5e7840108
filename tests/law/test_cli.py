"""The timetable command."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from spoorboek.law.cli import main

FACTS = json.dumps(
    {
        "first_sick_day": "2022-01-03",
        "spells": [{"from": "2022-01-03", "until": "2022-07-04"}, {"from": "2022-07-25"}],
    }
)


def run(capsys: pytest.CaptureFixture[str], *argv: str, stdin: str = "") -> tuple[int, str, str]:
    code = main(argv, io.StringIO(stdin))
    out = capsys.readouterr()
    return code, out.out, out.err


def test_a_file_gives_the_full_result_as_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_text(FACTS, "utf-8")
    code, out, err = run(capsys, str(path), "--json", "--on", "2022-09-01")
    result = json.loads(out)
    assert (code, err) == (0, "")
    assert result["clocks"]["wage"]["last_day"] == "2024-01-21"
    assert result["clocks"]["wage"]["first_day_after"] == "2024-01-22"
    row = next(row for row in result["obligations"] if row["key"] == "report-42-weeks")
    assert row["due"] == "2022-11-14"
    assert row["because"][0]["text"]["en"]


def test_a_dash_reads_standard_input(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "-", "--lang", "en", stdin=FACTS)
    assert code == 0
    assert "2024-01-22" in out
    assert "Apply for WIA" in out


def test_flags_serve_the_simple_case(capsys: pytest.CaptureFixture[str]) -> None:
    flags = ["--first-sick-day", "2026-01-12", "--spell", "2026-01-12:2026-03-02", "--spell", "2026-03-09"]
    code, out, _ = run(capsys, *flags, "--on", "2026-06-01", "--why")
    assert code == 0
    assert "Opzegverbod" in out
    assert "te laat" in out
    assert "van 2 maart 2026 tot en met 8 maart 2026: 7 dagen" in out


def test_leave_end_of_employment_and_pension_can_be_flags(capsys: pytest.CaptureFixture[str]) -> None:
    more = ["--leave", "2026-03-02:2026-06-22", "--employment-end", "2026-08-31", "--aow-date", "2030-01-01"]
    code, out, _ = run(capsys, "--first-sick-day", "2026-01-12", *more, "--json")
    assert code == 0
    assert json.loads(out)["case"]["uncertain"][0]["id"] == "answer-unknown"


@pytest.mark.parametrize(
    ("stdin", "said"),
    [
        ("{", "this is not JSON"),
        ("[1]", "moet een groep velden zijn"),
        ('{"first_sick_day": "x"}', "is geen datum"),
    ],
)
def test_facts_that_cannot_be_used_give_exit_code_1(
    capsys: pytest.CaptureFixture[str], stdin: str, said: str
) -> None:
    code, out, err = run(capsys, "-", stdin=stdin)
    assert (code, out) == (1, "")
    assert said in err


def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = run(capsys, str(tmp_path / "no.json"))
    assert code == 1
    assert "no.json: cannot be read" in err


@pytest.mark.parametrize(
    "argv", [[], ["facts.json", "--first-sick-day", "2026-01-12"], ["--first-sick-day", "12-1-2026"]]
)
def test_wrong_use_gives_exit_code_2(argv: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(argv)
    assert stopped.value.code == 2
