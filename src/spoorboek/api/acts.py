"""Acts about tokens: an administrator makes one, renews it, ends it. The secret is returned once and kept nowhere."""

import uuid
from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from spoorboek.api import access, tokens
from spoorboek.api.models import KeptAnswer, Token
from spoorboek.api.scopes import HAS_LINKS, ROLE, Scope
from spoorboek.api.seats import running_dossiers, settle
from spoorboek.people import registrar
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.acts import Refused, check_admin
from spoorboek.people.models import Account, Involvement, Membership, Organisation

USUAL = timedelta(days=180)
LONGEST = timedelta(days=366)
BOTH_WORK = timedelta(hours=24)
"""So long the old token of a renewed link still works, so that its system can be set without haste."""


def end_of(day: date) -> datetime:
    """The first instant after a day, in the Netherlands."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def make_token(
    actor: Actor, organisation: Organisation, name: str, scopes: Collection[str], last_day: date
) -> tuple[Token, str]:
    """A new link with its first token, and its secret. The link takes part in the running dossiers at once."""
    check_admin(actor, organisation)
    check_kind(organisation)
    check_last_day(last_day)
    kept = checked_scopes(scopes)
    with transaction.atomic():
        check_name(actor, organisation, name)
        expires = end_of(last_day)
        account = registrar.enrol_machine(name, organisation, ROLE, expires)
        made = write_token(actor, organisation, account.pk, name, kept, expires)
        take_part(organisation)
    return made


def renew_token(
    actor: Actor, organisation: Organisation, token_id: uuid.UUID, last_day: date
) -> tuple[Token, str]:
    """A new secret for the same link; the old one works one day more."""
    check_admin(actor, organisation)
    check_last_day(last_day)
    with transaction.atomic():
        old = running(actor, organisation, token_id)
        expires = end_of(last_day)
        made = write_token(actor, organisation, old.account_id, old.name, old.scopes, expires)
        with acting_as(registrar.REGISTRAR):
            old.expires_at = min(old.expires_at, timezone.now() + BOTH_WORK)
            old.save(update_fields=["expires_at"])
            Membership.objects.filter(account_id=old.account_id, organisation=organisation).update(
                until=expires
            )
            Involvement.objects.filter(account_id=old.account_id, until__gt=timezone.now()).update(
                until=expires
            )
    return made


def end_token(actor: Actor, organisation: Organisation, token_id: uuid.UUID) -> None:
    """The link stops at once: no request is taken, and it takes part in no dossier any more."""
    check_admin(actor, organisation)
    with transaction.atomic():
        token = running(actor, organisation, token_id)
        now = timezone.now()
        with acting_as(registrar.REGISTRAR):
            same_link = Token.objects.filter(account_id=token.account_id, ended_at__isnull=True)
            same_link.update(ended_at=now, ended_by_id=actor.account_id)
            Membership.objects.filter(account_id=token.account_id, until__gt=now).update(until=now)
            Involvement.objects.filter(account_id=token.account_id, until__gt=now).update(until=now)
            KeptAnswer.objects.filter(account_id=token.account_id).delete()


def check_kind(organisation: Organisation) -> None:
    if organisation.kind not in HAS_LINKS:
        raise Refused(
            _(
                "Een koppeling hoort bij een organisatie met casemanagers. Vraag de werkgever of de arbodienst."
            )
        )


def check_last_day(last_day: date) -> None:
    if last_day < timezone.localdate():
        raise Refused(_("Deze dag is al geweest. Kies een latere dag."), "last_day")
    if last_day > timezone.localdate() + LONGEST:
        raise Refused(_("Kies een dag binnen een jaar. Daarna vernieuw je de koppeling."), "last_day")


def checked_scopes(scopes: Collection[str]) -> list[str]:
    """The scopes in the order in which they are shown."""
    kept = [scope for scope in Scope.values if scope in scopes]
    if not kept or set(scopes) - set(kept):
        raise Refused(_("Kies wat deze koppeling mag. Zonder een keuze kan ze niets."), "scopes")
    return kept


def check_name(actor: Actor, organisation: Organisation, name: str) -> None:
    """One name, one link: clients read this name among the people in their dossier."""
    if not name.strip():
        raise Refused(_("Geef de koppeling een naam, bijvoorbeeld die van het systeem."), "name")
    with acting_as(registrar.REGISTRAR):
        Organisation.objects.select_for_update().get(pk=organisation.pk)
    same = access.tokens_of(actor, organisation).filter(name__iexact=name.strip(), ended_at__isnull=True)
    if same.filter(expires_at__gt=timezone.now()).exists():
        raise Refused(
            _("Er is al een koppeling met deze naam. Vernieuw die, of kies een andere naam."), "name"
        )


def running(actor: Actor, organisation: Organisation, token_id: uuid.UUID) -> Token:
    token = access.token_for(actor, organisation, token_id)
    if token is None or not token.works:
        raise Refused(_("Deze koppeling is al gestopt. Maak een nieuwe als je haar weer nodig hebt."))
    return token


def write_token(
    actor: Actor,
    organisation: Organisation,
    account_id: uuid.UUID,
    name: str,
    scopes: list[str],
    expires: datetime,
) -> tuple[Token, str]:
    assert actor.account_id is not None
    secret = tokens.new_secret()
    with acting_as(registrar.REGISTRAR):
        token = Token.objects.create(
            organisation=organisation,
            account=Account.objects.get(pk=account_id),
            name=name.strip(),
            scopes=scopes,
            secret_hash=tokens.hashed(secret),
            ending=secret[-4:],
            made_by_id=actor.account_id,
            expires_at=expires,
        )
    return token, secret


def take_part(organisation: Organisation) -> int:
    """A seat in every running dossier of the organisation. How many."""
    with acting_as(registrar.REGISTRAR):
        found = running_dossiers(organisation)
    return settle(found)
