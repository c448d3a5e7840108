"""The two parameters of every list."""

from typing import Annotated

from ninja import Query

MOST = 500
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many on a page.", examples=[100])]
Cursor = Annotated[
    str | None,
    Query(max_length=500, description="`next_cursor` of the page before. Opaque: do not make one yourself."),
]
