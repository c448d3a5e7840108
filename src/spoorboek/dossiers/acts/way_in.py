"""The client's way in: invited by the case manager, recognised by the company doctor.

Whoever invites might keep the way in for themselves. So an invited account reads the process only; its medical layer
opens when the company doctor, with the person in front of them, types the code that stands on that person's own page.
"""

import uuid
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import entered
from spoorboek.dossiers.acts.seats import REGISTRAR
from spoorboek.dossiers.medical.scope import admit
from spoorboek.dossiers.refusals import Refused
from spoorboek.people import invitations
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.acts import mail_leaves, send_invitation
from spoorboek.people.models import Account, Involvement
from spoorboek.people.policy import Role
from spoorboek.site import clock

DIGITS = 6


def came_in(account_id: uuid.UUID) -> bool:
    """Whether the account has been used: then no invitation can open it any more."""
    return Account.objects.get(pk=account_id).is_used


def invite_client(actor: Actor, dossier_id: uuid.UUID, email: str = "", link: str = "") -> str:
    """Send the client the way in by mail, or return a code for a letter (once) where there is no e-mail.

    `link` is the address of the invitation page with `CODE` in it. An account that was used is never invited anew.
    """
    with entered(
        actor, dossier_id, "invite_client", roles=(Role.CASE_MANAGER, Role.COMPANY_DOCTOR), moves_dates=False
    ) as work:
        account = Account.objects.select_for_update().get(pk=work.dossier.employment.person_id)
        if account.is_used:
            raise Refused(_("Deze medewerker heeft al ingelogd. Een uitnodiging is niet meer nodig."))
        address = checked_address(email, account)
        if address and account.email != address:
            account.email = address
            account.save(update_fields=["email"])
        code = invitations.invite(account.pk)
        if address:
            work.on_commit(lambda: send_invitation(address, link.replace("CODE", code)))
        work.said(by="mail" if address else "letter")
    return "" if address else code


def checked_address(email: str, account: Account) -> str:
    """The address to write to, in lower case; empty for a letter."""
    address = email.strip().lower()
    if not address:
        return ""
    try:
        validate_email(address)
    except ValidationError as error:
        raise Refused(_("Dit is geen e-mailadres. Kijk of het klopt, of kies een brief."), "email") from error
    if not mail_leaves():
        raise Refused(_("In een oefenomgeving gaat geen mail uit. Kies een brief."), "email")
    holder = invitations.holder_of(address)
    if holder and holder.pk != account.pk:
        raise Refused(
            _("Dit e-mailadres is al van iemand anders. Vraag een eigen adres, of kies een brief."), "email"
        )
    return address


def recognition_code(account_id: uuid.UUID, on: date | None = None) -> str:
    """Six digits for one day (today) that stand on the client's own page, to be read to the company doctor."""
    said = f"{account_id} {on or clock.real_today()}"
    number = int(salted_hmac("spoorboek.recognition", said, algorithm="sha256").hexdigest(), 16)
    return str(number % 10**DIGITS).zfill(DIGITS)


def recognise_client(actor: Actor, dossier_id: uuid.UUID, code: str) -> None:
    """The company doctor met the person who reads this account: from now on they read their own medical layer."""
    with entered(
        actor,
        dossier_id,
        "recognise_client",
        roles=(Role.COMPANY_DOCTOR,),
        closed_too=True,
        moves_dates=False,
    ) as work:
        account_id = work.dossier.employment.person_id
        typed = "".join(sign for sign in code if sign.isdigit())
        if not constant_time_compare(typed, recognition_code(account_id)):
            raise Refused(
                _(
                    "Deze code klopt niet. De medewerker vindt hem op de pagina Wie ziet wat, onder “Mijn code”."
                ),
                "code",
            )
        with acting_as(REGISTRAR):
            Account.objects.filter(pk=account_id).update(recognised_at=clock.real_now())
            own = Involvement.objects.filter(account_id=account_id, role=Role.CLIENT)
            for other in own.values_list("dossier_id", flat=True):
                admit(other, [(account_id, Role.CLIENT)])
        work.said(client=str(account_id))
