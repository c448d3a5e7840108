"""The list as a file that a Dutch Excel opens right away: semicolons, a byte order mark, days that it knows.

What stands in it is what stands on the page, and nothing about health. A cell that a spreadsheet would take for a
formula gets an apostrophe in front (OWASP, CSV injection).
"""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.translation import gettext as _

from spoorboek.caseload.rows import Row

BYTE_ORDER_MARK = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def a_day(day: date | None) -> str:
    """As a Dutch spreadsheet reads days."""
    return f"{day:%d-%m-%Y}" if day else ""


def heads() -> list[str]:
    return [
        _("Naam"),
        _("Functie"),
        _("Werkgever"),
        _("Eerste ziektedag"),
        _("Week"),
        _("Uren"),
        _("Groep"),
        _("Stap"),
        _("Dag"),
        _("Soort dag"),
        _("Aan zet"),
        _("Jij aan zet"),
        _("Opmerking"),
    ]


def cells(row: Row) -> list[str]:
    """One dossier."""
    step = row.step
    return [
        row.name,
        row.job,
        row.employer,
        a_day(row.first_sick_day),
        str(row.week),
        row.hours,
        row.group.label,
        step.title if step else "",
        a_day(step.day) if step else "",
        step.why if step else "",
        step.who if step else "",
        (_("ja") if step.mine else _("nee")) if step else "",
        row.before or row.ended,
    ]


def csv_text(rows: Iterable[Row]) -> str:
    """The whole file, its byte order mark included."""
    out = io.StringIO()
    out.write(BYTE_ORDER_MARK)
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads())
    writer.writerows(all_safe(rows))
    return out.getvalue()


def all_safe(rows: Iterable[Row]) -> Iterator[list[str]]:
    for row in rows:
        yield [safe(cell) for cell in cells(row)]
