"""An organisation's own scene: copied, changed in forms, never lost, kept, shared with colleagues and no one else."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from spoorboek.methods.scenes import SceneFile, scene_from, scenes, troubles
from spoorboek.methods.scenes.writing import as_yaml
from spoorboek.people.actor import acting_as
from spoorboek.people.policy import Role
from spoorboek.people.registrar import appoint
from spoorboek.practice.scenes import access, acts
from spoorboek.practice.scenes.models import SceneDraft
from spoorboek.practice.scenes.writing.moves import MOVES
from spoorboek.practice.scenes.writing.part import as_data
from spoorboek.practice.scenes.writing.parts import PARTS
from tests.builders import Company, actor, person
from tests.signed_in import signed_in


@pytest.fixture
def here() -> Company:
    return Company()


def copied(here: Company, key: str = "manager-talk") -> SceneDraft:
    me = actor(here.coach)
    with acting_as(me):
        return acts.copy_scene(me, here.second_track, key)


def page_of(draft: SceneDraft, part: str, key: str) -> str:
    return f"/scenes/schrijven/{draft.pk}/{part}/{key}/"


def fields_in(page: str) -> dict[str, Any]:
    """What a browser would send of a form as it stands: texts, chosen options, ticked boxes."""
    sent = dict(
        re.findall(r'<input type="(?:text|hidden|number|color)" name="([^"]+)" value="([^"]*)"', page)
    )
    sent |= {name: text.strip() for name, text in re.findall(r'<textarea name="([^"]+)"[^>]*>([^<]*)<', page)}
    for name, options in re.findall(r'<select name="([^"]+)".*?>(.*?)</select>', page, re.DOTALL):
        option = re.search(r'<option value="([^"]*)" selected', options)
        sent[name] = option[1] if option else ""
    marked = re.findall(r'<input type="(?:checkbox|radio)" name="([^"]+)"( value="[^"]*")?[^>]*checked', page)
    chosen = {name: [mark[8:-1] for other, mark in marked if other == name] for name, _mark in marked}
    ticked = {name: [one or "on" for one in values] for name, values in chosen.items()}
    return {name: unescape(value) for name, value in sent.items()} | ticked


def changed(browser: Client, address: str, **values: str) -> tuple[int, str]:
    """Change some fields of a form and send the rest as it stood."""
    page = browser.get(address).content.decode()
    response = browser.post(address, {**fields_in(page), **values}, follow=True)
    return response.status_code, response.content.decode()


def scene_now(here: Company, draft: SceneDraft) -> SceneFile:
    me = actor(here.coach)
    with acting_as(me):
        return access.kept(access.open_draft(me, draft.pk))


def test_every_part_of_a_scene_opens_and_saves_unchanged_what_it_shows(here: Company) -> None:
    browser, draft = signed_in(here.coach), copied(here, "childcare-group")
    before = scene_now(here, draft)
    keys = {
        "naam": "scene", "teksten": "scene", "woord": "child", "mens": "father", "trede": "own-day",
        "gebeurtenis": "father-comes", "moment": "spill", "ruimte": "scene", "ding": "0", "geluid": "babble",
        "knop": "children", "stoel": "scene", "andere-stoel": "scene", "erbij": "0", "gesprek": "scene",
        "adem": "scene",
    }  # fmt: skip
    assert PARTS.keys() - keys.keys() == {"soort", "vaardigheid"}
    for part, key in keys.items():
        status, page = changed(browser, page_of(draft, part, key))
        assert status == 200, (part, page)
    assert scene_now(here, draft) == before


def each_part(scene: SceneFile) -> Iterator[tuple[str, str]]:
    """Every part of a scene that has a form."""
    named: dict[str, tuple[Any, ...]] = {"woord": scene.own, "trede": scene.steps, "soort": scene.kinds}
    named |= {"gebeurtenis": scene.events, "geluid": scene.sounds, "knop": scene.dials}
    numbered = {"ding": scene.props, "erbij": scene.extras, "vaardigheid": scene.skills}
    for part in PARTS:
        keys = [one.key for one in named.get(part, ())] + [
            str(one) for one in range(len(numbered.get(part, ())))
        ]
        keys += [one.id for one in scene.people] if part == "mens" else []
        keys += list(scene.dialogue.nodes) if part == "moment" else []
        is_one = part not in {*named, *numbered, "mens", "moment"}
        yield from ((part, key) for key in (["scene"] if is_one else keys))


@pytest.mark.parametrize("key", scenes())
def test_every_form_of_every_scene_gives_back_what_it_shows(key: str) -> None:
    scene = scenes()[key]
    for part, one in each_part(scene):
        form = PARTS[part](scene=scene, key=one, language="nl")
        sent = PARTS[part](as_data(form.initial), scene=scene, key=one, language="nl")
        assert sent.is_valid(), (part, one, sent.errors)
        assert sent.changed(scene) == scene, (part, one)


def test_a_moment_changes_and_the_scene_beside_it_shows_what_is_being_typed(here: Company) -> None:
    browser, draft = signed_in(here.coach), copied(here)
    address = page_of(draft, "moment", "hello")
    sent = {**fields_in(browser.get(address).content.decode()), "text_nl": "Welkom terug!", "mood": "tense"}
    beside = browser.post(f"{address}ernaast/", sent).content.decode()
    assert "Welkom terug!" in beside
    assert "kijkt gespannen" in beside
    assert scene_now(here, draft).dialogue.nodes["hello"].mood == "friendly"
    changed(browser, address, text_nl="Welkom terug!", mood="tense")
    assert scene_now(here, draft).dialogue.nodes["hello"].text.nl == "Welkom terug!"


def test_what_does_not_hang_together_is_saved_said_beside_its_field_and_keeps_it_off_the_list(
    here: Company,
) -> None:
    browser, draft = signed_in(here.coach), copied(here)
    status, page = changed(browser, page_of(draft, "mens", "colleague"), at="0 -0.8")
    assert status == 200
    assert "op dezelfde plek" in page
    assert "Bewaard, en dit moet nog anders" in page
    assert scene_now(here, draft).people[1].at == (0.0, -0.8)
    overview = browser.get(f"/scenes/schrijven/{draft.pk}/").content.decode()
    assert "Nog 1 ding" in overview
    browser.post(f"/scenes/schrijven/{draft.pk}/bewaren/", {"seen": "1"})
    assert browser.get(f"/scenes/{draft.key}/").status_code == 404


def test_an_empty_field_keeps_everything_that_was_typed(here: Company) -> None:
    browser, draft = signed_in(here.coach), copied(here)
    status, page = changed(browser, page_of(draft, "moment", "hello"), text_nl="", inside_nl="Dit typte ik.")
    assert status == 422
    assert "Dit typte ik." in page


def test_a_second_writer_is_noticed_and_neither_loses_words(here: Company) -> None:
    other = person("Tweede")
    appoint(other.pk, here.second_track, Role.COACH)
    draft = copied(here)
    address = page_of(draft, "naam", "scene")
    mine = fields_in(signed_in(here.coach).get(address).content.decode())
    changed(signed_in(other), address, title_nl="Van de ander")
    response = signed_in(here.coach).post(address, {**mine, "title_nl": "Van mij"})
    page = response.content.decode()
    assert response.status_code == 422
    assert "was je voor" in page
    assert "Van de ander" in page
    assert 'value="Van mij"' in page
    again = signed_in(here.coach).post(address, fields_in(page))
    assert again.status_code == 302
    assert scene_now(here, draft).title.nl == "Van mij"


def test_two_coaches_in_different_parts_do_not_get_in_each_other_s_way(here: Company) -> None:
    other = person("Tweede")
    appoint(other.pk, here.second_track, Role.COACH)
    draft = copied(here)
    moment = page_of(draft, "moment", "hello")
    mine = fields_in(signed_in(here.coach).get(moment).content.decode())
    changed(signed_in(other), page_of(draft, "naam", "scene"), title_nl="Van de ander")
    assert signed_in(here.coach).post(moment, {**mine, "text_nl": "Van mij"}).status_code == 302
    scene = scene_now(here, draft)
    assert (scene.title.nl, scene.dialogue.nodes["hello"].text.nl) == ("Van de ander", "Van mij")


def test_the_picture_beside_the_form_gets_what_is_being_typed_only_when_asked(here: Company) -> None:
    browser, draft = signed_in(here.coach), copied(here)
    address = page_of(draft, "moment", "hello")
    sent = {**fields_in(browser.get(address).content.decode()), "text_nl": "Welkom terug!"}
    assert b"beside-told" not in browser.post(f"{address}ernaast/", sent).content
    page = browser.post(f"{address}ernaast/", {**sent, "beside": "1"}).content.decode()
    told = json.loads(page.split('id="beside-told" type="application/json">')[1].split("</script>")[0])
    assert (told["node"], told["scene"]["dialogue"]["nodes"]["hello"]["text"]) == ("hello", "Welkom terug!")


def test_parts_are_added_moved_and_taken_out(here: Company) -> None:
    scene = scenes()["manager-talk"]
    assert len(MOVES["moment-add"](scene, "").dialogue.nodes) == len(scene.dialogue.nodes) + 1
    assert "team" not in MOVES["moment-drop"](scene, "team").dialogue.nodes
    assert [one.key for one in MOVES["step-down"](scene, "calm").steps][:2] == ["voices", "calm"]
    assert len(MOVES["person-add"](scene, "").people) == 3
    draft, browser = copied(here), signed_in(here.coach)
    browser.post(f"/scenes/schrijven/{draft.pk}/onderdelen/", {"seen": "0", "do": "step-drop:full"})
    assert len(scene_now(here, draft).steps) == 5


def test_what_was_added_opens_empty_and_only_saving_it_empty_is_a_mistake(here: Company) -> None:
    browser, draft = signed_in(here.coach), copied(here)
    sent = {"seen": "0", "do": "moment-add:"}
    response = browser.post(f"/scenes/schrijven/{draft.pk}/onderdelen/", sent, follow=True)
    page = response.content.decode()
    assert response.request["PATH_INFO"] == page_of(draft, "moment", "moment-1")
    assert "…</textarea>" not in page
    assert "form-field--invalid" not in page
    status, page = changed(browser, page_of(draft, "moment", "moment-1"))
    assert (status, page.count("form-field--invalid")) == (422, 6)


@pytest.mark.parametrize(
    "kind",
    ["word", "sound", "dial", "event", "prop", "person", "step", "moment", "extras", "kind", "skill"],
)
def test_what_is_added_and_taken_out_again_leaves_the_scene_as_it_was(kind: str) -> None:
    scene = scenes()["childcare-group"]
    added = MOVES[f"{kind}-add"](scene, "sentence")
    names = {"prop": str(len(scene.props)), "extras": str(len(scene.extras)), "skill": "0"}
    key = names.get(kind, f"{kind}-1")
    assert SceneFile.model_validate_json(added.as_json()) == added != scene
    part = {
        "word": "woord", "sound": "geluid", "dial": "knop", "event": "gebeurtenis", "prop": "ding", "person": "mens",
        "step": "trede", "moment": "moment", "extras": "erbij", "kind": "soort", "skill": "vaardigheid",
    }[kind]  # fmt: skip
    assert PARTS[part](scene=added, key=key, language="nl").title()
    assert MOVES[f"{kind}-drop"](added, key) == scene


@pytest.mark.parametrize(
    "move", ["word-drop:children", "word-drop:floor", "sound-drop:babble", "dial-drop:noise"]
)
def test_what_is_taken_out_is_named_nowhere_any_more(move: str) -> None:
    verb, _colon, key = move.partition(":")
    left = MOVES[verb](scenes()["childcare-group"], key)
    named = f"{{{key}}}" if verb == "word-drop" else f'"{key}"'
    assert named not in left.as_json()
    assert not [one for one in troubles(left) if key in one.said.nl]


def test_a_kept_scene_is_for_colleagues_of_the_organisation_and_for_no_one_else(here: Company) -> None:
    draft, me = copied(here), actor(here.coach)
    colleague = person("Collega")
    appoint(colleague.pk, here.second_track, Role.COACH)
    with acting_as(me):
        release = acts.keep_scene(me, draft.pk, 0)
    address = f"/scenes/{release.key}/"
    assert signed_in(colleague).get(address).status_code == 200
    assert signed_in(here.labour_expert).get(address).status_code == 404
    assert signed_in(Company().coach).get(address).status_code == 404
    signed_in(colleague).post(f"{address}weghalen/")
    assert signed_in(here.coach).get(address).status_code == 404


def test_a_next_version_goes_on_under_the_same_key(here: Company) -> None:
    draft, me = copied(here), actor(here.coach)
    with acting_as(me):
        first = acts.keep_scene(me, draft.pk, 0)
        again = acts.copy_scene(me, here.second_track, first.key)
        second = acts.keep_scene(me, again.pk, 0)
    assert (second.key, second.number) == (first.key, 2)


def test_a_file_goes_out_and_comes_in_the_same_and_a_wrong_one_is_refused_with_its_line(
    here: Company,
) -> None:
    for scene in scenes().values():
        assert scene_from(as_yaml(scene)) == scene
    browser = signed_in(here.coach)
    good = as_yaml(scenes()["extra-shift"])
    upload = SimpleUploadedFile("mijn.yaml", good.encode())
    assert browser.post("/scenes/inlezen/", {"file": upload}).status_code == 302
    wrong = SimpleUploadedFile("mijn.yaml", good.replace("who: planner", "who: niemand", 1).encode())
    response = browser.post("/scenes/inlezen/", {"file": wrong})
    assert response.status_code == 422
    assert re.search(r"mijn.yaml:\d+: other.who: .*is er niet", response.content.decode())
