"""How a dossier ends: the employment ends, someone dies, or four weeks pass after recovery."""

import logging
import uuid
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from spoorboek.dossiers import journal, pending
from spoorboek.dossiers.acts.closing import close, end_professionals_part, shut
from spoorboek.dossiers.acts.door import Work, entered
from spoorboek.dossiers.acts.opening import REGISTRAR, running_dossier
from spoorboek.dossiers.cases import verdict
from spoorboek.dossiers.models import Dossier, Obligation, Spell
from spoorboek.dossiers.projection import recompute
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.policy import Role
from spoorboek.site import clock

logger = logging.getLogger(__name__)
TIMETABLE = Actor(system=System.TIMETABLE)
AFTER_RECOVERY = timedelta(days=28)
"""Before four weeks fit no dossier can be finished (rule C10); whether it then is, the law library says."""
LAST_STEP = "report-end-of-employment"


def end_employment(actor: Actor, dossier_id: uuid.UUID, last_day: date, version: int | None = None) -> None:
    """The employment ends on this last day. The dossier closes after it, once UWV has been told: `close_ended`."""
    with entered(
        actor,
        dossier_id,
        "end_employment",
        roles=(Role.CASE_MANAGER,),
        version=version,
        current=employment_now,
    ) as work:
        employment = work.dossier.employment
        if last_day < work.dossier.first_sick_day:
            raise Refused(_("Deze dag ligt voor de eerste ziektedag. Kies een latere dag."), "last_day")
        if last_day > clock.today() + timedelta(days=2 * 365):
            raise Refused(_("Dit ligt meer dan twee jaar vooruit. Kijk het jaartal na."), "last_day")
        old, employment.ends = employment.ends, last_day
        with acting_as(REGISTRAR):
            employment.save(update_fields=["ends"])
        work.said(last_day=last_day)
        work.changed("employment_ends", old, last_day)


def employment_now(dossier: Dossier) -> dict[str, Any]:
    return {"last_day": dossier.employment.ends}


def report_death(actor: Actor, dossier_id: uuid.UUID, died_on: date, version: int | None = None) -> None:
    """The employee has died. Everything stops: the dossier closes, what was planned is off, nobody is reminded."""
    with entered(
        actor, dossier_id, "report_death", roles=(Role.CASE_MANAGER, Role.SUPERVISOR), version=version
    ) as work:
        if died_on > clock.today():
            raise Refused(_("Deze dag moet nog komen. Kijk de datum na."), "died_on")
        if died_on < work.dossier.first_sick_day:
            raise Refused(_("Deze dag ligt voor de eerste ziektedag. Kijk de datum na."), "died_on")
        close(work, Dossier.Closing.DIED)
        work.said(died_on=died_on)
        employment = work.dossier.employment
        employment.ends = died_on
        with acting_as(REGISTRAR):
            employment.save(update_fields=["ends"])


def reopen_dossier(actor: Actor, dossier_id: uuid.UUID, version: int | None = None) -> None:
    """The closing was a mistake: the dossier goes on from its facts. The cancelled appointments stay cancelled."""
    with entered(
        actor, dossier_id, "reopen_dossier", roles=(Role.CASE_MANAGER,), version=version, closed_too=True
    ) as work:
        if work.dossier.is_open:
            raise Refused(_("Dit dossier is al open."))
        if running_dossier(work.dossier.employment):
            raise Refused(_("Er loopt al een ander dossier van deze medewerker. Werk daarin verder."))
        work.changed("closed_on", work.dossier.closed_on, None)
        if work.dossier.closing == Dossier.Closing.DIED:
            forget_end(work)
        work.dossier.closed_on, work.dossier.closing = None, ""


def forget_end(work: Work) -> None:
    """A death reported by mistake had also ended the employment."""
    employment = work.dossier.employment
    work.changed("employment_ends", employment.ends, None)
    employment.ends = None
    with acting_as(REGISTRAR):
        employment.save(update_fields=["ends"])


def close_recovered(today: date, world: uuid.UUID | None = None) -> int:
    """For the nightly job: close every dossier whose employee has been fit so long that sickness would be a new case.

    Of one practice world, or of the real one. Returns how many were closed. Each has its own transaction; running
    it twice does no harm.
    """
    with acting_as(TIMETABLE):
        sick_or_just_fit = Spell.objects.filter(
            Q(ends__isnull=True) | Q(ends__gt=today - AFTER_RECOVERY), dossier=OuterRef("pk")
        )
        fit = in_world(world).filter(~Exists(sick_or_just_fit), closed_on__isnull=True)
        candidates = list(fit.values_list("pk", flat=True))
    return closed(candidates, Dossier.Closing.RECOVERED, today)


def in_world(world: uuid.UUID | None) -> QuerySet[Dossier]:
    """Dossiers of a practice world, which has a day of its own; None: the real ones."""
    if world is None:
        return Dossier.objects.filter(employment__organisation__world__isnull=True)
    return Dossier.objects.filter(employment__organisation__world=world)


def fit_long_enough(dossier: Dossier, today: date) -> bool:
    last = list(dossier.spells.all())[-1:]
    ended = last[0].ends if last else None
    if ended is None or today - ended < AFTER_RECOVERY:
        return False
    said = verdict(dossier, today)
    return said.new_case and not said.doubts


def close_ended(today: date, world: uuid.UUID | None = None) -> int:
    """For the nightly job: close dossiers whose employment is over and whose last step at UWV is done.

    The person keeps the own dossier; the professionals' part ends.
    """
    with acting_as(TIMETABLE):
        waiting = Obligation.objects.filter(
            dossier=OuterRef("pk"), key=LAST_STEP, applies=True, done__isnull=True
        )
        ended = in_world(world).filter(closed_on__isnull=True, employment__ends__lt=today)
        candidates = list(ended.exclude(Exists(waiting)).values_list("pk", flat=True))
    return closed(candidates, Dossier.Closing.EMPLOYMENT_ENDED, today)


def closed(candidates: Iterable[uuid.UUID], closing: str, today: date) -> int:
    return sum(close_or_report(dossier_id, closing, today) for dossier_id in candidates)


def close_or_report(dossier_id: uuid.UUID, closing: str, today: date) -> bool:
    """One dossier whose facts contradict each other does not keep the others open."""
    try:
        return close_one(dossier_id, closing, today)
    except Refused:
        # The refusal names the days that contradict each other, and those are somebody's.
        logger.warning("dossier could not be closed", extra={"dossier": str(dossier_id)})
        return False


def close_one(dossier_id: uuid.UUID, closing: str, today: date) -> bool:
    """Close one dossier as the timetable's actor, unless someone just did or changed it."""
    with transaction.atomic(), acting_as(TIMETABLE):
        dossier = Dossier.objects.select_for_update(of=("self",)).get(pk=dossier_id)
        recovered = closing != Dossier.Closing.RECOVERED or fit_long_enough(dossier, today)
        if not dossier.is_open or not recovered:
            return False
        recompute(dossier)
        said = shut(dossier, closing, today)
        dossier.save()
        pending.tell_projected([dossier.pk])
        journal.record(dossier, "close_dossier", said, role=None)
        if closing == Dossier.Closing.EMPLOYMENT_ENDED:
            end_professionals_part(dossier)
    return True
