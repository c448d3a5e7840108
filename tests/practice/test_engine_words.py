"""The engine's words: the same keys on both sides, in both languages, and the header of a page that holds a player."""

import re
from pathlib import Path

from django.http import HttpResponse
from django.test import RequestFactory
from django.utils.translation import override

from spoorboek.practice.scenes.headers import with_headset
from spoorboek.practice.scenes.words import engine_words
from spoorboek.site.launch.frontend import FOLDER

WORDS = FOLDER / "vr" / "words.ts"
PLACES = re.compile(r"\{(\w+)\}")


def keys_of_the_engine(path: Path) -> list[str]:
    listed = path.read_text().split("WORD_KEYS = [")[1].split("]")[0]
    return re.findall(r'^  "(\w+)",$', listed, re.MULTILINE)


def test_the_server_fills_exactly_the_words_that_the_engine_asks() -> None:
    assert sorted(engine_words()) == sorted(keys_of_the_engine(WORDS))


def test_the_engine_uses_every_word_it_asks_for() -> None:
    sources = [path for path in (FOLDER / "vr").rglob("*.ts") if path != WORDS and ".test." not in path.name]
    engine = "\n".join(path.read_text() for path in sources)
    made = ("mood_", "notice_", "wait_")  # put together from a key of the scene or the state
    unused = {
        key for key in engine_words() if not key.startswith(made) and not re.search(rf"\b{key}\b", engine)
    }
    assert not unused


def test_every_word_has_english_with_the_same_places_to_fill() -> None:
    with override("nl"):
        dutch = engine_words()
    with override("en"):
        english = engine_words()
    for key, word in dutch.items():
        assert sorted(PLACES.findall(word)) == sorted(PLACES.findall(english[key])), key
    same = {key for key in dutch if dutch[key] == english[key]}
    assert same <= {"start", "stop"}, same


def test_a_page_with_a_player_may_ask_for_a_headset_and_for_nothing_else() -> None:
    answer = with_headset(lambda request: HttpResponse())(RequestFactory().get("/"))
    allowed = [part for part in answer["Permissions-Policy"].split(", ") if part.endswith("=(self)")]
    assert allowed == ["xr-spatial-tracking=(self)"]
