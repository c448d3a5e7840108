"""What the worker does at night for the caseload. Running twice does no harm."""

import logging

from procrastinate.contrib.django import app

from spoorboek.caseload.keeping import refresh_stale
from spoorboek.site import clock

log = logging.getLogger(__name__)


@app.periodic(cron="5 0 * * *")
@app.task(queueing_lock="refresh_caseload", pass_context=False)
def refresh_caseload(timestamp: int) -> None:
    """Just after midnight: choose anew wherever a passing day changed what comes first."""
    log.info("caseload lines refreshed", extra={"dossiers": refresh_stale(clock.today())})
