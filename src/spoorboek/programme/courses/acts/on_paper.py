"""A client without a way in says yes on paper, or takes it back: written down by who saw the paper."""

import uuid
from datetime import date

from django.utils.translation import gettext as _

from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.refusals import Refused
from spoorboek.people import consent
from spoorboek.people.actor import Actor
from spoorboek.programme.courses.acts.common import at_work, course_in, titles
from spoorboek.programme.courses.acts.ending import end
from spoorboek.programme.courses.acts.starting import STARTS, asked, begin, text_key
from spoorboek.programme.courses.editions import method_of
from spoorboek.programme.courses.models import Course
from spoorboek.site import clock


def agree_on_paper(actor: Actor, dossier_id: uuid.UUID, course_id: uuid.UUID, signed_on: date) -> Course:
    """The client signed the paper with these words; the course begins. The paper itself is kept outside."""
    with at_work(actor, dossier_id, "agree_on_paper", roles=STARTS) as work:
        course = asked(work, course_id)
        check_day(work.dossier, signed_on)
        method = method_of(course)
        try:
            consent.record_on_paper(
                actor,
                dossier_id,
                work.dossier.employment.person_id,
                text_key(method),
                method.version,
                signed_on,
                asked_by=course.started_by_id,
            )
        except consent.NoConsent as refusal:
            raise Refused(refusal.message) from refusal
        begin(course, method, actor, work.role, signed_on)
        work.said(what=titles([course]), course=course.pk, signed_on=signed_on)
    return course


def withdraw_on_paper(actor: Actor, dossier_id: uuid.UUID, course_id: uuid.UUID) -> Course:
    """The client took the yes back on paper: the course stops. No reason is asked, and nothing follows from it.

    Whoever has the seat now of the colleague who wrote the paper down writes this down.
    """
    with at_work(actor, dossier_id, "withdraw_on_paper", roles=STARTS) as work:
        course = course_in(work, course_id)
        if not course.is_on:
            raise Refused(_("Dit programma loopt niet meer. Er is niets veranderd."))
        client, key = work.dossier.employment.person_id, text_key(method_of(course))
        try:
            was_signed = consent.end_on_paper(dossier_id, client, key)
        except consent.NoConsent as refusal:
            raise Refused(refusal.message) from refusal
        if not was_signed:
            raise Refused(
                _("Hier is geen papier van vastgelegd, of iemand in een andere rol legde het vast.")
            )
        end(course, Course.State.STOPPED, "")
        work.said(what=titles([course]), course=course.pk)
    return course


def check_day(dossier: Dossier, signed_on: date) -> None:
    if not dossier.first_sick_day <= signed_on <= clock.today():
        raise Refused(_("Kies de dag die bij de handtekening staat, tot en met vandaag."), "signed_on")
