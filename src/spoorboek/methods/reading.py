"""Reading a data file strictly: every mistake with its file, line, key and an example of what would be right.

    method = read(path, Method)          # raises Mistakes

What is wrong is said in Dutch and English, also what pydantic and the reader of YAML find (`wrong_values`). A check
inside a model raises `Wrong` with both.

Files are YAML 1.2. Texts that people read are written in two languages, `nl` and `en`, and neither may be missing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.composer import Composer, ComposerError
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent

from spoorboek.methods.quick_reading import NotQuick, quickly
from spoorboek.methods.wrong_values import told, yaml_told

Text = Annotated[str, Field(min_length=1)]
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", examples=["first-talk"])]
"""A stable name in a file: small letters, digits and single hyphens."""


class Strict(BaseModel):
    """A part of a data file. An unknown key is a mistake; nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Words(Strict):
    """One text in both languages."""

    nl: Text = Field(examples=["Eerste gesprek"])
    en: Text = Field(examples=["First talk"])

    def in_language(self, code: str) -> str:
        """The text in `nl` or `en`; Dutch for any other language."""
        return self.en if code.startswith("en") else self.nl


def words(nl: str, en: str) -> Words:
    """One text in both languages, where it stands in code."""
    return Words(nl=nl, en=en)


class Wrong(ValueError):
    """What a model's own check finds wrong with a value, in both languages."""

    def __init__(self, nl: str, en: str) -> None:
        super().__init__(en)
        self.words = words(nl, en)


@dataclass(frozen=True)
class Mistake:
    """One thing that is wrong in a file. `line` counts from 1; 0 where the file as a whole is meant."""

    file: str
    line: int
    key: str
    message: Words
    example: str = ""

    def told(self, language: str) -> str:
        """On one line, in `nl` or `en`: where, what is wrong, and what would be right."""
        place = f"{self.file}:{self.line}" if self.line else self.file
        message = self.message.in_language(language)
        said = f"{place}: {self.key}: {message}" if self.key else f"{place}: {message}"
        shows = "for example" if language.startswith("en") else "bijvoorbeeld"
        return f"{said} ({shows}: {self.example})" if self.example else said

    def __str__(self) -> str:
        return self.told("en")


class Mistakes(ValueError):
    """A file that cannot be used, with everything that is wrong in it. As a text: English, for who reads a trace."""

    def __init__(self, found: Iterable[Mistake]) -> None:
        self.found = tuple(found)
        super().__init__(self.told("en"))

    def told(self, language: str) -> str:
        """A line for each mistake, in `nl` or `en`."""
        return "\n".join(one.told(language) for one in self.found)


def unreadable(file: str, error: Exception) -> Mistake:
    """A file that is not there, or is no text."""
    if isinstance(error, FileNotFoundError):
        said = words("dit bestand is er niet", "this file is not there")
    elif isinstance(error, UnicodeDecodeError):
        said = words("dit bestand is geen tekst in UTF-8", "this file is no text in UTF-8")
    else:
        why = type(error).__name__
        said = words(f"dit bestand kan niet worden gelezen ({why})", f"this file cannot be read ({why})")
    return Mistake(file, 0, "", said)


Model = TypeVar("Model", bound=BaseModel)
Made = TypeVar("Made")


def read(path: Path, model: type[Model]) -> Model:
    """The file as the model. Raises `Mistakes`."""
    return read_as(path, lambda content, name: understand(content, model, name))


def read_as(path: Path, understood: Callable[[Any, str], Made]) -> Made:
    """What `understood` makes of the file's content. Raises `Mistakes`.

    Read quickly first, for a file in which nothing is wrong; only where something is, once more with its lines.
    """
    try:
        return understood(quickly(path), str(path))
    except (NotQuick, Mistakes):
        return understood(load(path), str(path))


