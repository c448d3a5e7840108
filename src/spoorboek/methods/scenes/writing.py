"""A scene as a file again: YAML that `read_scene` reads back to the same scene."""

from spoorboek.methods.scenes.model import SceneFile
from spoorboek.methods.writing import compactly_written

WIDE = 118


def as_yaml(scene: SceneFile) -> str:
    """The whole scene. What follows from a default is left out."""
    return compactly_written(scene.model_dump(mode="json", by_alias=True, exclude_defaults=True), WIDE)
