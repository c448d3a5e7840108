"""Making the first choice of everyone who takes part somewhere and can be mailed, and waking what was parked."""

import uuid
from collections import defaultdict
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from spoorboek.dossiers.access import PROFESSIONALS
from spoorboek.people.access import still
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Account, Involvement
from spoorboek.people.policy import Role
from spoorboek.reminders.access import REMINDER
from spoorboek.reminders.defaults import first_choice
from spoorboek.reminders.models import Kind, Reminder
from spoorboek.reminders.rhythm import next_moment
from spoorboek.site import clock

A_CHUNK = 500
FOR_ROLES: dict[Kind, tuple[Role, ...]] = {
    Kind.DIGEST: PROFESSIONALS,
    Kind.APPOINTMENT: (Role.CLIENT,),
}


def enrol(now: datetime | None = None) -> int:
    """Plan the mails of everyone who should have them and has none planned; how many. Twice does nothing more."""
    return sum(enrol_for(kind, now or clock.real_now()) for kind in FOR_ROLES)


def enrol_for(kind: Kind, now: datetime) -> int:
    made = 0
    while True:
        with acting_as(REMINDER):
            found = list(without(kind).values_list("pk", flat=True)[:A_CHUNK])
            plan(kind, found, now)
        made += len(found)
        if len(found) < A_CHUNK:
            return made


def mailable() -> QuerySet[Account]:
    """As `defaults.can_be_mailed`, for the whole table."""
    no_password = Q(password__startswith="!")  # noqa: S106 - how Django marks that there is none
    return Account.objects.filter(
        ~no_password | Q(last_login__isnull=False),
        no_password | Q(email_confirmed_at__isnull=False),
        is_active=True,
        email__isnull=False,
    )


def without(kind: Kind) -> QuerySet[Account]:
    """Who takes part in a role of this kind and has no mail planned, nor turned off."""
    seats = Involvement.objects.filter(still(), role__in=FOR_ROLES[kind], account_id=OuterRef("pk"))
    settled = Reminder.objects.filter(
        Q(next_at__isnull=False) | Q(off_since__isnull=False), kind=kind, account_id=OuterRef("pk")
    )
    return mailable().filter(Exists(seats), ~Exists(settled)).order_by("pk")


def plan(kind: Kind, accounts: list[uuid.UUID], now: datetime) -> None:
    """Wake the parked rows of these accounts, and give the others their first one."""
    parked = list(Reminder.objects.select_for_update().filter(kind=kind, account_id__in=accounts))
    roles = roles_by_account(kind, accounts)
    known = {row.account_id for row in parked}
    fresh = [first_choice(one, kind, frozenset(roles[one])) for one in accounts if one not in known]
    for row in (*parked, *fresh):
        row.next_at = next_moment(row.rhythm, row.weekday, row.at, now)
    Reminder.objects.bulk_update(parked, ["next_at"])
    Reminder.objects.bulk_create(fresh, ignore_conflicts=True)


def roles_by_account(kind: Kind, accounts: list[uuid.UUID]) -> dict[uuid.UUID, set[Role]]:
    """The roles of this kind that each account has in dossiers now."""
    found: dict[uuid.UUID, set[Role]] = defaultdict(set)
    seats = Involvement.objects.filter(still(), account_id__in=accounts, role__in=FOR_ROLES[kind])
    for account_id, role in seats.values_list("account_id", "role").distinct():
        found[account_id].add(Role(role))
    return found
