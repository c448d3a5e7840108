"""What all kinds of questions share. No question has to be answered: an empty answer is an answer too."""

import uuid
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field, ValidationError

from spoorboek.methods.reading import Key, Strict, Words

Value = dict[str, Any]
"""An answer as JSON, in the shape of its question's `Given`; what is empty is left out."""

Line = Annotated[str, Field(max_length=120)]
MOST_ATTACHMENTS = 5


class NotAnAnswer(ValueError):
    """This value does not fit the question."""


class Option(Words):
    """Something to choose: a stable key and its words."""

    key: Key


class Given(Strict):
    """An answer. `attachments`: photos, drawings and recordings that belong to it, by their ids."""

    attachments: Annotated[tuple[uuid.UUID, ...], Field(max_length=MOST_ATTACHMENTS)] = ()


class Question(Strict):
    """One question, one page."""

    Given: ClassVar[type[Given]] = Given

    key: Key
    kind: str
    title: Words
    help: Words | None = None

    def checked(self, value: Mapping[str, Any]) -> Value:
        """The answer in its one shape. Raises `NotAnAnswer`."""
        try:
            given = self.Given.model_validate(dict(value))
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(map(str, first["loc"]))
            raise NotAnAnswer(f"{self.key}: {place}: {first['msg']}") from error
        self.fits(given)
        return given.model_dump(mode="json", exclude_defaults=True)

    def fits(self, given: Any) -> None:
        """Whether what was chosen is there to choose. Raises `NotAnAnswer`."""

    def told(self, value: Mapping[str, Any], language: str) -> list[str]:
        """The answer in words, a line for each thing said. Attachments are not in it."""
        raise NotImplementedError

    def texts(self, value: Mapping[str, Any]) -> list[str]:
        """What the person wrote in their own words."""
        return []


def chosen(keys: Mapping[str, Option], asked: str, *wanted: str) -> None:
    """Every wanted key is one of the options. Raises `NotAnAnswer`."""
    unknown = [key for key in wanted if key not in keys]
    if unknown:
        raise NotAnAnswer(f"{asked}: {', '.join(unknown)} cannot be chosen; choose from {', '.join(keys)}")


def by_key(options: tuple[Option, ...]) -> dict[str, Option]:
    return {option.key: option for option in options}
