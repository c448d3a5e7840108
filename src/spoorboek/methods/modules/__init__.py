"""Learning modules as readable files: a folder a module, `nl.md` and `en.md` in it, and its drawings.

    modules()                    # all that are shipped, by key
    read_module(Path("warm"))    # one folder; raises Mistakes

How to write one: docs/contributors/modules.md.
"""

from functools import cache
from pathlib import Path

from spoorboek.methods.modules.checking import differences, strays
from spoorboek.methods.modules.model import LANGUAGES, Edition, Kind, Module, Step
from spoorboek.methods.modules.reading import KEY, Author
from spoorboek.methods.reading import Mistake, Mistakes, words

__all__ = ["CATALOGUE", "Edition", "Kind", "Mistakes", "Module", "Step", "modules", "read_module"]

CATALOGUE = Path(__file__).parents[1] / "catalogue" / "shared" / "modules"
ORDER = (
    "law-in-ten-minutes", "warm-contact", "what-may-i-ask", "wanting-and-being-able", "adapting-work",
    "when-it-drags-on", "coming-back", "relapse",
    "what-happens-now", "who-sees-what", "talk-with-my-boss",
)  # fmt: skip
"""In which order the shipped modules are offered; others come behind."""


@cache
def modules() -> dict[str, Module]:
    """All shipped modules by key, in the order in which they are offered. Raises `Mistakes`."""
    folders = sorted(path for path in CATALOGUE.iterdir() if path.is_dir())
    return {folder.name: read_module(folder) for folder in sorted(folders, key=placed)}


def placed(folder: Path) -> tuple[int, str]:
    return (ORDER.index(folder.name) if folder.name in ORDER else len(ORDER), folder.name)


def read_module(folder: Path) -> Module:
    """The module in a folder, named after it. Raises `Mistakes` with everything that is wrong in both languages."""
    found: list[Mistake] = []
    if not KEY.match(folder.name):
        said = words("is geen naam voor een les", "is no name for a module")
        found.append(Mistake(str(folder), 0, "", said, "warm-contact"))
    editions: dict[str, Edition] = {}
    for language in LANGUAGES:
        try:
            editions[language] = Author(folder / f"{language}.md").edition(language)
            found += strays(editions[language])
        except Mistakes as wrong:
            found += wrong.found
    if len(editions) == len(LANGUAGES) and not found:
        found += differences(editions["nl"], editions["en"])
    if found:
        raise Mistakes(found)
    return Module(folder.name, editions["nl"], editions["en"])
