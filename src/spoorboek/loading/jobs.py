"""What the worker does for lists. Each turn is a transaction: killed at any moment, it goes on where it was."""

import logging
import uuid
from typing import Any

from procrastinate.contrib.django import app

from spoorboek.loading.models import Import
from spoorboek.people.actor import Actor, acting_as

log = logging.getLogger(__name__)


def soon(task: Any, load: Import) -> None:
    """Ask the worker for it."""
    task.defer(import_id=str(load.pk), account_id=str(load.account_id))


@app.task(name="loading.work_on", pass_context=False)
def work_on(import_id: str, account_id: str) -> None:
    """Load a confirmed list, or take it back, as the person who said so. Two of these beside each other take turns."""
    from spoorboek.loading.acts.applying import work
    from spoorboek.loading.acts.undoing import undo_some

    actor, load_id = Actor(account_id=uuid.UUID(account_id)), uuid.UUID(import_id)
    for act in (work, undo_some):
        more = True
        while more:
            with acting_as(actor):
                more = act(actor, load_id)


@app.task(name="loading.look_at", pass_context=False)
def look_at(import_id: str, account_id: str) -> None:
    """Make the preview of a large list."""
    from spoorboek.loading.acts.previewing import preview

    actor = Actor(account_id=uuid.UUID(account_id))
    with acting_as(actor):
        load = Import.objects.filter(pk=import_id).first()
        if load and load.state == Import.State.READING:
            preview(actor, load.pk)


@app.periodic(cron="* * * * *")
@app.task(name="loading.go_on", queueing_lock="loading.go_on", pass_context=False)
def go_on(timestamp: int) -> None:
    """Pick up what a killed worker left."""
    from spoorboek.loading.acts.ending import halted

    for load_id, account_id in halted():
        look_at.defer(import_id=str(load_id), account_id=str(account_id))
        work_on.defer(import_id=str(load_id), account_id=str(account_id))


@app.periodic(cron="5 * * * *")
@app.task(name="loading.forget", queueing_lock="loading.forget", pass_context=False)
def forget(timestamp: int) -> None:
    """Destroy what was kept for a day."""
    from spoorboek.loading.acts.ending import forget_old

    log.info("lists forgotten", extra={"lists": forget_old()})