def load(path: Path) -> Any:
    """The file's content with the line of every key. Raises `Mistakes` when it is no YAML."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Mistakes([unreadable(str(path), error)]) from error
    return parse(text, str(path), aliases=True)


DEEPEST = 60


class WrittenOut(Composer):
    """Composes a file without aliases: a few lines of them stand for more than a machine can hold.

    Nor deeper than any file of ours: reading on takes as long as it is deep, for each word of it.
    """

    depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.parser.check_event(AliasEvent):
            mark = self.parser.peek_event().start_mark
            raise ComposerError(problem="aliases are not read; write it out", problem_mark=mark)
        if self.depth == DEEPEST:
            raise ComposerError(problem="too deep", problem_mark=self.parser.peek_event().start_mark)
        self.depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1


def parse(text: str, file: str, *, aliases: bool = False) -> Any:
    """The content of a text in YAML; one that came from elsewhere without `aliases`. Raises `Mistakes`."""
    yaml = YAML(typ="rt")
    if not aliases:
        yaml.Composer = WrittenOut
    try:
        return yaml.load(text)
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise Mistakes([no_yaml(file, line, str(error.problem))]) from error
    except (YAMLError, ValueError, RecursionError) as error:
        said = "too deep" if isinstance(error, RecursionError) else str(error)
        raise Mistakes([no_yaml(file, 0, said)]) from error


def no_yaml(file: str, line: int, problem: str) -> Mistake:
    dutch, english = yaml_told(problem)
    return Mistake(file, line, "", words(dutch, english))


def understand(content: Any, model: type[Model], file: str) -> Model:
    """What `load` or `parse` gave, as the model. Raises `Mistakes`."""
    try:
        return model.model_validate(plain(content))
    except ValidationError as error:
        raise Mistakes(mistake(one, content, model, file) for one in causes(error.errors())) from error


def causes(errors: Sequence[Any]) -> list[Any]:
    """Without the lists that are only too short because of a mistake within them."""
    return [
        one
        for one in errors
        if one["type"] != "too_short"
        or not any(other is not one and other["loc"][: len(one["loc"])] == one["loc"] for other in errors)
    ]


def plain(content: Any) -> Any:
    """Ordinary dictionaries, lists and texts."""
    if isinstance(content, Mapping):
        return {str(key): plain(value) for key, value in content.items()}
    if isinstance(content, list):
        return [plain(value) for value in content]
    return str(content) if isinstance(content, str) else content


def mistake(error: Any, content: Any, model: type[BaseModel], file: str) -> Mistake:
    """What pydantic found, at the line where it stands."""
    place = [part for part in error["loc"] if not (isinstance(part, str) and part.startswith("function-"))]
    key = ".".join(str(part + 1 if isinstance(part, int) else part) for part in place)
    return Mistake(file, line_of(content, place), key, words_for(error), example_of(model, place))


def words_for(error: Any) -> Words:
    """What pydantic found in both languages: as our own check said it, or as `wrong_values` says its kind."""
    facts = error.get("ctx", {})
    if isinstance(facts.get("error"), Wrong):
        own: Words = facts["error"].words
        return own
    dutch, english = told(error["type"], facts)
    return words(dutch, english)


def line_of(content: Any, place: Iterable[str | int]) -> int:
    """The line, from 1, of the deepest part of a place that is in the file."""
    line = 0
    for part in place:
        try:
            at = content.lc.key(part) if isinstance(content, CommentedMap) else content.lc.item(part)
            line, content = at[0] + 1, content[part]
        except (AttributeError, KeyError, IndexError, TypeError):
            continue
        if not isinstance(content, CommentedMap | CommentedSeq):
            break
    return line or 1


def example_of(model: type[BaseModel], place: Iterable[str | int]) -> str:
    """The example that a field of the model declares, following the place through nested models; empty if none."""
    shown, here = "", schema_of(model)
    known = here.get("$defs", {})
    for part in place:
        here = reference(here, known)
        here = (
            here.get("items", {}) if isinstance(part, int) else here.get("properties", {}).get(str(part), {})
        )
        shown = next((str(one) for one in reference(here, known).get("examples", ())), "")
    return shown


@cache
def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """Asked once a model: a file with many mistakes would ask it for each."""
    return model.model_json_schema()


def reference(schema: dict[str, Any], known: dict[str, Any]) -> dict[str, Any]:
    """The schema that a `$ref` points to, examples beside it kept; the schema itself without one."""
    options = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    chosen = schema | options[0] if options else schema
    name = str(chosen.get("$ref", "")).rpartition("/")[2]
    return known.get(name, {}) | chosen if name else chosen
