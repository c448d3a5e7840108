"""A method, worksheet or scene as a file again: YAML that its reader reads back to the same."""

import re
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from spoorboek.methods.model import Method
from spoorboek.methods.worksheets import Worksheet

WIDE = 110
SHORT = 100
"""Characters up to which a small part stands on one line."""
MISREAD = re.compile(r"^[?:]|[\x85\u2028\u2029]")
"""In a text that the writer would leave without quotes, although the reader takes it otherwise."""


def as_yaml(method: Method) -> str:
    """The whole method in one file, its theory of change included. What follows from a default is left out."""
    return written(content_of(method), WIDE)


def content_of(method: Method) -> dict[str, Any]:
    """Ordinary values, in the order of the model."""
    content: dict[str, Any] = method.model_dump(mode="json", exclude_defaults=True)
    return content


def sheet_as_yaml(sheet: Worksheet) -> str:
    """The whole worksheet. What follows from a default is left out, but for the kind of a question."""
    content = sheet.model_dump(mode="json", exclude_defaults=True)
    content["pages"] = [
        {"key": page.key, "kind": page.kind, **page.model_dump(mode="json", exclude_defaults=True)}
        for page in sheet.pages
    ]
    return compactly_written(content, WIDE)


def compactly_written(content: Any, wide: int) -> str:
    """With small parts on a line of their own."""
    lines = written(laid_out(content), wide).rstrip("\n").split("\n")
    return "".join(f"{line.rstrip(' ')}\n" for line in lines)  # other blanks belong to a text


def written(content: Any, wide: int) -> str:
    out = StringIO()
    writer = YAML()
    writer.width = wide
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.dump(content, out)
    return out.getvalue()


def laid_out(value: Any) -> Any:
    """The same values, with small ones on a line of their own."""
    made: CommentedMap | CommentedSeq
    if isinstance(value, dict):
        made = CommentedMap((key, laid_out(one)) for key, one in value.items())
    elif isinstance(value, list):
        made = CommentedSeq(laid_out(one) for one in value)
    elif isinstance(value, str) and MISREAD.search(value):
        return DoubleQuotedScalarString(value)
    else:
        return value
    parts = list(value.values()) if isinstance(value, dict) else value
    if len(str(value)) < SHORT and not any(
        isinstance(one, dict | list) and one and deep(one) for one in parts
    ):
        made.fa.set_flow_style()
    return made


def deep(value: Any) -> bool:
    """Whether there are parts within parts."""
    parts = value.values() if isinstance(value, dict) else value
    return any(isinstance(one, dict | list) for one in parts)
