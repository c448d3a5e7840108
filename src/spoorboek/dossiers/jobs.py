"""What the worker does at night. Each job names its system actor inside the act; running twice does no harm."""

import logging
from contextlib import suppress
from uuid import UUID

from django.conf import settings
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts.ending import close_ended, close_recovered
from spoorboek.dossiers.acts.retention import end_reading
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.reprojection import NOBODY, Report, behind, portions
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.worlds import each_world
from spoorboek.site import clock

PORTIONS_A_JOB = 10
log = logging.getLogger(__name__)


@app.periodic(cron="15 3 * * *")
@app.task(queueing_lock="close_finished", pass_context=False)
def close_finished(timestamp: int) -> None:
    """Close dossiers of people who are fit for good, and of employments that are over; each world on its own day."""
    for world in each_world():
        today = clock.today()
        recovered, ended = close_recovered(today, world), close_ended(today, world)
        log.info("dossiers closed", extra={"recovered": recovered, "ended": ended})


@app.periodic(cron="30 3 * * *")
@app.task(queueing_lock="end_reading", pass_context=False)
def end_reading_of_closed(timestamp: int) -> None:
    """End the professionals' part in closed dossiers whose term has passed; each world on its own day."""
    for world in each_world():
        log.info("reading ended", extra={"dossiers": end_reading(clock.today(), world)})


@app.periodic(cron="30 3 * * *")
@app.task(queueing_lock="watch_rules", pass_context=False)
def watch_rules(timestamp: int) -> None:
    """Where rules changed under dossiers, count them anew."""
    queue_reprojection()


def queue_reprojection() -> bool:
    """Hand the worker all dossiers that were counted by other rules than the current ones; whether there were any."""
    if not behind():
        return False
    with suppress(AlreadyEnqueued):
        reproject.defer(after=str(NOBODY))
    return True


@app.task(queue="reproject", lock="reproject", queueing_lock="reproject", priority=-10, retry=5)
def reproject(after: str) -> None:
    """Some portions, and then the rest as a new job, so that other work of the worker is not held up."""
    report = Report()
    for number, portion in enumerate(portions(UUID(after)), 1):
        report.add(portion.report)
        if number == PORTIONS_A_JOB:
            with suppress(AlreadyEnqueued):
                reproject.defer(after=str(portion.last))
            break
    log.info(
        "dossiers counted anew",
        extra={"dossiers": report.dossiers, "moved": dict(report.moved), "left": len(report.contradictory)},
    )


@app.periodic(cron="45 3 * * *")
@app.task(queueing_lock="verify_journals", pass_context=False)
def verify_journals(timestamp: int) -> None:
    """Check every journal's chain; a break is an error that the operator must see."""
    with acting_as(Actor(system=System.VERIFIER)):
        for dossier_id in Dossier.objects.values_list("pk", flat=True).iterator():
            for found in journal.breaks(dossier_id):
                log.error("journal broken", extra={"dossier": str(dossier_id), "sequence": found.sequence})


@app.task(queueing_lock="load_region", lock="load_region", pass_context=False)
def load_region() -> None:
    """Load a part of what is still missing of the demo's region, and then the rest as a new job.

    So a demo that is stopped waits for one part only.
    """
    from spoorboek.dossiers.demo.region import load

    if settings.DEMO and load.load_next():
        queue_region()


def queue_region() -> None:
    """Let the worker load the demo's region; twice does no harm, and what a stopped worker left is taken up again."""
    with suppress(AlreadyEnqueued):
        load_region.defer()


def region_waits() -> bool:
    """Whether the worker has the demo's region still to load, or is loading it."""
    return ProcrastinateJob.objects.filter(task_name=load_region.name, status__in=("todo", "doing")).exists()
