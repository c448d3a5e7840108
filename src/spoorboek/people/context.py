"""What every page knows about its reader."""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from spoorboek.people.access import memberships, roles_of
from spoorboek.people.actor import Actor, has_actor
from spoorboek.people.models import Person


def label_of(request: HttpRequest) -> str:
    """The reader's name, with the organisation where there is one: `Anouk de Graaf · De Linde`."""
    if not request.user.is_authenticated or not has_actor():
        return ""
    actor = Actor(account_id=request.user.pk)
    person = Person.objects.filter(pk=actor.account_id).first()
    seat = memberships(actor).order_by("since").first()
    return " · ".join(filter(None, [person.name if person else "", seat.organisation.name if seat else ""]))


def roles_here(request: HttpRequest) -> frozenset[str]:
    """The reader's roles, in organisations and in dossiers."""
    if not request.user.is_authenticated or not has_actor():
        return frozenset()
    return frozenset(roles_of(Actor(account_id=request.user.pk)))


def reader(request: HttpRequest) -> dict[str, object]:
    """Context processor: `reader_label` and `reader_roles`, looked up only where a page shows them."""
    return {
        "reader_label": SimpleLazyObject(lambda: label_of(request)),
        "reader_roles": SimpleLazyObject(lambda: roles_here(request)),
    }
