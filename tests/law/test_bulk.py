"""The bulk path says exactly what the single path says."""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from spoorboek.law import Facts, Rulebook, current_rulebook
from spoorboek.law.bulk import FactArrays, timetable_arrays
from spoorboek.law.worlds import find
from tests.law.strategies import examples, facts


def single(given_facts: Facts, book: Rulebook) -> dict[str, date]:
    """Every date of the single path, under the names of the bulk path."""
    found = find(given_facts, book)
    dates: dict[str, date | None] = {f"{key}/last_day": end.last_day for key, end in found.clocks.items()}
    repeating = {rule.key for rule in book.rules if rule.counting.every}
    for (key, ordinal), dated in found.obligations.items():
        name = f"{key}/{ordinal}" if key in repeating else key
        practice = dated.practice if dated.practice != dated.due else None
        dates |= {f"{name}/due": dated.due, f"{name}/practice": practice}
    return {name: day for name, day in dates.items() if day is not None}


def bulk(rows: list[Facts], book: Rulebook) -> list[dict[str, date]]:
    found = timetable_arrays(FactArrays.from_facts(rows, book), book)
    names = [name for name in found if not name.endswith("first_day_after")]
    return [
        {name: found[name][n].item() for name in names if not np.isnat(found[name][n])}
        for n in range(len(rows))
    ]


@examples(100)
@given(st.lists(facts(), min_size=1, max_size=8))
def test_bulk_and_single_path_give_the_same_dates(rows: list[Facts]) -> None:
    book = current_rulebook()
    assert bulk(rows, book) == [single(row, book) for row in rows]


@examples(25)
@given(st.lists(facts(), min_size=1, max_size=5), st.integers(7, 40), st.integers(280, 320))
def test_bulk_and_single_path_follow_a_changed_law_alike(rows: list[Facts], gap: int, report: int) -> None:
    book = current_rulebook()
    changed = [
        rule.model_copy(update={"due": rule.due.model_copy(update={"days": report})})
        if rule.key == "report-42-weeks" and rule.due
        else rule
        for rule in book.rules
    ]
    book = book.model_copy(
        update={"rules": tuple(changed), "gap": book.gap.model_copy(update={"longest_days": gap})}
    )
    assert bulk(rows, book) == [single(row, book) for row in rows]


def test_the_day_after_a_clock_is_the_day_after_its_last_day() -> None:
    found = timetable_arrays(FactArrays(np.array(["2026-01-12", "2024-02-29"], dtype="datetime64[D]")))
    for clock in ("wage", "wia", "dismissal_ban"):
        assert (found[f"{clock}/first_day_after"] == found[f"{clock}/last_day"] + 1).all()


def test_more_rows_than_one_piece_give_the_same_dates_as_few() -> None:
    first = np.datetime64("2020-01-01") + np.arange(40_000) % 3000
    whole = timetable_arrays(FactArrays(first))
    few = timetable_arrays(FactArrays(first[-10:]))
    assert all((whole[name][-10:] == few[name]).all() for name in few)
