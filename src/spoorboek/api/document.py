"""The OpenAPI 3.1 document: what ninja knows of the operations, and what only we know, put together once."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import override
from pydantic import TypeAdapter

from spoorboek.api import problems
from spoorboek.api.rest import VERSION, api
from spoorboek.law import Facts, Timetable

REF = "#/components/schemas/{model}"
PREFIX = "/api/v1"
INTRODUCTION = """\
The road of long-term sickness in the Netherlands, for other systems: the same acts and the same reads as the pages.

**Come in** with `Authorization: Bearer …`. An administrator of the organisation makes the token, with an end date and
with the scopes that stand at each operation. A token acts as a link of its organisation: it reaches the running
dossiers of that organisation as a case manager does, and nothing else. Nothing medical can be reached with any token.

**Versions.** A dossier has a `version` that grows with each change. Send it back with a change, in the body or as
`If-Match`, and nobody's work is overwritten: a stale change answers 409 or 412 with both values, field by field.

**Repeating.** Send an `Idempotency-Key` (a UUID) with each POST. The same key and body within a day does the work once
and gives the same answer again.

**Lists** come in pages: send `next_cursor` back as `cursor`. Rows added meanwhile never make one appear twice.

**Problems** are `application/problem+json` (RFC 9457) in Dutch or English (`Accept-Language`), with the field and what
to do. What a link does not reach answers 404, as if it were not there.
"""
TAGS = [
    {"name": "people", "description": "Employers, employments, and who works for them."},
    {"name": "dossiers", "description": "Reading: facts, obligations with their reasons, clocks, journal."},
    {"name": "acts", "description": "Changing: each act answers with the dossier as it then stands."},
    {
        "name": "timetable",
        "description": "The law's timetable for facts you send. Nothing is kept or logged.",
    },
]
MEANS = {
    "400": "What was sent cannot be read: no JSON, or a cursor of another question.",
    "401": "No token, or one that expired or was ended.",
    "403": "The token lacks the scope, or this act is not for a case manager.",
    "404": "Not there, or out of this link's reach.",
    "413": "More than one megabyte.",
    "422": "A value that cannot be, or an act that is refused now; `errors` name the field.",
    "429": "Too many requests; `Retry-After` says how many seconds to wait.",
}
STALE = {
    "409": "The dossier changed since the `version` you sent.",
    "412": "The dossier changed since the ETag in `If-Match`.",
}


@cache
def document() -> dict[str, Any]:
    """The whole document, in English."""
    with override("en"):
        made: dict[str, Any] = json.loads(
            json.dumps(api.get_openapi_schema(path_prefix="api/v1/"), cls=DjangoJSONEncoder)
        )
    made["info"] = information()
    made["tags"] = TAGS
    made["servers"] = [{"url": "/", "description": "This installation."}]
    made["components"]["schemas"] |= problem_schemas() | law_schemas()
    made["components"]["securitySchemes"] = {"token": security()}
    for _path, method, operation, scope in operations(made):
        complete(method, operation, scope)
    describe_timetable(made["paths"])
    return made


def information() -> dict[str, Any]:
    return {
        "title": "Spoorboek",
        "version": VERSION,
        "summary": "Return to work after long-term sickness: dossiers, acts, and the law's timetable.",
        "description": INTRODUCTION,
        "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
    }


def security() -> dict[str, str]:
    return {
        "type": "http",
        "scheme": "bearer",
        "description": "A token of an organisation, made by its administrator; it begins with `spoorboek_`.",
    }


def operations(made: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any], str]]:
    """Path, method, operation and scope of each."""
    scopes = scopes_by_id()
    for path, methods in made["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation, scopes[operation["operationId"]]


@cache
def scopes_by_id() -> dict[str, str]:
    """The scope that each operation asks for."""
    return {
        api.get_openapi_operation_id(operation): operation.auth_callbacks[0].scope.value  # type: ignore[attr-defined]
        for router in api._get_bound_routers()
        for view in router.path_operations.values()
        for operation in view.operations
    }


def complete(method: str, operation: dict[str, Any], scope: str) -> None:
    """Scope, problems and the headers that every operation shares."""
    operation["security"] = [{"token": [scope]}]
    operation["operationId"] = operation["operationId"].removeprefix("spoorboek_api_operations_")
    operation["description"] = f"{operation.get('description', '')}\n\nScope: `{scope}`.".strip()
    means = MEANS | (STALE if changes_dossier(operation) else {})
    for status, meaning in means.items():
        operation["responses"][status] = problem_answer(meaning, status)
    for status in ("200", "201", "202"):
        if status in operation["responses"]:
            operation["responses"][status]["headers"] = {"ETag": header("Changes when the answer does.")}
    for told in operation["parameters"]:
        told.pop("examples", None)  # ninja lifts the schema's list out of it, where OpenAPI wants a map
    operation["parameters"] += [*language(), *(repeat() if method == "post" else fresh())]
    if changes_dossier(operation) and operation["operationId"] != "acts_transfer":
        operation["parameters"] += if_match()
    if method == "get":
        operation["responses"]["304"] = {"description": "You have this answer already (`If-None-Match`)."}


def changes_dossier(operation: dict[str, Any]) -> bool:
    return "acts" in operation["tags"] and operation["operationId"] != "acts_report_sick"


def header(meaning: str) -> dict[str, Any]:
    return {"description": meaning, "schema": {"type": "string"}}


def parameter(name: str, meaning: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"in": "header", "name": name, "required": False, "description": meaning, "schema": schema}


def language() -> list[dict[str, Any]]:
    return [
        parameter(
            "Accept-Language", "Language of texts: `nl` or `en`.", {"type": "string", "enum": ["nl", "en"]}
        )
    ]


def repeat() -> list[dict[str, Any]]:
    schema = {"type": "string", "pattern": "^[!-~]{1,100}$", "maxLength": 100}
    return [parameter("Idempotency-Key", "The same key and request do their work once.", schema)]


def fresh() -> list[dict[str, Any]]:
    return [parameter("If-None-Match", "The ETag you have; 304 when it still holds.", {"type": "string"})]


def if_match() -> list[dict[str, Any]]:
    schema = {"type": "string", "pattern": '^"[0-9]{1,9}(-[0-9a-f]+)?"$'}
    return [parameter("If-Match", "ETag of the dossier you read; 412 when its version passed.", schema)]


def problem_answer(meaning: str, status: str) -> dict[str, Any]:
    answer: dict[str, Any] = {
        "description": meaning,
        "content": {problems.MEDIA_TYPE: {"schema": {"$ref": REF.format(model="Problem")}}},
    }
    if status == "429":
        answer["headers"] = {"Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}}}
    if status == "401":
        answer["headers"] = {"WWW-Authenticate": header("`Bearer`.")}
    return answer


def problem_schemas() -> dict[str, Any]:
    field = {"type": "string", "examples": ["hours"]}
    text = {"type": "string"}
    return {
        "Problem": {
            "type": "object",
            "title": "Problem",
            "description": "RFC 9457. `detail` says what to do, in the caller's language.",
            "required": ["type", "title", "status", "detail"],
            "properties": {
                "type": {
                    "type": "string",
                    "format": "uri-reference",
                    "enum": [f"{problems.PAGE}#{kind}" for kind in problems.TITLES],
                },
                "title": text,
                "status": {"type": "integer", "minimum": 400, "maximum": 599},
                "detail": text,
                "errors": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["field", "message"],
                        "properties": {"field": field, "message": text},
                    },
                },
                "conflicts": {
                    "type": "array",
                    "description": "Of a stale change: what you sent and what stands there now.",
                    "items": {
                        "type": "object",
                        "required": ["field", "yours", "current"],
                        "properties": {"field": field, "yours": {}, "current": {}},
                    },
                },
            },
            "examples": [
                {
                    "type": f"{problems.PAGE}#refused",
                    "title": "This cannot be done now",
                    "status": 422,
                    "detail": "This day is still to come. Choose today or an earlier day.",
                    "errors": [
                        {
                            "field": "since",
                            "message": "This day is still to come. Choose today or an earlier day.",
                        }
                    ],
                }
            ],
        }
    }


def law_schemas() -> dict[str, Any]:
    """Facts as they are published already, and the timetable from the library's own types."""
    facts = Facts.model_json_schema(by_alias=True, ref_template=REF)
    result = TypeAdapter(Timetable).json_schema(mode="serialization", ref_template=REF.replace("{", "Law{"))
    parts = {f"Law{name}": schema for name, schema in result.pop("$defs").items()}
    inner = facts.pop("$defs")
    return {"Facts": facts, "Timetable": result, **inner, **parts}


