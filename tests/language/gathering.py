"""Finds every Dutch text that a client reads, each with where it stands and what it belongs to.

What is for clients is worked out, not listed, wherever that can be: templates that extend `base_client.html` with all
they include, and the modules that show such a template. What cannot be worked out stands in places.yaml.
"""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation.template import templatize

from spoorboek.methods.reading import load, plain

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "src" / "spoorboek"
BASE = "base_client.html"
CALLED = {
    "_",
    "gettext",
    "gettext_lazy",
    "gettext_noop",
    "pgettext",
    "pgettext_lazy",
    "ngettext",
    "ngettext_lazy",
}
GIVEN = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|%%")
NOT_FOR_CLIENTS = {"called", "about_sources", "offers", "about_model"}
"""Of the determinants: names in the model and questions to those who guide."""
MARKUP = re.compile(r"<[^>]+>")
CALL = re.compile(r"(?<!\w)(?:n?p?gettext|_)\(")


@dataclass(frozen=True)
class Text:
    """One text: its words without markup, the file and line, and the source it is part of."""

    words: str
    place: str
    source: str


@cache
def places() -> dict[str, Any]:
    """What is for clients and cannot be worked out, from places.yaml."""
    return plain(load(HERE / "places.yaml"))  # type: ignore[no-any-return]


def texts() -> list[Text]:
    """Every text for clients, in the order in which it was found, each once a source."""
    found = (text for gather in (of_templates, of_modules, *DATA) for text in gather())
    return list(dict.fromkeys(text for text in found if text.words))


def spoken(text: str) -> str:
    """The words of a text as a reader sees them; a name stands where something is filled in."""
    return " ".join(MARKUP.sub(" ", GIVEN.sub("Fatma", text)).split())


