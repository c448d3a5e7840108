"""The commands behind `./spoorboek`: our own by name, everything else is Django's `manage`."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from spoorboek.site.environment import StrangeValue
from spoorboek.site.launch.speech import Trouble, say

WITHOUT_DATABASE = frozenset(
    {"help", "version", "--help", "-h", "--version"}
    | {"makemessages", "compilemessages", "diffsettings", "findstatic", "collectstatic"}
)
MAKES_A_DATABASE = frozenset({"migrate"})


def timetable(arguments: list[str]) -> int:
    """The law's timetable: needs neither Django nor a database."""
    from spoorboek.law.cli import main

    return main(arguments)


def demo(arguments: list[str]) -> int:
    """A running site with example data."""
    from spoorboek.site.launch.demo import main

    return main(arguments)


def test(arguments: list[str]) -> int:
    """All checks and tests."""
    from spoorboek.site.launch.proof import main

    return main(arguments)


def serve(arguments: list[str]) -> int:
    """The site for real use."""
    from spoorboek.site.launch.serving import main

    return main(arguments)


def messages(arguments: list[str]) -> int:
    """The English beside the Dutch."""
    from spoorboek.site.launch.messages import main

    return main(arguments)


def method(arguments: list[str]) -> int:
    """A working method: check its file, show, draw or compare it."""
    from spoorboek.methods.cli import main

    return main(arguments)


def module(arguments: list[str]) -> int:
    """A learning module: check its files, list them, or see one in the browser. Needs no database."""
    if arguments[:1] == ["preview"]:
        from spoorboek.site.launch.preview import main as preview

        return preview(arguments[1:])
    from spoorboek.methods.modules.cli import main

    return main(arguments)


def scene(arguments: list[str]) -> int:
    """A practice scene: check its file, list them, or talk one through in the terminal. Needs no database."""
    from spoorboek.methods.scenes.cli import main

    return main(arguments)


def paper(arguments: list[str]) -> int:
    """A paper of a method as a PDF file."""
    from spoorboek.papers.of_methods.cli import main

    return main(arguments)


def language(arguments: list[str]) -> int:
    """How plain the texts for clients are. The measure stands with the tests, since its word lists are not shipped."""
    from spoorboek.site.launch.proof import finished_here

    return finished_here("tests.language", arguments)


def make_key(arguments: list[str]) -> int:
    """A new key for SPOORBOEK_DATA_KEY."""
    from spoorboek.site.keys import new_key

    sys.stdout.write(f"{new_key()}\n")
    return 0


def prepare(arguments: list[str]) -> int:
    """What an image is built with: languages and front-end, and no longer Node's packages."""
    import argparse

    from spoorboek.site.launch import frontend, messages

    argparse.ArgumentParser(prog="./spoorboek prepare", description=prepare.__doc__).parse_args(arguments)
    messages.compile_all()
    frontend.build()
    frontend.remove_packages()
    return 0


OURS: dict[str, Callable[[list[str]], int]] = {
    "timetable": timetable,
    "demo": demo,
    "test": test,
    "serve": serve,
    "messages": messages,
    "method": method,
    "module": module,
    "scene": scene,
    "paper": paper,
    "language": language,
    "make-key": make_key,
    "prepare": prepare,
}


def run(arguments: list[str]) -> int:
    """Run one command; returns the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spoorboek.site.settings")
    name, *rest = arguments or ["help"]
    try:
        return OURS[name](rest) if name in OURS else manage([name, *rest])
    except (Trouble, StrangeValue) as wrong:
        say(str(wrong), str(wrong))
        return 1
    except KeyboardInterrupt:
        say("\nGestopt.", "\nStopped.")
        return 130


def manage(arguments: list[str]) -> int:
    """One of Django's commands, with the embedded database running while it lasts."""
    from spoorboek.site.launch.own_python import SOURCE

    arguments = as_owner(arguments)
    if arguments[0] in WITHOUT_DATABASE or os.environ.get("SPOORBOEK_DATABASE_URL", "").strip():
        execute(arguments)
        return 0
    from spoorboek.site.launch.cluster import Cluster

    cluster = Cluster(Path(os.environ.get("SPOORBOEK_DATA", "").strip() or SOURCE.parent / ".data"))
    if not cluster.exists and arguments[0] not in MAKES_A_DATABASE:
        raise Trouble(
            "Er is nog geen database; maak een demo met `./spoorboek demo`, of een echte installatie "
            "met `./spoorboek migrate`.",
            "There is no database yet; make a demo with `./spoorboek demo`, or a real installation "
            "with `./spoorboek migrate`.",
        )
    with cluster.use():
        execute(arguments)
    return 0


def execute(arguments: list[str]) -> None:
    """One of Django's commands. Migrating also writes whether this is a demo, once and for good."""
    from django.core.management import execute_from_command_line

    execute_from_command_line(["./spoorboek", *arguments])
    if arguments[0] == "migrate" and not {"--plan", "--check", "zero", "--help"} & set(arguments):
        from spoorboek.site.launch.installation import settle

        settle()


def as_owner(arguments: list[str]) -> list[str]:
    """`migrate` and its kin work as the role that owns the tables, unless another alias is named."""
    if arguments[0] in {"migrate", "sqlmigrate", "showmigrations"} and not any(
        argument.startswith("--database") for argument in arguments
    ):
        return [arguments[0], "--database", "owner", *arguments[1:]]
    return arguments
