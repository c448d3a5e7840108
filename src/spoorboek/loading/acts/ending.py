"""A list that is not loaded after all, and lists that are over time: file and rows are gone."""

import uuid
from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import Refused
from spoorboek.loading import access
from spoorboek.loading.models import KEPT, Course, Import, Line, Upload
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.site import clock

REGISTRAR = Actor(system=System.REGISTRAR)
HALTED = timedelta(minutes=1)


@transaction.atomic
def cancel(actor: Actor, import_id: uuid.UUID) -> Import:
    """Do not load this list: nothing was written, and nothing of it is kept."""
    load = access.import_of(actor, import_id, lock=True)
    if load.state in {Import.State.CHOOSING, Import.State.READING, Import.State.READY}:
        end(load, Import.State.CANCELLED)
    elif load.state != Import.State.CANCELLED:
        raise Refused(_("Deze lijst is al geladen. Je kunt hem wel terugdraaien."))
    return load


def end(load: Import, state: str) -> None:
    forget(load)
    load.state, load.finished_at = state, clock.real_now()
    load.choices = {}
    load.save()


def forget(load: Import) -> None:
    """Destroy the file, its key and its rows."""
    Upload.objects.filter(load=load).delete()
    Line.objects.filter(load=load).delete()
    Course.objects.filter(load=load).delete()


def forget_old() -> int:
    """For the nightly and hourly job: after a day nothing of a list is kept, whatever became of it. How many ended."""
    with acting_as(REGISTRAR):
        old = Import.objects.filter(made_at__lt=clock.real_now() - KEPT)
        unfinished = [Import.State.CHOOSING, Import.State.READING, Import.State.READY]
        ended = list(old.filter(state__in=unfinished))
        for load in ended:
            end(load, Import.State.EXPIRED)
        for load in old.filter(upload__isnull=False):
            stop_halfway(load)
        Line.objects.filter(load__in=old, sealed__isnull=False).update(sealed=None)
    return len(ended)


def stop_halfway(load: Import) -> None:
    """Loading took more than a day: what was not done is said to be so."""
    waiting = load.courses.filter(state=Course.State.WAITING)
    waiting.update(
        state=Course.State.REFUSED, sealed=None, refusal=_("Het laden duurde te lang. Laad deze rij opnieuw.")
    )
    Upload.objects.filter(load=load).delete()
    if load.state == Import.State.WORKING:
        load.state, load.finished_at = Import.State.DONE, clock.real_now()
        load.save()


def halted() -> list[tuple[uuid.UUID, uuid.UUID]]:
    """Lists that should be worked on and were not for a while: (list, account)."""
    busy = [Import.State.WORKING, Import.State.UNDOING, Import.State.READING]
    with acting_as(REGISTRAR):
        rows = Import.objects.filter(state__in=busy, touched_at__lt=clock.real_now() - HALTED)
        return list(rows.values_list("pk", "account_id"))
