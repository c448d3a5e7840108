"""Scenes to practise, as readable files: a room, people, a ladder from easy to hard, and often a conversation.

    scenes()                                  # all that are shipped, by key
    read_scene(Path("my-scene.yaml"))         # one file; raises Mistakes
    scenes()["manager-talk"].played("nl", {"manager": "Karin"})    # JSON for the engine

How to write one: docs/contributors/scenes.md.
"""

from functools import cache
from pathlib import Path
from typing import Any

from spoorboek.methods.reading import Mistakes, load, parse, understand
from spoorboek.methods.scenes.checks import Trouble, troubles
from spoorboek.methods.scenes.model import Own, SceneFile, Theme, registry

__all__ = [
    "CATALOGUE", "Mistakes", "Own", "SceneFile", "Theme", "Trouble", "read_scene", "registry", "scene_from", "scenes",
    "troubles",
]  # fmt: skip

CATALOGUE = Path(__file__).parents[1] / "catalogue" / "vr-practice" / "scenes"
ORDER = (
    "quiet-place", "childcare-group", "manager-talk", "team-meeting", "corridor-question", "extra-shift",
    "angry-parent", "crisis-call", "first-day", "job-interview",
)  # fmt: skip
"""In which order the shipped scenes are offered; others come behind."""


@cache
def scenes() -> dict[str, SceneFile]:
    """All shipped scenes by key, in the order in which they are offered. Raises `Mistakes`."""
    files = sorted(CATALOGUE.glob("*.yaml"), key=placed)
    return {file.stem: read_scene(file) for file in files}


def placed(file: Path) -> tuple[int, str]:
    return (ORDER.index(file.stem) if file.stem in ORDER else len(ORDER), file.stem)


def read_scene(path: Path) -> SceneFile:
    """A scene from its file. Raises `Mistakes`."""
    return understood(load(path), str(path))


def scene_from(text: str, name: str = "scene.yaml") -> SceneFile:
    """A scene from a text in YAML, such as an upload. Raises `Mistakes`."""
    return understood(parse(text, name), name)


def understood(content: Any, name: str) -> SceneFile:
    scene = understand(content, SceneFile, name)
    found = troubles(scene)
    if found:
        raise Mistakes(one.mistake(content, name) for one in found)
    return scene
