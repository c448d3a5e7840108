"""Reading sessions: each reader gets what row security lets through. The only way to get hold of one."""

import json
import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.seats import seats_in
from spoorboek.dossiers.refusals import NotYours
from spoorboek.people.access import still
from spoorboek.people.actor import Actor, current_actor
from spoorboek.people.envelopes import Envelope
from spoorboek.people.models import Involvement, Membership
from spoorboek.people.policy import EMPLOYERS_SIDE, GUIDES, MAY_LOOK_AT_REPORTS
from spoorboek.practice.sessions.models import (
    Keep,
    Measure,
    Moment,
    Notice,
    Responsible,
    Session,
    Words,
)
from spoorboek.site import clock

LEFT_OPEN = timedelta(days=1)
"""So long a session that nobody rounded off stays open for the coach; row security says the same."""


@dataclass(frozen=True)
class Content:
    """What client and coach chose in words: the goal, words of the own workplace by the scene's variable, and the key
    of the kind of the other person; empty where the scene has one."""

    goal: str = ""
    own: dict[str, str] = field(default_factory=dict)
    kind: str = ""

    @property
    def as_text(self) -> str:
        """Everything typed, for the check on health words."""
        return "\n".join(filter(None, [self.goal, *self.own.values()]))


def written(content: Content) -> str:
    """As it is sealed."""
    return json.dumps({"goal": content.goal, "own": content.own, "kind": content.kind}, ensure_ascii=False)


def session_for(actor: Actor, session_id: uuid.UUID, rows: QuerySet[Session] | None = None) -> Session:
    """A session of the actor: their own, or one that they coach. Anyone else's does not exist (`NotYours`).

    `rows`: how to read it, where an act locks it; otherwise with its people.
    """
    if current_actor() != actor or actor.account_id is None:
        raise NotYours(_("Log opnieuw in en probeer het nog eens."))
    if rows is None:
        rows = Session.objects.select_related("dossier", "client__person", "coach__person")
    row = rows.filter(pk=session_id).first()
    if row is None:
        raise NotYours(_("Deze oefening is niet gevonden."))
    return row


def runs(session: Session) -> bool:
    """Whether a coach still looks along: not over, and not left open by a client who never rounded it off."""
    last = session.ended_at or session.started_at
    return not session.is_over and (last is None or last > clock.now() - LEFT_OPEN)


def sessions_of(dossier_id: uuid.UUID) -> QuerySet[Session]:
    """Sessions of a dossier within the actor's reach, newest first."""
    return Session.objects.filter(dossier_id=dossier_id).select_related("coach__person")


def content_of(session: Session, envelope: Envelope | None = None) -> Content:
    """What was chosen, opened."""
    said = json.loads((envelope or Envelope(session.dossier_id)).open(session.sealed))
    return Content(said["goal"], dict(said["own"]), said.get("kind", ""))


def is_client(actor: Actor, session: Session) -> bool:
    """Whether the actor is who practises, and not their coach."""
    return session.client_id == actor.account_id


def scene_of(session: Session, language: str) -> dict[str, Any]:
    """The scene as it is played, with its own seed; JSON of `frontend/vr/scene.ts`. Empty once it was wiped."""
    if not session.frozen:
        return {}
    frozen = json.loads(Envelope(session.dossier_id).open(session.frozen))
    found: dict[str, Any] = frozen["en" if language.startswith("en") else "nl"]
    return found | {"seed": session.seed}


@dataclass(frozen=True)
class Point:
    """Tension at one moment: minutes of scene time, and 0 to 10."""

    minute: float
    value: int


@dataclass(frozen=True)
class Curve:
    """Tension of one session: before, while playing, after and the day after; each None where it was not said."""

    before: int | None
    during: tuple[Point, ...]
    after: int | None
    next_day: int | None

    @property
    def highest(self) -> int | None:
        return max((one.value for one in self.during), default=None)

    def __bool__(self) -> bool:
        """Whether anything was said at all."""
        said = (self.before, self.after, self.next_day)
        return bool(self.during) or any(one is not None for one in said)


