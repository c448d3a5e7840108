"""What every form of the editor shares: it shows one part of a scene, and gives the scene with that part changed."""

from collections.abc import Iterable
from typing import Any, ClassVar, Generic, TypeVar

from spoorboek.methods.reading import Words
from spoorboek.methods.scenes import SceneFile, Trouble, troubles
from spoorboek.methods.scenes.check_texts import UNWRITTEN
from spoorboek.methods.scenes.own_words import filled, values
from spoorboek.programme.shelf import part_form
from spoorboek.programme.shelf.part_form import LANGUAGES, Label, add_words, as_data

__all__ = ["LANGUAGES", "Label", "ListedForm", "PartForm", "add_words", "as_data", "both"]

Listed = TypeVar("Listed")


class PartForm(part_form.PartForm[SceneFile]):
    """One part of a scene. `key` names which, where there are several. Raises `KeyError` for one that is not there."""

    needed_when_seen: ClassVar[tuple[str, ...]] = ()
    """How the names of fields begin that cannot be skipped where another choice brings them into sight."""

    def __init__(self, *args: Any, scene: SceneFile, **kwargs: Any) -> None:
        super().__init__(*args, whole=scene, **kwargs)

    @property
    def scene(self) -> SceneFile:
        return self.whole

    @scene.setter
    def scene(self, scene: SceneFile) -> None:
        self.whole = scene

    def troubles(self, whole: SceneFile) -> Iterable[Trouble]:
        return troubles(whole)

    def say_troubles(self, whole: SceneFile) -> bool:
        """A field that says itself that it is empty needs no second word for it."""
        empty = {name for name in self.errors if self[name].value() in ("", None)}
        found = super().say_troubles(whole)
        for name in empty:
            del self.errors[name][1:]
        return found

    def filled_in(self, text: Words | str) -> str:
        """A text in the language of the page, with the words that stand when nobody filled in their own."""
        said = text.in_language(self.language) if isinstance(text, Words) else text
        return filled(said, values(self.scene, self.language, {}))


class ListedForm(PartForm, part_form.ListedForm[SceneFile, Listed], Generic[Listed]):
    """One of a list of the scene, by what names it there."""


def free(taken: set[str], begin: str) -> str:
    """A name that is not there yet."""
    return next(name for number in range(1, 1000) if (name := f"{begin}-{number}") not in taken)


def both(name: str, words: Words | str | None) -> dict[str, str]:
    """The values of a text in both languages; empty where nobody wrote it yet."""
    values = part_form.both(name, words)
    return {field: "" if text == UNWRITTEN else text for field, text in values.items()}
