"""The picture of every scene keeps its budgets, and a headset (emulated) can do everything that the page can.

Budgets: facts on drawing in a browser on stand-alone headsets, without multiview each eye is drawn apart.
"""

from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from statistics import mean

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Page

from spoorboek.methods.scenes import scenes
from tests.browser.pictured import opened, report, shown, taken_off, worn
from tests.browser.pictures import scene_screen

MOST_CALLS, MOST_TRIANGLES, MOST_TEXTURES = 100, 150_000, 12
MANY = 500
"""Colours in a picture of 320 by 240: a scene with light and people has thousands, an empty one a few."""
TURNED = """([id, which, held]) => {
  const thing = held === "hand" ? xrDevice.hands[which] : held === "head" ? xrDevice : xrDevice.controllers[which];
  const [x, y, z, w] = proof.aim(id, proof.ray(held === "head" ? "head" : which), thing.quaternion);
  thing.quaternion.set(x, y, z, w); }"""
HOVERED = "(id) => proof.stage.headset.sheets.all.some((sheet) => sheet.hover === id)"


@pytest.fixture(scope="module")
def page(django_db_setup: None) -> Iterator[Page]:
    with opened() as made:
        made.evaluate("proof.paced = true")
        yield made


def bare(page: Page) -> None:
    """A talk of which only what one does is looked at: without its picture it takes a third of the work."""
    shown(page, "manager-talk", full=False)
    page.evaluate("proof.bare()")


def aimed(page: Page, target: str, held: str = "controller") -> None:
    """Turns a controller, a hand or the head until its ray is on the target."""
    page.wait_for_function("(id) => proof.target(id) !== null", arg=target)
    for _ in range(4):
        page.evaluate(TURNED, [target, "right", held])
        page.evaluate("proof.after(3)")
        if page.evaluate(HOVERED, target):
            return
    raise AssertionError(f"{held} does not reach {target}")


def chosen(page: Page, target: str) -> None:
    """By the trigger: a press has to last more than a frame."""
    aimed(page, target)
    page.evaluate("xrDevice.controllers.right.updateButtonValue('trigger', 1)")
    page.evaluate("proof.after(2)")
    page.evaluate("xrDevice.controllers.right.updateButtonValue('trigger', 0)")
    page.evaluate("proof.after(2)")


def moments(page: Page, kind: str) -> list[str]:
    found: list[str] = page.evaluate(
        "(kind) => proof.moments.filter((m) => m.type === kind).map((m) => m.key)", kind
    )
    return found


def within(cost: dict[str, float], where: str) -> None:
    assert cost["calls"] <= MOST_CALLS, (where, cost)
    assert cost["triangles"] <= MOST_TRIANGLES, (where, cost)
    assert cost["textures"] <= MOST_TEXTURES, (where, cost)


