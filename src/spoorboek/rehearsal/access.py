"""Who practises where: the world of whoever acts, whether they may set its day, and what they practise on."""

import uuid
from datetime import date

from spoorboek.dossiers.access import PROFESSIONALS, dossiers_of
from spoorboek.dossiers.models import Appointment, Dossier, Obligation
from spoorboek.dossiers.refusals import NotYours
from spoorboek.people import access
from spoorboek.people.actor import Actor, practice_world
from spoorboek.people.models import Organisation, PracticeWorld
from spoorboek.people.policy import Role
from spoorboek.rehearsal.models import Lesson, Move
from spoorboek.site import clock


def world_of(actor: Actor) -> PracticeWorld:
    """The practice world in which the actor acts; `NotYours` in the real one, as if there were no clock."""
    world_id = practice_world()
    found = PracticeWorld.objects.filter(pk=world_id).first() if world_id else None
    if found is None or actor.account_id is None:
        raise NotYours("Not found.")
    return found


def may_set_day(actor: Actor) -> bool:
    """Whoever works in an organisation of the world; who is only a client or a helper there reads along."""
    return practice_world() is not None and access.memberships(actor).exists()


def last_move(world: PracticeWorld) -> Move | None:
    return Move.objects.filter(world=world).select_related("account__person").order_by("-pk").first()


def running(actor: Actor) -> list[uuid.UUID]:
    """The open dossiers in which the actor takes part."""
    found = dossiers_of(actor, PROFESSIONALS).filter(closed_on__isnull=True)
    return list(found.select_related(None).values_list("pk", flat=True))


def next_asking_day(actor: Actor) -> date | None:
    """The next day on which any of the actor's dossiers asks for something, or an appointment stands."""
    mine, today = running(actor), clock.today()
    steps = Obligation.objects.filter(dossier__in=mine, applies=True, next_on__gt=today)
    talks = Appointment.objects.filter(
        dossier__in=mine, state=Appointment.State.PLANNED, starts_at__date__gt=today
    )
    days = [steps.order_by("next_on").values_list("next_on", flat=True).first()]
    days.append(talks.order_by("starts_at").values_list("starts_at__date", flat=True).first())
    return min((day for day in days if day), default=None)


def lesson_of(actor: Actor) -> Lesson | None:
    """The lesson the actor is in."""
    return Lesson.objects.filter(account_id=actor.person_id, ended_at__isnull=True).first()


def dossier_of(lesson: Lesson) -> Dossier:
    found = Dossier.objects.select_related("employment__person").filter(pk=lesson.dossier_id).first()
    if found is None:
        raise NotYours("Not found.")
    return found


def schools(actor: Actor) -> list[Organisation]:
    """Employers of the world for which the actor is case manager: there a lesson can begin."""
    if practice_world() is None:
        return []
    return list(access.employers_for(actor, (Role.CASE_MANAGER,)))


def homes(actor: Actor) -> list[Organisation]:
    """Real organisations where the actor works, whose practice worlds they may enter."""
    found = access.memberships(actor).exclude(role=Role.RESEARCHER)
    return list(
        {row.organisation_id: row.organisation for row in found if not row.organisation.is_practice}.values()
    )
