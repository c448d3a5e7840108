"""A method as a file again: YAML that `read_method` reads back to the same method."""

from io import StringIO
from typing import Any

from ruamel.yaml import YAML

from spoorboek.methods.model import Method

WIDE = 110


def as_yaml(method: Method) -> str:
    """The whole method in one file, its theory of change included. What follows from a default is left out."""
    out = StringIO()
    writer = YAML()
    writer.width = WIDE
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.dump(content_of(method), out)
    return out.getvalue()


def content_of(method: Method) -> dict[str, Any]:
    """Ordinary values, in the order of the model."""
    content: dict[str, Any] = method.model_dump(mode="json", exclude_defaults=True)
    return content
