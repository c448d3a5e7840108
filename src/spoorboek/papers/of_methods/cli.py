"""`spoorboek paper`: a paper of a method as a PDF file.

Exit codes: 0 done, 1 there is no such method or paper, 2 wrong use of the command.
"""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

from spoorboek.methods import Method, methods, read_method
from spoorboek.methods.reading import Mistakes
from spoorboek.methods.terminal import ask_language
from spoorboek.papers.content import Language
from spoorboek.papers.making import CannotBeMade, made
from spoorboek.papers.of_methods.composing import NoSuchPaper, method_paper
from spoorboek.papers.of_methods.shelf import papers_of

EXAMPLE = """examples:
  paper                                                     which papers there are
  paper back-to-work-your-way information-client --large -o informatie.pdf
  paper ./my-method.yaml guidance-protocol --language en -o protocol.pdf
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    options = parser().parse_args(argv)
    try:
        if not options.paper:
            return listed(options)
        method = found(options.method)
        language = cast(Language, options.language)
        paper = method_paper(
            method, options.paper, language, large=options.large, person=options.name, made_on=today()
        )
        return written(made(paper), options.output or Path(f"{method.key}-{options.paper}-{language}.pdf"))
    except Mistakes as wrong:
        sys.stderr.write(f"{wrong.told(options.language)}\n")
        return 1
    except (LookupError, CannotBeMade, OSError) as error:
        sys.stderr.write(f"{error.args[0] if isinstance(error, NoSuchPaper) else error}\n")
        return 1  # fmt: skip


def parser() -> argparse.ArgumentParser:
    made_of = argparse.ArgumentParser(
        prog="spoorboek paper",
        description="Maak een papier van een methode als PDF / Make a paper of a method as PDF.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = made_of.add_argument
    add("method", nargs="?", help="key of a method, or the path of a method file")
    add("paper", nargs="?", help="which paper; leave out to see which there are")
    ask_language(made_of)
    add("--large", action="store_true", help="large print: 18 points")
    add("--name", default="", metavar="NAME", help="print this name where the person signs")
    add("-o", "--output", type=Path, metavar="FILE", help="where to write; - for standard output")
    return made_of


def listed(options: argparse.Namespace) -> int:
    """Which papers there are, of one method or of all."""
    for method in [found(options.method)] if options.method else methods().values():
        sys.stdout.write(f"{method.key}: {method.title.in_language(options.language)}\n")
        for name, file in papers_of(method).items():
            sys.stdout.write(f"  {name:24}{file.about.in_language(options.language)}\n")
    return 0


def found(name: str) -> Method:
    """A shipped method by its key, or the one in a file or folder. Raises `LookupError`, `Mistakes`."""
    if name in methods():
        return methods()[name]
    if Path(name).exists():
        return read_method(Path(name))
    raise NoSuchPaper(f"there is no method {name!r}, and no such file; there are: {', '.join(methods())}")


def written(pdf: bytes, target: Path) -> int:
    if str(target) == "-":
        sys.stdout.buffer.write(pdf)
    else:
        target.write_bytes(pdf)
        sys.stderr.write(f"{target} ({len(pdf) // 1024 + 1} kB)\n")
    return 0


def today() -> date:
    """The day printed in the file, by the clock of this machine: a command is no library."""
    return datetime.now(UTC).date()
