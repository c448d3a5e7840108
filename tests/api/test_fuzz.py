"""Schemathesis tries every operation with what the document allows and what it does not, on planted data.

No fault of ours (5xx), every answer as the document says, and no mark of the medical layer or of another organisation
in any of them. Seeded and bounded: the same examples each run. Ids of rows that exist are put into the addresses.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import override_settings
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from spoorboek.api.document import document
from spoorboek.people.policy import Layer
from tests.access.attempts import undone
from tests.access.markers import MARKS, marked
from tests.access.world import world
from tests.api.callers import Caller, employers_caller

SCHEMA = schemathesis.openapi.from_dict(document())
SCHEMA.app = get_wsgi_application()
OPERATIONS = {found.ok().label: found.ok() for found in SCHEMA.get_all_operations()}
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
LAYERS_OF_A_LINK = {Layer.PROCESS, Layer.DIRECTORY}


@pytest.fixture(autouse=True, scope="module")
def connections_stay_open() -> Iterator[None]:
    """A served request closes its connection, in which this test would take back what the request did."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def real_ids() -> dict[str, Any]:
    """Rows of the marked dossier, by the names that addresses have for them."""
    here, rows = world(), marked()
    return {
        "dossier_id": str(here.full.pk),
        "employment_id": str(here.employment.pk),
        "employer_id": str(here.company.employer.pk),
        "key": rows.step.key,
        "ordinal": rows.step.ordinal,
        "kind": "spell",
        "row": rows.spell.pk,
    }


def planted_callers() -> tuple[Caller, Caller]:
    """The link of the marked dossier's employer, and one of another employer."""
    if not hasattr(planted_callers, "made"):
        marked()
        made = (employers_caller(world().company), employers_caller(world().elsewhere))
        planted_callers.made = made  # type: ignore[attr-defined]
    return planted_callers.made  # type: ignore[attr-defined, no-any-return]


def tried(case: Any, one: Caller, *, real: bool) -> Any:
    """Send one case as this caller, and take back what it did."""
    if real:
        known = real_ids()
        case.path_parameters = {
            name: known.get(name, value) for name, value in (case.path_parameters or {}).items()
        }
    case.headers = {
        name: value for name, value in (case.headers or {}).items() if name.lower() != "authorization"
    }
    with undone(), override_settings(API_REQUESTS_A_MINUTE=10**9):
        return case.call(
            headers={"Authorization": f"Bearer {one.secret}", "Accept-Encoding": "identity"},
            base_url="http://localhost",
        )


@pytest.mark.parametrize("label", sorted(OPERATIONS))
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_an_operation_answers_as_its_document_says_and_shows_nothing_it_may_not(
    label: str, mode: GenerationMode
) -> None:
    mine, theirs = planted_callers()
    operation = OPERATIONS[label]

    @settings(
        max_examples=4, derandomize=True, deadline=None, database=None, phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy(generation_mode=mode), real=st.booleans(), own=st.booleans())
    def try_it(case: Any, real: bool, own: bool) -> None:
        response = tried(case, mine if own else theirs, real=real)
        case.validate_response(response, checks=CHECKS)
        shown = {layer for layer, mark in MARKS.items() if mark in response.text}
        assert shown <= (LAYERS_OF_A_LINK if own else set()), response.text[:500]

    try_it()
