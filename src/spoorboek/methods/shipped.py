"""The methods that come with the product, and reading one from a file or a folder."""

from functools import cache
from pathlib import Path
from typing import Any

from spoorboek.methods.checks import check
from spoorboek.methods.model import Method
from spoorboek.methods.reading import Mistakes, parse, read_as, understand

CATALOGUE = Path(__file__).parent / "catalogue"
ORDER = ("back-to-work-your-way", "vr-practice", "values-conversation", "op-maat", "chances-at-work")
FILE, THEORY = "method.yaml", "theory.yaml"


@cache
def methods() -> dict[str, Method]:
    """The shipped methods by key, in the order in which they are shown."""
    return {key: read_method(CATALOGUE / key) for key in ORDER if (CATALOGUE / key / FILE).exists()}


def read_method(path: Path) -> Method:
    """A method from its file, or from its folder (with the theory of change beside it). Raises `Mistakes`."""
    file = path / FILE if path.is_dir() else path
    beside = file.with_name(THEORY)
    method = read_as(file, understood)
    if method.theory is None and beside.exists():
        method = with_theory(method, beside)
    return method


def method_from(text: str, name: str = FILE) -> Method:
    """A method from a text in YAML, such as an upload. `name` is what mistakes call it. Raises `Mistakes`."""
    return understood(parse(text, name), name)


def method_kept(content: str) -> Method:
    """A method from the JSON in which we kept it ourselves, checked before: some fifty times as fast as a file."""
    return Method.model_validate_json(content)


def understood(content: Any, name: str) -> Method:
    """The content as a method that hangs together. Raises `Mistakes`."""
    method = understand(content, Method, name)
    found = check(method, content, name)
    if found:
        raise Mistakes(found)
    return method


def with_theory(method: Method, path: Path) -> Method:
    """The method with the theory of change from its own file. Raises `Mistakes`."""
    from spoorboek.methods.checks import check_theory
    from spoorboek.methods.theory import Theory

    def checked(content: Any, name: str) -> Theory:
        theory = understand(content, Theory, name)
        found = check_theory(method, theory, content, name)
        if found:
            raise Mistakes(found)
        return theory

    return method.model_copy(update={"theory": read_as(path, checked)})
