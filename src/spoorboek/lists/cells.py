"""What stands in a cell: a text, a number, a day, or nothing."""

import re
from datetime import date, datetime, time, timedelta

Cell = str | float | date | None
"""Times of day are dropped; a truth value is `ja` or `nee`."""

SPACES = dict.fromkeys(map(ord, "\u00a0\u2007\u202f\u2009\t\r\n\x0b\x0c"), " ")
INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u200e\u200f\u00ad\x00"))


def cleaned(text: str) -> str:
    """Without invisible characters, with single spaces, as people mean it."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split()) if "  " in text or text[:1] == " " or text[-1:] == " " else text
    return " ".join(text.translate(INVISIBLE).translate(SPACES).split())


KEPT_AS_TEXT = re.compile(r'^="([^"]*)"$')
MADE_HARMLESS = re.compile(r"^'(?=[=+\-@])")


def typed(text: str) -> str | None:
    """A text cell as it was meant: `="0012"` is how a spreadsheet keeps zeros, `'=…` how a formula is made harmless."""
    text = cleaned(text)
    if text[:1] in {"=", "'"}:
        text = MADE_HARMLESS.sub("", KEPT_AS_TEXT.sub(r"\1", text))
    return text or None


def cell_of(value: object) -> Cell:
    """A cell from what a file format hands over."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, time | timedelta):
        return str(value)
    return typed(str(value))


def number_text(value: float) -> str:
    """`36,5`; whole numbers without a comma."""
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}".replace(".", ",")


def written(cell: Cell) -> str:
    """The cell as a Dutch reader writes it."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return number_text(cell)
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    return cell
