"""Dutch summaries of operations, put into the reader's language when they are shown."""

from typing import cast

from django.utils.translation import gettext_lazy


def summary(text: str) -> str:
    """A translation that waits; ninja keeps it as it is and asks for a `str`."""
    return cast(str, gettext_lazy(text))
