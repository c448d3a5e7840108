"""What all bodies share: days as days, text without signs that no database takes, and no unknown fields."""

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
EARLIEST, LATEST = date(1950, 1, 1), date(2199, 12, 31)
STRANGE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def written_day(value: Any) -> Any:
    """A day is written out; a number is no day."""
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not ISO_DAY.match(value):
        raise ValueError(_("Schrijf een dag als JJJJ-MM-DD, bijvoorbeeld 2026-11-26."))
    return value


def possible_day(value: date) -> date:
    if not EARLIEST <= value <= LATEST:
        raise ValueError(_("Kijk het jaartal na."))
    return value


def written_text(value: str) -> str:
    if STRANGE.search(value):
        raise ValueError(_("Hier staan tekens in die niet kunnen. Schrijf gewone letters en cijfers."))
    return value


def real_number(value: Any) -> Any:
    """A number is written as one, or as text with a point; true is no number."""
    if isinstance(value, bool):
        raise ValueError(_("Schrijf een getal, bijvoorbeeld 7.5."))
    return value


Day = Annotated[
    date,
    BeforeValidator(written_day),
    AfterValidator(possible_day),
    WithJsonSchema({"type": "string", "format": "date", "examples": ["2026-11-26"]}),
]
Text = Annotated[str, StringConstraints(strict=True, strip_whitespace=True), AfterValidator(written_text)]
Hours = Annotated[
    Decimal,
    BeforeValidator(real_number),
    Field(ge=0, le=80, max_digits=4, decimal_places=1),
    WithJsonSchema(
        {"type": "number", "minimum": 0, "maximum": 80, "multipleOf": 0.5, "examples": [12, 7.5]},
        mode="validation",
    ),
    WithJsonSchema({"type": "number", "examples": [12, 7.5]}, mode="serialization"),
]
"""Hours a week, to the half hour."""
Figure = Annotated[float, WithJsonSchema({"type": "number", "examples": [32, 7.5]})]
"""Hours a week as they are told: a number, never text."""


class Told(Schema):
    """Something the API tells."""

    model_config = ConfigDict(from_attributes=True)


class Given(Schema):
    """Something the caller sends: a field that is not known is refused, so that a slip of the pen shows."""

    model_config = ConfigDict(extra="forbid")


class GivenAtVersion(Given):
    """A change of a dossier that was read at a version of it."""

    version: Annotated[int, Field(ge=1, le=2**31 - 1, strict=True)] | None = Field(
        None,
        description="The `version` of the dossier you read. When it has changed since, the answer is 409 with both "
        "values, field by field. `If-Match` with the dossier's ETag does the same and answers 412. Left out: the "
        "change is made whatever the version.",
        examples=[7],
    )
