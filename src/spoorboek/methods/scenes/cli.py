"""`spoorboek scene`: check a scene's file, list those of the product, or talk one through in the terminal.

Exit codes: 0 done, 1 a scene cannot be used, 2 wrong use of the command.
"""

import argparse
import sys
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path

from spoorboek.methods.reading import Mistakes
from spoorboek.methods.scenes import CATALOGUE, SceneFile, read_scene, scenes
from spoorboek.methods.scenes.showing import skills_in
from spoorboek.methods.scenes.talking import JSON, Round, Talk, talked
from spoorboek.methods.terminal import ask_language
from spoorboek.methods.wording import say

EXAMPLE = """examples:
  scene list                       the scenes of the product
  scene check my-scene.yaml        every mistake with file, line, name and an example of what would be right
  scene check                      the same for all scenes of the product
  scene play manager-talk          the conversation in the terminal: type the number of an answer, b for one step back,
                                   q to stop. The picture and the sounds are on the page *Oefenscènes* of a running site
"""
WIDE = 88
Ask = Callable[[str], str]


def main(argv: Sequence[str] | None = None, ask: Ask = input) -> int:
    """Run the command; returns the exit code. `ask` reads an answer."""
    options = parser().parse_args(argv)
    if options.verb == "list":
        return listed(options.language)
    if options.verb == "check":
        return check(options.path, options.language)
    try:
        return play(read_scene(file_of(options.path)), options, ask)
    except Mistakes as found:
        sys.stderr.write(f"{found.told(options.language)}\n")
        return 1


def parser() -> argparse.ArgumentParser:
    whole = argparse.ArgumentParser(
        prog="spoorboek scene",
        description="Toets, toon of speel een oefenscène / Check, list or play a practice scene.",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = whole.add_subparsers(dest="verb", required=True, metavar="check|list|play")
    ask_language(verbs.add_parser("list", help="the scenes of the product"))
    checking = verbs.add_parser("check", help="everything that is wrong in a scene")
    checking.add_argument("path", nargs="*", help="a scene's file, or the key of a scene of the product")
    ask_language(checking)
    playing = verbs.add_parser("play", help="the conversation in the terminal")
    playing.add_argument("path", help="a scene's file, or the key of a scene of the product")
    playing.add_argument("--kind", default="", help="which kind of the other person, where there are several")
    ask_language(playing)
    return whole


def file_of(named: str) -> Path:
    """A file, or the file of a shipped scene."""
    shipped = CATALOGUE / f"{named}.yaml"
    return shipped if not Path(named).exists() and shipped.exists() else Path(named)


def check(named: Sequence[str], language: str) -> int:
    """Check these files, or all shipped scenes; says what is wrong on standard error."""
    wrong = 0
    for file in [file_of(one) for one in named] or sorted(CATALOGUE.glob("*.yaml")):
        try:
            sys.stdout.write(f"{in_short(read_scene(file), language)}\n")
        except Mistakes as found:
            wrong += len(found.found)
            sys.stderr.write(f"{found.told(language)}\n")
    return 1 if wrong else 0


def listed(language: str) -> int:
    for scene in scenes().values():
        sys.stdout.write(f"{in_short(scene, language)}\n")
    return 0


def in_short(scene: SceneFile, language: str) -> str:
    """`manager-talk: A talk with your manager (10 min, 6 steps, 17 moments)`."""
    moments, steps = len(scene.dialogue.nodes), len(scene.steps)
    counted = say(language, f"{steps} treden, {moments} momenten", f"{steps} steps, {moments} moments")
    return f"{scene.key}: {scene.title.in_language(language)} ({scene.minutes} min, {counted})"


def play(scene: SceneFile, options: argparse.Namespace, ask: Ask) -> int:
    """Talk it through, until an end or until the person stops."""
    played, language = scene.played(options.language), options.language
    write(scene.told(language))
    path = ""
    while True:
        talk = talked(played, path, options.kind)
        write_round(talk.now)
        if talk.end:
            write_end(talk, language)
            write_skills(played, talk, language)
            return 0
        for one in talk.choices:
            write(f"  {one.place + 1}  {one.text}")
        answer = asked(ask)
        if answer == "q":
            return 0
        number = int(answer) - 1 if answer.isdecimal() else -1
        if answer == "b":
            path = talk.before
        elif 0 <= number < len(talk.choices):
            path = f"{talk.path}.{number}".strip(".")


def asked(ask: Ask) -> str:
    """What was typed; the end of the input stops."""
    try:
        return ask("> ").strip().lower()
    except EOFError:
        return "q"


def write_round(one: Round) -> None:
    for said in one.said:
        write(f"{said.name} ({said.mood}): {said.text}" if said.name else said.text)


def write_end(talk: Talk, language: str) -> None:
    assert talk.end is not None
    write(f"== {talk.end['title']} ==")
    write(talk.end["text"])
    write(say(language, "Wat je zei:", "What you said:"))
    for one in talk.rounds:
        if one.answer:
            write(f"- {one.answer.text} {one.answer.feedback}")


def write_skills(played: JSON, talk: Talk, language: str) -> None:
    shown, hints = skills_in(played, talk)
    if shown:
        write(say(language, "Dit liet je horen:", "This is what you let them hear:"))
    for one in shown:
        write(f"- {one.label} ({len(one.answers)}x)")
    if hints:
        write(say(language, "Om nog eens te proberen:", "To try another time:"))
    for hint in hints:
        write(f"- {hint.label}. {hint.hint} {hint.example}")


def write(text: str) -> None:
    sys.stdout.write("\n".join(textwrap.wrap(text, WIDE, subsequent_indent="  ")) + "\n")