def short(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@cache
def templates() -> dict[str, Path]:
    """Every template by the name it is loaded with."""
    return {
        path.as_posix().rpartition("/templates/")[2]: path
        for path in sorted(SOURCE.rglob("templates/**/*.*"))
    }


@cache
def client_templates() -> dict[str, Path]:
    """Those that extend the client's base, with everything these include, and the ones places.yaml adds."""
    names = {name for name in templates() if extends(name, BASE)} | {BASE}
    names |= {name for name in templates() for wanted in places()["templates"] if fnmatch(name, wanted)}
    waiting = set(names)
    while waiting:
        waiting = {one for name in waiting for one in included(name)} - names
        names |= waiting
    return {name: templates()[name] for name in sorted(names)}


def parents(name: str) -> list[str]:
    """What a template extends; where that depends on the reader, whatever it names, or else the client's base."""
    tag = re.search(r"{% *extends ([^%]+)%}", templates()[name].read_text("utf-8"))
    if tag is None:
        return []
    named = re.findall(r"[\w/-]+\.html", tag[1])
    return [one for one in named if one in templates()] if named else [BASE]


def extends(name: str, base: str) -> bool:
    """Whether a template extends another, directly or not, for at least some readers."""
    return any(one == base or extends(one, base) for one in parents(name))


def included(name: str) -> Iterator[str]:
    """What a template includes by name, and what it extends; not what only professionals see."""
    for other in re.findall(r'{% *include "([^"]+)"', templates()[name].read_text("utf-8")):
        if other in templates():
            yield other
    yield from (one for one in parents(name) if one == BASE or extends(one, BASE))


def of_templates() -> Iterator[Text]:
    for name, path in client_templates().items():
        for line, message in messages(templatize(path.read_text("utf-8"))):
            yield Text(spoken(message), f"{short(path)}:{line}", name)


def messages(code: str) -> Iterator[tuple[int, str]]:
    """The messages in what `templatize` gives: gettext calls between what was no message."""
    for number, line in enumerate(code.split("\n"), 1):
        for begin in CALL.finditer(line):
            tree = call_at(line, begin.start())
            yield from ((number, text) for _, text in calls(tree)) if tree else ()


def call_at(line: str, begin: int) -> ast.AST | None:
    """The call that begins here: up to the first bracket with which it can be read."""
    for end in (at for at, sign in enumerate(line) if sign == ")" and at > begin):
        try:
            return ast.parse(line[begin : end + 1])
        except SyntaxError:
            continue
    return None


def client_modules() -> list[Path]:
    """Modules that show a client's template, and the ones places.yaml adds."""
    shown = {name for name in client_templates() if extends(name, BASE)}
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        if any(fnmatch(short(path), one) for one in places()["not_modules"]):
            continue
        code = path.read_text("utf-8")
        listed = any(fnmatch(short(path), one) for one in places()["modules"])
        if listed or any(f'"{name}"' in code for name in shown):
            found.append(path)
    return found


def of_modules() -> Iterator[Text]:
    for path in client_modules():
        for line, message in calls(ast.parse(path.read_text("utf-8"))):
            yield Text(spoken(message), f"{short(path)}:{line}", short(path))


def calls(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Texts given to gettext, with their lines."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLED:
            given = node.args[1:] if node.func.id.startswith("p") else node.args
            for one in given:
                if isinstance(one, ast.Constant) and isinstance(one.value, str):
                    yield node.lineno, one.value


def dutch(value: object) -> Iterator[str]:
    """Every Dutch text in a part of a data file, at any depth: what stands under `nl`."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from (
                [one]
                if key == "nl" and isinstance(one, str)
                else all_texts(one)
                if key == "nl"
                else dutch(one)
            )
    elif isinstance(value, list | tuple):
        for one in value:
            yield from dutch(one)


def all_texts(value: object) -> Iterator[str]:
    """Every text in a part of a file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from all_texts(one)


def of_data(path: Path, found: Iterable[str]) -> Iterator[Text]:
    return (Text(spoken(text), short(path), short(path)) for text in found)


def of_worksheets() -> Iterator[Text]:
    """Worksheets are for clients altogether."""
    for path in sorted(SOURCE.glob("methods/catalogue/*/worksheets/*.yaml")):
        yield from of_data(path, dutch(plain(load(path))))


def of_methods() -> Iterator[Text]:
    """Of a method: what it is, for whom, its phases, and the steps in which the client takes part."""
    for path in sorted(SOURCE.glob("methods/catalogue/*/method.yaml")):
        content = plain(load(path))
        told: list[Any] = [
            content[key] for key in ("title", "one_line", "for_whom", "not_for_whom", "consent")
        ]
        for phase in content["phases"]:
            told += [phase["title"], phase["why"]]
            mine = [step for step in phase["steps"] if "client" in step["who"]]
            told += [step[key] for step in mine for key in ("title", "explanation", "leaves")]
        yield from of_data(path, dutch(told))


def of_papers() -> Iterator[Text]:
    """Papers whose reader is the client."""
    for path in sorted(SOURCE.glob("methods/catalogue/*/papers/*.yaml")):
        content = plain(load(path))
        if content["reader"] == "client":
            yield from of_data(path, dutch(content))


def of_learning() -> Iterator[Text]:
    """Learning modules for clients."""
    from spoorboek.methods.modules.reading import Author

    for path in sorted(SOURCE.glob("methods/catalogue/*/modules/*/nl.md")):
        edition = Author(path).edition("nl")
        if edition.head.for_ == "client":
            yield from of_data(path, [edition.head.title, edition.head.summary, *edition.head.learn])
            for step in edition.steps:
                yield from of_data(path, lines_of(step))


def lines_of(step: Any) -> Iterator[str]:
    """Every text of a step, paragraph by paragraph."""
    talks = [one for node in step.nodes.values() for one in (*node.said, *node.choices)]
    parts = [step.title, step.body, step.closing, *step.groups]
    parts += [text for one in (*talks, *step.items) for text in (one.text, getattr(one, "feedback", ""))]
    for part in parts:
        yield from re.split(r"</p>|</li>|<br ?/?>|\n\n", part)


def of_scenes() -> Iterator[Text]:
    """Scenes to practise: all that is said and asked in them. Their own words stand as a name."""
    for path in sorted(SOURCE.glob("methods/catalogue/*/scenes/*.yaml")):
        yield from of_data(path, dutch(plain(load(path))))


def of_wanting() -> Iterator[Text]:
    """The questions on wanting and being able, and the action cards; not the names for professionals."""
    for name in ("determinants.yaml", "action-cards.yaml"):
        path = SOURCE / "methods" / "catalogue" / "shared" / name
        if path.exists():
            yield from of_data(path, dutch(without(plain(load(path)), NOT_FOR_CLIENTS)))


def without(value: Any, keys: set[str]) -> Any:
    if isinstance(value, dict):
        return {key: without(one, keys) for key, one in value.items() if key not in keys}
    return [without(one, keys) for one in value] if isinstance(value, list) else value


def of_stations() -> Iterator[Text]:
    """What each stop of the route is; the talks."""
    from spoorboek.dossiers import stations

    for key, station in stations.stations().items():
        path = SOURCE / "dossiers" / "stations" / f"{key}.toml"
        yield from of_data(path, all_texts(station.nl.model_dump()))
    for name in ("states", "people"):
        told = [
            one
            for row in stations.read(name).values()
            for key, one in row.items()
            if key in {"nl", "title_nl"}
        ]
        yield from of_data(SOURCE / "dossiers" / "stations" / f"{name}.toml", all_texts(told))


DATA: tuple[Callable[[], Iterator[Text]], ...] = (
    of_worksheets, of_methods, of_papers, of_learning, of_scenes, of_wanting, of_stations,
)  # fmt: skip
