"""What the worker does for intervision: every hour what was typed goes where its day has come. Twice does no harm."""

import logging

from procrastinate.contrib.django import app

from spoorboek.people.worlds import each_world
from spoorboek.site import clock

log = logging.getLogger(__name__)


@app.periodic(cron="20 * * * *")
@app.task(name="circle.forget", queueing_lock="circle.forget", pass_context=False)
def forget(timestamp: int) -> None:
    """Each world on its own day."""
    from spoorboek.circle.acts.ending import forget_due

    for world in each_world():
        log.info("meetings forgotten", extra={"meetings": forget_due(clock.today(), world)})
