"""Stored obligations as people read them: a status on a day, and texts in the reader's language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from spoorboek.dossiers.frozen import steps_on
from spoorboek.dossiers.models import Dossier, Obligation
from spoorboek.dossiers.rules import rule_of
from spoorboek.law import Text
from spoorboek.law.rulebook import current_rulebook
from spoorboek.methods.reading import Words
from spoorboek.people.models import ROLE_NAMES
from spoorboek.people.policy import TELLS_OF_A_SAFETY_NET, WITHOUT_SAFETY_NET, Role

SOON = timedelta(days=14)
ROLE_OF_WHO = {
    "employer": (Role.CASE_MANAGER, Role.SUPERVISOR),
    "client": (Role.CLIENT,),
    "company_doctor": (Role.COMPANY_DOCTOR,),
    "case_manager": (Role.CASE_MANAGER,),
}


LAPSES = tuple(sorted({rule.key for rule in current_rulebook().rules if rule.optional}))
"""A right or a power that ends with its day: afterwards nobody is late (`optional` in the law's rules)."""


class Status(StrEnum):
    """Where a step stands on a day. A practice date is never late: it is `AROUND`.

    `UNKNOWN`: whether the step applies depends on something nobody has answered yet; its day is only a possible day.
    """

    DONE = "done"
    LATE = "overdue"
    SOON = "due"
    AROUND = "around"
    COMING = "coming"
    EXPIRED = "expired"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


def in_language(text: Text | Words | Mapping[str, str] | str | None) -> str:
    """A text of a library (the law, the methods) in the reader's language."""
    if isinstance(text, Text | Words):
        return text.in_language(get_language() or "nl")
    if not isinstance(text, Mapping):
        return text or ""
    return text["en"] if (get_language() or "nl").startswith("en") else text["nl"]


def full_day(day: date) -> str:
    """`donderdag 26 november`, with the year when it is not this one: for clients."""
    return date_format(day, "l j F Y")


def short_day(day: date) -> str:
    """`26 nov 2026`: for tables."""
    return date_format(day, "SHORT_DATE_FORMAT")


def status_on(row: Obligation, day: date) -> Status:
    """The status of a stored obligation on a day."""
    binding = row.agreed or row.statutory
    if row.done:
        return Status.DONE
    if row.applies is None:
        return Status.UNKNOWN
    if not row.applies:
        return Status.NOT_APPLICABLE
    if binding:
        if binding < day:
            return Status.EXPIRED if row.key in LAPSES else Status.LATE
        return Status.SOON if binding - day <= SOON else Status.COMING
    if row.practice:
        return Status.AROUND if row.practice - day <= SOON else Status.COMING
    return Status.UNKNOWN


@dataclass(frozen=True)
class ShownStep:
    """One obligation for one reader. `day` is the date to show first; `kind` says which of the four dates it is."""

    row: Obligation
    status: Status
    day: date | None
    kind: str
    mine: bool

    @property
    def key(self) -> str:
        return self.row.key

    @property
    def ordinal(self) -> int:
        return self.row.ordinal

    @property
    def anchor(self) -> str:
        """Stable name of this step inside one dossier, for links."""
        return f"{self.row.key}-{self.row.ordinal}"

    @property
    def title(self) -> str:
        return in_language(rule_of(self.row).title.text)

    @property
    def consequence(self) -> str:
        return in_language(rule_of(self.row).consequence.text)

    @property
    def document(self) -> str:
        return in_language(rule_of(self.row).document.text)

    @property
    def who(self) -> list[str]:
        """Who has to do it, in words."""
        return [who_name(name) for name in self.parties]

    @property
    def parties(self) -> list[str]:
        """Who has to do it, in the names of the law."""
        return parties(self.row)

    @property
    def when(self) -> str:
        """The day for tables: `8 feb 2027`, or `rond 19 nov 2026` where only custom gives a day."""
        return self._when(short_day)

    @property
    def when_in_full(self) -> str:
        """The day for clients, written in full."""
        return self._when(full_day)

    def _when(self, written: Any) -> str:
        if self.day is None:
            return _("nog niet bekend")
        return (
            _("rond %(day)s") % {"day": written(self.day)} if self.kind == "practice" else written(self.day)
        )

    @property
    def because(self) -> list[str]:
        """The steps of the reason that everyone in the dossier may read."""
        return [in_language(step["text"]) for step in self.row.explanation.get("because_public", ())]

    @property
    def would_move_if(self) -> list[tuple[str, date | None]]:
        """What would move the date, each with the new date."""
        entries = self.row.explanation.get("would_move_if", ())
        return [
            (in_language(e["change"]), date.fromisoformat(e["due"]) if e["due"] else None) for e in entries
        ]

    @property
    def doubts(self) -> list[str]:
        return [in_language(doubt["reason"]) for doubt in self.row.explanation.get("uncertain", ())]

    @property
    def sources(self) -> list[dict[str, Any]]:
        return list(self.row.explanation.get("sources", ()))

    @property
    def is_late(self) -> bool:
        return self.status is Status.LATE

    @property
    def deviation_allowed(self) -> bool:
        return rule_of(self.row).deviation_allowed


def who_name(name: str) -> str:
    """A party of the law in the reader's words."""
    names = {
        "employer": _("werkgever"),
        "uwv": _("UWV"),
        "occupational_health": _("arbodienst"),
        "case_manager": _("casemanager"),
        "employee": ROLE_NAMES[Role.CLIENT],
    }
    return str(names.get(name) or (ROLE_NAMES[Role(name)] if name in set(Role) else name))


def main_day(row: Obligation) -> tuple[date | None, str]:
    """The date to show first, and which one it is."""
    dates = (("done", row.done), ("agreed", row.agreed), ("law", row.statutory), ("practice", row.practice))
    return next(((day, kind) for kind, day in dates if day), (None, "unknown"))


def parties(row: Obligation) -> list[str]:
    """Who has to do it, in the names of the law."""
    return list(rule_of(row).who)


def is_move_of(role: Role | None, named: Iterable[str]) -> bool:
    """Whether someone in this role is one of the parties."""
    return any(role in ROLE_OF_WHO.get(name, (name,)) for name in named)


def shown(rows: Iterable[Obligation], day: date, role: Role | None = None) -> list[ShownStep]:
    """Obligations for a reader in a role on a day, in order of their day; those without a day last."""
    made = []
    for row in rows:
        first, kind = main_day(row)
        mine = is_move_of(role, parties(row))
        made.append(ShownStep(row, status_on(row, day), first, kind, mine))
    return sorted(made, key=lambda step: (step.day or date.max, step.key, step.ordinal))


def steps_of(dossier: Dossier, day: date, role: Role | None = None) -> list[ShownStep]:
    """All steps of one dossier for one reader; who may not know of a safety net sees no step that tells of one."""
    rows = steps_on(dossier)
    hidden = TELLS_OF_A_SAFETY_NET if role in WITHOUT_SAFETY_NET else ()
    return shown((row for row in rows if row.key not in hidden), day, role)


def week_of(dossier: Dossier, day: date) -> int:
    """Which week of sickness a day is in, counted from the first sick day (rule C2)."""
    return (day - dossier.first_sick_day).days // 7 + 1
