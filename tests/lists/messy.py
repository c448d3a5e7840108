"""A company's absence list as it comes: seeded, with every mess that a list can have, and what is true behind it.

`python -m tests.lists.messy 5000 lijst.csv` writes one to try by hand.
"""

import csv
import io
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl

SURNAMES = [
    "Jansen",
    "de Vries",
    "van den Berg",
    "Bakker",
    "van der Meer",
    "Visser",
    "Smit",
    "Meijer",
    "de Boer",
    "Mulder",
    "Yılmaz",
    "Pijnenburg",
    "El Amrani",
    "Özdemir",
    "van 't Hof",
    "Kruk",
    "Schouten",
    "Janssens-de Wit",
    "Ó Briain",
    "Müller",
]
FIRST = [
    "Anna",
    "Bram",
    "Chantal",
    "Dewi",
    "Ebru",
    "Floor",
    "Gijs",
    "Hülya",
    "Ibrahim",
    "Joke",
    "Kees",
    "Loes",
    "Tia",
    "René",
    "Zoë",
]
JOBS = ["Verzorgende IG", "Fysiotherapeut", "Kok", "Monteur", "Administratief medewerker", "Specialist ICT"]
TEAMS = ["Team Noord", "Team Zuid", "Polikliniek", "Keuken"]
MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
DAY_STYLES: list[Callable[[date], str]] = [
    lambda d: f"{d.day}-{d.month}-{d.year}",
    lambda d: f"{d:%d-%m-%Y}",
    lambda d: d.isoformat(),
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d:%d-%m-%Y} 08:15",
    lambda d: str((d - date(1899, 12, 30)).days),
    lambda d: f"{d:%d.%m.%Y}",
    lambda d: f"{d:%Y%m%d}",
]
TEST_BSN = "111222333"
"""Passes the eleven test; nobody has it."""
SECRETS = ["burn-out na reorganisatie", "hernia", "zwangerschap", "depressie, bij psycholoog"]
HEADERS = [
    "Medewerker",
    "Naam",
    "Geboortedatum",
    "Functie",
    "Afdeling",
    "Contracturen",
    "Eerste ziektedag",
    "Ingangsdatum",
    "Verzuim %",
    "Einddatum",
    "Reden",
    "BSN",
    "Opmerking",
]


@dataclass
class Messy:
    """The rows as text, and what they mean: periods by personnel number (first day, first day fit)."""

    rows: list[list[Any]] = field(default_factory=list)
    truth: dict[str, list[tuple[date, date | None]]] = field(default_factory=dict)
    spoiled: set[int] = field(default_factory=set)
    """Numbers of rows (from 1, header included) that cannot be read or hold what may not be read."""


def name_of(chance: random.Random, first: str, last: str) -> str:
    words = last.split()
    prefix, family = " ".join(words[:-1]), words[-1]
    return chance.choice(
        [
            f"{family}, {first[0]}.{' ' + prefix if prefix else ''}",
            f"{first} {last}",
            f"{family}, {first} {prefix}".strip(),
            f"{first[0]}. {last}",
        ]
    )


def messy(count: int, today: date, seed: int = 11, *, spoil: bool = True) -> Messy:
    """About `count` rows: people with one to three absences, some in pieces, some repeated, some spoiled."""
    chance = random.Random(seed)
    made = Messy()
    number = 1000
    while len(made.rows) < count:
        number += 1
        person(made, chance, str(number), today, spoil=spoil)
    return made


def person(made: Messy, chance: random.Random, number: str, today: date, *, spoil: bool) -> None:
    first, last = chance.choice(FIRST), chance.choice(SURNAMES)
    style = chance.choice(DAY_STYLES)
    born = date(chance.randint(1960, 2003), chance.randint(1, 12), chance.randint(1, 28))
    hours = chance.choice(["36", "32,0", "24", "28,8", "20 uur"])
    who = [
        number,
        name_of(chance, first, last),
        style(born),
        chance.choice(JOBS),
        chance.choice(TEAMS),
        hours,
    ]
    day = today - timedelta(days=chance.randint(250, 700))
    for _ in range(chance.randint(1, 3)):
        day = absence(made, chance, who, style, day, today, spoil=spoil) + timedelta(
            days=chance.randint(35, 90)
        )
        if day > today - timedelta(days=40):
            break


def absence(
    made: Messy,
    chance: random.Random,
    who: list[str],
    style: Callable[[date], str],
    starts: date,
    today: date,
    *,
    spoil: bool,
) -> date:
    length = chance.choice([2, 3, 5, 8, 20, 60, 120])
    fit = starts + timedelta(days=length)
    running = fit > today - timedelta(days=1)
    last = "" if running else style(fit - timedelta(days=1))
    pieces = [(starts, "100%")]
    if length >= 20 and fit < today:
        pieces += [(starts + timedelta(days=10), "50,0"), (starts + timedelta(days=15), "25")]
    for since, part in pieces:
        made.rows.append([*who, style(starts), style(since), part, last, "", "", ""])
    if chance.random() < 0.03:
        made.rows.append(list(made.rows[-1]))
    if spoil and chance.random() < 0.02:
        spoiled(made, chance)
        return fit
    made.truth.setdefault(who[0], []).append((starts, None if running else fit))
    return fit


def spoiled(made: Messy, chance: random.Random) -> None:
    """Make the last row one that cannot be read as it stands."""
    row = made.rows[-1]
    made.spoiled.add(len(made.rows) + 1)
    column, value = chance.choice(
        [
            (6, "31-02-2026"),
            (6, ""),
            (8, "half"),
            (6, f"ziek: {chance.choice(SECRETS)}"),
            (1, "Jansen (hernia)"),
            (6, "=1+1"),
        ]
    )
    row[column] = value
    if chance.random() < 0.5:
        row[10], row[11], row[12] = chance.choice(SECRETS), TEST_BSN, chance.choice(SECRETS)


def as_csv(made: Messy, separator: str = ";", encoding: str = "utf-8-sig") -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow(HEADERS)
    writer.writerows(made.rows)
    return out.getvalue().encode(encoding, errors="replace")


def as_xlsx(made: Messy) -> bytes:
    """With a title above, two header rows' worth of merged cells, empty rows and a total below."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Verzuimoverzicht 2026"])
    sheet.merge_cells("A1:E1")
    sheet.append([])
    sheet.append(HEADERS)
    for row in made.rows:
        sheet.append(row)
    sheet.append([])
    sheet.append(["Totaal", "=COUNTA(A4:A99)"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


if __name__ == "__main__":
    wanted = messy(int(sys.argv[1]), date.today())  # noqa: DTZ011 - a file to try by hand
    target = Path(sys.argv[2])
    target.write_bytes(as_xlsx(wanted) if target.suffix == ".xlsx" else as_csv(wanted))
