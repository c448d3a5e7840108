"""A step of a method that asks for practising is done by practising: nobody types it a second time."""

import uuid
from datetime import date
from typing import Any

from django.utils import timezone

from spoorboek.dossiers.refusals import Refused
from spoorboek.methods import Kind
from spoorboek.people.actor import Actor
from spoorboek.practice.sessions.models import Session
from spoorboek.programme.courses.acts.following import record_activity
from spoorboek.programme.courses.models import Activity

FITS, WITHOUT_HEADSET = "safety-questions", "first-measure"
"""Keys of the method's steps that are questions of this room: does a headset suit, and how am I without one."""


def step_is_done(sender: Any, session: Session, actor: Actor, **_: Any) -> None:
    """The step about this very scene, or else the first open one that leaves the scene to the person: by its day, so
    that a refresher months ahead is not done by the second time of a step that comes round.

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
    row = min(waiting, key=lambda one: (one.ref != session.scene, one.day or date.max, one.number))
    on = timezone.localdate(session.started_at) if session.started_at else session.on
    try:
        record_activity(actor, session.dossier_id, row.pk, on=on, minutes=session.minutes)
    except Refused:
        return


def fit_is_known(sender: Any, dossier_id: uuid.UUID, actor: Actor, **_: Any) -> None:
    """*Past een bril bij mij?* was answered on its own page."""
    questions_are_answered(actor, dossier_id, FITS)


def first_measure_is_done(sender: Any, session: Session, actor: Actor, **_: Any) -> None:
    """*Hoe voel ik me zonder bril?* is what is asked before the first time, with a headset or on the screen."""
    if not session.at_home:
        questions_are_answered(actor, session.dossier_id, WITHOUT_HEADSET)


def questions_are_answered(actor: Actor, dossier_id: uuid.UUID, step: str) -> None:
    """The open step with these questions is done today."""
    rows = Activity.objects.select_related("course").filter(
        dossier_id=dossier_id,
        kind=Kind.QUESTIONNAIRE,
        step=step,
        state__in=[Activity.State.PLANNED, Activity.State.NOT_NOW],
    )
    for row in rows:
        if row.course is not None and not row.course.is_on:
            continue
        try:
            record_activity(actor, dossier_id, row.pk)
        except Refused:
            continue
