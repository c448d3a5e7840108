"""The small picture of each shipped scene, drawn by the engine itself: `python -m tests.browser.scene_pictures`.

Run it after a change of a scene or of how the engine draws, and commit what it writes.
"""

import sys
from collections.abc import Sequence
from io import BytesIO

from PIL import Image
from playwright.sync_api import Page

from spoorboek.methods.scenes import scenes
from spoorboek.practice.scenes.pictures import FOLDER, SIZE
from tests.browser.pictured import PATIENT, opened, words

FINER = 2
"""Drawn so many times larger and then made small, so that edges are smooth."""
QUALITY = 62
SETTLED = 30
"""Frames after which everybody sits and looks where they want."""
HALFWAY = """([scene, words, dials]) => {
  proof.show(scene, JSON.parse(words), false);
  // Before the first frame: who is there then does not have to come in by the door.
  const { state } = proof.play;
  Object.assign(state.dials, dials);
  Object.assign(state.target, dials);
  for (const one of Object.values(state.people)) one.here = true;
  document.getElementById("enter")?.remove(); }"""

EYES_OPEN = """new Promise((done) => {
  const look = () => {
    const { life, people } = proof.stage;
    if (people.all.some((one) => one.cue.isHere && one.lids(life) < 0.98)) return requestAnimationFrame(look);
    proof.stage.rest();
    done(); };
  look(); })"""
"""Waits for a frame in which nobody blinks, and stays there."""


def main(keys: Sequence[str]) -> None:
    """Draws these scenes, or all: halfway the ladder, with everybody there who can come."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with opened(SIZE[0] * FINER, SIZE[1] * FINER, headset=False) as page:
        for key in keys or scenes():
            path = FOLDER / f"{key}.webp"
            drawn(page, key).save(path, "WEBP", quality=QUALITY, method=6)
            sys.stdout.write(f"{path.name}: {path.stat().st_size} bytes\n")


def drawn(page: Page, key: str) -> Image.Image:
    scene = scenes()[key].played("nl", {})
    page.evaluate(HALFWAY, [scene, words(), scene["steps"][len(scene["steps"]) // 2]["dials"]])
    page.evaluate("(frames) => proof.after(frames)", SETTLED)
    page.evaluate(EYES_OPEN)
    large = Image.open(BytesIO(page.screenshot(timeout=PATIENT))).convert("RGB")
    return large.resize(SIZE, Image.Resampling.LANCZOS)


if __name__ == "__main__":
    main(sys.argv[1:])
