"""A list of a question as rows on a page: choices, cards, piles. Moved, taken out and added in what was sent."""

from dataclasses import dataclass

from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.utils.text import slugify

from spoorboek.programme.shelf.part_form import Label
from spoorboek.programme.shelf.question_kinds import LISTS

ROW = ("key", "nl", "en")


@dataclass(frozen=True)
class Row:
    """A row of a list on the page: its number, its hidden key and its two texts."""

    number: int
    key: BoundField
    texts: tuple[BoundField, BoundField]


@dataclass(frozen=True)
class Rows:
    """A list on the page."""

    name: str
    label: Label
    count: BoundField
    rows: tuple[Row, ...]
    most: int

    @property
    def is_full(self) -> bool:
        return len(self.rows) >= self.most


def named_after(text: str, taken: set[str] | frozenset[str], otherwise: str) -> str:
    """A key from a text that nothing has yet."""
    begin = "-".join(slugify(text).replace("_", "-").split("-")[:6]).strip("-")
    begin = begin if begin[:1].isalpha() else otherwise
    return next(key for n in range(1, 999) if (key := begin if n == 1 else f"{begin}-{n}") not in taken)


def rearranged(sent: QueryDict, wanted: str) -> QueryDict:
    """What was sent, with a row of a list moved, taken out or added: `options:up:2`, `cards:drop:0`, `ways:add`."""
    name, _colon, rest = wanted.partition(":")
    verb, _colon, at = rest.partition(":")
    data = sent.copy()
    if name not in LISTS:
        return data
    count = min(int(data.get(f"{name}_count", "0") or 0), LISTS[name][2])
    rows = [[data.get(f"{name}_{row}_{part}", "") for part in ROW] for row in range(count)]
    place = int(at) if at.isdecimal() and int(at) < len(rows) else 0
    if verb == "add":
        rows.append([""] * len(ROW))
    elif rows and verb == "drop":
        rows.pop(place)
    elif rows and verb in {"up", "down"}:
        rows.insert(max(place + (-1 if verb == "up" else 1), 0), rows.pop(place))
    data[f"{name}_count"] = str(len(rows))
    for row, texts in enumerate([*rows, *[[""] * len(ROW)] * (count - len(rows))]):
        for part, text in zip(ROW, texts, strict=True):
            data[f"{name}_{row}_{part}"] = text
    return data
