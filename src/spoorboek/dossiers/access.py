"""Which dossiers an actor reaches. The only way a page, a job or an import gets hold of one."""

import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet

from spoorboek.dossiers.models import Dossier, Opening
from spoorboek.dossiers.refusals import NotYours
from spoorboek.people.access import role_in, still
from spoorboek.people.actor import Actor
from spoorboek.people.models import Involvement
from spoorboek.people.policy import Layer, Role
from spoorboek.site import clock

PROFESSIONALS = (
    Role.CASE_MANAGER,
    Role.SUPERVISOR,
    Role.COMPANY_DOCTOR,
    Role.LABOUR_EXPERT,
    Role.COACH,
)
ONE_OPENING_PER = timedelta(minutes=30)


@dataclass(frozen=True)
class Reached:
    """A dossier as one person reaches it: through one role."""

    dossier: Dossier
    role: Role
    actor: Actor

    @property
    def is_client(self) -> bool:
        return self.role in {Role.CLIENT, Role.HELPER}

    @property
    def is_client_self(self) -> bool:
        """The client, not a helper: what is personal is for them alone."""
        return self.role is Role.CLIENT


def dossiers_of(actor: Actor, roles: tuple[Role, ...]) -> QuerySet[Dossier]:
    """Dossiers in which the actor now takes part in one of these roles."""
    return Dossier.objects.filter(takes_part(actor, roles)).select_related(
        "employment__person", "employment__organisation"
    )


def takes_part(actor: Actor, roles: tuple[Role, ...]) -> Exists:
    """Of a dossier: whether the actor now takes part in one of these roles."""
    seats = Involvement.objects.filter(
        still(), account_id=actor.person_id, role__in=roles, dossier_id=OuterRef("pk")
    )
    return Exists(seats)


def open_dossier(actor: Actor, dossier_id: uuid.UUID, layer: Layer = Layer.PROCESS) -> Reached:
    """Reach one dossier and log that it was opened. A stranger gets `NotYours`, as if it did not exist."""
    role = role_in(actor, dossier_id)
    rows = Dossier.objects.select_related("employment__person", "employment__organisation", "route")
    dossier = rows.filter(pk=dossier_id).first()
    if role is None or dossier is None:
        raise NotYours("Not found.")
    return opened(actor, dossier, role, layer)


def opened(actor: Actor, dossier: Dossier, role: Role, layer: Layer = Layer.PROCESS) -> Reached:
    """Log that a dossier was opened that was found together with the actor's role in it."""
    log_opening(actor, dossier, role, layer)
    return Reached(dossier, role, actor)


def log_opening(actor: Actor, dossier: Dossier, role: Role, layer: Layer) -> None:
    """One line per person, layer and half hour: the client reads it as 'who looked'."""
    recent = Opening.objects.filter(
        dossier=dossier, account_id=actor.person_id, layer=layer, at__gt=clock.now() - ONE_OPENING_PER
    )
    if not recent.exists():
        Opening.objects.create(dossier=dossier, account_id=actor.person_id, role=role, layer=layer)


def log_medical(reached: Reached) -> None:
    """The medical layer of this dossier was read on this page; the client reads that apart (NEN 7513)."""
    if settings.MEDICAL_LAYER:
        log_opening(reached.actor, reached.dossier, reached.role, Layer.MEDICAL)


def own_dossier(actor: Actor) -> Dossier | None:
    """The client's running dossier, or else the last one."""
    mine = dossiers_of(actor, (Role.CLIENT,)).order_by("closed_on", "-first_sick_day")
    return mine.filter(closed_on__isnull=True).first() or mine.last()
