"""Text files with separators: which encoding, which separator, which quotes."""

import codecs
import csv
import io
from collections import Counter

from spoorboek.lists.cells import Cell, typed
from spoorboek.lists.columns import known_header
from spoorboek.lists.findings import Code, Unreadable
from spoorboek.lists.raw import MOST_ROWS, Raw

SEPARATORS = (";", "\t", ",", "|")
SAMPLE = 200
HEADERS_IN = 15
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LONGEST_CELL = 100_000


def decoded(content: bytes) -> str:
    """The text: by its byte order mark, as UTF-16 without one, as UTF-8, or else as Windows-1252."""
    for bom, encoding in BOMS:
        if content.startswith(bom):
            return content.decode(encoding, errors="replace")
    head = content[:2000]
    if head.count(0) > len(head) // 4:
        even = head[::2].count(0) > head[1::2].count(0)
        return content.decode("utf-16-be" if even else "utf-16-le", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def looks_binary(text: str) -> bool:
    """Whether this is no text at all: too many characters that nobody types."""
    head = text[:4000]
    odd = sum(1 for char in head if (ord(char) < 32 and char not in "\t\r\n\x0c") or char == "\ufffd")
    return odd > len(head) // 20 + 1


def announced(text: str) -> tuple[str, str]:
    """Excel's own first line `sep=;`: the separator it names and the text after it."""
    first, _end, rest = text.partition("\n")
    said = first.strip().strip('"').lower()
    if said.startswith("sep=") and len(said) == 5:
        return said[-1], rest
    return "", text


def fit(sample: str, separator: str) -> float:
    """How well a separator fits: the share of lines with the usual number of cells, and headers that it brings out."""
    try:
        rows = [row for row in csv.reader(io.StringIO(sample), delimiter=separator) if row]
    except csv.Error:
        return 0.0
    if not rows:
        return 0.0
    usual, times = Counter(map(len, rows)).most_common(1)[0]
    if usual < 2:
        return 0.0
    headers = max(sum(known_header(cell) for cell in row) for row in rows[:HEADERS_IN] if row)
    return (times / len(rows)) ** 2 * min(usual, 6) + 3 * headers


def separator_of(text: str) -> str:
    """The separator that fits best; a semicolon when none does."""
    sample = "\n".join(text.splitlines()[:SAMPLE])
    scores = {each: fit(sample, each) for each in SEPARATORS}
    return max(SEPARATORS, key=lambda each: scores[each])


def read_delimited(content: bytes) -> Raw:
    """The rows of a text file. Raises `Unreadable` when it is no list."""
    text = decoded(content)
    if looks_binary(text):
        raise Unreadable(Code.NOT_A_LIST)
    said, rest = announced(text.replace("\x00", ""))
    separator = said or separator_of(rest)
    csv.field_size_limit(LONGEST_CELL)
    rows: list[list[Cell]] = [[]] if said else []
    try:
        reader = csv.reader(io.StringIO(rest, newline=""), delimiter=separator)
        for row in reader:
            rows.append([typed(cell) for cell in row])
            if len(rows) > MOST_ROWS:
                raise Unreadable(Code.TOO_LARGE)
    except csv.Error as error:
        raise Unreadable(Code.NOT_A_LIST) from error
    return Raw(rows)
