"""Makes the fonts that papers are set in from the ones that the pages use: `python -m spoorboek.papers.typeface`.

Typst reads no woff2 and picks one file for a family and weight, so the Latin and the extended Latin file of each
weight are unpacked and merged into one. The results stand in `fonts/` in version control: the library has to work where
neither Node nor a built front-end is (docs/decisions/papers.md). The fonts have the SIL Open Font License 1.1.

People write in more than one script, and their own words have to come out on paper. For those a few Noto fonts stand
behind ours; they are made once from packages unpacked in a folder (`npm pack @fontsource/noto-sans@5.3.0` and so on):

    python -m spoorboek.papers.typeface FOLDER
"""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
PACKAGE = (
    Path(__file__).parents[3] / "frontend" / "node_modules" / "@fontsource" / "atkinson-hyperlegible-next"
)
NAME = "atkinson-hyperlegible-next"
WEIGHTS = {"regular": 400, "bold": 700}
RANGES = ("latin", "latin-ext")
OTHERS = {
    "noto-sans": ("latin", "latin-ext", "cyrillic", "cyrillic-ext", "greek", "vietnamese"),
    "noto-sans-arabic": ("arabic",),
    "noto-sans-ethiopic": ("ethiopic",),
    "noto-emoji": ("emoji",),
}
"""Other scripts by package: Cyrillic, Greek, Vietnamese, Arabic, Ethiopic, and the drawings people put in messages."""
FACES = [*range(0x2190, 0x2800), *range(0x1F300, 0x1F650), *range(0x1F680, 0x1F6C6), *range(0x1F900, 0x1FA00)]


def make(folder: Path, package: Path = PACKAGE) -> list[Path]:
    """Write our own font, a file a weight, and its licence to a folder; the same package gives the same bytes."""
    (folder / "LICENSE").write_bytes((package / "LICENSE").read_bytes())
    return [
        merged([f"{NAME}-{one}-{weight}-normal" for one in RANGES], folder / f"{NAME}-{name}.ttf", package)
        for name, weight in WEIGHTS.items()
    ]


def make_others(folder: Path, packages: Path) -> list[Path]:
    """Write the fonts of other scripts; `packages` holds a folder for each of `OTHERS`."""
    made = []
    for name, ranges in OTHERS.items():
        target = folder / f"{name}.ttf"
        merged([f"{name}-{one}-400-normal" for one in ranges], target, packages / name)
        (folder / f"LICENSE-{name}").write_bytes((packages / name / "LICENSE").read_bytes())
        made.append(kept(target, FACES) if name == "noto-emoji" else target)
    return made


def merged(files: list[str], target: Path, package: Path) -> Path:
    """Several files of a package as one font at `target`."""
    with tempfile.TemporaryDirectory() as place:
        parts = [unpacked(package / "files" / f"{file}.woff", Path(place)) for file in files]
        font = Merger().merge([str(part) for part in parts])
        dates = TTFont(parts[0])["head"]
    font.recalcTimestamp = False
    font["head"].created, font["head"].modified = dates.created, dates.modified
    font.save(target)
    return target


def kept(path: Path, characters: Iterable[int]) -> Path:
    """The font with only these characters."""
    font = TTFont(path, recalcTimestamp=False)
    smaller = Subsetter()
    smaller.populate(unicodes=characters)
    smaller.subset(font)
    font.save(path)
    return path


def unpacked(woff: Path, place: Path) -> Path:
    font = TTFont(woff, recalcTimestamp=False)
    font.flavor = None
    font.save(place / f"{woff.stem}.ttf")
    return place / f"{woff.stem}.ttf"


if __name__ == "__main__":
    for one in [*make(FONTS), *(make_others(FONTS, Path(sys.argv[1])) if len(sys.argv) > 1 else ())]:
        sys.stdout.write(f"{one.name}: {one.stat().st_size} bytes\n")
