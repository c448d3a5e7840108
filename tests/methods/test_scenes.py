"""Scenes as files: what is shipped is sound, and what is wrong is said so that a coach can mend it."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from spoorboek.methods.reading import load, parse, plain, understand
from spoorboek.methods.scenes import (
    CATALOGUE,
    Mistakes,
    SceneFile,
    read_once,
    read_scene,
    registry,
    scene_from,
    scenes,
    shipped_scene,
    troubles,
)
from spoorboek.methods.scenes.picture import picture
from spoorboek.methods.scenes.playing import RENAMED
from spoorboek.practice.scenes.faces import face

ENGINE = Path(__file__).parents[2] / "frontend" / "vr"
Content = dict[str, Any]


def talk() -> Content:
    """A shipped conversation as plain values, to spoil."""
    return plain(load(CATALOGUE / "manager-talk.yaml"))  # type: ignore[no-any-return]


def said(content: Content, language: str = "nl") -> list[str]:
    scene = understand(content, SceneFile, "scene")
    return [f"{'.'.join(map(str, one.place))}: {one.said.in_language(language)}" for one in troubles(scene)]


def nodes(content: Content) -> Content:
    return content["dialogue"]["nodes"]  # type: ignore[no-any-return]


def test_every_shipped_scene_can_be_read() -> None:
    assert all(scene.key == key for key, scene in scenes().items())


def test_who_wants_one_scene_waits_for_one_file() -> None:
    assert shipped_scene("no-such-scene") is None
    read_once.cache_clear()
    shipped_scene("manager-talk")
    assert read_once.cache_info().currsize == 1


def test_the_library_knows_the_same_things_as_the_engine() -> None:
    engine = json.loads((ENGINE / "registry.json").read_text(encoding="utf-8"))
    assert {name: sorted(keys) for name, keys in registry().items()} == {
        name: sorted(engine[name]) for name in registry()
    }


def test_a_scene_is_played_in_both_languages_with_its_defaults() -> None:
    for scene in scenes().values():
        for language in ("nl", "en"):
            told = json.dumps(scene.played(language))
            assert not [own.key for own in scene.own if f"{{{own.key}}}" in told]
            assert not [name for name in RENAMED if f'"{name}":' in told and name != "least"]


def test_one_s_own_words_are_filled_in() -> None:
    scene = scenes()["manager-talk"]
    played = scene.played("nl", {"manager": "Wilma", "wall": "#336699", "dreaded": ""})
    assert (played["people"][0]["name"], played["room"]["wall"]) == ("Wilma", "#336699")


@pytest.mark.parametrize(
    "own",
    [{"manager": "x" * 40}, {"wall": "red"}, {"other": "x"}, {"manager": "{wall}"}, {"manager": "a\x07b"}],
)
def test_a_word_that_does_not_fit_is_refused(own: dict[str, str]) -> None:
    with pytest.raises(ValueError):
        scenes()["manager-talk"].played("nl", own)


def without_inside(content: Content) -> None:
    del nodes(content)["hello"]["inside"]


def stopped_dead(content: Content) -> None:
    del nodes(content)["hello"]["choices"]


def goes_round(content: Content) -> None:
    nodes(content)["holds"] = {**nodes(content)["holds"], "choices": [], "to": "holds"}


def far_away(content: Content) -> None:
    content["people"][0]["at"] = [9, 0]


def on_my_lap(content: Content) -> None:
    content["people"][0]["at"] = list(content["start"]["at"])


def too_many(content: Content) -> None:
    content["extras"] = [{"dial": "noise", "max": 15, "area": [-1, -1, 1, 1], "acts": ["walk"]}]


def no_such(content: Content) -> None:
    content["people"][0]["mood"] = "furious"


def no_such_prop(content: Content) -> None:
    content["props"][0]["type"] = "unicorn"


def no_sound(content: Content) -> None:
    content["events"][0]["actions"][0]["key"] = "bang"


def forgotten_dial(content: Content) -> None:
    del content["steps"][2]["dials"]["noise"]


def easier(content: Content) -> None:
    content["steps"][3], content["steps"][1] = content["steps"][1], content["steps"][3]


def few_steps(content: Content) -> None:
    del content["steps"][4:]


def long_answer(content: Content) -> None:
    nodes(content)["hello"]["choices"][0]["text"]["nl"] = "lang " * 20


def unknown_word(content: Content) -> None:
    content["goal"]["nl"] = "Praten met {boss}."


def nobody(content: Content) -> None:
    nodes(content)["team"]["who"] = "frank"


def nowhere(content: Content) -> None:
    nodes(content)["hello"]["choices"][0]["to"] = "heaven"


def never_reached(content: Content) -> None:
    nodes(content)["lost"] = {**nodes(content)["end-agreed"]}


def thin(content: Content) -> None:
    for node in nodes(content).values():
        if "end" in node:
            node["end"]["good"] = False


def at_once(content: Content) -> None:
    content["events"][1]["at"] = 61


SPOILED: list[tuple[Callable[[Content], None], str]] = [
    (without_inside, "wat de ander hier voelt"),
    (stopped_dead, "loopt het gesprek dood"),
    (goes_round, "gaat het rond"),
    (far_away, "buiten de kamer"),
    (on_my_lap, "op dezelfde plek"),
    (too_many, "mensen tegelijk"),
    (no_such, "'furious' is er niet"),
    (no_such_prop, "'unicorn' is er niet"),
    (no_sound, "geen geluid bang"),
    (forgotten_dial, "zegt niets over noise"),
    (easier, "niet zwaarder"),
    (few_steps, "ladder heeft 4 treden"),
    (long_answer, "te lang om te lezen"),
    (unknown_word, "{boss} staat niet bij"),
    (nobody, "frank is er niet"),
    (nowhere, "leidt naar heaven"),
    (never_reached, "hier komt niemand"),
    (thin, "geen enkel goed antwoord"),
    (at_once, "vlak na elkaar"),
]


@pytest.mark.parametrize(("spoil", "words"), SPOILED, ids=[spoil.__name__ for spoil, _words in SPOILED])
def test_what_is_wrong_is_said_in_plain_words(spoil: Callable[[Content], None], words: str) -> None:
    content = talk()
    spoil(content)
    assert any(words in one for one in said(content)), said(content)


def test_a_mistake_names_file_line_key_and_an_example(tmp_path: Path) -> None:
    text = (
        (CATALOGUE / "manager-talk.yaml").read_text(encoding="utf-8").replace("who: manager", "who: frank", 2)
    )
    file = tmp_path / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(Mistakes) as wrong:
        read_scene(file)
    assert any(one.line and one.file == str(file) for one in wrong.value.found)


def test_a_missing_language_and_an_unknown_field_are_mistakes() -> None:
    content = talk()
    del content["title"]["en"]
    content["colour"] = "red"
    with pytest.raises(Mistakes) as wrong:
        understand(content, SceneFile, "scene")
    assert {one.key for one in wrong.value.found} >= {"title.en", "colour"}


def test_an_upload_is_read_without_aliases() -> None:
    with pytest.raises(Mistakes):
        scene_from("key: &a x\nversion: *a\n")
    assert parse("key: x", "f") == {"key": "x"}


@pytest.mark.parametrize("text", ["a: " + "[" * 90_000, "a: [" + "[b, " * 40_000, "a:" * 60_000])
def test_an_upload_that_is_only_deep_is_soon_refused(text: str) -> None:
    begun = time.process_time()
    with pytest.raises(Mistakes):
        scene_from(text)
    assert time.process_time() - begun < 5


def test_a_word_never_stands_in_a_drawing_as_a_colour() -> None:
    content = talk()
    content["own"] = [
        *content.get("own", []),
        {
            "key": "wish",
            "label": {"nl": "Wens", "en": "Wish"},
            "kind": "sentence",
            "default": '"><image href="//x"/>',
        },
    ]
    content["room"]["accent"] = content["room"]["floor"]["colour"] = "{wish}"
    content["people"][0]["look"]["skin"] = "{wish}"
    assert [one for one in said(content) if "is geen kleur" in one][:1] == [
        "room.accent: {wish} is geen kleur"
    ]
    played = understand(content, SceneFile, "scene").played("nl", {"wish": '"/><script>'})
    assert "script" not in picture(played) + str(face(played["people"][0], "happy"))
