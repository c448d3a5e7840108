"""Problem details (RFC 9457): what went wrong, in the caller's language, where, and what to do next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any

from django.http import JsonResponse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from spoorboek.law.fact_input import OTHER, WORDS
from spoorboek.law.problems import FactsError

MEDIA_TYPE = "application/problem+json"
PAGE = "/api/"
"""Where each kind of problem is explained: its `type` is an anchor there."""

TITLES: dict[str, Promise] = {
    "bad-request": gettext_lazy("De vraag is niet te lezen"),
    "no-token": gettext_lazy("Er is geen geldige sleutel"),
    "not-allowed": gettext_lazy("Dit mag deze koppeling niet"),
    "not-found": gettext_lazy("Niet gevonden"),
    "wrong-method": gettext_lazy("Zo kan het hier niet"),
    "changed-since": gettext_lazy("Het dossier is intussen gewijzigd"),
    "version-passed": gettext_lazy("Het dossier is intussen gewijzigd"),
    "too-large": gettext_lazy("De vraag is te groot"),
    "refused": gettext_lazy("Dit kan nu niet"),
    "key-reused": gettext_lazy("Deze Idempotency-Key hoort bij een andere vraag"),
    "too-fast": gettext_lazy("Te veel vragen achter elkaar"),
    "broken": gettext_lazy("Er ging iets mis bij ons"),
}
"""Every kind of problem by its name in `type`."""


@dataclass
class Problem(Exception):
    """One answer that is not what was asked for. `errors` name a field each; `conflicts` hold both values of one."""

    status: int
    kind: str
    detail: str
    errors: list[dict[str, str]] = field(default_factory=list)
    conflicts: list[dict[str, Any]] = field(default_factory=list)
    headers: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.kind

    def as_data(self) -> dict[str, Any]:
        data: dict[str, Any] = {
            "type": f"{PAGE}#{self.kind}",
            "title": str(TITLES[self.kind]),
            "status": self.status,
            "detail": self.detail,
        }
        if self.errors:
            data["errors"] = self.errors
        if self.conflicts:
            data["conflicts"] = self.conflicts
        return data

    def answer(self) -> JsonResponse:
        return JsonResponse(
            self.as_data(),
            status=self.status,
            content_type=MEDIA_TYPE,
            headers=dict(self.headers),
            json_dumps_params={"ensure_ascii": False},
        )


def error(name: str, message: str) -> dict[str, str]:
    return {"field": name, "message": message}


def not_found() -> Problem:
    """The same for what is not there and for what may not be known to be there."""
    return Problem(
        404, "not-found", _("Dit is er niet, of deze koppeling heeft er geen toegang toe. Kijk het adres na.")
    )


def of_status(status: int) -> Problem:
    """For an answer that was made outside the operations: no such address, another method, a fault of ours."""
    known = {
        404: not_found(),
        405: Problem(
            405,
            "wrong-method",
            _("Dit adres kent deze methode niet. Kijk in de kop Allow welke er wel kunnen."),
        ),
        400: Problem(400, "bad-request", _("Kijk na wat je stuurde.")),
    }
    fault = Problem(
        500,
        "broken",
        _("Er is niets gewijzigd. Probeer het later nog eens; blijft het misgaan, vertel het de beheerder."),
    )
    return known.get(status, fault if status >= 500 else Problem(status, "bad-request", _("Dit kan niet.")))


def plain(value: object) -> Any:
    """A value as JSON has it."""
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    return value if value is None or isinstance(value, bool | int | float) else str(value)


def conflicts(yours: Mapping[str, object], current: Mapping[str, object]) -> list[dict[str, Any]]:
    """Both values of every field that the request and the dossier both have."""
    names = [name for name in yours if name in current]
    return [
        {"field": name, "yours": plain(yours[name]), "current": plain(current[name])} for name in names
    ] or [{"field": name, "yours": None, "current": plain(value)} for name, value in current.items()]


def of_facts(problem: FactsError) -> Problem:
    """Mistakes in facts that were sent for a timetable."""
    language = get_language() or "nl"
    word = _("Bijvoorbeeld")
    errors = [
        error(
            one.field,
            one.message.in_language(language) + (f" {word}: {one.example}" if one.example else ""),
        )
        for one in problem.problems
    ]
    return invalid(errors)


def invalid(errors: list[dict[str, str]]) -> Problem:
    return Problem(
        422, "refused", _("Niet alles is te gebruiken. Kijk bij errors wat er anders moet."), errors
    )


def of_fields(rows: Iterable[Mapping[str, Any]]) -> Problem:
    """Mistakes that pydantic found in path, query or body."""
    return invalid([error(name_of(row["loc"]), words(row)) for row in rows])


def name_of(location: Iterable[Any]) -> str:
    """`body.hours`, `spells[1].until`: as the caller wrote it."""
    name = ""
    for part in list(location)[1:]:
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else str(part)
    return name.removeprefix("given.").removeprefix("query.") or "body"


def words(row: Mapping[str, Any]) -> str:
    """One mistake in the caller's language."""
    own = row.get("ctx", {}).get("error")
    if isinstance(own, ValueError) and str(own):
        return str(own)
    kind = str(row["type"])
    text = WORDS.get(kind) or next((said for start, said in WORDS.items() if kind.startswith(start)), OTHER)
    told = text.in_language(get_language() or "nl")
    for name, value in row.get("ctx", {}).items():
        told = told.replace("{" + name + "}", str(value))
    return told
