"""The English beside the Dutch: gathers what is marked for translation, checks it is complete, compiles it.

Done with Babel, since gettext's programs are not on a fresh machine. Each app holds its own `locale/en/LC_MESSAGES/
django.po`; the compiled file beside it is made at every start and never committed.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from spoorboek.site.launch.own_python import SOURCE
from spoorboek.site.launch.speech import say

PACKAGE = SOURCE / "spoorboek"
PLACE = Path("locale", "en", "LC_MESSAGES", "django.po")
HOUSES = ("practice", "programme")
"""Packages whose rooms are apps with texts of their own."""
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}

HEADER = (
    'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
)


@dataclass(frozen=True)
class Marked:
    """One text that is marked for translation, and the file it stands in."""

    text: str | tuple[str, ...]
    context: str | None
    file: str
    notes: tuple[str, ...]


def apps() -> list[Path]:
    """The rooms of the house that could hold texts; a house of rooms holds none itself."""
    own = {path.parent for path in PACKAGE.glob("*/__init__.py")}
    nested = {path.parent for house in HOUSES for path in (PACKAGE / house).glob("*/apps.py")}
    return sorted(own - {PACKAGE / house for house in HOUSES} | nested)


def marked(app: Path) -> Iterator[Marked]:
    """Every text in one app's code and templates that is marked for translation."""
    for path in sorted(app.rglob("*")):
        if path.suffix in {".py", ".html", ".txt"} and not {"static", "migrations"} & set(path.parts):
            yield from marked_in(path, app)


def marked_in(path: Path, app: Path) -> Iterator[Marked]:
    source = path.read_text()
    if path.suffix != ".py":
        if "{%" not in source:
            return
        source = as_python(source)
    found = extract("python", BytesIO(source.encode()), keywords=KEYWORDS, comment_tags=("Translators:",))
    for _, text, notes, context in found:
        plain = tuple(part for part in text if part) if isinstance(text, tuple | list) else text
        yield Marked(plain, context, str(path.relative_to(app)), tuple(notes))


def as_python(template: str) -> str:
    """A template as lines of calls that a Python tokenizer can read."""
    from django.conf import settings
    from django.utils.translation.template import templatize

    if not settings.configured:
        settings.configure()
    return "\n".join(line.strip() for line in templatize(template).splitlines())


def gathered(app: Path) -> Catalog:
    """An empty catalogue of all that is marked in the app."""
    catalogue = Catalog(locale="en", fuzzy=False)
    for item in marked(app):
        catalogue.add(item.text, context=item.context, locations=[(item.file, 0)], auto_comments=item.notes)
    return catalogue


def translated(app: Path) -> Catalog:
    """The app's catalogue as it is on disk."""
    path = app / PLACE
    if not path.is_file():
        return Catalog(locale="en", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale="en")


def update(app: Path) -> int:
    """Bring the app's file up to date, keeping its translations; the number of texts still without one."""
    wanted, known = gathered(app), translated(app)
    if not len(wanted):
        return 0
    for message in wanted:
        earlier = known.get(message.id, context=message.context) if message.id else None
        if earlier is not None:
            message.string = earlier.string
            message.user_comments = earlier.user_comments
    path = app / PLACE
    path.parent.mkdir(parents=True, exist_ok=True)
    buffer = BytesIO()
    write_po(buffer, wanted, width=110, sort_by_file=True, include_lineno=False, omit_header=True)
    path.write_text(HEADER + buffer.getvalue().decode())
    return sum(1 for message in wanted if message.id and not is_translated(message.string))


def is_translated(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


def problems(app: Path) -> list[str]:
    """What is missing, left over or broken in the app's English."""
    wanted, known = gathered(app), translated(app)
    keys = {(message.id, message.context) for message in wanted if message.id}
    found = []
    for message in known:
        if message.id and (message.id, message.context) not in keys:
            found.append(f"{app.name}: no longer used: {message.id!r}")
        found += [f"{app.name}: {message.id!r}: {error}" for error in message.check(known)]
    for identity, context in sorted(keys, key=str):
        english = known.get(identity, context=context)
        if english is None or not is_translated(english.string):
            found.append(f"{app.name}: without English: {identity!r}")
    return found


def compile_all() -> bool:
    """Compile each catalogue that changed; whether there was one."""
    changed = False
    for path in PACKAGE.rglob("locale/*/LC_MESSAGES/*.po"):
        compiled = path.with_suffix(".mo")
        if compiled.is_file() and compiled.stat().st_mtime_ns >= path.stat().st_mtime_ns:
            continue
        with path.open("rb") as file:
            catalogue = read_po(file, locale=path.parents[1].name)
        making = compiled.with_suffix(f".{os.getpid()}")
        with making.open("wb") as file:
            write_mo(file, catalogue)
        making.replace(compiled)
        changed = True
    return changed


def main(arguments: list[str]) -> int:
    """`./spoorboek messages`: update the files; `--check`: only say what is wrong with them."""
    parser = argparse.ArgumentParser(prog="./spoorboek messages", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing, fail when something is missing")
    if parser.parse_args(arguments).check:
        found = [problem for app in apps() for problem in problems(app)]
        sys.stdout.writelines(f"{problem}\n" for problem in found)
        return 1 if found else 0
    open_texts = {app.name: count for app in apps() if (count := update(app))}
    compile_all()
    for name, count in open_texts.items():
        say(f"{name}: {count} teksten hebben nog geen Engels.", f"{name}: {count} texts have no English yet.")
    return 0
