"""A case manager changes the rhythm of contacts and sees what it does; an administrator releases it."""

import re

from playwright.sync_api import expect

from spoorboek.people.policy import Role
from tests.browser.cast import Demo
from tests.browser.conftest import Readers
from tests.browser.reader import PHONE


def test_a_rhythm_is_changed_seen_and_released_in_two_pairs_of_hands(
    reader: Readers, people: Demo, demo_mode: None
) -> None:
    writer = reader(people.who(Role.CASE_MANAGER))
    writer.opens("/methoden/").sees("Terug naar werk op jouw manier", "Wat erover bekend is")
    writer.follows("Terug naar werk op jouw manier").sees("Het verloop", "Dit is niet het officiële protocol")
    writer.presses("Aanpassen").sees("Eigen versie van", "In het voorbeeld verandert nog niets.")
    writer.follows("Kort contact deze week").sees("Wanneer en hoe vaak")
    writer.fills("Hoeveel keer", "6")
    expect(writer.page.locator("#effect")).to_contain_text("6 keer")
    expect(writer.page.locator("#effect tr.is-changed").first).to_contain_text(
        re.compile(r"Momenten.*43.*37", re.DOTALL)
    )
    writer.presses("Bewaren").sees("Het geldt pas na vrijgeven.")
    draft = writer.page.url.partition("#")[0].removeprefix(writer.address)
    writer.opens(f"{draft}theorie/").sees("De vakken", "De pijlen")
    writer.follows("Vaak en warm contact").sees("Welke stappen zijn dat?", "De tekening")
    writer.opens(f"{draft}voorbeeld/").sees("Je hoort wat het programma is.", "je werkgever ziet dit niet")
    writer.opens(f"{draft}vrijgeven/").sees("hoe vaak: was elke week, 12 keer, wordt elke week, 6 keer")
    writer.presses("Laat een collega kijken").sees("iemand anders geeft haar vrij")

    second = reader(people.who(Role.ADMIN), PHONE)
    second.opens("/methoden/").sees("Jullie passen aan", "wacht op een tweede paar ogen")
    second.opens(f"{draft}vrijgeven/").presses("Vrijgeven").sees("Versie 1.1.1 is vrijgegeven.")
    second.sees("Versies", "zoals Spoorboek haar levert")


def test_the_editor_works_without_scripts_and_on_a_phone(
    reader: Readers, people: Demo, demo_mode: None
) -> None:
    coach = reader(people.who(Role.COACH), PHONE, scripts=False)
    coach.opens("/methoden/op-maat/").presses("Aanpassen").sees("De route")
    coach.follows("Halverwege het eerste jaar").sees("Wat het is")
    coach.fills("Hoeveel tijd", "20").presses("Laat zien wat dit doet").sees("Deze stappen veranderen")
    coach.presses("Bewaren").sees("Het geldt pas na vrijgeven.")


def test_an_own_worksheet_and_its_questions_are_written_without_a_file(
    reader: Readers, people: Demo, demo_mode: None
) -> None:
    coach = reader(people.who(Role.COACH), PHONE)
    coach.opens("/methoden/eigen/").fills("Titel, Nederlands", "Mijn pauzes").fills(
        "Titel, Engels", "My breaks"
    )
    coach.presses("Begin").sees("Mijn pauzes", "Eén vraag op een bladzijde")
    coach.follows("Vraag toevoegen").follows("Eén kiezen").sees("Nieuwe vraag")
    coach.fills("De vraag, Nederlands", "Wanneer rust je?").fills("De vraag, Engels", "When do you rest?")
    coach.page.locator("#id_options_0_nl").fill("In de middag")
    coach.presses("Rij erbij")
    expect(coach.page.locator("#id_options_0_nl")).to_have_value("In de middag")
    coach.presses("Bewaren").sees("Dit kunnen we nog niet opslaan", "Geef er minstens twee")
    for number, (dutch, english) in enumerate((("In de middag", "Afternoon"), ("In de avond", "Evening"))):
        coach.page.locator(f"#id_options_{number}_nl").fill(dutch)
        coach.page.locator(f"#id_options_{number}_en").fill(english)
    coach.presses("Bewaren").sees("Wanneer rust je?", "Eén kiezen")
    coach.follows("Bekijken als medewerker").sees("Mijn pauzes")
