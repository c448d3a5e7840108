"""What the worker does: every five minutes what is due, every hour whoever is new. Twice at once does no harm."""

import logging

from procrastinate.contrib.django import app

from spoorboek.reminders import enrolment, sending

log = logging.getLogger(__name__)


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="send_reminders", pass_context=False)
def send_reminders(timestamp: int) -> None:
    """Mail everyone whose moment has come."""
    counted = sending.send_due()
    if counted:
        log.info("reminders", extra={str(outcome): number for outcome, number in counted.items()})


@app.periodic(cron="2 * * * *")
@app.task(queueing_lock="enrol_for_reminders", pass_context=False)
def enrol_for_reminders(timestamp: int) -> None:
    """Plan mails for whoever came in or began to take part since the last hour."""
    log.info("planned for reminders", extra={"people": enrolment.enrol()})
