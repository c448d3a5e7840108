"""What every page knows about its reader."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from spoorboek.people.access import memberships, roles_of
from spoorboek.people.actor import Actor, has_actor
from spoorboek.people.models import Person
from spoorboek.people.policy import Role

AT_HOME = frozenset({Role.CLIENT, Role.HELPER})
"""Who comes for their own dossier or somebody close, not for work."""


@dataclass(frozen=True)
class Label:
    """The reader's name, and the organisation where there is one, which a phone has no room for."""

    name: str = ""
    organisation: str = ""

    def __str__(self) -> str:
        """`Anouk de Graaf · De Linde`."""
        return " · ".join(filter(None, [self.name, self.organisation]))


def label_of(request: HttpRequest) -> Label:
    """Who is reading; empty where nobody signed in."""
    if not request.user.is_authenticated or not has_actor():
        return Label()
    actor = Actor(account_id=request.user.pk)
    person = Person.objects.filter(pk=actor.account_id).first()
    seat = memberships(actor).order_by("since").first()
    return Label(person.name if person else "", seat.organisation.name if seat else "")


def roles_here(request: HttpRequest) -> frozenset[str]:
    """The reader's roles, in organisations and in dossiers; asked once a request."""
    if not request.user.is_authenticated or not has_actor():
        return frozenset()
    known: frozenset[str] | None = getattr(request, "spoorboek_roles", None)
    if known is None:
        known = frozenset(roles_of(Actor(account_id=request.user.pk)))
        setattr(request, "spoorboek_roles", known)  # noqa: B010 - Django's request does not know the name
    return known


def reader(request: HttpRequest) -> dict[str, object]:
    """Context processor: `reader_label`, `reader_roles` and `reader_works`, looked up only where a page shows them."""
    return {
        "reader_label": SimpleLazyObject(lambda: label_of(request)),
        "reader_roles": SimpleLazyObject(lambda: roles_here(request)),
        "reader_works": SimpleLazyObject(lambda: bool(roles_here(request) - AT_HOME)),
    }
