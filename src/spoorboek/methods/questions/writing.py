"""Own words: a short text, a few lines, a picture of the paper page, a recording."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from spoorboek.methods.questions.base import Given, Line, NotAnAnswer, Question

MOST_CHARACTERS = 4000
MOST_LINES = 8


class TextGiven(Given):
    text: Annotated[str, Field(max_length=MOST_CHARACTERS)] = ""


class ShortText(Question):
    """A few sentences. `rows` is how high the field is, `most` how many characters fit."""

    Given: ClassVar[type[Given]] = TextGiven

    kind: Literal["short-text"] = "short-text"
    rows: int = Field(4, ge=1, le=20)
    most: int = Field(1000, ge=40, le=MOST_CHARACTERS)

    def fits(self, given: TextGiven) -> None:
        if len(given.text) > self.most:
            raise NotAnAnswer(f"{self.key}: at the most {self.most} characters fit")

    def told(self, value: Mapping[str, Any], language: str) -> list[str]:
        return [line for line in value.get("text", "").splitlines() if line.strip()]

    def texts(self, value: Mapping[str, Any]) -> list[str]:
        return [value["text"]] if value.get("text") else []


class LinesGiven(Given):
    lines: Annotated[tuple[Line, ...], Field(max_length=MOST_LINES)] = ()


class ShortLines(Question):
    """A few short lines, such as three good moments."""

    Given: ClassVar[type[Given]] = LinesGiven

    kind: Literal["short-lines"] = "short-lines"
    count: int = Field(3, ge=2, le=MOST_LINES)

    def checked(self, value: Mapping[str, Any]) -> dict[str, Any]:
        made = super().checked(value)
        lines = [line for line in made.pop("lines", ()) if line]
        return made | ({"lines": lines} if lines else {})

    def told(self, value: Mapping[str, Any], language: str) -> list[str]:
        return list(value.get("lines", ()))

    def texts(self, value: Mapping[str, Any]) -> list[str]:
        return list(value.get("lines", ()))


class Picture(ShortText):
    """A photo or drawing of the paper page, with words beside it."""

    kind: Literal["picture"] = "picture"  # type: ignore[assignment]
    rows: int = Field(2, ge=1, le=20)


class Voice(ShortText):
    """A recording, or the same in words."""

    kind: Literal["voice"] = "voice"  # type: ignore[assignment]
