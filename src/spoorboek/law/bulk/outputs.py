"""The result columns while they are filled. A column takes memory only once some row has a date in it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from spoorboek.law.bulk.days import NAT, Dates, Ints, Mask, both, chosen

PARTS = ("due", "practice", "last_day", "first_day_after")


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
        dates.write(column[piece])
        self._filled[name] = piece.stop

    def put_first(self, name: str, piece: slice, due: Dates | None, practice: Dates | None) -> bool:
        """Write due and practice of one rule version, in rows where no earlier version applied.

        Returns whether every row of the piece now has its date.
        """
        main = due or practice
        if main is None:
            return False
        free = self._free(name, piece)
        for part, dates in (("due", due), ("practice", practice)):
            if dates is None:
                continue
            if free is None:
                self.put(f"{name}/{part}", piece, dates)
            else:
                self._put_where(f"{name}/{part}", piece, dates.only(free))
        return main.ok is None

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
        column[piece] = chosen(dates.ok, dates.days, column[piece])

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

    def agreed(self, of_row: NDArray[np.intp], rows: int) -> Outputs:
        """One row for each run of equal `of_row`, with only what the whole run says.

        Due and practice of an obligation stand or fall together.
        """
        found = Outputs(rows)
        starts = np.flatnonzero(np.r_[True, of_row[1:] != of_row[:-1]])
        lone = np.diff(np.r_[starts, len(of_row)]) == 1
        for stem in {name.rpartition("/")[0] for name in self.columns}:
            names = [name for part in PARTS if (name := f"{stem}/{part}") in self.columns]
            same = lone.copy()
            same |= np.logical_and.reduce([self._one(name, starts) for name in names])
            for name in names:
                values = self.columns[name][starts]
                found.put(name, slice(0, rows), Dates(values, same & (values != NAT)))
        return found

    def _one(self, name: str, starts: NDArray[np.intp]) -> Mask:
        """Runs in which this column has one value: no row in it differs from the one before."""
        column = self.whole(name)
        as_before = np.ones(len(column), np.bool_)
        np.equal(column[1:], column[:-1], out=as_before[1:])
        as_before[starts] = True
        same: Mask = np.logical_and.reduceat(as_before, starts)
        return same

    def arrays(self) -> dict[str, NDArray[np.datetime64]]:
        return {name: self.whole(name).view("datetime64[D]") for name in self.columns}
