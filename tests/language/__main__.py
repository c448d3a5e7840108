"""`spoorboek language`: `check` measures every text for clients, `show TEXT` one text (or standard input with -).

Exit codes: 0 nothing found, 1 something is too hard, 2 wrong use of the command.
"""

import argparse
import os
import sys
import time
from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    options = parser().parse_args(argv)
    return check() if options.what == "check" else show(options.text)


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="spoorboek language", description="Hoe duidelijk is de taal? / How plain is the language?"
    )
    commands = made.add_subparsers(dest="what", required=True)
    commands.add_parser("check", help="measure every Dutch text that a client reads")
    commands.add_parser("show", help="measure one text").add_argument(
        "text", help="a Dutch text, or - for standard input"
    )
    return made


def check() -> int:
    from spoorboek.methods.plain_language import words
    from tests.language.checking import checked, needless
    from tests.language.gathering import texts

    began = time.monotonic()
    every = texts()
    found = checked(every)
    for one in found:
        sys.stdout.write(f"{one}\n")
    for exception in needless(every):
        sys.stdout.write(f"exceptions.yaml: nothing needs this any more: {exception}\n")
    total = sum(len(words(text.words)) for text in every)
    took = time.monotonic() - began
    sys.stdout.write(f"{len(every)} texts, {total} words: {len(found)} found ({took:.1f} s)\n")
    return 1 if found or needless(every) else 0


def show(text: str) -> int:
    from tests.language.measure import findings, findings_of, measured

    text = sys.stdin.read() if text == "-" else text
    whole, found = measured([text]), [*findings(text), *findings_of([text])]
    sys.stdout.write(
        f"{whole.words} words in {whole.sentences} sentences, {whole.average:.1f} words a sentence; "
        f"Flesch-Douma {whole.flesch}; passive {whole.passive:.0%}\n"
    )
    for one in found:
        sys.stdout.write(f"{one}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
