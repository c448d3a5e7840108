"""Makes the fonts that papers are set in from the ones that the pages use: `python -m spoorboek.papers.typeface`.

Typst reads no woff2 and picks one file for a family and weight, so the Latin and the extended Latin file of each
weight are unpacked and merged into one. The results stand in `fonts/` in version control: the library has to work where
neither Node nor a built front-end is (docs/decisions/papers.md). The font has the SIL Open Font License 1.1.
"""

import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
PACKAGE = (
    Path(__file__).parents[3] / "frontend" / "node_modules" / "@fontsource" / "atkinson-hyperlegible-next"
)
NAME = "atkinson-hyperlegible-next"
WEIGHTS = {"regular": 400, "bold": 700}
RANGES = ("latin", "latin-ext")


def make(folder: Path, package: Path = PACKAGE) -> list[Path]:
    """Write one TrueType font a weight, and the licence, to a folder; the same package gives the same bytes."""
    (folder / "LICENSE").write_bytes((package / "LICENSE").read_bytes())
    return [merged(weight, folder / f"{NAME}-{name}.ttf", package) for name, weight in WEIGHTS.items()]


def merged(weight: int, target: Path, package: Path) -> Path:
    """The ranges of one weight as one font at `target`."""
    with tempfile.TemporaryDirectory() as place:
        parts = [
            unpacked(package / "files" / f"{NAME}-{range_}-{weight}-normal.woff", Path(place))
            for range_ in RANGES
        ]
        font = Merger().merge([str(part) for part in parts])
        dates = TTFont(parts[0])["head"]
    font.recalcTimestamp = False
    font["head"].created, font["head"].modified = dates.created, dates.modified
    font.save(target)
    return target


def unpacked(woff: Path, place: Path) -> Path:
    font = TTFont(woff, recalcTimestamp=False)
    font.flavor = None
    font.save(place / f"{woff.stem}.ttf")
    return place / f"{woff.stem}.ttf"


if __name__ == "__main__":
    for made in make(FONTS):
        sys.stdout.write(f"{made.name}: {made.stat().st_size} bytes\n")
