"""Where the next page begins: opaque, signed, and bound to the question it came from.

A page is cut by key and not by number, so that rows added meanwhile never make one appear twice or go missing.
"""

from collections.abc import Mapping

from django.core import signing
from django.utils.translation import gettext as _

from spoorboek.api.problems import Problem, error

SALT = "spoorboek.api.cursor"
LONGEST = 500


def made(after: str, question: Mapping[str, object]) -> str:
    """The cursor of the page that begins after this key."""
    return signing.dumps([after, asked(question)], salt=SALT, compress=True)


def read(cursor: str | None, question: Mapping[str, object]) -> str | None:
    """The key that a cursor stands for; None for the first page."""
    if not cursor:
        return None
    try:
        after, was_asked = signing.loads(cursor[:LONGEST], salt=SALT)
    except (signing.BadSignature, ValueError) as wrong:
        raise refused() from wrong
    if was_asked != asked(question):
        raise refused()
    return str(after)


def asked(question: Mapping[str, object]) -> str:
    return "&".join(f"{name}={value}" for name, value in sorted(question.items()) if value is not None)


def refused() -> Problem:
    return Problem(
        400,
        "bad-request",
        _("Deze cursor hoort niet bij deze vraag. Begin opnieuw zonder cursor."),
        [error("cursor", _("Gebruik next_cursor uit het vorige antwoord, met dezelfde andere waarden."))],
    )
