"""Which mails someone gets until they choose, by role; and who can be mailed at all.

Dated 2026-11: our own choice, not a rule of law. Change `DIGESTS` and nobody who has chosen notices.
"""

import uuid
from dataclasses import dataclass
from datetime import time

from spoorboek.dossiers.access import PROFESSIONALS
from spoorboek.people.access import roles_of
from spoorboek.people.actor import Actor
from spoorboek.people.addresses import reads_mail
from spoorboek.people.models import Account
from spoorboek.people.policy import Role
from spoorboek.reminders.models import Kind, Reminder, Rhythm

MONDAY = 0
HALF_PAST_SEVEN, TEN = time(7, 30), time(10, 0)


@dataclass(frozen=True)
class Default:
    """How a mail goes until its reader chooses otherwise."""

    rhythm: Rhythm
    at: time
    weekday: int = MONDAY


WEEKLY = Default(Rhythm.WEEKLY, HALF_PAST_SEVEN)
DIGESTS: dict[Role, Default] = {
    Role.CASE_MANAGER: Default(Rhythm.WORKING_DAYS, HALF_PAST_SEVEN),
    Role.COMPANY_DOCTOR: WEEKLY,
    Role.LABOUR_EXPERT: WEEKLY,
    Role.COACH: WEEKLY,
    Role.SUPERVISOR: WEEKLY,
}
"""In order: somebody with two roles gets the first."""
APPOINTMENT = Default(Rhythm.DAY_BEFORE, TEN)


def default_for(kind: str, roles: frozenset[Role]) -> Default:
    """The first choice for someone with these roles."""
    if kind == Kind.APPOINTMENT:
        return APPOINTMENT
    return next((default for role, default in DIGESTS.items() if role in roles), WEEKLY)


def first_choice(account_id: uuid.UUID, kind: Kind, roles: frozenset[Role]) -> Reminder:
    """A reminder as someone with these roles starts with it; not saved, and not planned yet."""
    default = default_for(kind, roles)
    return Reminder(
        account_id=account_id, kind=kind, rhythm=default.rhythm, weekday=default.weekday, at=default.at
    )


def kinds_for(roles: frozenset[Role]) -> tuple[Kind, ...]:
    """Which mails make sense for someone with these roles. A helper is not mailed: it is another's appointment."""
    found = []
    if roles & frozenset(PROFESSIONALS):
        found.append(Kind.DIGEST)
    if Role.CLIENT in roles:
        found.append(Kind.APPOINTMENT)
    return tuple(found)


def kinds_of(actor: Actor) -> tuple[Kind, ...]:
    """Which mails make sense for the actor now."""
    return kinds_for(roles_of(actor))


def can_be_mailed(account: Account) -> bool:
    """Someone who came in, at an address that they showed to read. Nobody else learns here that there is an account."""
    return bool(account.is_active and account.email and account.is_used and reads_mail(account))
