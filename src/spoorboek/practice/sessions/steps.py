"""A step of a method that asks for practising is done by practising: nobody types it a second time."""

from typing import Any

from django.utils import timezone

from spoorboek.dossiers.refusals import Refused
from spoorboek.methods import Kind
from spoorboek.people.actor import Actor
from spoorboek.practice.sessions.models import Session
from spoorboek.programme.courses.acts.following import record_activity
from spoorboek.programme.courses.models import Activity


def step_is_done(sender: Any, session: Session, actor: Actor, **_: Any) -> None:
    """The step about this very scene, or else the first open one that leaves the scene to the person.

    At home nobody planned it, and a method's steps are with a coach.
    """
    if session.at_home:
        return
    rows = Activity.objects.select_related("course").filter(
        dossier_id=session.dossier_id,
        kind=Kind.VR_SESSION,
        ref__in=[session.scene, ""],
        state__in=[Activity.State.PLANNED, Activity.State.NOT_NOW],
    )
    waiting = [row for row in rows if row.course is None or row.course.is_on]
    if not waiting:
        return
    row = min(waiting, key=lambda one: (one.ref != session.scene, one.number, one.day or session.on))
    on = timezone.localdate(session.started_at) if session.started_at else session.on
    try:
        record_activity(actor, session.dossier_id, row.pk, on=on, minutes=session.minutes)
    except Refused:
        return
