"""What the acts on a course share: finding what they work on, and keeping what is private apart in the journal."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import Work, entered
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.methods.reading import Words
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Layer, Role
from spoorboek.programme.courses.editions import method_of
from spoorboek.programme.courses.kinds import title_of
from spoorboek.programme.courses.models import Activity, Course

TASK_FORCE = (Role.CASE_MANAGER, Role.SUPERVISOR, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH)
"""Who works on a course beside the client. Not `policy.GUIDES`, who may read what a client shares."""
EVERYONE = (Role.CLIENT, *TASK_FORCE)


@contextmanager
def at_work(
    actor: Actor,
    dossier_id: uuid.UUID,
    act: str,
    *,
    roles: tuple[Role, ...] = EVERYONE,
    private: bool = False,
) -> Iterator[Work]:
    """The dossier's door for an act on a course: no fact behind a date changes. `private`: journalled apart."""
    with entered(actor, dossier_id, act, roles=roles, moves_dates=False) as work:
        if private:
            keep_apart(work)
        yield work


def keep_apart(work: Work) -> None:
    """The employer's side does not learn of this act from the journal."""
    work.layer = Layer.GUIDANCE


def course_in(work: Work, course_id: uuid.UUID) -> Course:
    """A course of the dossier, within reach, or as if it did not exist. A private one is journalled apart."""
    rows = Course.objects.select_related("edition")
    found = rows.filter(pk=course_id, dossier_id=work.dossier.pk).first()
    if found is None:
        raise NotYours(_("Dit programma is niet gevonden."))
    if found.private:
        keep_apart(work)
    return found


def activity_in(work: Work, activity_id: uuid.UUID) -> Activity:
    """A step of the dossier with its course and edition, within reach. A private one is journalled apart."""
    rows = Activity.objects.select_related("course__edition").exclude(state=Activity.State.DROPPED)
    found = rows.filter(pk=activity_id, dossier_id=work.dossier.pk).first()
    if found is None:
        raise NotYours(_("Deze stap is niet gevonden."))
    if found.private:
        keep_apart(work)
    return found


def check_runs(course: Course | None) -> None:
    """A step of a course that is over stays as it was."""
    if course is not None and not course.is_on:
        raise Refused(_("Dit programma loopt niet meer. Er verandert niets aan de stappen."))


def named(words: Words) -> dict[str, str]:
    """A title as the journal keeps it, in both languages."""
    return {"nl": words.nl, "en": words.en}


def title(activity: Activity) -> dict[str, str]:
    methods = {activity.course.pk: method_of(activity.course)} if activity.course else {}
    return named(title_of(activity, methods))


def titles(courses: list[Course]) -> dict[str, str]:
    """The names of methods in one line."""
    words = [method_of(course).title for course in courses]
    return {"nl": ", ".join(one.nl for one in words), "en": ", ".join(one.en for one in words)}
