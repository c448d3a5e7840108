"""The only way to the medical layer: a transaction on its own connection, for who may be there.

Client and company doctor, and the system actors that the policy names. For everyone else it does not open: the
application refuses before the database would.
"""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from spoorboek.dossiers.medical.models import Access
from spoorboek.people import policy
from spoorboek.people.actor import Actor, current_actor, join, telling
from spoorboek.people.models import Account
from spoorboek.people.policy import Layer, Reach, Role

MEDICAL_ROLES = (Role.CLIENT, Role.COMPANY_DOCTOR)


class Closed(PermissionError):
    """The medical layer is off here, or not for this actor."""


@contextmanager
def medical_scope() -> Iterator[Actor]:
    """Open the medical connection for the current actor. Rows still pass the row policies.

    What is written stands or falls with the outermost `acting_as`: it commits just after the application's transaction.
    """
    actor = current_actor()
    may = actor.account_id is not None or actor.system in policy.systems(
        Layer.MEDICAL, Reach.READ, Reach.WRITE
    )
    if not settings.MEDICAL_LAYER or not may:
        raise Closed("The medical layer is not open here.")
    join("medical")
    with transaction.atomic(using="medical"), telling(actor, "medical"):
        yield actor


@contextmanager
def both_or_neither() -> Iterator[None]:
    """A savepoint on both connections: when an act is refused halfway, its medical part is undone too."""
    if not settings.MEDICAL_LAYER:
        with transaction.atomic():
            yield
        return
    join("medical")
    with transaction.atomic(using="medical"), transaction.atomic():
        yield


def recognised(accounts: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """Those of these accounts whose person a company doctor met."""
    found = Account.objects.filter(pk__in=list(accounts), recognised_at__isnull=False)
    return set(found.values_list("pk", flat=True))


def is_recognised(account_id: uuid.UUID) -> bool:
    """Whether a company doctor met the person behind this account."""
    return account_id in recognised([account_id])


def admit(dossier_id: uuid.UUID, seats: Sequence[tuple[uuid.UUID, Role]]) -> None:
    """The registrar lets company doctors, and clients whom a doctor recognised, into a dossier's medical layer."""
    admit_many([(dossier_id, account, role) for account, role in seats])


def admit_many(seats: Sequence[tuple[uuid.UUID, uuid.UUID, Role]]) -> None:
    """As `admit`, for many dossiers: (dossier, account, role)."""
    known = recognised(account for _dossier, account, role in seats if role is Role.CLIENT)
    let_in = {seat for seat in seats if seat[2] in MEDICAL_ROLES}
    let_in = {seat for seat in let_in if seat[2] is not Role.CLIENT or seat[1] in known}
    if let_in and settings.MEDICAL_LAYER:
        with medical_scope():
            Access.objects.bulk_create(
                [
                    Access(dossier_id=dossier, account_id=account, role=role)
                    for dossier, account, role in let_in
                ],
                update_conflicts=True,
                unique_fields=["account_id", "dossier_id", "role"],
                update_fields=["until"],
            )


def dismiss_doctors(dossier_id: uuid.UUID) -> None:
    """The registrar ends the company doctor's part in the medical layer of a dossier; the client's stays."""
    if settings.MEDICAL_LAYER:
        with medical_scope():
            Access.objects.filter(dossier_id=dossier_id, role=Role.COMPANY_DOCTOR, until__isnull=True).update(
                until=timezone.now()
            )
