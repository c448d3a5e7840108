"""`./spoorboek reproject`: after a change of rules, count the dates of running dossiers anew. For operators."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from spoorboek.dossiers.jobs import queue_reprojection
from spoorboek.dossiers.reprojection import Report, portions
from spoorboek.law import current_rulebook
from spoorboek.site.terminal import either


class Command(BaseCommand):
    """Here and now, portion by portion; with `--queue` the worker does it, with `--dry-run` nobody does."""

    help = "Count the dates of all running dossiers anew that were counted by earlier rules."

    def add_arguments(self, parser: ArgumentParser) -> None:
        how = parser.add_mutually_exclusive_group()
        how.add_argument("--dry-run", action="store_true", help="tell what would move, and change nothing")
        how.add_argument(
            "--queue", action="store_true", help="leave it to the worker, where anything is behind"
        )

    def handle(self, *args: Any, dry_run: bool, queue: bool, **options: Any) -> None:
        if queue:
            self.queue()
            return
        report = Report()
        for portion in portions(dry_run=dry_run):
            report.add(portion.report)
            self.stderr.write(f"… {report.dossiers}")
        self.tell(report, dry_run=dry_run)

    def queue(self) -> None:
        if queue_reprojection():
            self.stdout.write(
                either(
                    "De regels zijn veranderd. De werker rekent de lopende dossiers opnieuw door.",
                    "The rules have changed. The worker counts the running dossiers anew.",
                )
            )

    def tell(self, report: Report, *, dry_run: bool) -> None:
        version = current_rulebook().version
        self.stdout.write(
            either(
                f"Regels van {version}: {report.dossiers} lopende dossiers {'zouden' if dry_run else 'zijn'}"
                f" opnieuw doorgerekend{' worden' if dry_run else ''}; in {report.with_moved_dates} verschuift iets.",
                f"Rules of {version}: {report.dossiers} running dossiers {'would be' if dry_run else 'were'} counted"
                f" anew; something moves in {report.with_moved_dates}.",
            )
        )
        for key, number in report.moved.most_common():
            self.stdout.write(f"  {key}: {number}")
        if report.contradictory:
            self.stdout.write(
                either(
                    f"{len(report.contradictory)} dossiers bleven zoals ze waren: hun feiten spreken elkaar tegen.",
                    f"{len(report.contradictory)} dossiers stayed as they were: their facts contradict each other.",
                )
            )
            for dossier_id in report.contradictory:
                self.stdout.write(f"  {dossier_id}")
