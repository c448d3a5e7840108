"""Acts on the practice clock: set the day of one's world. Never possible on real data."""

import uuid
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.ending import AFTER_RECOVERY, TIMETABLE, close_ended, close_recovered, in_world
from spoorboek.dossiers.acts.retention import end_reading
from spoorboek.dossiers.models import Spell
from spoorboek.dossiers.projection import together
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor, acting_as, current_actor
from spoorboek.people.models import PracticeWorld
from spoorboek.people.signals import night_fell
from spoorboek.rehearsal.access import may_set_day, world_of
from spoorboek.rehearsal.models import Move
from spoorboek.site import clock

LONGEST = 1461
"""Days ahead of the real day: four years, so that a sanction fits in too."""


def check(actor: Actor) -> PracticeWorld:
    """The actor's practice world, when they may set its day."""
    if current_actor() != actor:
        raise NotYours(_("Log opnieuw in en probeer het nog eens."))
    world = world_of(actor)
    if not may_set_day(actor):
        raise NotYours(_("Alleen wie hier werkt kan de oefenklok zetten."))
    return world


def check_day(to: date) -> None:
    if to < clock.real_today():
        raise Refused(_("De klok kan niet voor de echte dag van vandaag staan. Kies vandaag of later."), "to")
    if to > clock.real_today() + timedelta(days=LONGEST):
        raise Refused(_("Zo ver gaat de klok niet. Kies een dag binnen vier jaar."), "to")


@transaction.atomic
def set_day(actor: Actor, to: date) -> Move:
    """Set the day of the actor's practice world. Forward, the night rules run for every night that passes.

    What people entered stays as it is, also when the clock goes back; a dossier that a night closed stays closed.
    """
    world = check(actor)
    check_day(to)
    world = PracticeWorld.objects.select_for_update().get(pk=world.pk)
    before = clock.real_today() + timedelta(days=world.shift_days)
    world.shift_days = (to - clock.real_today()).days
    world.save(update_fields=["shift_days"])
    with together():
        closed = sum(live_through(night, world.pk) for night in nights(before, to, world.pk))
    assert actor.account_id is not None
    return Move.objects.create(
        world=world, account_id=actor.account_id, from_day=before, to_day=to, closed=closed
    )


def nights(after: date, until: date, world: uuid.UUID) -> list[date]:
    """Days on which a night rule could close something, and the last one: the other nights do nothing."""
    if until <= after:
        return []
    with acting_as(TIMETABLE):
        open_ones = in_world(world).filter(closed_on__isnull=True)
        fit = Spell.objects.filter(dossier__in=open_ones, ends__isnull=False).values_list("ends", flat=True)
        ended = open_ones.filter(employment__ends__isnull=False).values_list("employment__ends", flat=True)
        days = {day + AFTER_RECOVERY for day in fit if day} | {
            day + timedelta(days=1) for day in ended if day
        }
    return sorted({day for day in days if after < day < until} | {until})


def live_through(night: date, world: uuid.UUID) -> int:
    """One night in the world: what the worker does at night, on that day. How many dossiers it closed."""
    with clock.practising((night - clock.real_today()).days):
        closed = close_recovered(night, world) + close_ended(night, world)
        end_reading(night, world)
        night_fell.send(sender=PracticeWorld, world=world, day=night)
    return closed
