"""`./spoorboek demo`: from nothing to a running site with example data."""

import argparse
import io
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from spoorboek.site.launch import frontend, hosting, installation, messages
from spoorboek.site.launch.address import address_of, listen, only_one
from spoorboek.site.launch.cluster import Cluster, prepare_data_folder
from spoorboek.site.launch.family import Family
from spoorboek.site.launch.own_python import SOURCE
from spoorboek.site.launch.speech import Steps, either, launch_began, say, seconds

WEB_PROCESSES = 2


def options(arguments: list[str]) -> argparse.Namespace:
    """The demo's options; help in the reader's language."""
    parser = argparse.ArgumentParser(
        prog="./spoorboek demo",
        description=either("Start Spoorboek met voorbeeldgegevens.", "Start Spoorboek with example data."),
    )
    default = os.environ.get("SPOORBOEK_DATA", "").strip() or str(SOURCE.parent / ".data")
    add = parser.add_argument
    add("--port", type=int, default=8000, help=either("poort (8000)", "port (8000)"))
    add(
        "--host",
        default="127.0.0.1",
        help=either("adres om op te luisteren (127.0.0.1)", "address to listen on (127.0.0.1)"),
    )
    add(
        "--data",
        type=Path,
        default=Path(default),
        metavar="DIR",
        help=either("map voor de gegevens", "folder for the data"),
    )
    add("--no-browser", action="store_true", help=either("open geen browser", "open no browser"))
    add(
        "--reset",
        action="store_true",
        help=either("begin met verse voorbeeldgegevens", "begin with fresh example data"),
    )
    add("--lang", choices=["nl", "en"], help=either("taal van deze meldingen", "language of these messages"))
    chosen = parser.parse_args(arguments)
    chosen.data = chosen.data.expanduser().absolute()
    return chosen


def main(arguments: list[str]) -> int:
    """Run the demo until it is stopped; returns the exit code."""
    chosen = options(arguments)
    steps = Steps(6, launch_began())
    steps.done("Omgeving", "Environment", steps.elapsed())
    prepare_data_folder(chosen.data)
    with only_one(chosen.data):
        if chosen.reset:
            installation.remove_demo(chosen.data)
    with only_one(chosen.data) as running, listening(chosen) as door:
        external = bool(os.environ.get("SPOORBOEK_DATABASE_URL", "").strip())
        installation.mark_as_demo(chosen.data, external)
        address = address_of(chosen.host, door.getsockname()[1])
        running.tell(address)
        set_environment(chosen)
        os.environ.setdefault("SPOORBOEK_ADDRESS", address)
        with steps.step("Voorkant en talen", "Front-end and languages") as remarks:
            messages.compile_all()
            if not frontend.build():
                remarks.append(either("was al gebouwd", "already built"))
        with database(chosen.data, external, steps):
            prepare_content(steps)
            return serve(chosen, steps, door, address)


@contextmanager
def listening(chosen: argparse.Namespace) -> Iterator[socket.socket]:
    """The site's socket, open for the length of the block."""
    with listen(chosen.host, chosen.port) as door:
        yield door


def set_environment(chosen: argparse.Namespace) -> None:
    """What settings, web processes and worker read."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "spoorboek.site.settings"
    os.environ["SPOORBOEK_DATA"] = str(chosen.data)
    if chosen.host in {"0.0.0.0", "::"}:  # noqa: S104
        os.environ.setdefault("SPOORBOEK_HOSTS", "*")
    elif chosen.host not in {"127.0.0.1", "::1", "localhost"}:
        os.environ.setdefault("SPOORBOEK_HOSTS", f"{chosen.host},localhost,127.0.0.1,[::1]")


@contextmanager
def database(data: Path, external: bool, steps: Steps) -> Iterator[None]:
    """The step that starts the embedded database, or uses the one that was given."""
    use = nullcontext() if external else Cluster(data).use()
    with steps.step("Database", "Database") as remarks:
        if external:
            remarks.append(either("een bestaande", "an existing one"))
        use.__enter__()
    try:
        yield
    finally:
        use.__exit__(*sys.exc_info())


def prepare_content(steps: Steps) -> None:
    """Tables and example data, in this process, as the owner and as the system's own actors."""
    import django
    from django.core.management import call_command, get_commands

    with steps.step("Tabellen", "Tables"):
        django.setup()
        call_command("migrate", database="owner", interactive=False, verbosity=0)
        installation.settle()
    with steps.step("Voorbeeldgegevens", "Example data") as remarks:
        if "load_demo" not in get_commands():
            remarks.append(either("nog geen", "none yet"))
        else:
            there, said = holds_people(), io.StringIO()
            call_command("load_demo", verbosity=0, stdout=said)
            remarks += [either("waren er al", "already there")] if there else said.getvalue().split("\n")[:1]
    from django.db import connections

    connections.close_all()


def holds_people() -> bool:
    """Whether the example data were loaded before (they are loaded in one transaction)."""
    from spoorboek.people.models import Account

    return Account.objects.exists()


def serve(chosen: argparse.Namespace, steps: Steps, door: socket.socket, address: str) -> int:
    """Start the site and its worker, say where it is, and stay until stopped."""
    family = Family(chosen.data / "log")

    def tell() -> None:
        say(
            f"\nSpoorboek staat klaar op {address} (na {seconds(steps.elapsed())}). Stoppen: Ctrl-C.",
            f"\nSpoorboek is ready at {address} (after {seconds(steps.elapsed())}). To stop: Ctrl-C.",
        )
        if not chosen.no_browser and has_display():
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    try:
        with steps.step("Website en werker", "Site and worker"):
            answered = hosting.start(family, door, WEB_PROCESSES)
        return hosting.stay(family, answered, tell)
    finally:
        family.stop()


def has_display() -> bool:
    """Whether opening a browser makes sense here."""
    return sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
