"""What a learning record store is told, when one is configured: xAPI 1.0.3 statements, through the worker.

Only of modules for work, only of who works somewhere, and never what anybody answered. The learner is named by a
pseudonym that this installation alone can make: no name, no address, no id that stands elsewhere.
"""

import hashlib
import hmac
import uuid
from datetime import datetime
from enum import Enum
from typing import Any

from django.conf import settings
from django.urls import reverse

from spoorboek.methods.modules import Module
from spoorboek.people.actor import Actor, practice_world
from spoorboek.programme.learning.access import is_at_work
from spoorboek.site import clock

PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress"
MODULE = "http://adlnet.gov/expapi/activities/module"
QUESTION = "http://adlnet.gov/expapi/activities/interaction"


class Verb(Enum):
    """Verbs of ADL's vocabulary."""

    INITIALIZED = "initialized"
    PROGRESSED = "progressed"
    ANSWERED = "answered"
    COMPLETED = "completed"

    @property
    def address(self) -> str:
        return f"http://adlnet.gov/expapi/verbs/{self.value}"


def is_on() -> bool:
    return bool(settings.LRS_URL)


def tell(actor: Actor, module: Module, verb: Verb, progress: int | None = None, step: str = "") -> None:
    """Hand a statement to the worker, in the transaction of the act: both happen, or neither."""
    if not is_on() or module.is_for_clients or practice_world() is not None or not is_at_work(actor):
        return
    from spoorboek.programme.learning.jobs import send_statement

    made = statement(actor.person_id, module, verb, clock.real_now(), progress=progress, step=step)
    send_statement.defer(statement=made)


def pseudonym(account_id: uuid.UUID) -> str:
    """Always the same for an account of this installation, and of no use to who does not hold its key."""
    key = str(settings.DATA_KEY).encode()
    return hmac.new(key, b"learning record " + account_id.bytes, hashlib.sha256).hexdigest()[:32]


def statement(
    account_id: uuid.UUID,
    module: Module,
    verb: Verb,
    at: datetime,
    *,
    progress: int | None = None,
    step: str = "",
) -> dict[str, Any]:
    """One xAPI statement with an id of its own, so that sending it twice makes one of it."""
    home = str(settings.ADDRESS)
    activity = f"{home}{reverse('module', args=[module.key])}"
    part = module.nl.step(step) if step else None
    parent = {"contextActivities": {"parent": [thing(activity, MODULE, module)]}}
    return {
        "id": str(uuid.uuid4()),
        "version": "1.0.3",
        "actor": {"objectType": "Agent", "account": {"homePage": home, "name": pseudonym(account_id)}},
        "verb": {"id": verb.address, "display": {"en": verb.value}},
        "object": thing(f"{activity}#{step}", QUESTION) if part else thing(activity, MODULE, module),
        "result": result(verb, progress),
        "context": {"platform": "Spoorboek", **(parent if part else {})},
        "timestamp": at.isoformat(),
    }


def thing(address: str, kind: str, module: Module | None = None) -> dict[str, Any]:
    named = {"name": {"nl": module.nl.head.title, "en": module.en.head.title}} if module else {}
    return {"objectType": "Activity", "id": address, "definition": {"type": kind, **named}}


def result(verb: Verb, progress: int | None) -> dict[str, Any]:
    """Never a score, never a response."""
    if progress is not None:
        return {"extensions": {PROGRESS: progress}}
    return {"completion": verb is Verb.COMPLETED} if verb is not Verb.ANSWERED else {"completion": True}