def curve_of(session: Session, envelope: Envelope | None = None) -> Curve:
    """The tension of a session, as far as the reader may know it."""
    envelope = envelope or Envelope(session.dossier_id)
    said = {
        row.when: json.loads(envelope.open(row.sealed))
        for row in session.measures.all()
        if row.what == Measure.What.TENSION
    }
    during = [
        Point(round(row.t / 60_000, 1), int(json.loads(envelope.open(row.sealed))["value"]))
        for row in session.moments.all()
        if row.type == "rating" and row.side == Moment.Side.CLIENT
    ]
    when = Measure.When
    return Curve(said.get(when.BEFORE), tuple(during), said.get(when.AFTER), said.get(when.NEXT_DAY))


def words_of(session: Session, envelope: Envelope | None = None) -> dict[str, str]:
    """The client's own words by kind, as far as the reader may read them."""
    rows = list(session.words.all())
    if not rows:
        return {}
    envelope = envelope or Envelope(session.dossier_id)
    return {row.kind: envelope.open(row.sealed) for row in rows}


def live_keeps(session: Session) -> list[Keep]:
    """What coaches keep of a session now."""
    return list(session.keeps.filter(withdrawn_at__isnull=True).select_related("account__person"))


def coaches_of(dossier_id: uuid.UUID) -> list[Involvement]:
    """The coaches and labour experts who take part now."""
    return list(seats_in(dossier_id, *GUIDES).order_by("since", "pk"))


def notes_for(actor: Actor, dossier_id: uuid.UUID) -> list[tuple[Keep, str]]:
    """Notes that the client sent this coach after practising at home, latest first."""
    rows = list(
        Keep.objects.filter(
            dossier_id=dossier_id,
            account_id=actor.person_id,
            kind=Keep.Kind.NOTE,
            withdrawn_at__isnull=True,
        ).order_by("-since", "-pk")[:20]
    )
    texts = {
        row.session_id: row
        for row in Words.objects.filter(
            dossier_id=dossier_id, kind=Words.Kind.NOTE, session_id__in=[row.session_id for row in rows]
        )
    }
    envelope = Envelope(dossier_id) if texts else None
    return [
        (row, envelope.open(texts[row.session_id].sealed))
        for row in rows
        if envelope and row.session_id in texts
    ]


def notices_for(actor: Actor) -> list[Notice]:
    """What the actor reads of the reports that they look at: those not seen yet first, then newest first."""
    mine = Responsible.objects.filter(account_id=actor.person_id, ended_at__isnull=True)
    organisations = [
        one for one in mine.values_list("organisation_id", flat=True) if looks_in(one, actor.person_id)
    ]
    rows = Notice.objects.filter(organisation_id__in=organisations)
    return list(rows.order_by(F("seen_at").desc(nulls_first=True), "-on")[:100])


def responsible_of(organisation_id: uuid.UUID) -> Responsible | None:
    """Who looks at reports in an organisation now."""
    rows = Responsible.objects.filter(organisation_id=organisation_id, ended_at__isnull=True)
    return rows.select_related("account__person").first()


def looks_in(organisation_id: uuid.UUID, account_id: uuid.UUID) -> bool:
    """Whether somebody may look at reports there now: not gone, and not gone over to the employer's side."""
    rows = Membership.objects.filter(still(), organisation_id=organisation_id, account_id=account_id)
    roles = set(rows.values_list("role", flat=True))
    return bool(roles & set(MAY_LOOK_AT_REPORTS)) and not roles & set(EMPLOYERS_SIDE)


def may_look(organisation_id: uuid.UUID) -> list[Membership]:
    """Who could be named: they guide people there, and are not of the employer's side."""
    rows = Membership.objects.filter(still(), organisation_id=organisation_id).select_related(
        "account__person"
    )
    others = {row.account_id for row in rows if row.role in EMPLOYERS_SIDE}
    found = {
        row.account_id: row
        for row in rows
        if row.role in MAY_LOOK_AT_REPORTS and row.account_id not in others
    }
    return sorted(found.values(), key=lambda row: row.account.person.last_name)
