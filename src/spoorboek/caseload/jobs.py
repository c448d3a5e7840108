"""What the worker does at night for the caseload. Running twice does no harm."""

import logging

from procrastinate.contrib.django import app

from spoorboek.caseload.deputising import carry_on
from spoorboek.caseload.keeping import refresh_stale
from spoorboek.site import clock

log = logging.getLogger(__name__)


@app.periodic(cron="5 0 * * *")
@app.task(queueing_lock="refresh_caseload", pass_context=False)
def refresh_caseload(timestamp: int) -> None:
    """Just after midnight: choose anew wherever a passing day changed what comes first."""
    log.info("caseload lines refreshed", extra={"dossiers": refresh_stale(clock.today())})


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="carry_on_deputising", pass_context=False)
def carry_on_deputising(timestamp: int) -> None:
    """Let deputies in whose period has begun, also into dossiers that were too many for one page."""
    log.info("deputies let in", extra={"parts": carry_on(clock.today())})
