"""A way in: a link by mail, or a code in a letter for someone without e-mail. Only a hash of the code is kept."""

import hashlib
import secrets
import uuid
from datetime import timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.translation import gettext as _

from spoorboek.people.models import Account, Invitation
from spoorboek.site import clock

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""No letters or figures that are read for one another (I, L, O, 0, 1)."""
GROUPS, GROUP_LENGTH = 4, 4
VALID_FOR = timedelta(days=28)


class CodeRefused(ValueError):
    """The code does not let anyone in; the message says what to do next."""


def bare(code: str) -> str:
    """The code as it was made, however it was typed: lower case, spaces and dashes do not matter."""
    return "".join(sign for sign in code.upper() if sign.isalnum())


def hashed(code: str) -> str:
    """SHA-256 of the bare code. It holds 79 random bits, so that no slow hash is needed."""
    return hashlib.sha256(bare(code).encode()).hexdigest()


def invite(account_id: uuid.UUID) -> str:
    """Make a new way in; earlier unused ones of this account stop working. Returns the code, once."""
    Invitation.objects.filter(account_id=account_id, used_at__isnull=True).delete()
    parts = ["".join(secrets.choice(ALPHABET) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS)]
    code = "-".join(parts)
    Invitation.objects.create(
        account_id=account_id, code_hash=hashed(code), expires_at=clock.real_now() + VALID_FOR
    )
    return code


def find(code: str) -> Invitation:
    """The open invitation of a code, or `CodeRefused` with one message for every wrong code.

    Who came in another way since it was made (a code by mail) no longer needs it; whoever made it may still have it.
    """
    found = (
        Invitation.objects.select_related("account")
        .filter(
            code_hash=hashed(code),
            used_at__isnull=True,
            expires_at__gt=clock.real_now(),
            account__is_active=True,
        )
        .exclude(account__last_login__gt=F("made_at"))
        .first()
    )
    if found is None:
        raise CodeRefused(
            _("Deze code werkt niet (meer). Kijk of je hem goed hebt overgenomen, of vraag een nieuwe.")
        )
    return found


def accept(code: str, password: str, email: str = "") -> Account:
    """Use the code once: set the password, and an e-mail address for someone who had none.

    A code that came by mail confirms the address; one typed after a letter stays unconfirmed: see `holder_of`.

    Raises `CodeRefused`, or `ValidationError` for a weak password or an address that is taken.
    """
    invitation = Invitation.objects.select_for_update().get(pk=find(code).pk)
    account = invitation.account
    if account.email:
        account.email_confirmed_at = clock.real_now()
    else:
        account.email = free_address(email)
    validate_password(password, account)
    account.set_password(password)
    account.save()
    invitation.used_at = clock.real_now()
    invitation.save()
    return account


def free_address(email: str) -> str:
    """The address in lower case, when nobody else has it."""
    address = email.strip().lower()
    if not address or Account.objects.filter(email=address).exists():
        raise ValidationError({"email": _("Vul een e-mailadres in dat je zelf gebruikt.")})
    return address


def holder_of(address: str) -> Account | None:
    """The account that an act may take this address for, or None when it is free.

    Its person showed to read the address, or has not come in yet (then the way in goes to that address). Whoever only
    typed it after a letter has no right to it: the address is taken off that account.
    """
    found = Account.objects.filter(email=address.strip().lower()).first() if address.strip() else None
    if found is None or found.email_confirmed_at or not found.has_usable_password():
        return found
    Account.objects.filter(pk=found.pk).update(email=None)
    return None
