"""What kind of installation a data folder and its database are: a demo, or real. Decided once, when they are made."""

import shutil
import sys
from pathlib import Path

from spoorboek.site import keys
from spoorboek.site.launch import operator
from spoorboek.site.launch.cluster import prepare_data_folder
from spoorboek.site.launch.speech import Trouble, either


def mark_as_demo(data: Path, external: bool) -> None:
    """Write the mark in a fresh folder. A folder that already holds a real installation is refused."""
    if keys.demo_mode(data):
        return
    if (data / "postgres").exists() or (external and (data / "keys").exists()):
        raise Trouble(
            f"In {data} staat een echte installatie, en die wordt nooit een demo; kies een andere map "
            "met --data.",
            f"{data} holds a real installation, and that never becomes a demo; choose another folder "
            "with --data.",
        )
    prepare_data_folder(data)
    (data / keys.DEMO_MARK).touch()


def remove_demo(data: Path) -> None:
    """Throw a demo's data folder away, after asking where there is someone to ask."""
    if not keys.demo_mode(data):
        if not (data / "postgres").exists() and not (data / "keys").exists():
            return
        raise Trouble(
            f"{data} is geen demo; --reset wist alleen voorbeeldgegevens.",
            f"{data} is not a demo; --reset only removes example data.",
        )
    question = either(
        f"Alle voorbeeldgegevens in {data} wissen? [j/N] ", f"Remove all example data in {data}? [y/N] "
    )
    if sys.stdin.isatty() and input(question).strip().lower()[:1] not in {"j", "y"}:
        raise Trouble("Er is niets gewist.", "Nothing was removed.")
    cluster = data / "postgres"
    if cluster.is_symlink() and cluster.resolve().is_relative_to(operator.SHELTER):
        shutil.rmtree(cluster.resolve().parent, ignore_errors=True)
    shutil.rmtree(data)


def settle() -> None:
    """After migrating: write what this database is, or refuse where folder and database disagree."""
    from django.conf import settings

    from spoorboek.people.models import Installation

    found, _ = Installation.objects.using("owner").get_or_create(defaults={"demo": settings.DEMO})
    if found.demo == settings.DEMO:
        return
    if settings.DEMO:
        raise Trouble(
            "Deze database is van een echte installatie en wordt nooit een demo; geef de demo een "
            "eigen, lege database.",
            "This database is of a real installation and never becomes a demo; give the demo an "
            "empty database of its own.",
        )
    raise Trouble(
        "Deze database is een demo en kan geen echte installatie worden; geef een eigen, lege database op.",
        "This database is a demo and cannot become a real installation; give an empty database of its own.",
    )
