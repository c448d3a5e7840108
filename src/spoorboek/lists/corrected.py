"""Writing a list that opens right in a Dutch spreadsheet: semicolons, UTF-8 with its mark, no formula that runs."""

import csv
import io
from collections.abc import Iterable, Sequence

RUNS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the start of a formula (OWASP, CSV injection)."""


def harmless(text: str) -> str:
    """A text that a spreadsheet shows instead of runs."""
    return f"'{text}" if text.startswith(RUNS) else text


def written_csv(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The bytes of the file."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([harmless(cell) for cell in headers])
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return ("\ufeff" + out.getvalue()).encode("utf-8")
