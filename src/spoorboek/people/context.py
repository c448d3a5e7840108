"""Who is reading, for the header of every page: looked up only where a template shows it."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from spoorboek.people.access import person_of
from spoorboek.people.actor import current_actor, has_actor


def name_of_reader() -> str:
    """The signed-in person's name, or nothing."""
    person = person_of(current_actor()) if has_actor() and not current_actor().is_visitor else None
    return person.name if person else ""


def reader(request: HttpRequest) -> dict[str, object]:
    """Adds `reader_label`, which the account menu shows."""
    return {"reader_label": SimpleLazyObject(name_of_reader)}
