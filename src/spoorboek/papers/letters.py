"""Which characters our fonts have, and what is printed for one they do not have."""

import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
OWN = "atkinson"
UNKNOWN = "¤"
"""Printed for a character that no font of ours has and that cannot be written otherwise."""

INSTEAD = {
    "→": "›", "←": "‹", "⇒": "›", "✓": "[x]", "✔": "[x]", "☑": "[x]", "☒": "[x]", "☐": "[ ]", "■": "•", "▪": "•",
    "●": "•", "○": "•", "≥": ">=", "≤": "<=", "≠": "<>", "≈": "±", "‐": "-", "‑": "-", "‒": "–", "―": "—", "′": "’",
    "″": "”", "☺": ":-)", "☹": ":-(", "\u2028": "\n", "\u2029": "\n", "\t": " ",
}  # fmt: skip
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}


def legible(text: str) -> str:
    """The text with only characters that can be printed: unseen ones gone, others by their nearest form."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if known().issuperset(composed):
        return composed
    return "".join(map(printable, composed))


@cache
def printable(character: str) -> str:
    """One character, what stands for it, or `UNKNOWN`."""
    if character in known():
        return character
    if character in INSTEAD:
        return legible(INSTEAD[character])
    if unicodedata.category(character) in UNSEEN or unicodedata.combining(character):
        return ""
    if character.isspace():
        return " "
    base = unicodedata.normalize("NFKD", character)
    plain = "".join(one for one in base if one in known())
    return plain or UNKNOWN


@cache
def known() -> frozenset[str]:
    """Every character that can be printed, and the line break. Ours counts only where both weights have it."""
    from fontTools.ttLib import TTFont

    of = {path.stem: set(TTFont(path).getBestCmap()) for path in FONTS.glob("*.ttf")}
    own = set.intersection(*(found for name, found in of.items() if name.startswith(OWN)))
    found = own.union(*(other for name, other in of.items() if not name.startswith(OWN)))
    return frozenset(chr(one) for one in found if unicodedata.category(chr(one)) not in UNSEEN) | {"\n"}
