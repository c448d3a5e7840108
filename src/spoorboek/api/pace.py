"""How quickly a token may ask: a leaky bucket per token, in one row and one statement of PostgreSQL.

The row says when the bucket is empty again (the generic cell rate algorithm). Committed before the request's own
transaction, so that requests of one token do not wait for each other.
"""

import math
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import connection

from spoorboek.api.models import Token

AT_ONCE = 60
"""So many requests may come in a burst, before the pace counts."""

ASK = """
INSERT INTO api_pace (token_id, free_at) VALUES (%(token)s, clock_timestamp() + %(one)s)
ON CONFLICT (token_id) DO UPDATE SET free_at = greatest(api_pace.free_at, clock_timestamp()) + %(one)s
WHERE api_pace.free_at - clock_timestamp() <= %(burst)s
RETURNING 1
"""
WHEN = "SELECT extract(epoch FROM free_at - clock_timestamp() - %(burst)s) FROM api_pace WHERE token_id = %(token)s"


def seconds_to_wait(token: Token) -> int:
    """0 when this request is on time, and it then counts; otherwise the seconds until the next one would be."""
    one = timedelta(minutes=1) / settings.API_REQUESTS_A_MINUTE
    asked: dict[str, Any] = {"token": token.pk, "one": one, "burst": one * (AT_ONCE - 1)}
    with connection.cursor() as cursor:
        cursor.execute(ASK, asked)
        if cursor.fetchone():
            return 0
        cursor.execute(WHEN, asked)
        late: float = cursor.fetchone()[0]
        return max(1, math.ceil(late))
