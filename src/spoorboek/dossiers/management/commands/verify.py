"""`./spoorboek verify`: does every journal still hold? For operators, and after a restored backup."""

import uuid
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from spoorboek.dossiers import journal
from spoorboek.dossiers.journal import Break
from spoorboek.dossiers.models import Dossier, JournalHead
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.site.terminal import either

VERIFIER = Actor(system=System.VERIFIER)
BATCH = 500
IN_DUTCH = {
    journal.MISSING: "een regel ontbreekt",
    journal.UNFIT: "de keten past niet",
    journal.CUT_OFF: "het logboek eindigt niet waar het hoort",
    journal.TEXT: "de tekst wijkt af van zijn controlegetal",
    journal.ABSENT: "de tekst van een medische handeling is nooit aangekomen",
}


def batches() -> Iterator[list[uuid.UUID]]:
    """All dossiers, by id, in portions: each its own short transaction."""
    last = uuid.UUID(int=0)
    while True:
        with acting_as(VERIFIER):
            ids = list(
                Dossier.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH]
            )
        if not ids:
            return
        yield ids
        last = ids[-1]


def lasting_breaks(ids: list[uuid.UUID]) -> list[Break]:
    """Breaks that are there twice: an act that lands between two readings is no break."""
    with acting_as(VERIFIER):
        suspects = {dossier_id: found for dossier_id in ids if (found := journal.breaks(dossier_id))}
    made = []
    for dossier_id, found in suspects.items():
        with acting_as(VERIFIER):
            made += [one for one in journal.breaks(dossier_id) if one in found]
    return made


def lengths(ids: list[uuid.UUID]) -> int:
    """How many entries these journals hold."""
    with acting_as(VERIFIER):
        return sum(JournalHead.objects.filter(pk__in=ids).values_list("length", flat=True))


class Command(BaseCommand):
    """Checks the chain of every journal, and each text against its digest where text and key still exist."""

    help = "Check that every dossier's journal is whole and unchanged. Exit code 1 when one is not."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("dossier", nargs="*", type=uuid.UUID, help="only these dossiers (default: all)")

    def handle(self, *args: Any, dossier: list[uuid.UUID], **options: Any) -> None:
        found: list[Break] = []
        dossiers = entries = 0
        for ids in [dossier] if dossier else batches():
            found += lasting_breaks(ids)
            dossiers, entries = dossiers + len(ids), entries + lengths(ids)
        for one in found:
            self.stdout.write(told(one))
        if found and all(one.what == journal.ABSENT for one in found):
            raise CommandError(never_arrived(len(found)))
        if found:
            broken = len({one.dossier_id for one in found})
            raise CommandError(
                either(
                    f"{broken} van {dossiers} logboeken kloppen niet. Zet niets recht: bewaar deze lijst en een kopie"
                    " van de database, en zoek uit wie er rechtstreeks bij kon.",
                    f"{broken} of {dossiers} journals do not hold. Repair nothing: keep this list and a copy of the"
                    " database, and find out who could reach it directly.",
                )
            )
        self.stdout.write(
            either(
                f"{counted(dossiers, 'dossier', 'dossiers')}, {counted(entries, 'regel', 'regels')}:"
                " elk logboek klopt.",
                f"{counted(dossiers, 'dossier', 'dossiers')}, {counted(entries, 'entry', 'entries')}:"
                " every journal holds.",
            )
        )


def never_arrived(number: int) -> str:
    """The remedy: nobody tampered with anything, an act was cut off halfway."""
    return either(
        f"{number} medische handeling(en) zonder tekst: Spoorboek is gestopt terwijl er werd opgeslagen. De ketens"
        " kloppen. Laat de bedrijfsarts in deze dossiers opnieuw vastleggen wat er stond.",
        f"{number} medical act(s) without a text: Spoorboek was stopped while saving. The chains hold. Let the company"
        " doctor enter again in these dossiers what was there.",
    )


def counted(number: int, one: str, many: str) -> str:
    """`1 dossier`, `2 dossiers`."""
    return f"{number} {one if number == 1 else many}"


def told(one: Break) -> str:
    """One break as a line."""
    return either(
        f"dossier {one.dossier_id}, regel {one.sequence}: {IN_DUTCH[one.what]}",
        f"dossier {one.dossier_id}, entry {one.sequence}: {one.what}",
    )
