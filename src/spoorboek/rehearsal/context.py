"""What the banner of every page in a practice world shows of the lesson: `lesson`, looked up only where it is shown."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from spoorboek.people.actor import current_actor, has_actor
from spoorboek.rehearsal.access import lesson_of
from spoorboek.rehearsal.lesson import stops
from spoorboek.site import clock


def practising(request: HttpRequest) -> dict[str, object]:
    """Context processor."""
    if not clock.is_practice() or not has_actor() or not request.user.is_authenticated:
        return {}
    return {
        "lesson": SimpleLazyObject(lambda: lesson_of(current_actor())),
        "lesson_stops": len(stops()),
    }
