"""Pictures for the documentation, made by the journeys themselves so that they never show what is not there.

`SPOORBOEK_PICTURES=1 ./spoorboek test tests/browser` writes docs/pictures/NAME-WIDTH.png; otherwise nothing is written.
"""

import os
from pathlib import Path

from tests.browser.reader import Reader

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
LARGEST = 250_000


def wanted() -> bool:
    return os.environ.get("SPOORBOEK_PICTURES") == "1"


def picture(reader: Reader, name: str) -> None:
    """What stands on the reader's screen at the top of the page."""
    if not wanted():
        return
    reader.page.evaluate("window.scrollTo(0, 0); document.activeElement.blur()")
    path = FOLDER / f"{name}-{reader.width}.png"
    reader.page.screenshot(path=path, animations="disabled")
    assert path.stat().st_size < LARGEST, f"{path.name} is too large for the documentation"
