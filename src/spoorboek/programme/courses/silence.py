"""Who hears from us: not who is at a certain step, but of whom nothing was heard."""

from datetime import date, timedelta

from django.db.models import Exists, Max, OuterRef, Q, Subquery
from django.utils import timezone

from spoorboek.dossiers.access import PROFESSIONALS, dossiers_of
from spoorboek.dossiers.models import FoldedCard
from spoorboek.people.access import roles_in_dossiers, still
from spoorboek.people.actor import Actor
from spoorboek.people.models import Involvement
from spoorboek.people.policy import Role
from spoorboek.programme.courses.models import Activity, Course
from spoorboek.reminders import more

KIND_WORDS_AFTER = (14, 42, 84)
"""After so many silent days a client gets a kind word, and then no more. Our own choice, dated 2026-11."""
STILL_SAID = timedelta(days=7)
"""So long after its day a kind word is still sent, when the worker stood still or nobody could be mailed."""
STILL_ASKED = timedelta(days=14)
"""So long after its day a step still counts in a professional's mail; nothing here is ever late."""


def connect() -> None:
    more.register("courses", counting=waiting, silence=kind_word_due)


def waiting(actor: Actor, today: date) -> int:
    """In how many running dossiers a step of one's own is due: a query for each role one has."""
    roles = [role for role in PROFESSIONALS if role in roles_in_dossiers(actor)]
    return len({dossier_id for role in roles for dossier_id in due(actor, role, today)})


def due(actor: Actor, role: Role, today: date) -> set[object]:
    seats = Involvement.objects.filter(
        still(), account_id=actor.person_id, role=role, dossier_id=OuterRef("dossier_id")
    )
    rows = Activity.objects.filter(
        Exists(seats),
        state=Activity.State.PLANNED,
        course__state=Course.State.RUNNING,
        dossier__closed_on__isnull=True,
        day__range=(today - STILL_ASKED, today),
        who__startswith=role.value,
    )
    return set(rows.values_list("dossier_id", flat=True))


def kind_word_due(actor: Actor, today: date) -> date | None:
    """The last day on which silence in a course of one's own called for a kind word, if that is not long ago.

    A course that rests is left in peace. *Nu even niet*, to a step or on a card of *Vandaag*, is a sign of life too:
    who just said it is not greeted the day after.
    """
    mine = dossiers_of(actor, (Role.CLIENT,)).filter(closed_on__isnull=True)
    rows = Course.objects.filter(dossier__in=mine.values("pk"), state=Course.State.RUNNING)
    own = Q(activities__done_by_id=actor.person_id)
    put_off = Q(activities__state=Activity.State.NOT_NOW)
    folded = FoldedCard.objects.filter(dossier=OuterRef("dossier")).order_by("-folded_on")
    signs = rows.annotate(
        done=Max("activities__done_on", filter=own),
        said=Max("activities__changed_at", filter=put_off),
        folded=Subquery(folded.values("folded_on")[:1]),
    ).values_list("starts", "done", "said", "folded")
    heard = [
        max(starts, done or starts, timezone.localdate(said) if said else starts, on_a_card or starts)
        for starts, done, said, on_a_card in signs
    ]
    days = [last + timedelta(days=days) for last in heard for days in KIND_WORDS_AFTER]
    return max((day for day in days if today - STILL_SAID <= day <= today), default=None)
