"""How often to be mailed, and a calendar of one's own: by keyboard, on a phone, and without scripts."""

import re

from playwright.sync_api import expect

from spoorboek.people.policy import Role
from tests.browser.cast import Demo
from tests.browser.conftest import Readers
from tests.browser.pictures import picture
from tests.browser.reader import PHONE


def test_a_coach_chooses_a_rhythm_and_makes_a_calendar(
    reader: Readers, people: Demo, demo_mode: None
) -> None:
    coach = reader(people.who(Role.COACH))
    coach.opens("/herinneringen/").sees("Herinneringen", "Hoe vaak wil je een mail?", "Op welke dag?")
    coach.field("Elke werkdag").check()
    expect(coach.page.get_by_label("Op welke dag?")).to_be_hidden()
    coach.field("Eén keer per week").check()
    coach.field("Op welke dag?").select_option("donderdag")
    coach.field("Hoe laat?").select_option("16:00")
    coach.presses("Bewaren").sees("Bewaard.")
    expect(coach.field("Op welke dag?")).to_have_value("3")

    coach.presses("Adres voor mijn agenda maken").sees(
        "Dit adres zie je één keer", "Outlook", "Google Agenda"
    )
    address = coach.field("Adres van je agenda").input_value()
    assert re.fullmatch(r"https?://.+/agenda/[\w-]{40,}/spoorboek\.ics", address)
    picture(coach, "herinneringen")
    coach.opens("/herinneringen/").sees("Nog geen agenda heeft het opgehaald.").does_not_see(address)
    coach.presses("Adres intrekken").sees("Het adres werkt niet meer.")


def test_a_client_turns_the_mail_off_on_a_phone_without_scripts(
    reader: Readers, people: Demo, demo_mode: None
) -> None:
    fatma = reader(people.person("Fatma"), PHONE, scripts=False)
    fatma.opens("/vandaag/")
    fatma.page.locator(".reader-menu summary").click()
    fatma.follows("Herinneringen").sees("Wil je een mail als je morgen een afspraak hebt?")
    fatma.does_not_see("Hoe vaak wil je een mail?")
    fatma.field("Geen mail").check()
    fatma.presses("Bewaren").sees("Bewaard.", "Deze mail staat uit.")
    fatma.field("Ja, een dag van tevoren").check()
    fatma.presses("Bewaren").sees("Bewaard.").does_not_see("Deze mail staat uit.")


def test_with_scripts_the_page_is_sound_on_a_phone(reader: Readers, people: Demo, demo_mode: None) -> None:
    for someone in (people.person("Fatma"), people.who(Role.CASE_MANAGER)):
        reader(someone, PHONE).opens("/herinneringen/").sees("Herinneringen")


def test_in_english_nothing_of_the_page_stays_dutch(reader: Readers, people: Demo, demo_mode: None) -> None:
    supervisor = reader(people.who(Role.SUPERVISOR))
    supervisor.opens("/herinneringen/")
    supervisor.page.locator(".account-menu summary").click()
    supervisor.presses("English").sees("Reminders", "How often do you want a mail?", "In your own calendar")
    supervisor.does_not_see("agenda", "werkdag", "Bewaren", "wacht")
