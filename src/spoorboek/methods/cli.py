"""`spoorboek method`: check a method file, show it as a document, draw it, or tell what changed between two.

Exit codes: 0 done (or no difference), 1 the file cannot be used (or differs), 2 wrong use of the command.
"""

import argparse
import re
import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

from spoorboek.methods.difference import difference
from spoorboek.methods.document import document
from spoorboek.methods.drawing import course
from spoorboek.methods.example import example_plan, rhythm_of
from spoorboek.methods.model import Method
from spoorboek.methods.reading import Mistake, Mistakes, load
from spoorboek.methods.references import missing
from spoorboek.methods.shipped import CATALOGUE, FILE, ORDER, read_method
from spoorboek.methods.terminal import ask_language
from spoorboek.methods.theory_drawing import theory_of_change
from spoorboek.methods.wording import say

EXAMPLE = """examples:
  method check my-method/                     every mistake with file, line, key and what would be right
  method show back-to-work-your-way           to read in the terminal
  method show my-method/ --markdown > my-method.md
  method draw op-maat -o op-maat.svg          the course over time; --theory for the theory of change
  method diff op-maat my-method/              what changed, in words
"""
WIDE = 96


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    options = parser().parse_args(argv)
    try:
        return int(options.run(options))
    except Mistakes as wrong:
        sys.stderr.write(f"{wrong.told(options.language)}\n")
        return 1
    except BrokenPipeError:
        return 0


def parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(
        prog="spoorboek method",
        description="Lees, toets, toon en teken een methode / Read, check, show and draw a method.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = whole.add_subparsers(required=True, metavar="check|show|draw|diff")
    for name, run in (("check", check), ("show", show), ("draw", draw), ("diff", diff)):
        verb = verbs.add_parser(name, help=run.__doc__)
        verb.set_defaults(run=run)
        verb.add_argument("path", help="a method file, its folder, or the key of a method of the product")
        ask_language(verb)
        if name == "diff":
            verb.add_argument("other", help="the newer file")
        if name == "show":
            verb.add_argument("--markdown", action="store_true", help="as Markdown")
        if name == "draw":
            verb.add_argument("--theory", action="store_true", help="the theory of change")
            verb.add_argument("-o", "--output", type=Path, help="where to write; standard output otherwise")
    return whole


def place_of(path: str) -> Path:
    """The path itself, or the folder of a method of the product."""
    return CATALOGUE / path if path in ORDER and not Path(path).exists() else Path(path)


def check(options: argparse.Namespace) -> int:
    """say what is wrong in a method file"""
    path = place_of(options.path)
    method = read_method(path)
    absent = references_of(method, path)
    if absent:
        raise Mistakes(absent)
    count = rhythm_of(example_plan(method))
    steps, phases = len(method.activities), len(method.phases)
    sys.stdout.write(
        say(
            options.language,
            f"{method.title.nl}: in orde. {phases} fasen, {steps} stappen, {count.steps} momenten in het voorbeeld.\n",
            f"{method.title.en}: sound. {phases} phases, {steps} steps, {count.steps} moments in the example.\n",
        )
    )
    return 0


def references_of(method: Method, path: Path) -> list[Mistake]:
    file = path / FILE if path.is_dir() else path
    return missing(method, load(file), str(file), file.parent)


def show(options: argparse.Namespace) -> int:
    """show a method as a document"""
    text = document(read_method(place_of(options.path)), options.language)
    sys.stdout.write(text if options.markdown else "\n".join(readable(text, sys.stdout.isatty())) + "\n")
    return 0


def readable(markdown: str, coloured: bool) -> Iterator[str]:
    """Markdown as it reads best in a terminal: wrapped, headings bold or underlined."""
    for line in markdown.splitlines():
        heading = re.match(r"^(#+) (.*)$", line)
        if heading:
            yield from headed(heading[2], len(heading[1]), coloured)
        else:
            plain = re.sub(r"\*+|(?<=<)|`", "", line)
            later = "  " if plain.startswith("- ") else ""
            yield from textwrap.wrap(plain, WIDE, subsequent_indent=later) or [""]


def headed(text: str, level: int, coloured: bool) -> Iterator[str]:
    if coloured:
        yield f"\033[1m{text}\033[0m"
    else:
        yield text
    if level < 3 and not coloured:
        yield ("=" if level == 1 else "-") * len(text)


def draw(options: argparse.Namespace) -> int:
    """draw a method as SVG"""
    method = read_method(place_of(options.path))
    picture = (theory_of_change if options.theory else course)(method, options.language)
    if not picture:
        none = say(
            options.language,
            "Deze methode heeft geen theory of change.",
            "This method has no theory of change.",
        )
        sys.stderr.write(f"{none}\n")
        return 1
    if options.output:
        options.output.write_text(picture, encoding="utf-8")
    else:
        sys.stdout.write(picture)
    return 0


def diff(options: argparse.Namespace) -> int:
    """tell what changed between two method files"""
    old, new = read_method(place_of(options.path)), read_method(place_of(options.other))
    found = difference(old, new, options.language)
    same = say(options.language, "Geen verschil.", "No difference.")
    sys.stdout.write("\n".join(f"{one.place}: {one.what}" for one in found) + "\n" if found else f"{same}\n")
    return 1 if found else 0
