"""What must hold in a scene beyond the shape of its file, said so that a coach can mend it.

troubles(scene)          # everything that is wrong, with its place in the file
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from spoorboek.methods.checks import named
from spoorboek.methods.reading import Mistake, Words, line_of
from spoorboek.methods.scenes.model import SceneFile

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Trouble:
    """One thing that is wrong: where in the scene, what, and an example of what would be right."""

    place: Place
    said: Words
    example: str = ""

    def mistake(self, content: Any, file: str) -> Mistake:
        return Mistake(file, line_of(content, self.place), named(self.place), self.said, self.example)


Check = Callable[[SceneFile], Iterator[Trouble]]


def trouble(place: Place, nl: str, en: str, example: str = "") -> Trouble:
    return Trouble(place, Words(nl=nl, en=en), example)


def troubles(scene: SceneFile) -> list[Trouble]:
    """Everything wrong in a scene, in the order of its file."""
    from spoorboek.methods.scenes.check_conversation import CONVERSATION
    from spoorboek.methods.scenes.check_ladder import LADDER
    from spoorboek.methods.scenes.check_stage import STAGE
    from spoorboek.methods.scenes.check_texts import TEXTS

    return [found for check in (*TEXTS, *STAGE, *LADDER, *CONVERSATION) for found in check(scene)]


def twice(keys: list[tuple[Place, str]]) -> Iterator[Trouble]:
    """A name that was given before."""
    seen: set[str] = set()
    for place, key in keys:
        if key in seen:
            yield trouble(
                place, f"er is al iets met de naam {key}", f"there is already something named {key}"
            )
        seen.add(key)
