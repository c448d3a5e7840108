"""Which frame a page of learning stands in: the client's or the professional's."""

from django.utils.translation import get_language

from spoorboek.people.actor import Actor
from spoorboek.programme.learning.access import is_at_work


def frame(actor: Actor) -> dict[str, object]:
    """Context for `base` and the marked place."""
    works = is_at_work(actor)
    return {
        "base": "base_professional.html" if works else "base_client.html",
        "place": "learning" if works else "today",
        "works": works,
    }


def language() -> str:
    """The language in which modules are shown now: `nl` or `en`."""
    return get_language() or "nl"
