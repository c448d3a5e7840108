"""Scenes to practise, as readable files: a room, people, a ladder from easy to hard, and often a conversation.

    scenes()                                  # all that are shipped, by key
    shipped_scene("manager-talk")             # one of them, without reading the others
    read_scene(Path("my-scene.yaml"))         # one file; raises Mistakes
    scenes()["manager-talk"].played("nl", {"manager": "Karin"})    # JSON for the engine

How to write one: docs/contributors/scenes.md.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from spoorboek.methods.reading import Mistakes, parse, read_as, understand
from spoorboek.methods.scenes.checks import Trouble, troubles
from spoorboek.methods.scenes.model import Own, SceneFile, Theme, registry

__all__ = [
    "CATALOGUE", "Mistakes", "Own", "SceneFile", "Theme", "Trouble", "read_scene", "registry", "scene_from", "scenes",
    "scenes_one_by_one", "shipped_scene", "troubles",
]  # fmt: skip

CATALOGUE = Path(__file__).parents[1] / "catalogue" / "vr-practice" / "scenes"
ORDER = (
    "quiet-place", "childcare-group", "manager-talk", "team-meeting", "corridor-question", "extra-shift",
    "angry-parent", "crisis-call", "first-day", "job-interview",
)  # fmt: skip
"""In which order the shipped scenes are offered; others come behind."""


def scenes() -> dict[str, SceneFile]:
    """All shipped scenes by key, in the order in which they are offered. Raises `Mistakes`."""
    return {scene.key: scene for scene in scenes_one_by_one()}


def scenes_one_by_one() -> Iterator[SceneFile]:
    """The same, each read when it is asked for: a file takes a few hundredths of a second the first time."""
    return map(read_once, shipped_files().values())


def shipped_scene(key: str) -> SceneFile | None:
    """One shipped scene, or None where there is none of that name. Raises `Mistakes`."""
    file = shipped_files().get(key)
    return read_once(file) if file else None


@cache
def shipped_files() -> dict[str, Path]:
    return {file.stem: file for file in sorted(CATALOGUE.glob("*.yaml"), key=placed)}


def placed(file: Path) -> tuple[int, str]:
    return (ORDER.index(file.stem) if file.stem in ORDER else len(ORDER), file.stem)


@cache
def read_once(file: Path) -> SceneFile:
    return read_scene(file)


def read_scene(path: Path) -> SceneFile:
    """A scene from its file. Raises `Mistakes`."""
    return read_as(path, understood)


def scene_from(text: str, name: str = "scene.yaml") -> SceneFile:
    """A scene from a text in YAML, such as an upload. Raises `Mistakes`."""
    return understood(parse(text, name), name)


def understood(content: Any, name: str) -> SceneFile:
    scene = understand(content, SceneFile, name)
    found = troubles(scene)
    if found:
        raise Mistakes(one.mistake(content, name) for one in found)
    return scene
