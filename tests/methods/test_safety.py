"""The safety protocol of practising: every number with a source, what is left out or made up is found."""

from pathlib import Path

import pytest

from spoorboek.methods.reading import Mistakes, read
from spoorboek.methods.safety import FILE, NEEDED, Safety, safety


def test_the_shipped_protocol_holds_the_limits_of_the_facts() -> None:
    known = safety()
    asked = ("headset-minutes", "break-minutes", "drive-after", "raise-at-most", "quiet-at", "nausea-stop")
    assert [known.value(key) for key in asked] == [20, 10, 30, 6, 9, 4]
    assert not known.reviewed


def test_the_player_gets_every_threshold() -> None:
    engine = (Path(__file__).parents[2] / "frontend" / "vr" / "play" / "safety.ts").read_text("utf-8")
    told = safety().for_player
    assert [key for key in told if f"  {key}: {told[key]:g}," not in engine] == []


@pytest.mark.parametrize("key", sorted(NEEDED))
def test_a_rule_that_is_left_out_is_named(key: str, tmp_path: Path) -> None:
    text = FILE.read_text("utf-8").replace(f"- key: {key}\n", "- key: another-rule\n", 1)
    other = tmp_path / "safety.yaml"
    other.write_text(text, "utf-8")
    with pytest.raises(Mistakes, match=key):
        read(other, Safety)


def test_a_source_that_is_not_listed_is_named(tmp_path: Path) -> None:
    other = tmp_path / "safety.yaml"
    other.write_text(FILE.read_text("utf-8").replace("source: [meta, cabin]", "source: [hearsay]"), "utf-8")
    with pytest.raises(Mistakes, match="hearsay"):
        read(other, Safety)
