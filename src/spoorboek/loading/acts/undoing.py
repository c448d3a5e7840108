"""Taking a whole list back, by acts that undo what it did. What somebody changed afterwards is left, and listed."""

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts.employees import complete_employee, withdraw_employee
from spoorboek.dossiers.acts.ending import reopen_dossier
from spoorboek.dossiers.acts.facts import correct_fact, remove_fact
from spoorboek.dossiers.acts.sickness import withdraw_report
from spoorboek.dossiers.correctable import BY_KEY
from spoorboek.dossiers.models import Dossier, JournalEntry
from spoorboek.dossiers.projection import together
from spoorboek.dossiers.reasons import Reason
from spoorboek.dossiers.refusals import Refused
from spoorboek.loading import access, jobs
from spoorboek.loading.models import Change, Import, Touched
from spoorboek.people.actor import Actor
from spoorboek.site import clock

A_TURN = 25
WHY = Reason.TYPING


@transaction.atomic
def undo(actor: Actor, import_id: uuid.UUID) -> Import:
    """Take back everything this list did, last first; the worker does it."""
    load = access.import_of(actor, import_id, lock=True)
    if load.state in {Import.State.UNDOING, Import.State.UNDONE}:
        return load
    if load.state != Import.State.DONE:
        raise Refused(_("Alleen een lijst die is geladen kun je terugdraaien."))
    load.state = Import.State.UNDOING
    load.save()
    transaction.on_commit(lambda: jobs.soon(jobs.work_on, load))
    return load


def undo_some(actor: Actor, import_id: uuid.UUID) -> bool:
    """Take back the next people's changes, in one transaction. Whether there may be more."""
    load = access.import_of(actor, import_id, lock=True)
    if load.state != Import.State.UNDOING:
        return False
    waiting = load.changes.filter(undone__isnull=True).order_by("-pk")
    people = list(dict.fromkeys(waiting.values_list("employment_id", flat=True)[: 8 * A_TURN]))[:A_TURN]
    with together():
        for employment_id in people:
            undo_person(actor, load, employment_id)
    load.save(update_fields=["touched_at"])
    if not people:
        load.state, load.finished_at = Import.State.UNDONE, clock.now()
        left = load.changes.filter(undone=False).values("employment_id").distinct().count()
        load.counts = load.counts | {"left": left}
        load.save()
    return bool(people)


def undo_person(actor: Actor, load: Import, employment_id: uuid.UUID) -> None:
    """All changes of one person, or none of them when one cannot be taken back."""
    changes = list(load.changes.filter(employment_id=employment_id, undone__isnull=True).order_by("-pk"))
    dossiers = {change.dossier_id for change in changes if change.dossier_id}
    done = False
    if not any(changed_since(load, dossier_id) for dossier_id in dossiers):
        try:
            with journal.coming_from(list_undone=str(load.pk)), transaction.atomic():
                for change in without_what_goes_anyway(changes):
                    UNDO[Change.What(change.what)](actor, change)
            done = True
        except Refused:
            done = False
    Change.objects.filter(pk__in=[change.pk for change in changes]).update(undone=done)
    if not done:
        load.touched.filter(dossier_id__in=dossiers).update(left=True)


def changed_since(load: Import, dossier_id: uuid.UUID) -> bool:
    """Whether somebody did something in the dossier after the list; the night's own closing does not count.

    What the undoer may not read was done by somebody too: nothing private is swept away with a list.
    """
    touched = Touched.objects.filter(load=load, dossier_id=dossier_id).first()
    until, end = touched.sequence if touched else 0, journal.end_of(dossier_id)
    later = JournalEntry.objects.filter(dossier_id=dossier_id, sequence__gt=until)
    by_nobody = later.filter(account__isnull=True).count()
    return (end.sequence if end else 0) > until + by_nobody


def without_what_goes_anyway(changes: list[Change]) -> list[Change]:
    """Hours and recovery in a dossier that the list itself opened need no act of their own: it is withdrawn."""
    opened = {change.dossier_id for change in changes if change.what == Change.What.OPENED}
    inside = {Change.What.HOURS, Change.What.RECOVERY, Change.What.SPELL}
    return [change for change in changes if not (change.dossier_id in opened and change.what in inside)]


def dossier_of(change: Change) -> Dossier:
    found = Dossier.objects.filter(pk=change.dossier_id or uuid.UUID(int=0)).first()
    if found is None:
        raise Refused(_("Je doet niet meer mee in dit dossier."))
    return found


def reopened(actor: Actor, dossier: Dossier) -> Dossier:
    """A closed dossier is opened before anything in it is taken back."""
    if not dossier.is_open:
        reopen_dossier(actor, dossier.pk)
        dossier.refresh_from_db()
    return dossier


def undo_opened(actor: Actor, change: Change) -> None:
    """The report is withdrawn; the dossier that ended because of it goes on."""
    withdraw_report(actor, reopened(actor, dossier_of(change)).pk)
    if change.detail.get("ended"):
        own = Change.objects.filter(
            load=change.load, what=Change.What.OPENED, dossier_id=change.detail["ended"]
        )
        if not own.exists():
            reopen_dossier(actor, uuid.UUID(change.detail["ended"]))


def undo_spell(actor: Actor, change: Change) -> None:
    dossier = reopened(actor, dossier_of(change))
    row = dossier.spells.filter(starts=change.detail["starts"]).first()
    if row:
        remove_fact(actor, dossier.pk, BY_KEY["spell"], str(row.pk), WHY)


def undo_hours(actor: Actor, change: Change) -> None:
    dossier = reopened(actor, dossier_of(change))
    row = dossier.resumed_hours.filter(since=change.detail["since"]).first()
    if row:
        remove_fact(actor, dossier.pk, BY_KEY["hours"], str(row.pk), WHY)


def undo_recovery(actor: Actor, change: Change) -> None:
    dossier = reopened(actor, dossier_of(change))
    row = dossier.spells.filter(starts=change.detail["starts"], ends__isnull=False).first()
    if row:
        correct_fact(actor, dossier.pk, BY_KEY["spell"], str(row.pk), {"ends": None}, WHY)


def undo_employee(actor: Actor, change: Change) -> None:
    withdraw_employee(actor, change.employment_id)


def undo_completed(actor: Actor, change: Change) -> None:
    """Put back what stood there; contract hours that were added stay, since they may count by now."""
    before: dict[str, Any] = {
        name: old if name in {"number", "job_title"} else date.fromisoformat(old) if old else None
        for name, old in change.detail["before"].items()
        if name != "hours"
    }
    hours: Decimal | None = None
    complete_employee(actor, change.employment_id, before, hours)


UNDO = {
    Change.What.OPENED: undo_opened,
    Change.What.SPELL: undo_spell,
    Change.What.HOURS: undo_hours,
    Change.What.RECOVERY: undo_recovery,
    Change.What.EMPLOYEE: undo_employee,
    Change.What.COMPLETED: undo_completed,
}
