"""The explanations of the stations: complete, in everyday words, and with a source for every fact."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from spoorboek.dossiers import stations
from spoorboek.dossiers.models import Appointment, Dossier
from spoorboek.dossiers.stations.pictograms import PICTOGRAMS
from spoorboek.law.keys import KEYS
from spoorboek.people.policy import Layer

CLIENT = Path(stations.__file__).parents[1] / "templates" / "dossiers" / "client"
LONGEST_AVERAGE, LONGEST = 15, 28
"""Words in a sentence, for English too; how plain the Dutch is, tests/language measures."""


def texts(words: stations.Words) -> Iterator[str]:
    yield from (words.title, *words.happens, *words.ask, *words.bring)
    yield from (text for text in (words.who, words.takes, words.otherwise, words.now, words.own) if text)


def sentences(found: list[str]) -> list[int]:
    """The lengths in words of all sentences."""
    parts = (part for text in found for part in re.split(r"(?<=[.?!:])\s+", text))
    return [len(part.split()) for part in parts if part]


def test_every_key_of_the_law_and_both_ends_have_an_explanation() -> None:
    assert set(KEYS) | set(stations.EVENTS) <= set(stations.stations())


def test_every_kind_of_talk_has_an_explanation() -> None:
    assert {f"{stations.TALK}{kind}" for kind in Appointment.Kind.values} <= set(stations.stations())


def test_every_way_to_close_a_dossier_has_words_of_its_own() -> None:
    states = stations.read("states")
    assert {f"closed_{closing}" for closing in Dossier.Closing.values} <= set(states)
    assert {"recovered", "leave"} <= set(states)


def test_every_layer_that_holds_anything_has_a_plain_name() -> None:
    assert {layer.value for layer in Layer if layer is not Layer.DIRECTORY} == set(stations.read("layers"))


@pytest.mark.parametrize("key", sorted(stations.stations()))
def test_an_explanation_names_its_sources(key: str) -> None:
    found = stations.stations()[key].law
    assert found
    assert all(source.title.nl and source.title.en for source in found)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("key", sorted(stations.stations()))
def test_sentences_are_short(key: str, language: str) -> None:
    lengths = sentences(list(texts(getattr(stations.stations()[key], language))))
    assert sum(lengths) / len(lengths) <= LONGEST_AVERAGE
    assert max(lengths) <= LONGEST


def test_every_pictogram_is_drawn_and_every_drawing_is_named() -> None:
    assert {path.stem for path in (CLIENT / "pictograms").glob("*.svg")} == set(PICTOGRAMS)


def test_a_step_that_can_come_first_says_whose_turn_it_is() -> None:
    for key in KEYS:
        station = stations.stations()[key]
        assert station.quiet or station.right or station.nl.now or station.nl.own, key
