"""Coming in for real, outside demo mode: invitation, second factor, passkey, a code by mail, a letter."""

import re

from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.core.cache import cache

from spoorboek.dossiers.acts.opening import involve, report_sick
from spoorboek.dossiers.models import Dossier
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Account
from spoorboek.people.policy import Role
from tests.browser.conftest import Readers
from tests.browser.reader import PHONE, Reader
from tests.builders import Company, actor, days_ago

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


def test_from_an_invitation_through_a_code_app_to_the_first_dossier(reader: Readers) -> None:
    company = Company()
    dossier = company.dossier()
    newcomer, address = invited(reader, company, dossier)
    newcomer.follows("App met codes instellen")
    newcomer.sees("Vul hieronder de code in")
    secret = newcomer.page.locator("#authenticator_secret").inner_text()
    newcomer.fills("Code uit de app", code_now(secret)).presses("Klaar")
    newcomer.sees("Er zijn nog 10 van de 10 codes over.")
    newcomer.follows("Naar Spoorboek").sees("Mijn caseload")
    newcomer.opens(f"/dossiers/{dossier.pk}/").sees("De drie klokken")

    cache.clear()  # a code works once, and the next one is half a minute away
    again = reader().opens("/account/login/").sees("Liever zonder wachtwoord?")
    again.fills("E-mailadres", address).fills("Wachtwoord", PASSWORD).presses("Inloggen")
    again.sees("Nog één stap").fills("Code", code_now(secret)).presses("Inloggen").sees("Mijn caseload")


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
    newcomer.sees("Je vinger, gezicht of pincode blijft op het apparaat.")
    newcomer.fills("Naam van dit apparaat", "Telefoon van Noor").presses("Passkey maken").sees("Herstelcodes")
    newcomer.opens(f"/dossiers/{dossier.pk}/").sees("De drie klokken")

    newcomer.context.clear_cookies()
    newcomer.opens("/account/login/").presses("Inloggen met een passkey").sees("Mijn caseload")
    newcomer.opens(f"/dossiers/{dossier.pk}/").sees("De drie klokken")


def test_a_client_comes_in_with_a_code_by_mail(reader: Readers) -> None:
    company = Company()
    dossier = company.dossier()
    account = Account.objects.get(pk=dossier.employment.person_id)
    client = reader(width=PHONE).opens("/account/login/").follows("Stuur mij een code per mail")
    client.page.wait_for_url("**/account/login/code/")
    client.finds_it_sound().fills("E-mailadres", str(account.email))
    client.page.locator("main form button[type=submit]").first.click()
    client.page.locator("input[name=code]").wait_for()
    found = re.search(r"^\s*([A-Z0-9]{3,}(?:-[A-Z0-9]+)*)\s*$", mailed_to(str(account.email)), re.MULTILINE)
    assert found, mailed_to(str(account.email))
    client.finds_it_sound().page.locator("input[name=code]").fill(found.group(1))
    client.page.locator("main form button[type=submit]").first.click()
    client.sees("Mijn route", "Dag Fatma").does_not_see(str(account.pk))


def newly_sick(company: Company) -> Dossier:
    """A dossier of someone without e-mail, whom the company doctor has not met."""
    employment = company.employee(recognised=False)
    account = Account.objects.get(pk=employment.person_id)
    account.email = None
    account.save()
    manager = actor(company.case_manager)
    with acting_as(manager):
        return report_sick(manager, employment.pk, days_ago(30), company_doctor=company.doctor.pk)


def test_from_a_letter_to_the_own_medical_part_that_the_doctor_opens(reader: Readers) -> None:
    company = Company()
    dossier = newly_sick(company)
    manager = reader(company.case_manager).opens(f"/dossiers/{dossier.pk}/mensen/uitnodigen/")
    manager.sees("Medewerker uitnodigen").presses("Uitnodigen").sees("Print de brief nu")
    code = manager.page.locator("#letter strong").inner_text()

    client = reader(width=PHONE, scripts=False).opens("/brief/").sees("Vul je code in")
    client.fills("Code uit de brief", "AAAA BBBB CCCC DDDD").presses("Verder")
    client.sees(re.compile("Deze code werkt niet")).fills("Code uit de brief", code.lower()).presses("Verder")
    client.sees("Bijna klaar").fills("E-mailadres", f"{dossier.pk.hex[:10]}@example.org")
    client.fills("Kies een wachtwoord", PASSWORD).presses("Naar Spoorboek").sees("Dag Fatma")

    client.opens("/wie-ziet-wat/").sees("Mijn code")
    digits = client.page.locator("#code strong").inner_text()
    doctor = reader(company.doctor).opens(f"/dossiers/{dossier.pk}/mensen/herkennen/")
    doctor.sees("Is dit account van de medewerker zelf?")
    doctor.fills("Code van de medewerker", "000 000").presses("De code klopt").sees(
        "Dit kunnen we nog niet opslaan"
    )
    doctor.fills("Code van de medewerker", digits).presses("De code klopt")
    doctor.sees("De medewerker leest nu ook het eigen medische deel.")
    client.opens("/wie-ziet-wat/").sees("Wie mag kijken?").does_not_see("Mijn code")
