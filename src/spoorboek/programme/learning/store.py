"""The learning record store: one statement by its id over https, as xAPI 1.0.3 describes (part three, 2.1.1)."""

import base64
import json
import urllib.error
import urllib.parse
import urllib.request
from typing import Any

from django.conf import settings

PATIENCE = 15
"""Seconds."""
KNOWN_ALREADY = 409
MENDABLE = frozenset({401, 403, 404, 408, 425, 429})
"""Refusals that may be otherwise later, as are all of 500 and above: a key or an address can be mended."""


class Refusal(RuntimeError):
    """The store will never take this statement."""

    def __init__(self, status: int) -> None:
        super().__init__(f"the learning record store answered {status}")
        self.status = status


class Unavailable(RuntimeError):
    """The store could not take this statement now; try again."""


def put(statement: dict[str, Any]) -> None:
    """Store a statement. Sending it twice is as sending it once. Raises `Refusal` or `Unavailable`."""
    where = f"{settings.LRS_URL}/statements?" + urllib.parse.urlencode({"statementId": statement["id"]})
    asked = urllib.request.Request(  # noqa: S310 - https, or http on this machine: the setting's reader sees to it
        where, data=json.dumps(statement).encode(), headers=headers(), method="PUT"
    )
    try:
        with urllib.request.urlopen(asked, timeout=PATIENCE):  # noqa: S310
            return
    except urllib.error.HTTPError as answered:
        with answered:
            judge(answered.code)
    except OSError as away:
        raise Unavailable(f"the learning record store cannot be reached: {away}") from away


def judge(status: int) -> None:
    if status == KNOWN_ALREADY:
        return
    if status >= 500 or status in MENDABLE:
        raise Unavailable(f"the learning record store answered {status}")
    raise Refusal(status)


def headers() -> dict[str, str]:
    key = base64.b64encode(f"{settings.LRS_KEY}:{settings.LRS_SECRET}".encode()).decode()
    return {
        "Authorization": f"Basic {key}",
        "Content-Type": "application/json",
        "X-Experience-API-Version": "1.0.3",
    }
