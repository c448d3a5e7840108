"""One line as its reader sees it on a day: in words, from what stands in the line."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from spoorboek.caseload.models import Line, State
from spoorboek.caseload.urgency import A_WEEK, Group, group_of, step_of
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.rules import rule_named
from spoorboek.dossiers.shown import ROLE_OF_WHO, in_language, is_move_of, short_day, who_name
from spoorboek.law.rulebook import Rule
from spoorboek.people.actor import NOBODY
from spoorboek.people.policy import Role


@lru_cache(maxsize=4_000)
def written_day(day: date, language: str | None) -> str:
    """A day for tables; a list writes the same few days many times."""
    return short_day(day)


@lru_cache
def in_words(parties: tuple[str, ...], language: str | None) -> str:
    """Parties of the law in the reader's language."""
    return ", ".join(who_name(name) for name in parties)


@lru_cache
def beside(parties: tuple[str, ...], role: Role) -> tuple[str, ...]:
    """The parties that are not the reader."""
    return tuple(name for name in parties if role not in ROLE_OF_WHO.get(name, (name,)))


@lru_cache
def round_a_dossier() -> tuple[str, str]:
    """What stands before and after the id in a dossier's address."""
    before, _id, after = reverse("dossier", args=[NOBODY]).partition(str(NOBODY))
    return before, after


@dataclass(frozen=True)
class Step:
    """A step in a list. `kind`: law, agreed or practice; a practice day is never late."""

    key: str
    day: date
    kind: str
    rule: Rule
    role: Role

    @property
    def title(self) -> str:
        return in_language(self.rule.title.text)

    @property
    def parties(self) -> tuple[str, ...]:
        """Who has to do it, in the names of the law."""
        return self.rule.who

    @property
    def mine(self) -> bool:
        return is_move_of(self.role, self.parties)

    @property
    def when(self) -> str:
        """`8 feb 2027`, or `rond 19 nov 2026` where only custom gives a day."""
        written = written_day(self.day, get_language())
        return _("rond %(day)s") % {"day": written} if self.kind == "practice" else written

    @property
    def why(self) -> str:
        """What kind of day it is."""
        if self.kind == "practice":
            return _("gebruikelijk, geen wet")
        return _("samen afgesproken") if self.kind == "agreed" else _("wettelijke dag")

    @property
    def who(self) -> str:
        """Who has to do it."""
        return in_words(self.parties, get_language())

    @property
    def others(self) -> str:
        """Who does it together with the reader."""
        return in_words(beside(self.parties, self.role), get_language())

    def is_over(self, today: date) -> bool:
        """Whether a day of law or agreement has passed."""
        return self.kind != "practice" and self.day < today

    def pill(self, today: date) -> str:
        """The kind of pill: red only for the reader's own move."""
        if self.is_over(today):
            return "late" if self.mine else "practice"
        return "practice" if self.kind == "practice" else "law"

    def away(self, today: date) -> str:
        """`over 3 dagen`, `5 dagen te laat`, `5 dagen geleden`."""
        days = (self.day - today).days
        if days in (0, 1):
            return _("morgen") if days else _("vandaag")
        if days > 0:
            return ngettext("over %(n)s dag", "over %(n)s dagen", days) % {"n": days}
        if self.is_over(today) and self.mine:
            return ngettext("%(n)s dag te laat", "%(n)s dagen te laat", -days) % {"n": -days}
        return ngettext("%(n)s dag geleden", "%(n)s dagen geleden", -days) % {"n": -days}


@dataclass(frozen=True)
class Row:
    """One dossier in the list. `before`: a step of someone else that comes before the reader's own."""

    dossier_id: uuid.UUID
    employer: str
    role: Role
    group: Group
    name: str
    job: str
    week: int
    hours: str
    is_new: bool
    first_sick_day: date
    ended: str
    """Why nothing is asked: recovered or closed, since when; empty where a step is shown."""
    step: Step | None
    pill: str
    away: str
    before: str

    @property
    def href(self) -> str:
        before, after = round_a_dossier()
        return f"{before}{self.dossier_id}{after}"


def named_step(line: Line, name: str) -> Step | None:
    """The step that columns of a line name."""
    day = getattr(line, f"{name}_on")
    if day is None:
        return None
    key = getattr(line, f"{name}_key")
    kind, rule = line.face[name]
    return Step(key, day, kind, rule_named(rule, key), Role(line.role))


def row(line: Any, today: date, employers: Mapping[uuid.UUID, str]) -> Row:
    """One row of a line that knows its `place`. `employers`: names, where there are several."""
    group = group_of(line.place)
    step = named_step(line, step_of(group))
    running = line.state == State.RUNNING
    return Row(
        dossier_id=line.dossier_id,
        employer=employers.get(line.employer_id, ""),
        role=Role(line.role),
        group=group,
        name=line.face["name"],
        job=line.face["job"],
        week=((line.ended_on or today) - line.first_sick_day).days // 7 + 1,
        hours=hours_in_words(line.face.get("hours")),
        is_new=running and line.came_on > today - A_WEEK,
        first_sick_day=line.first_sick_day,
        ended="" if step else ended(line),
        step=step,
        pill=step.pill(today) if step else "",
        away=step.away(today) if step else "",
        before=first_of_another(line, step),
    )


def ended(line: Line) -> str:
    """Since when it needs nothing, and why."""
    if line.ended_on is None:
        return _("er staat niets open")
    day = short_day(line.ended_on)
    if line.state == State.CLOSED:
        why = Dossier.Closing(line.face["closing"]).label
        return _("gesloten op %(day)s: %(why)s") % {"day": day, "why": why}
    return _("hersteld vanaf %(day)s") % {"day": day}


def first_of_another(line: Line, step: Step | None) -> str:
    """What someone else has to do before the reader's own step."""
    first = named_step(line, "first")
    if step is None or first is None or first.mine or first.key == step.key:
        return ""
    return _("eerst nog: %(step)s (%(who)s)") % {"step": first.title, "who": first.who}


def hours_in_words(hours: list[str] | None) -> str:
    """`8 van 24 uur`: worked and agreed, a week."""
    if not hours:
        return ""
    works, contract = (number_format(Decimal(figure), use_l10n=True) for figure in hours)
    return _("%(works)s van %(contract)s uur") % {"works": works, "contract": contract}
