"""The forms of a scene: what happens, where somebody is, who the other person can be. Without a page around them."""

from typing import Any

import pytest

from spoorboek.methods.scenes import SceneFile, scenes, troubles
from spoorboek.methods.scenes.playing import ACTIONS
from spoorboek.practice.scenes.writing.event import DOES, NAMES, NEW
from spoorboek.practice.scenes.writing.moves import MOVES
from spoorboek.practice.scenes.writing.part import as_data
from spoorboek.practice.scenes.writing.parts import PARTS, home_of
from spoorboek.practice.scenes.writing.place import in_the_words_of


def written(scene: SceneFile, part: str, key: str, **values: Any) -> SceneFile:
    """The scene after some fields of a form were filled in differently."""
    form = PARTS[part](scene=scene, key=key, language="nl")
    sent = PARTS[part](as_data({**form.initial, **values}), scene=scene, key=key, language="nl")
    assert sent.is_valid(), sent.errors
    made = sent.changed(scene)
    assert SceneFile.model_validate_json(made.as_json()) == made
    return made


def test_an_event_does_everything_that_the_format_knows() -> None:
    assert DOES.keys() == ACTIONS.keys()
    scene = MOVES["event-add"](scenes()["childcare-group"], "sound")
    made = written(
        scene, "gebeurtenis", "event-1", when="itself", at="200", dial="noise", dial_from="3",
        actions_0_do="sound", actions_0_key=f"{NEW}phone-ring", actions_1_do="act", actions_1_who="colleague",
        actions_1_act="phone", actions_2_do="mood", actions_2_who="child", actions_2_mood="worried",
    )  # fmt: skip
    event = made.events[-1]
    assert [one.do for one in event.actions] == ["sound", "act", "mood"]
    assert (event.at, event.dial and (event.dial.key, event.dial.least)) == (200, ("noise", 3))
    sound = made.sounds[-1]
    assert (event.actions[0].key, sound.caption.nl, sound.loop) == (sound.key, "Een telefoon gaat", False)
    assert not troubles(made)


@pytest.mark.parametrize("kind", NAMES)
def test_an_event_that_is_added_only_waits_for_what_is_said(kind: str) -> None:
    found = {one.place[-2] for one in troubles(MOVES["event-add"](scenes()["manager-talk"], kind))}
    assert found == ({"text"} if kind == "line" else set())


def test_an_event_says_which_field_is_still_empty() -> None:
    scene = MOVES["event-add"](scenes()["manager-talk"], "line")
    form = PARTS["gebeurtenis"](scene=scene, key="event-1", language="nl")
    sent = {**form.initial, "when": "itself", "actions_0_text_nl": "", "actions_1_do": "sound"}
    wrong = PARTS["gebeurtenis"](as_data(sent), scene=scene, key="event-1", language="nl")
    assert set(wrong.errors) == {"at", "actions_0_text_nl", "actions_0_text_en", "actions_1_key"}


def test_who_moves_takes_the_seat_of_the_other_along_and_turns_to_who_practises() -> None:
    scene = scenes()["manager-talk"]
    made = written(scene, "mens", "manager", at="-1.2 -0.75")
    assert made.other is not None
    assert made.people[0].at == made.other.at == (-1.2, -0.75)
    assert (made.people[0].turn, made.other.facing) == (148, 148)


def test_another_person_as_the_other_brings_the_seat_to_where_they_are() -> None:
    scene = scenes()["manager-talk"]
    made = written(scene, "andere-stoel", "scene", who="colleague")
    assert made.other is not None
    assert (made.other.who, made.other.at) == ("colleague", scene.people[1].at)


def test_a_conversation_without_the_other_s_seat_is_mended_in_the_form_of_that_seat() -> None:
    made = written(scenes()["manager-talk"], "andere-stoel", "scene", who="")
    (wrong,) = troubles(made)
    assert home_of(made, wrong.place) == ("andere-stoel", "scene")
    form = PARTS["andere-stoel"](scene=made, key="scene", language="nl")
    assert form.field_of(wrong) == ""


def test_people_without_a_role_stand_around_every_part_that_was_chosen() -> None:
    made = written(scenes()["childcare-group"], "erbij", "0", area=["0-0", "1-1"], acts=["play"], max="4")
    (extra,) = made.extras
    assert (extra.area, extra.acts, extra.max) == ((-3.4, -2.9, 3.4, 2.9), ("play",), 4)


def test_a_thing_moved_to_a_wall_has_its_back_to_it() -> None:
    scene = scenes()["manager-talk"]
    made = written(scene, "ding", "0", against="west")
    assert (made.props[0].turn, made.props[0].at[1]) == (90, scene.props[0].at[1])
    assert made.props[0].at[0] < 0.6 - scene.room.w / 2


def test_with_a_kind_of_the_other_an_answer_leads_elsewhere_and_without_it_nothing_remembers() -> None:
    scene = scenes()["manager-talk"]
    two = MOVES["kind-add"](scene, "")
    assert [one.key for one in two.kinds] == ["usual", "kind-1"]
    to = list(scene.dialogue.nodes)[-1]
    made = written(two, "moment", "hello", **{"choices_0_by_kind_kind-1": to})
    assert made.dialogue.nodes["hello"].choices[0].by_kind == {"kind-1": to}
    assert MOVES["kind-drop"](made, "kind-1") == scene


def test_a_skill_of_ones_own_is_a_kind_of_answer_to_choose() -> None:
    scene = scenes()["manager-talk"]
    while "own-a" not in [one.key for one in scene.skills]:
        scene = MOVES["skill-add"](scene, "")
    last = str(len(scene.skills) - 1)
    asking = {
        "label_nl": "Doorvragen",
        "label_en": "Asking on",
        "hint_nl": "Vraag door.",
        "hint_en": "Ask on.",
    }
    scene = written(scene, "vaardigheid", last, **asking)
    form = PARTS["moment"](scene=scene, key="hello", language="nl")
    assert ">Doorvragen</option>" in str(form["choices_0_tag"])
    assert (
        written(scene, "moment", "hello", choices_0_tag="own-a").dialogue.nodes["hello"].choices[0].tag
        == "own-a"
    )


def test_a_place_is_two_numbers_that_a_scene_can_hold() -> None:
    scene = scenes()["manager-talk"]
    form = PARTS["stoel"](scene=scene, key="scene", language="nl")
    for text in ("nan 0", "0 inf", "1", "here"):
        sent = PARTS["stoel"](as_data({**form.initial, "at": text}), scene=scene, key="scene", language="nl")
        assert sent.errors["at"] == ["Kies een plek op de tekening."]


def test_what_a_colleague_chose_is_told_in_words() -> None:
    form = PARTS["andere-stoel"](scene=scenes()["manager-talk"], key="scene", language="nl")
    told = {name: in_the_words_of(form.fields[name], value) for name, value in form.initial.items()}
    assert told == {
        "who": "Karin", "at": "0,8 m naar achteren", "looks": "jou", "eye": "op een gewone stoel (1,2 m)",
    }  # fmt: skip
    sounds = PARTS["gebeurtenis"](scene=scenes()["manager-talk"], key="phone-buzzes", language="nl").fields[
        "actions_0_key"
    ]
    assert in_the_words_of(sounds, f"{NEW}rain") == "regen"
