"""Reporting what went wrong, and naming who looks at it. The mail that goes out names nobody and nothing of health."""

import uuid

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from spoorboek.dossiers.acts.door import check_role
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.access import memberships, still
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.acts import mail_leaves
from spoorboek.people.envelopes import Envelope
from spoorboek.people.models import Involvement, Person
from spoorboek.people.policy import GUIDES, Role
from spoorboek.practice.sessions.access import looks_in, session_for
from spoorboek.practice.sessions.models import AdverseEvent, Notice, Responsible, Session
from spoorboek.site import clock

LONGEST = 2000
REGISTRAR = Actor(system=System.REGISTRAR)


def organisation_of(session: Session) -> uuid.UUID | None:
    """Where the report goes: for which organisation the coach of this session takes part, or took part.

    At home: the coach with whom the client last practised, or else, of the guides who take part now, a coach before a
    labour expert and who came first.
    """
    guide = session.coach_id or last_coach(session)
    seats = Involvement.objects.filter(dossier_id=session.dossier_id, role__in=GUIDES)
    if guide:
        found = seats.filter(account_id=guide).order_by(F("until").desc(nulls_first=True), "-since")
    else:
        found = seats.filter(still()).order_by("role", "since", "pk")
    return found.values_list("organisation_id", flat=True).first()


def last_coach(session: Session) -> uuid.UUID | None:
    """The coach who still takes part and with whom the client last agreed to practise."""
    agreed = Session.objects.filter(dossier_id=session.dossier_id, coach__isnull=False)
    agreed = agreed.exclude(state__in=(Session.State.PROPOSED, Session.State.NOT_NOW))
    now = Involvement.objects.filter(still(), dossier_id=session.dossier_id, role__in=GUIDES)
    rows = agreed.filter(coach_id__in=now.values("account_id")).order_by("-on", "-made_at")
    return rows.values_list("coach_id", flat=True).first()


def report_event(actor: Actor, session_id: uuid.UUID, kind: str, text: str = "") -> AdverseEvent:
    """Client or coach reports something, also long afterwards. Who is responsible gets a mail that says only: look."""
    session = session_for(actor, session_id)
    check_role(actor, session.dossier_id, (Role.CLIENT, *GUIDES))
    if kind not in AdverseEvent.Kind.values:
        raise Refused(_("Kies wat er misging."), "kind")
    text = text.strip()
    if len(text) > LONGEST:
        raise Refused(_("Dit is te lang. Houd het korter."), "text")
    organisation_id = organisation_of(session)
    made = AdverseEvent.objects.create(
        dossier_id=session.dossier_id,
        session=session,
        author_id=actor.person_id,
        organisation_id=organisation_id,
        kind=kind,
        scene=session.scene,
        way=session.way,
        sealed=Envelope(session.dossier_id).seal(text),
    )
    if organisation_id is not None:
        Notice.objects.create(
            event=made,
            organisation_id=organisation_id,
            kind=made.kind,
            scene=made.scene,
            way=made.way,
            on=timezone.localdate(made.at),
        )
    looks = who_looks(organisation_id)
    if looks is not None:
        transaction.on_commit(lambda: tell(looks))
    return made


def who_looks(organisation_id: uuid.UUID | None) -> Person | None:
    """Who is responsible now; asked as the registrar, since a client does not know who works at the coach's."""
    if organisation_id is None:
        return None
    with acting_as(REGISTRAR):
        row = Responsible.objects.filter(organisation_id=organisation_id, ended_at__isnull=True).first()
        if row is None or not looks_in(organisation_id, row.account_id):
            return None
        return Person.objects.select_related("account").get(pk=row.account_id)


def tell(person: Person) -> None:
    """A mail without a name, a scene or a word on health."""
    if not mail_leaves():
        return
    with override(person.language):
        EmailMessage(
            _("Spoorboek: er staat een melding voor je"),
            _("Er is een melding waar jij naar kijkt. Log in en open de meldingen.\n\n"
              "In deze mail staat met opzet niets over wie of wat."),
            to=[str(person.account.email)],
        ).send()  # fmt: skip


def check_admin(actor: Actor, organisation_id: uuid.UUID) -> None:
    """Whether the actor is an administrator there."""
    if not memberships(actor).filter(organisation_id=organisation_id, role=Role.ADMIN).exists():
        raise NotYours(_("Alleen de beheerder van deze organisatie kan dit doen."))


def name_responsible(actor: Actor, organisation_id: uuid.UUID, account_id: uuid.UUID) -> Responsible:
    """The administrator names who looks: somebody who guides people there, and never of the employer's side."""
    check_admin(actor, organisation_id)
    if not looks_in(organisation_id, account_id):
        raise Refused(_("Kies een coach, arbeidsdeskundige of bedrijfsarts."), "account")
    standing = Responsible.objects.filter(organisation_id=organisation_id, ended_at__isnull=True)
    standing.update(ended_at=clock.now())
    return Responsible.objects.create(
        organisation_id=organisation_id, account_id=account_id, since=clock.today()
    )


def mark_seen(actor: Actor, event_id: uuid.UUID) -> None:
    """Who is responsible looked at it."""
    row = Notice.objects.filter(pk=event_id).first()
    looks = (
        row is not None
        and looks_in(row.organisation_id, actor.person_id)
        and Responsible.objects.filter(
            organisation_id=row.organisation_id, account_id=actor.person_id, ended_at__isnull=True
        ).exists()
    )
    if row is None or not looks:
        raise NotYours(_("Deze melding is niet gevonden."))
    if row.seen_at is None:
        row.seen_at, row.seen_by_id = clock.now(), actor.person_id
        row.save()
