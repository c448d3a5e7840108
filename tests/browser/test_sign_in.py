"""Coming in for real, outside demo mode: invitation, second factor, passkey, a code by mail, a letter."""

import re

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.core.cache import cache

from spoorboek.dossiers.acts.opening import involve
from spoorboek.dossiers.models import Dossier
from spoorboek.people import invitations
from spoorboek.people.models import Account
from spoorboek.people.policy import Role
from tests.browser.conftest import Readers
from tests.browser.reader import PHONE, Reader
from tests.builders import Company

PASSWORD = "drie groene fietsen"
LINK = re.compile(r"https?://[^/\s]+(/uitnodiging/\S+/)")
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def mailed_to(address: str) -> str:
    """The last mail to someone."""
    return str([message for message in mail.outbox if message.to == [address]][-1].body)


def invited(reader: Readers, company: Company, dossier: Dossier) -> tuple[Reader, str]:
    """A new colleague who opened the link from the mail and chose a password; and their address."""
    address = f"nieuw.{company.admin.pk.hex[:8]}@example.org"
    admin = reader(company.admin).opens("/organisatie/").sees("Collega uitnodigen")
    admin.fills("Voornaam", "Noor").fills("Achternaam", "Vos").fills("E-mailadres voor het werk", address)
    admin.presses("Uitnodigen").sees("De uitnodiging is verstuurd.")
    found = LINK.search(mailed_to(address))
    assert found
    newcomer = reader().opens(found.group(1)).sees("Bijna klaar")
    newcomer.fills("Kies een wachtwoord", PASSWORD).presses("Naar Spoorboek").sees(
        "Eerst een tweede slot op de deur"
    )
    involve(dossier, Account.objects.get(email=address).pk, Role.CASE_MANAGER, company.employer.pk)
    return newcomer, address


def confirms_password(newcomer: Reader) -> None:
    """allauth asks for the password again before a lock is changed, unless it was typed a moment ago."""
    if "reauthenticate" in newcomer.page.url:
        newcomer.finds_it_sound().page.locator("input[type=password]").fill(PASSWORD)
        newcomer.page.locator("main form button").first.click()


def test_from_an_invitation_through_a_code_app_to_the_first_dossier(reader: Readers) -> None:
    company = Company()
    dossier = company.dossier()
    newcomer, address = invited(reader, company, dossier)
    newcomer.follows("App met codes instellen")
    confirms_password(newcomer)
    secret = newcomer.page.locator("#authenticator_secret").input_value()
    newcomer.finds_it_sound().page.locator("input[name=code]").fill(code_now(secret))
    newcomer.page.locator("main form button[type=submit]").first.click()
    newcomer.page.wait_for_url(re.compile("recovery|mfa|caseload"))
    newcomer.finds_it_sound().opens(f"/dossiers/{dossier.pk}/").sees("De drie klokken")

    cache.clear()  # a code works once, and the next one is half a minute away
    again = reader().opens("/account/login/").sees("Liever zonder wachtwoord?")
    again.fills("E-mailadres", address).fills("Wachtwoord", PASSWORD).presses("Inloggen")
    again.page.locator("input[name=code]").fill(code_now(secret))
    again.finds_it_sound().page.locator("main form button[type=submit]").first.click()
    again.sees("Mijn caseload")


def code_now(secret: str) -> str:
    return totp.format_hotp_value(totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time())))


def test_a_passkey_is_a_second_factor_and_later_the_whole_way_in(reader: Readers) -> None:
    company = Company()
    dossier = company.dossier()
    newcomer, _ = invited(reader, company, dossier)
    devtools = newcomer.context.new_cdp_session(newcomer.page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    newcomer.follows("Passkey instellen")
    confirms_password(newcomer)
    newcomer.finds_it_sound()
    newcomer.page.locator("input[name=name]").fill("Telefoon van Noor")
    if newcomer.page.locator("input[name=passwordless]").count():
        newcomer.page.locator("input[name=passwordless]").check()
    newcomer.page.locator("#mfa_webauthn_add").click()
    newcomer.page.wait_for_url(re.compile("recovery|mfa/(webauthn/)?$|caseload"))
    newcomer.opens(f"/dossiers/{dossier.pk}/").sees("De drie klokken")

    newcomer.context.clear_cookies()
    newcomer.opens("/account/login/").presses("Inloggen met een passkey").sees("Mijn caseload")
    newcomer.opens(f"/dossiers/{dossier.pk}/").sees("De drie klokken")


def test_a_client_comes_in_with_a_code_by_mail(reader: Readers) -> None:
    company = Company()
    dossier = company.dossier()
    account = Account.objects.get(pk=dossier.employment.person_id)
    client = reader(width=PHONE).opens("/account/login/").follows("Stuur mij een code per mail")
    client.finds_it_sound().fills("E-mailadres", str(account.email))
    client.page.locator("main form button[type=submit]").first.click()
    client.page.locator("input[name=code]").wait_for()
    found = re.search(r"^\s*([A-Z0-9]{3,}(?:-[A-Z0-9]+)*)\s*$", mailed_to(str(account.email)), re.MULTILINE)
    assert found, mailed_to(str(account.email))
    client.finds_it_sound().page.locator("input[name=code]").fill(found.group(1))
    client.page.locator("main form button[type=submit]").first.click()
    client.sees("Mijn route", "Dag Fatma")


@pytest.mark.parametrize("scripts", [False])
def test_someone_without_mail_comes_in_with_the_code_from_a_letter(reader: Readers, scripts: bool) -> None:
    dossier = Company().dossier()
    account = Account.objects.get(pk=dossier.employment.person_id)
    account.email = None
    account.save()
    code = invitations.invite(account.pk)
    client = reader(width=PHONE, scripts=scripts).opens("/brief/").sees("Vul je code in")
    client.fills("Code uit de brief", "AAAA BBBB CCCC DDDD").presses("Verder").sees(
        re.compile("Deze code werkt niet")
    )
    client.fills("Code uit de brief", code.lower()).presses("Verder").sees("Bijna klaar")
    client.fills("E-mailadres", f"{account.pk.hex[:10]}@example.org").fills("Kies een wachtwoord", PASSWORD)
    client.presses("Naar Spoorboek").sees("Dag Fatma")
