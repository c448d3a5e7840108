"""`./spoorboek serve`: the site for real use, with the checks that refuse a dangerous installation."""

import argparse
import os
import socket
from contextlib import nullcontext
from pathlib import Path

from spoorboek.site import environment
from spoorboek.site.launch import frontend, hosting, messages
from spoorboek.site.launch.address import address_of, listen, only_one
from spoorboek.site.launch.cluster import Cluster, prepare_data_folder
from spoorboek.site.launch.family import Family
from spoorboek.site.launch.own_python import SOURCE
from spoorboek.site.launch.speech import Trouble, either, say


def options(arguments: list[str]) -> argparse.Namespace:
    """The options of `serve`."""
    parser = argparse.ArgumentParser(
        prog="./spoorboek serve",
        description=either("Start Spoorboek voor echt gebruik.", "Start Spoorboek for real use."),
    )
    add = parser.add_argument
    add("--port", type=int, default=8000, help=either("poort (8000)", "port (8000)"))
    add("--host", default="127.0.0.1", help=either("adres om op te luisteren", "address to listen on"))
    add(
        "--no-worker",
        action="store_true",
        help=either("geen werker; draai die elders", "no worker; run it elsewhere"),
    )
    add(
        "--embedded",
        action="store_true",
        help=either(
            "gebruik de ingebouwde PostgreSQL in de gegevensmap",
            "use the embedded PostgreSQL in the data folder",
        ),
    )
    add("--lang", choices=["nl", "en"], help=either("taal van deze meldingen", "language of these messages"))
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    """Serve until stopped; returns the exit code."""
    chosen = options(arguments)
    data = Path(environment.text("SPOORBOEK_DATA", str(SOURCE.parent / ".data"))).absolute()
    external = bool(environment.text("SPOORBOEK_DATABASE_URL"))
    refuse_without_database(external, chosen.embedded)
    os.environ |= {"DJANGO_SETTINGS_MODULE": "spoorboek.site.settings", "SPOORBOEK_SERVING": "1"}
    messages.compile_all()
    frontend.build()
    prepare_data_folder(data)
    with only_one(data) as running, listen(chosen.host, chosen.port) as door:
        address = address_of(chosen.host, door.getsockname()[1])
        running.tell(address)
        with nullcontext() if external else Cluster(data).use():
            refuse_dangers()
            return host(door, address, worker=not chosen.no_worker)


def refuse_without_database(external: bool, embedded: bool) -> None:
    """Nobody gets an empty embedded database by forgetting a variable."""
    if external == embedded:
        raise Trouble(
            "Noem een database in SPOORBOEK_DATABASE_URL, of kies de ingebouwde met --embedded (een "
            "van de twee).",
            "Name a database in SPOORBOEK_DATABASE_URL, or choose the embedded one with --embedded "
            "(one of the two).",
        )


def refuse_dangers() -> None:
    """Stop at the first sight of a dangerous setting or a database that is behind; warnings are shown."""
    import django
    from django.core.checks import run_checks
    from django.db import OperationalError, connections

    from spoorboek.site.health import unapplied

    django.setup()
    try:
        found = run_checks(databases=["default", "medical"])
        behind = unapplied()
    except OperationalError as error:
        raise Trouble(
            f"De database is niet te bereiken ({str(error).splitlines()[0]}); controleer "
            "SPOORBOEK_DATABASE_URL.",
            f"The database cannot be reached ({str(error).splitlines()[0]}); check SPOORBOEK_DATABASE_URL.",
        ) from error
    finally:
        connections.close_all()
    for message in found:
        say(str(message), str(message))
    if any(message.is_serious() for message in found):
        raise Trouble(
            "Spoorboek start zo niet; zie hierboven wat eerst moet.",
            "Spoorboek does not start like this; see above.",
        )
    if behind:
        raise Trouble(
            f"De database loopt achter ({len(behind)} migraties); voer eerst `./spoorboek migrate` uit.",
            f"The database is behind ({len(behind)} migrations); run `./spoorboek migrate` first.",
        )


def host(door: socket.socket, address: str, worker: bool) -> int:
    """The site's processes, their logs on this process's own output."""
    family = Family(logs=None)
    try:
        answered = hosting.start(family, door, environment.number("SPOORBOEK_WEB_PROCESSES", 2), worker)
        return hosting.stay(
            family,
            answered,
            lambda: say(f"Spoorboek staat klaar op {address}", f"Spoorboek is ready at {address}"),
        )
    finally:
        family.stop()
