"""The result columns while they are filled. A column takes memory only once some row has a date in it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from spoorboek.law.bulk.days import NAT, Dates, Ints, Mask, both


class Outputs:
    """Day numbers per name for `rows` rows; `NAT` where there is no date."""

    def __init__(self, rows: int) -> None:
        self.rows = rows
        self.columns: dict[str, Ints] = {}
        self._filled: dict[str, int] = {}

    def _skip_to(self, name: str, start: int) -> Ints:
        """The column, with no date in the rows before `start` that were not written."""
        if name not in self.columns:
            self.columns[name] = np.empty(self.rows, np.int64)
        column, filled = self.columns[name], self._filled.get(name, 0)
        column[filled:start] = NAT
        self._filled[name] = max(filled, start)
        return column

    def put(self, name: str, piece: slice, dates: Dates) -> None:
        """Write one piece; pieces come in order."""
        if dates.ok is not None and not dates.ok.any():
            return
        column = self._skip_to(name, piece.start)
        column[piece] = dates.days
        if dates.ok is not None:
            np.putmask(column[piece], ~dates.ok, NAT)
        self._filled[name] = piece.stop

    def put_first(self, name: str, piece: slice, due: Dates | None, practice: Dates | None) -> None:
        """Write due and practice of one rule version, in rows where no earlier version applied."""
        main = due or practice
        if main is None:
            return
        free = self._free(name, piece)
        for part, dates in (("due", due), ("practice", practice)):
            if dates is None:
                continue
            if free is None:
                self.put(f"{name}/{part}", piece, dates)
            else:
                self._put_where(f"{name}/{part}", piece, dates.only(free))

    def _free(self, name: str, piece: slice) -> Mask | None:
        """Rows of the piece without a date yet; None: all of them."""
        free: Mask | None = None
        for part in ("due", "practice"):
            if self._filled.get(f"{name}/{part}", 0) >= piece.stop:
                free = both(free, self.columns[f"{name}/{part}"][piece] == NAT)
        return free

    def _put_where(self, name: str, piece: slice, dates: Dates) -> None:
        if dates.ok is None or not dates.ok.any():
            return
        column = self._skip_to(name, piece.start)
        if self._filled[name] < piece.stop:
            column[piece] = NAT
            self._filled[name] = piece.stop
        np.copyto(column[piece], dates.days, where=dates.ok)

    def scatter(self, rows: NDArray[np.intp], part: Outputs) -> None:
        """Put the rows of another result in their places, also where they have no date."""
        for name in self.columns.keys() | part.columns.keys():
            column = self._skip_to(name, self.rows)
            self._filled[name] = self.rows
            column[rows] = part.whole(name) if name in part.columns else NAT

    def whole(self, name: str) -> Ints:
        column = self._skip_to(name, self.rows)
        self._filled[name] = self.rows
        return column

    def agreed(self, other: Outputs) -> Outputs:
        """Only what both say: due and practice of an obligation stand or fall together."""
        found = Outputs(self.rows)
        stems = {name.rpartition("/")[0] for name in self.columns.keys() | other.columns.keys()}
        for stem in stems:
            names = [f"{stem}/{part}" for part in ("due", "practice", "last_day", "first_day_after")]
            pairs = [(name, self._or_none(name), other._or_none(name)) for name in names]
            same = np.logical_and.reduce([a == b for _, a, b in pairs])
            for name, a, _ in pairs:
                found.put(name, slice(0, self.rows), Dates(a, same & (a != NAT)))
        return found

    def _or_none(self, name: str) -> Ints:
        return self.whole(name) if name in self.columns else np.full(self.rows, NAT, np.int64)

    def arrays(self) -> dict[str, NDArray[np.datetime64]]:
        return {name: self.whole(name).view("datetime64[D]") for name in self.columns}
