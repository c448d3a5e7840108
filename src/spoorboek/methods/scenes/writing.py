"""A scene as a file again: YAML that `read_scene` reads back to the same scene."""

from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from spoorboek.methods.scenes.model import SceneFile

WIDE = 118
SHORT = 100
"""Characters up to which a small part stands on one line."""


def as_yaml(scene: SceneFile) -> str:
    """The whole scene. What follows from a default is left out."""
    out = StringIO()
    writer = YAML()
    writer.width = WIDE
    writer.indent(mapping=2, sequence=4, offset=2)
    writer.dump(laid_out(scene.model_dump(mode="json", by_alias=True, exclude_defaults=True)), out)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def laid_out(value: Any) -> Any:
    """The same values, with small ones on a line of their own."""
    made: CommentedMap | CommentedSeq
    if isinstance(value, dict):
        made = CommentedMap((key, laid_out(one)) for key, one in value.items())
    elif isinstance(value, list):
        made = CommentedSeq(laid_out(one) for one in value)
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
