"""What the worker does: hand statements to the learning record store. A store that is away for a day loses none."""

import logging
from typing import Any

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from spoorboek.programme.learning import store

log = logging.getLogger(__name__)


AGAIN = RetryStrategy(max_attempts=9, exponential_wait=4)
"""After 4 seconds, 16, 64 and so on: in all some four days."""


@app.task(queue="learning", priority=-5, retry=AGAIN, pass_context=False)
def send_statement(statement: dict[str, Any]) -> None:
    """One statement. What the store refuses for good is logged and not tried again."""
    try:
        store.put(statement)
    except store.Refusal as refused:
        log.error("learning record refused", extra={"statement": statement["id"], "status": refused.status})