def describe_timetable(paths: dict[str, Any]) -> None:
    """The bodies that go to the law library unread."""
    facts, result = ({"$ref": REF.format(model=name)} for name in ("Facts", "Timetable"))
    one = paths[f"{PREFIX}/timetable"]["post"]
    one["requestBody"]["content"]["application/json"] = {
        "schema": facts,
        "example": {"first_sick_day": "2026-01-12"},
    }
    one["responses"]["200"]["content"]["application/json"]["schema"] = result
    many = paths[f"{PREFIX}/timetable/batch"]["post"]
    many["requestBody"]["content"]["application/json"] = {"schema": batch(facts), "example": BATCH}
    many["responses"]["200"]["content"]["application/json"]["schema"] = results(result)


BATCH = {"cases": [{"first_sick_day": "2026-01-12"}, {"first_sick_day": "2026-03-02"}]}


def batch(facts: dict[str, str]) -> dict[str, Any]:
    """Whatever stands in a case is told at its place, so that the schema asks no more than a list."""
    cases = {
        "type": "array",
        "minItems": 1,
        "maxItems": 100,
        "items": {},
        "description": f"Facts, each as {facts['$ref'].rpartition('/')[2]}.",
    }
    return {
        "type": "object",
        "required": ["cases"],
        "additionalProperties": False,
        "properties": {"cases": cases},
    }


def results(result: dict[str, str]) -> dict[str, Any]:
    problem = {"$ref": REF.format(model="Problem")}
    each = {
        "type": "object",
        "description": "One of the two, at the place of its facts.",
        "properties": {"timetable": result, "problem": problem},
    }
    return {
        "type": "object",
        "required": ["results"],
        "properties": {"results": {"type": "array", "items": each}},
    }
