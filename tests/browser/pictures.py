"""Pictures for the documentation, made by the journeys themselves so that they never show what is not there.

`SPOORBOEK_PICTURES=1 ./spoorboek test tests/browser` writes docs/pictures/NAME-WIDTH.png; otherwise nothing is written.
"""

import os
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.reader import Reader

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
LARGEST = 250_000
PATIENCE = 60_000
"""Milliseconds: a scene is drawn in software here."""


def wanted() -> bool:
    return os.environ.get("SPOORBOEK_PICTURES") == "1"


def picture(reader: Reader, name: str) -> None:
    """What stands on the reader's screen at the top of the page."""
    screen(reader.page, name, reader.width)


def screen(page: Page, name: str, wide: int, high: int = 0) -> None:
    """The same of any page; with `high` (CSS pixels) first at that size."""
    if not wanted():
        return
    if high:
        page.set_viewport_size({"width": wide, "height": high})
    page.evaluate("window.scrollTo(0, 0); document.activeElement.blur()")
    path = FOLDER / f"{name}-{wide}.png"
    page.screenshot(path=path, animations="disabled", timeout=PATIENCE)
    assert path.stat().st_size < LARGEST, f"{path.name} is too large for the documentation"


def scene_screen(page: Page, name: str) -> None:
    """A practice scene alone, as docs/pictures/scenes/NAME.png."""
    if not wanted():
        return
    before = page.viewport_size
    page.set_viewport_size({"width": 640, "height": 400})
    page.evaluate("document.getElementById('enter').style.visibility = 'hidden'")
    page.evaluate("proof.after(4)")
    path = FOLDER / "scenes" / f"{name}.png"
    path.parent.mkdir(exist_ok=True)
    page.screenshot(path=path, timeout=PATIENCE)
    assert path.stat().st_size < LARGEST, f"{path.name} is too large for the documentation"
    page.evaluate("document.getElementById('enter').style.visibility = ''")
    if before:
        page.set_viewport_size(before)
        page.evaluate("proof.after(4)")
