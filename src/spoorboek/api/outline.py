"""Every operation in a line, grouped, for the page that people read."""

import re
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spoorboek.api.document import scopes_by_id
from spoorboek.api.rest import api

GROUPS: dict[str, Promise] = {
    "people": _("Mensen en werk"),
    "dossiers": _("Dossiers lezen"),
    "acts": _("Iets vastleggen"),
    "timetable": _("Uitrekenen zonder bewaren"),
    "imports": _("Lijsten laden"),
}
CONVERTER = re.compile(r"{[^}:]+:")


@dataclass(frozen=True)
class Line:
    """One operation; its path without the prefix that all share."""

    method: str
    path: str
    summary: str | Promise
    scope: str


@dataclass(frozen=True)
class Group:
    """Operations about one thing."""

    title: str | Promise
    lines: tuple[Line, ...]


def outline() -> list[Group]:
    """All groups that have operations, in order."""
    found: dict[str, list[Line]] = {key: [] for key in GROUPS}
    scopes = scopes_by_id()
    for router in api._get_bound_routers():
        for path, view in router.path_operations.items():
            for operation in view.operations:
                line = Line(
                    operation.methods[0],
                    CONVERTER.sub("{", path),
                    operation.summary,
                    scopes[api.get_openapi_operation_id(operation)],
                )
                found[(operation.tags or router.tags or [""])[0]].append(line)
    return [Group(GROUPS[key], tuple(lines)) for key, lines in found.items() if lines]