@pytest.mark.parametrize("key", scenes())
def test_a_scene_with_all_dials_up_keeps_its_budget_flat_and_in_both_eyes(page: Page, key: str) -> None:
    shown(page, key)
    within(report(page), "flat")
    assert colours(seen(page, key)) > MANY
    worn(page)
    within(report(page), "headset")
    both = seen(page, f"{key}-headset")
    taken_off(page)
    left, right = (both.crop((at, 0, at + both.width // 2, both.height)) for at in (0, both.width // 2))
    assert min(colours(left), colours(right)) > MANY
    assert 0.1 < apart(left, right) < 40, "two eyes see the same scene, each from its own place"


def seen(page: Page, name: str) -> Image.Image:
    """What is drawn: in a headset for both eyes. For the documentation when it is asked for."""
    scene_screen(page, name)
    return Image.open(BytesIO(b64decode(page.evaluate("proof.picture()")))).convert("RGB")


def colours(image: Image.Image) -> int:
    return len(image.getcolors(image.width * image.height) or ())


def apart(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of two pictures, of 255."""
    return float(mean(ImageStat.Stat(ImageChops.difference(one, other)).mean))


def replayed(page: Page) -> None:
    """Looking back, from the other's seat and from one's own."""
    page.evaluate("proof.play.do({type: 'replay'})")
    for seat in ("other", "own"):
        page.evaluate("(seat) => proof.play.do({type: 'seat', seat})", seat)
        page.wait_for_function("(seat) => proof.stage.place === seat", arg=seat)
    page.evaluate("proof.after(3)")


def test_who_takes_the_seat_of_the_other_sees_themselves_sit_there_at_once(page: Page) -> None:
    bare(page)
    page.evaluate("proof.play.do({type: 'choose', index: 0}); proof.play.do({type: 'stop', reason: 'asked'})")
    page.evaluate("proof.play.do({type: 'replay'}); proof.play.do({type: 'seat', seat: 'other'})")
    page.wait_for_function("proof.stage.place === 'other'")
    page.evaluate("proof.after(2)")
    x, z = page.evaluate("(({x, z}) => [x, z])(proof.stage.people.headOf('you'))")
    assert (x, z) == pytest.approx(scenes()["manager-talk"].played("nl", {})["start"]["at"], abs=0.4)


def test_nothing_leaks_over_replays_seats_and_quiet_places(page: Page) -> None:
    shown(page, "manager-talk", full=False)
    page.evaluate("proof.play.do({type: 'safe-place'})")
    page.wait_for_function("proof.stage.place === 'quiet'")
    page.evaluate("proof.play.do({type: 'back'})")
    page.wait_for_function("proof.stage.place === 'own'")
    page.evaluate("""for (let said = 0; said < 3; said += 1) {
      proof.play.do({type: 'choose', index: 0}); proof.play.do({type: 'next'}); }""")
    page.evaluate("proof.play.do({type: 'stop', reason: 'asked'})")
    page.wait_for_function("proof.stage.place === 'quiet'")
    held = []
    for _ in range(5):
        replayed(page)
        held.append([report(page)[what] for what in ("geometries", "textures")])
    # Something that is first in sight in a later round counts from then; what leaks grows with every round.
    assert held[-1] <= max(held[:-1]), held
    left = page.evaluate("(() => { proof.stage.dispose(); return {...proof.stage.renderer.info.memory} })()")
    assert (left["geometries"], left["textures"]) == (0, 0)
    page.evaluate("proof.stage = undefined")


def test_everything_in_a_headset_goes_without_a_keyboard(page: Page) -> None:
    bare(page)
    worn(page)
    assert moments(page, "xr") == ["entered"]

    looked = page.evaluate("proof.stage.pose()")
    page.evaluate("xrDevice.quaternion.set(0, 0.3, 0, 0.954)")
    page.evaluate("proof.after(3)")
    assert page.evaluate("proof.stage.pose()")[4] != pytest.approx(looked[4], abs=0.05)
    page.evaluate("xrDevice.position.set(0.5, 1.6, 0.4)")
    page.evaluate("proof.after(2)")
    page.evaluate("proof.stage.recentre()")
    page.evaluate("proof.after(3)")
    seat = scenes()["manager-talk"].played("nl", {})["start"]
    x, y, z = page.evaluate("proof.stage.pose()")[:3]
    assert (x, y, z) == pytest.approx((seat["at"][0], seat["eye"], seat["at"][1]), abs=0.05), (
        "within half the distance of two eyes"
    )

    page.evaluate("proof.ask('rating')")
    chosen(page, "rate:6")
    page.evaluate("proof.ask('rating')")
    page.evaluate("xrDevice.primaryInputMode = 'hand'")
    page.evaluate("proof.after(3)")
    aimed(page, "rate:4", "hand")
    page.evaluate("xrDevice.hands.right.updatePinchValue(1)")
    page.evaluate("proof.after(3)")
    page.evaluate("xrDevice.hands.right.updatePinchValue(0)")
    page.evaluate("proof.after(2)")
    assert page.evaluate("proof.play.state.ratings.map((each) => each.value)") == [6, 4]
    page.evaluate("xrDevice.primaryInputMode = 'controller'")
    page.evaluate("proof.after(3)")

    # Until somebody can answer, lines go on by "next".
    while page.evaluate("proof.target('choose:0') === null"):
        chosen(page, "next")
    chosen(page, "choose:0")
    assert len(moments(page, "answer")) == 1

    chosen(page, "safe-place")
    page.wait_for_function("proof.stage.place === 'quiet'")
    chosen(page, "back")
    page.wait_for_function("proof.stage.place === 'own'")

    page.evaluate("xrDevice.updateVisibilityState('hidden')")
    page.wait_for_function("proof.play.state.phase === 'paused'")
    page.evaluate("xrDevice.updateVisibilityState('visible')")
    page.evaluate("proof.after(2)")
    assert page.evaluate("proof.play.state.phase") == "paused", "nothing goes on by itself"
    chosen(page, "resume")

    page.evaluate("xrDevice.controllers.right.updateButtonValue('b-button', 1)")
    page.wait_for_function("proof.play.state.phase === 'ended'")
    page.evaluate("xrDevice.controllers.right.updateButtonValue('b-button', 0)")
    assert moments(page, "phase")[-1] == "ended:asked"
    page.wait_for_function("proof.stage.place === 'quiet'")
    taken_off(page)
    assert moments(page, "xr") == ["entered", "left"]


def test_the_gaze_chooses_only_where_wanted_and_only_after_two_seconds_on_choose(page: Page) -> None:
    bare(page)
    page.evaluate("proof.set({gaze: true})")
    worn(page)
    page.evaluate("xrDevice.controllers.left.connected = xrDevice.controllers.right.connected = false")
    page.evaluate("proof.ask('rating')")
    aimed(page, "rate:3", "head")
    assert page.evaluate("proof.play.state.ratings.length") == 0, "looking is not choosing"
    aimed(page, "gaze", "head")
    page.wait_for_function("proof.play.state.ratings.length === 1")
    assert page.evaluate("proof.play.state.ratings[0].value") == 3
    taken_off(page)
