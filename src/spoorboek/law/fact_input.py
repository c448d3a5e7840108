"""Reading facts from outside: every mistake named by its field, in Dutch and English, with a valid example."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import ValidationError

from spoorboek.law.facts import Facts
from spoorboek.law.problems import FactsError, Problem, ProblemError
from spoorboek.law.results import Text

WORDS: dict[str, Text] = {
    "missing": Text("is nodig, maar ontbreekt.", "is needed but missing."),
    "extra_forbidden": Text(
        "is geen bekend veld. Kijk of de naam klopt.", "is not a known field. Check the name."
    ),
    "date": Text(
        "is geen datum. Schrijf jaar, maand en dag als JJJJ-MM-DD.",
        "is not a date. Write year, month and day as YYYY-MM-DD.",
    ),
    "literal_error": Text(
        "moet een van deze woorden zijn: {expected}.", "must be one of these words: {expected}."
    ),
    "int": Text("moet een heel getal zijn.", "must be a whole number."),
    "float": Text("moet een getal zijn.", "must be a number."),
    "bool": Text("moet true of false zijn.", "must be true or false."),
    "greater_than_equal": Text("mag niet kleiner zijn dan {ge}.", "must not be less than {ge}."),
    "less_than_equal": Text("mag niet groter zijn dan {le}.", "must not be more than {le}."),
    "greater_than": Text("moet groter zijn dan {gt}.", "must be more than {gt}."),
    "too_long": Text(
        "bevat te veel; het maximum is {max_length}.", "holds too many; the maximum is {max_length}."
    ),
    "tuple": Text("moet een lijst zijn, tussen [ en ].", "must be a list, between [ and ]."),
    "model": Text(
        "moet een groep velden zijn, tussen { en }.", "must be a group of fields, between { and }."
    ),
    "string": Text("moet tekst zijn.", "must be text."),
}
OTHER = Text("kan niet worden gebruikt.", "cannot be used.")


def facts_from(data: object) -> Facts:
    """Validated facts from parsed JSON. Raises FactsError with every mistake found."""
    try:
        return Facts.model_validate(data)
    except ValidationError as error:
        raise FactsError(tuple(p for row in error.errors() for p in _problems(row))) from None


def _problems(row: Any) -> list[Problem]:
    cause = row.get("ctx", {}).get("error")
    if isinstance(cause, ProblemError):
        return list(cause.problems)
    words = _words(row["type"])
    context = row.get("ctx", {})
    message = Text(_filled(words.nl, context), _filled(words.en, context))
    return [Problem(_field(row["loc"]), message, _example(row["loc"]))]


def _words(kind: str) -> Text:
    if kind in WORDS:
        return WORDS[kind]
    return next((text for start, text in WORDS.items() if kind.startswith(start)), OTHER)


def _filled(template: str, context: dict[str, Any]) -> str:
    for name, value in context.items():
        template = template.replace("{" + name + "}", str(value))
    return template


def _field(location: tuple[int | str, ...]) -> str:
    name = ""
    for part in location:
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else part
    return name or "facts"


@cache
def _schema() -> dict[str, Any]:
    """Made once: a list full of mistakes would else make it for each of them."""
    return Facts.model_json_schema()


def _example(location: tuple[int | str, ...]) -> str:
    """A valid value for the field, from the published schema."""
    schema = _schema()
    node: dict[str, Any] = schema
    for part in location:
        node = _resolved(schema, node)
        node = (
            node.get("items", {}) if isinstance(part, int) else node.get("properties", {}).get(str(part), {})
        )
    found = node.get("examples") or _resolved(schema, node).get("enum") or []
    return f'"{found[0]}"' if found and isinstance(found[0], str) else str(found[0]) if found else ""


def _resolved(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    for option in (node, *node.get("anyOf", ())):
        if "$ref" in option:
            found: dict[str, Any] = schema["$defs"][option["$ref"].rsplit("/", 1)[-1]]
            return found
    return next((option for option in node.get("anyOf", ()) if option.get("type") != "null"), node)
