"""Pictures for the documentation, made by the journeys themselves so that they never show what is not there.

`SPOORBOEK_PICTURES=1 ./spoorboek test tests/browser` writes docs/pictures/NAME-WIDTH.png; otherwise nothing is written.
"""

import os
from pathlib import Path

from tests.browser.reader import Reader

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
TALLEST = 900
LARGEST = 250_000


def wanted() -> bool:
    return os.environ.get("SPOORBOEK_PICTURES") == "1"


def picture(reader: Reader, name: str, whole: bool = False) -> None:
    """What the reader sees, from the top of the page; `whole` for a phone's page to its end."""
    if not wanted():
        return
    reader.page.evaluate("window.scrollTo(0, 0); document.activeElement.blur()")
    path = FOLDER / f"{name}-{reader.width}.png"
    height = reader.page.evaluate("document.documentElement.scrollHeight")
    kept = height if whole else min(height, TALLEST)
    clip = {"x": 0.0, "y": 0.0, "width": float(reader.width), "height": float(kept)}
    reader.page.screenshot(path=path, full_page=True, clip=clip, animations="disabled")  # type: ignore[arg-type]
    assert path.stat().st_size < LARGEST, f"{path.name} is too large for the documentation"
