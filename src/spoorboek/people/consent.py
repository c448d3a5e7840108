"""Giving consent and taking it back. Only the client does either; who asks can never give.

A client without a way in signs on paper. Who saw that paper records it, with its day; nobody does so for a client who
has a way in of their own.

Acts of the rooms above call these inside their own door, which journals.
"""

import uuid
from datetime import date

from django.utils.translation import gettext as _

from spoorboek.people.access import role_in
from spoorboek.people.actor import Actor
from spoorboek.people.models import Account, Consent
from spoorboek.people.policy import Role
from spoorboek.site import clock


class NoConsent(Exception):
    """Consent cannot be given or taken back so. `message` is shown to the person."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def give_consent(
    actor: Actor, dossier_id: uuid.UUID, text_key: str, text_version: str, asked_by: uuid.UUID | None = None
) -> Consent:
    """The client says yes to these words. The same words twice are one yes; newer words end the older yes."""
    check_client(actor, dossier_id)
    if asked_by is not None and asked_by == actor.account_id:
        raise NoConsent(_("Wie om toestemming vraagt, kan die niet zelf geven."))
    held = held_consent(dossier_id, text_key)
    if held and held.text_version == text_version:
        return held
    if held:
        end(held)
    assert actor.account_id is not None
    return Consent.objects.create(
        dossier_id=dossier_id,
        account_id=actor.account_id,
        asked_by_id=asked_by,
        text_key=text_key,
        text_version=text_version,
    )


def withdraw_consent(actor: Actor, dossier_id: uuid.UUID, text_key: str) -> None:
    """The client takes a yes back. No reason is asked. Twice does no harm."""
    check_client(actor, dossier_id)
    held = held_consent(dossier_id, text_key)
    if held:
        end(held)


def record_on_paper(
    actor: Actor,
    dossier_id: uuid.UUID,
    client_id: uuid.UUID,
    text_key: str,
    text_version: str,
    signed_on: date,
    asked_by: uuid.UUID | None = None,
) -> Consent:
    """The client signed these words on paper, and the actor saw it. The rooms above check the actor's role."""
    check_has_no_way_in(client_id)
    return Consent.objects.create(
        dossier_id=dossier_id,
        account_id=client_id,
        asked_by_id=asked_by,
        text_key=text_key,
        text_version=text_version,
        signed_on=signed_on,
        recorded_by_id=actor.person_id,
    )


def end_on_paper(dossier_id: uuid.UUID, client_id: uuid.UUID, text_key: str) -> bool:
    """The client took it back on paper. False where no yes on paper is the actor's to end."""
    check_has_no_way_in(client_id)
    held = held_consent(dossier_id, text_key)
    if held is None or held.signed_on is None:
        return False
    # Some read a paper that only whoever has the witness's seat may end: row security then changes nothing.
    return bool(Consent.objects.filter(pk=held.pk).update(withdrawn_at=clock.now()))


def check_has_no_way_in(client_id: uuid.UUID) -> None:
    if Account.objects.get(pk=client_id).is_used:
        raise NoConsent(_("Deze medewerker logt zelf in, en zegt zelf ja of nee bij Vandaag."))


def held_consent(dossier_id: uuid.UUID, text_key: str) -> Consent | None:
    """The yes that holds now, for whoever may read it."""
    return Consent.objects.filter(dossier_id=dossier_id, text_key=text_key, withdrawn_at__isnull=True).first()


def end(held: Consent) -> None:
    held.withdrawn_at = clock.now()
    held.save(update_fields=["withdrawn_at"])


def check_client(actor: Actor, dossier_id: uuid.UUID) -> None:
    if role_in(actor, dossier_id) is not Role.CLIENT:
        raise NoConsent(_("Alleen de medewerker zelf kan toestemming geven of intrekken."))
