"""Decisions and requests that make the two years longer or shorter: sanction, shortening, extension, shortened wait."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import entered
from spoorboek.dossiers.models import Decision, Dossier
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Role
from spoorboek.site import clock

FIELDS = ("received_on", "decided_on", "weeks", "granted")


@dataclass(frozen=True)
class Content:
    """What was decided or asked. Weeks of extension, sanction or waiting; None where not (yet) given.

    `granted`: whether UWV granted a shortening; a decision of which it is not known counts as granted.
    """

    received_on: date | None = None
    decided_on: date | None = None
    weeks: int | None = None
    granted: bool | None = None


def record_decision(
    actor: Actor, dossier_id: uuid.UUID, kind: str, content: Content, version: int | None = None
) -> None:
    """Note one decision or request; a second of the same kind is a correction of the first."""
    with entered(
        actor,
        dossier_id,
        "record_decision",
        roles=(Role.CASE_MANAGER,),
        version=version,
        current=lambda dossier: decision_now(dossier, kind),
    ) as work:
        if work.dossier.decisions.filter(kind=kind).exists():
            raise Refused(_("Dit staat al in het dossier. Wijzig het bij de feiten als het niet klopt."))
        check_decision(work.dossier, kind, content)
        Decision.objects.create(dossier=work.dossier, kind=kind, **vars(content))
        work.said(kind=kind)
        for name in FIELDS:
            if getattr(content, name) is not None:
                work.changed(name, None, getattr(content, name))


def decision_now(dossier: Dossier, kind: str) -> dict[str, Any]:
    found = dossier.decisions.filter(kind=kind).first()
    return {name: getattr(found, name, None) for name in FIELDS}


def check_decision(dossier: Dossier, kind: str, content: Content) -> None:
    """Refuse days that cannot be and weeks that the law does not know."""
    for name in ("received_on", "decided_on"):
        check_day(dossier, getattr(content, name), name)
    CHECKS[Decision.Kind(kind)](dossier, content)


def check_day(dossier: Dossier, day: date | None, field: str) -> None:
    if day and day > clock.today():
        raise Refused(_("Deze dag moet nog komen. Leg het vast zodra het zover is."), field)
    if day and day < dossier.first_sick_day:
        raise Refused(_("Deze dag ligt voor de eerste ziektedag. Kijk het jaartal na."), field)


def check_weeks(weeks: int | None, least: int, most: int) -> None:
    if weeks is None or not least <= weeks <= most:
        raise Refused(
            _("Vul een aantal weken in van %(least)s tot en met %(most)s.") % {"least": least, "most": most},
            "weeks",
        )


def check_sanction(dossier: Dossier, content: Content) -> None:
    """At most 52 weeks (WIA 25.9)."""
    if content.decided_on is None:
        raise Refused(_("Vul de datum in die boven de beslissing van UWV staat."), "decided_on")
    check_weeks(content.weeks, 1, 52)


def check_shortening(dossier: Dossier, content: Content) -> None:
    """Only within a sanction; UWV counts from the day of receipt (WIA 25.12 to 14)."""
    if not dossier.decisions.filter(kind=Decision.Kind.SANCTION).exists():
        raise Refused(_("Er staat geen loonsanctie in dit dossier. Leg die eerst vast."))
    if content.received_on is None:
        raise Refused(_("Vul de dag in waarop UWV het verzoek kreeg."), "received_on")
    if content.decided_on and content.decided_on < content.received_on:
        raise Refused(_("De beslissing ligt voor de ontvangst. Kijk beide data na."), "decided_on")
    if content.granted is not None and content.decided_on is None:
        raise Refused(_("Vul ook de dag in waarop UWV besliste."), "decided_on")


def check_extension(dossier: Dossier, content: Content) -> None:
    """A joint request of employer and employee (WIA 24)."""
    check_weeks(content.weeks, 1, 104)


def check_shortened_wait(dossier: Dossier, content: Content) -> None:
    """A waiting period of 13 to 78 weeks, once UWV has granted it (WIA 23.6)."""
    if content.received_on is None:
        raise Refused(_("Vul de dag van de aanvraag in."), "received_on")
    if content.weeks is not None:
        check_weeks(content.weeks, 13, 78)


CHECKS: dict[Decision.Kind, Callable[[Dossier, Content], None]] = {
    Decision.Kind.SANCTION: check_sanction,
    Decision.Kind.SHORTENING: check_shortening,
    Decision.Kind.EXTENSION: check_extension,
    Decision.Kind.SHORTENED_WAIT: check_shortened_wait,
}
