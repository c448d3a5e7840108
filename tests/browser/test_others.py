"""What the company doctor states and the employer reads of it; the supervisor's week; the pictures of the dossier."""

import re

from spoorboek.people.policy import Role
from tests.browser.cast import Demo
from tests.browser.conftest import Readers
from tests.browser.pictures import picture
from tests.browser.reader import PHONE

ONLY_THE_DOCTOR = ("oorzaak", "door de zwangerschap", "door een zwangerschap", "door de bevalling")


def test_what_the_doctor_states_moves_dates_and_tells_the_employer_nothing_more(
    reader: Readers, people: Demo, demo_mode: None
) -> None:
    anouk = (
        reader(people.who(Role.CASE_MANAGER)).opens(people.path("Dewi")).sees("Dewi Saputra", "niet zeker")
    )
    ruben = (
        reader(people.who(Role.COMPANY_DOCTOR))
        .opens(people.path("Dewi"))
        .sees("Alleen voor jou als bedrijfsarts")
    )
    ruben.follows(re.compile("[Vv]erlof")).sees(
        "Hebben de ziekte vlak voor en vlak na het verlof dezelfde oorzaak?"
    )
    ruben.page.get_by_role("group", name=re.compile("dezelfde oorzaak")).get_by_label(
        "ja", exact=True
    ).check()
    ruben.page.get_by_role("group", name=re.compile("zwangerschap of de bevalling")).get_by_label(
        "nee", exact=True
    ).check()
    ruben.presses("Oordeel opslaan").sees("Je oordeel is opgeslagen.")

    anouk.opens(people.path("Dewi") + "?waarom=clock-wage#waarom").sees(
        re.compile("volgens de bedrijfsarts", re.IGNORECASE)
    )
    anouk.does_not_see(*ONLY_THE_DOCTOR)
    assert not anouk.page.locator("#waarom").get_by_text("geen datum").count()
    anouk.opens(people.path("Dewi") + "verhaal/").sees("Het verhaal van Dewi Saputra")
    anouk.does_not_see(*ONLY_THE_DOCTOR)


def test_a_supervisor_reads_this_week_s_step_and_how(reader: Readers, people: Demo, demo_mode: None) -> None:
    for width in (PHONE, 1280):
        marijke = reader(people.who(Role.SUPERVISOR), width).opens("/mijn-team/")
        marijke.sees("Mijn team, deze week", "Fatma Yilmaz", "Wat vraag je wel, wat niet?")
        picture(marijke, "team")


def test_the_dossier_fits_a_phone_and_a_desk(reader: Readers, people: Demo, demo_mode: None) -> None:
    for width in (PHONE, 1280):
        anouk = reader(people.who(Role.CASE_MANAGER), width).opens(people.path("Fatma"))
        anouk.sees("Wat er nu moet", "De drie klokken", "Alle data van de weg")
        picture(anouk, "dossier")
        anouk.opens(people.path("Fatma") + "feiten/").sees("Gewerkte uren per week")


def test_an_administrator_sees_people_and_roles_and_no_dossier(
    reader: Readers, people: Demo, demo_mode: None
) -> None:
    ben = reader(people.who(Role.ADMIN)).opens("/organisatie/").sees("Wie werkt hier", "Collega uitnodigen")
    ben.does_not_see("Fatma")
