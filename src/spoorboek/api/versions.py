"""A change of what was read before somebody else's change: 412 after `If-Match`, 409 after `version` in the body."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from spoorboek.api import problems
from spoorboek.api.problems import Problem, error
from spoorboek.api.schemas.base import Given, GivenAtVersion
from spoorboek.dossiers.refusals import Stale

ETAG = re.compile(r'(?:W/)?"(\d{1,9})(?:-[0-9a-f]+)?"\Z')


def wanted(request: HttpRequest) -> int | None:
    """The version that `If-Match` asks for."""
    header = request.headers.get("If-Match", "").strip()
    if header in ("", "*"):
        return None
    found = ETAG.match(header)
    if found is None:
        raise Problem(
            400, "bad-request", _("Kijk bij errors wat er anders moet."),
            [error("If-Match", _("Stuur de ETag van het dossier terug zoals je hem kreeg."))],
        )  # fmt: skip
    return int(found[1])


@contextmanager
def checked(request: HttpRequest, given: Given, values: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """What to give the act as its version, where it takes one. A stale change becomes a problem with both values."""
    versioned = isinstance(given, GivenAtVersion)
    asked = wanted(request) if versioned else None
    version = given.version if isinstance(given, GivenAtVersion) and asked is None else asked
    try:
        yield {} if version is None else {"version": version}
    except Stale as stale:
        status, kind = (409, "changed-since") if asked is None else (412, "version-passed")
        detail = f"{stale.message} " + _("Lees het dossier opnieuw en stuur de vraag met de versie van nu.")
        raise Problem(
            status, kind, detail, conflicts=problems.conflicts(in_fields(values), stale.current)
        ) from stale


def in_fields(values: Mapping[str, Any]) -> dict[str, Any]:
    """The sent values by field; those of a decision or a fact stand one level down."""
    flat: dict[str, Any] = {}
    for name, value in values.items():
        inside = value if isinstance(value, dict) else getattr(value, "__dict__", None)
        flat.update(inside if isinstance(inside, dict) else {name: value})
    return flat
