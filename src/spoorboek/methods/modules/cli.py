"""`spoorboek module`: check a learning module's files, or list those of the product.

Exit codes: 0 done, 1 a module cannot be used, 2 wrong use of the command.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from spoorboek.methods.modules import CATALOGUE, Module, modules, read_module
from spoorboek.methods.modules.model import Edition
from spoorboek.methods.reading import Mistakes
from spoorboek.methods.terminal import ask_language

EXAMPLE = """examples:
  module list                      the modules of the product, with their steps
  module check warm-contact/       every mistake with file, line, key and an example of what would be right
  module check                     the same for all modules of the product
  module preview warm-contact/     the module in a browser, read anew at every page; needs no database
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    options = parser().parse_args(argv)
    return listed() if options.verb == "list" else check(options.path, options.language)


def parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(
        prog="spoorboek module",
        description="Toets of bekijk een module om te leren / Check or preview a learning module.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = whole.add_subparsers(dest="verb", required=True, metavar="check|list|preview")
    verbs.add_parser("list", help="the modules of the product")
    verbs.add_parser("preview", help="the module in a browser")
    checking = verbs.add_parser("check", help="everything that is wrong in a module")
    ask_language(checking)
    checking.add_argument("path", nargs="*", help="a module's folder, or the key of a module of the product")
    return whole


def folder_of(named: str) -> Path:
    """A folder, or the folder of a shipped module."""
    shipped = CATALOGUE / named
    return shipped if not Path(named).exists() and shipped.is_dir() else Path(named).resolve()


def check(named: Sequence[str], language: str) -> int:
    """Check these folders, or all shipped modules; says what is wrong on standard error."""
    folders = [folder_of(one) for one in named] or sorted(
        path for path in CATALOGUE.iterdir() if path.is_dir()
    )
    wrong = 0
    for folder in folders:
        try:
            sys.stdout.write(f"{in_short(read_module(folder))}\n")
        except Mistakes as found:
            wrong += len(found.found)
            sys.stderr.write(f"{found.told(language)}\n")
    return 1 if wrong else 0


def listed() -> int:
    for module in modules().values():
        sys.stdout.write(f"{in_short(module)}\n")
        for step in module.nl.steps:
            sys.stdout.write(f"    {step.key:<16} {step.kind:<13} {step.title}\n")
    return 0


def in_short(module: Module) -> str:
    """`warm-contact (work, 8 min): 6 steps, 1190 words nl, 1220 words en`."""
    counted = ", ".join(f"{words(edition)} words {edition.language}" for edition in (module.nl, module.en))
    head = module.nl.head
    return f"{module.key} ({head.for_}, {head.minutes} min): {len(module.nl.steps)} steps, {counted}"


def words(edition: Edition) -> int:
    """How many words the file holds under its head."""
    return len(Path(edition.file).read_text(encoding="utf-8").split("---", 2)[2].split())
