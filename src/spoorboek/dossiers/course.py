"""How a course stands on a day, for the one who is in it: running, on leave, recovered, or closed and why."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from spoorboek.dossiers.days import in_words
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.stations import in_english, read
from spoorboek.law.rulebook import current_rulebook


@dataclass(frozen=True)
class Standing:
    """A state that needs words of its own. `day` and `until` are the days in those words."""

    key: str
    day: date | None
    until: date | None = None


def standing_on(dossier: Dossier, today: date) -> Standing | None:
    """The state of a dossier (with spells and leaves) on a day; None while the course simply runs."""
    fit = fit_from(dossier)
    if not dossier.is_open:
        day = fit if dossier.closing == Dossier.Closing.RECOVERED and fit else dossier.closed_on
        return Standing(f"closed_{dossier.closing}", day)
    leave = next((row for row in dossier.leaves.all() if row.starts <= today < row.ends), None)
    if leave:
        return Standing("leave", leave.starts, leave.ends - timedelta(days=1))
    if fit and fit <= today:
        until = fit + timedelta(days=current_rulebook().gap.longest_days)
        # Past that day the route is over for who reads it, also before the night's work has closed the dossier.
        return Standing("recovered", fit, until) if today <= until else Standing("closed_recovered", fit)
    return None


def fit_from(dossier: Dossier) -> date | None:
    """The first day fit again, when the last spell has ended."""
    last = max(dossier.spells.all(), key=lambda row: row.starts, default=None)
    return last.ends if last else None


@dataclass(frozen=True)
class StandingWords:
    """The words of a state in the reader's language."""

    key: str
    title: str
    lines: tuple[str, ...]
    pictogram: str


def in_plain_words(standing: Standing, today: date) -> StandingWords:
    """What a client reads about a state."""
    row: dict[str, Any] = read("states")[standing.key]
    language = "en" if in_english() else "nl"
    days = {
        name: in_words(day, today) if day else ""
        for name, day in (("day", standing.day), ("until", standing.until))
    }
    lines = tuple(line.format(**days) for line in row[language])
    return StandingWords(standing.key, row[f"title_{language}"], lines, row["pictogram"])
