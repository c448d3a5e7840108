"""What the steps of a method refer to, and whether it is there: worksheets, modules, ways of intervision, papers."""

from pathlib import Path
from typing import Any

from spoorboek.methods.checks import named, steps_of
from spoorboek.methods.model import Activity, Kind, Method
from spoorboek.methods.reading import Mistake, line_of, words
from spoorboek.methods.shipped import CATALOGUE

FOLDERS = {
    Kind.WORKSHEET: "worksheets",
    Kind.LEARNING_MODULE: "modules",
    Kind.INTERVISION: "intervision",
    Kind.PAPER: "papers",
    Kind.VR_SESSION: "scenes",
}
"""In which folders of the catalogue (of a method, or shared) things of a kind stand. Other kinds have none yet."""


def there(kind: Kind, beside: Path | None = None) -> frozenset[str]:
    """The keys of what there is of a kind: in the product's catalogue, and in the folder of a method of one's own."""
    folders = [*CATALOGUE.glob(f"*/{FOLDERS[kind]}"), *([beside / FOLDERS[kind]] if beside else [])]
    return frozenset(
        found.stem
        for folder in folders
        if folder.is_dir()
        for found in folder.iterdir()
        if found.name[0] not in "._"
    )


def unknown_refs(method: Method) -> list[Activity]:
    """The steps that refer to something the product does not have, such as a page of an organisation's own."""
    known = {kind: there(kind) for kind in FOLDERS}
    return [
        step
        for step in method.activities
        if step.kind in known and step.ref and step.ref not in known[step.kind]
    ]


def missing(method: Method, content: Any, file: str, beside: Path | None = None) -> list[Mistake]:
    """A mistake for each step that refers to something that is not there."""
    known = {kind: there(kind, beside) for kind in FOLDERS}
    found = []
    for place, _, step in steps_of(method):
        if step.kind in known and step.ref and step.ref not in known[step.kind]:
            where = (*place, "ref")
            what = FOLDERS[step.kind].removesuffix("s")
            said = words(
                f"er is in de catalogus geen {what} {step.ref!r}",
                f"there is no {what} {step.ref!r} in the catalogue",
            )
            example = next(iter(sorted(known[step.kind])), "week-plan")
            found.append(Mistake(file, line_of(content, where), named(where), said, example))
    return found
