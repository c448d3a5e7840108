"""Reading YAML with libyaml: some twenty times as fast as the reader that knows the line of each key.

Which words are numbers, dates or nothing comes from the exact reader itself, so that the two do not differ; whatever
this one is not sure of (a name given twice, a number in another base, a tag) it leaves to the exact one.
"""

import re
from pathlib import Path
from typing import Any

import yaml
from ruamel.yaml.resolver import implicit_resolvers

VERSION = (1, 2)
INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")


class NotQuick(ValueError):
    """Something the quick reader leaves to the exact one."""


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML 1.2, as the exact reader takes it. Without libyaml the same in plain Python."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}

    def integer(self, node: yaml.ScalarNode) -> int:
        if not INTEGER.fullmatch(node.value):
            raise NotQuick(node.value)
        return int(node.value)

    def mapping(self, node: yaml.MappingNode) -> dict[Any, Any]:
        made: dict[Any, Any] = self.construct_mapping(node, deep=True)
        if len(made) != len(node.value):
            raise NotQuick("a name twice")
        return made


for _versions, _tag, _pattern, _begins in implicit_resolvers:
    if VERSION in _versions:
        Loader.add_implicit_resolver(_tag, _pattern, _begins)
Loader.add_constructor("tag:yaml.org,2002:int", Loader.integer)
Loader.add_constructor("tag:yaml.org,2002:map", Loader.mapping)


def quickly(path: Path) -> Any:
    """The content of a file as ordinary dictionaries and lists. Raises `NotQuick` where the exact reader must look."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)  # noqa: S506 - a safe loader
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValueError, RecursionError) as error:
        raise NotQuick(str(error)) from error
