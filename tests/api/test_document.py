"""The OpenAPI document: valid 3.1, complete, and as it was published, since others build on it."""

import json
import re
from functools import cache
from typing import Any

import pytest
import schemathesis
from django.conf import settings
from django.test import Client
from jsonschema import Draft202012Validator

from spoorboek.api.document import document
from spoorboek.api.outline import outline
from spoorboek.api.problems import TITLES
from spoorboek.api.scopes import Scope

PUBLISHED = settings.PROJECT / "docs" / "schema" / "openapi.json"


@cache
def operations() -> dict[str, dict[str, Any]]:
    return {
        f"{method.upper()} {path}": operation
        for path, methods in document()["paths"].items()
        for method, operation in methods.items()
    }


def test_the_document_is_as_published() -> None:
    """A difference is a change for everyone who built on it: look at it, then publish it on purpose."""
    served = Client().get("/api/v1/openapi.json").json()
    assert served == json.loads(PUBLISHED.read_text("utf-8")), (
        "Explain the difference in the commit, then run `./spoorboek openapi docs/schema/openapi.json`."
    )


def test_it_is_valid_openapi_3_1() -> None:
    assert document()["openapi"].startswith("3.1")
    schemathesis.openapi.from_dict(document()).validate()


def test_every_schema_in_it_is_a_json_schema_and_every_reference_leads_somewhere() -> None:
    made = document()
    for schema in made["components"]["schemas"].values():
        Draft202012Validator.check_schema(schema)
    for reference in references(made):
        node: Any = made
        for part in reference.removeprefix("#/").split("/"):
            node = node[part]


def references(node: Any) -> list[str]:
    if isinstance(node, dict):
        own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
        return own + [found for value in node.values() for found in references(value)]
    if isinstance(node, list):
        return [found for value in node for found in references(value)]
    return []


@pytest.mark.parametrize("name", sorted(operations()))
def test_every_operation_says_what_it_does_needs_and_refuses(name: str) -> None:
    operation = operations()[name]
    assert operation["summary"]
    assert operation["summary"].isascii()
    assert "Scope:" in operation["description"]
    assert len(operation["description"].partition("\n")[0]) > 15
    (scope,) = operation["security"][0]["token"]
    assert scope in Scope.values
    assert {"401", "403", "422", "429"} <= set(operation["responses"])
    for status in ("401", "422"):
        assert list(operation["responses"][status]["content"]) == ["application/problem+json"]


def test_operation_ids_are_unique() -> None:
    ids = [operation["operationId"] for operation in operations().values()]
    assert len(ids) == len(set(ids))


def test_the_page_for_people_lists_every_operation_and_every_kind_of_problem() -> None:
    page = Client().get("/api/", headers={"Accept-Language": "nl"}).content.decode()
    assert sum(len(group.lines) for group in outline()) == len(operations())
    for name in operations():
        method, _space, path = name.partition(" ")
        assert f">{method}</span> {path.removeprefix('/api/v1')}</code>" in page
    assert all(f'id="{kind}"' in page for kind in TITLES)
    assert page.count("curl ") == 3


def test_nothing_about_health_has_a_field() -> None:
    words = re.compile(r"diagnos|complaint|symptom|(?<!be)cause|medical|bsn", re.IGNORECASE)
    schemas = document()["components"]["schemas"]
    fields = property_names({name: schema for name, schema in schemas.items() if not is_of_law(name)})
    assert [name for name in fields if words.search(name)] == []


def is_of_law(name: str) -> bool:
    """Facts sent for a timetable may hold the doctor's answers; they are kept nowhere."""
    return name.startswith("Law") or name in {"Facts", "Timetable", "Leave", "Spell", "Employment"}


def property_names(node: Any) -> list[str]:
    if isinstance(node, dict):
        own = list(node.get("properties", {})) if isinstance(node.get("properties"), dict) else []
        return own + [found for value in node.values() for found in property_names(value)]
    if isinstance(node, list):
        return [found for value in node for found in property_names(value)]
    return []
