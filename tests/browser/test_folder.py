"""The work folder on a phone: by keyboard, without scripts, shared and taken back; each kind of question sound."""

from spoorboek.methods.worksheets import worksheets
from spoorboek.people.policy import Role
from tests.browser.cast import Demo
from tests.browser.chrome import axe_finds
from tests.browser.conftest import Readers
from tests.browser.pictures import picture
from tests.browser.reader import PHONE

TALK = "/werkmap/blad/talk-with-my-boss/"


def test_a_client_fills_a_sheet_by_keyboard_shares_it_and_takes_it_back(
    reader: Readers, people: Demo, demo_mode: None
) -> None:
    fatma, boss = reader(people.person("Fatma"), PHONE), reader(people.who(Role.SUPERVISOR))
    fatma.opens("/werkmap/").sees("Deze map is van jou.", "Hier kun je mee beginnen")
    picture(fatma, "werkmap")
    fatma.opens(TALK).sees("Pas als jij het deelt, leest die persoon mee.")
    fatma.tabs_to("Begin").types("Enter")
    fatma.sees("Waar wil je over praten?", "Vraag 1 van 4")
    fatma.tabs_to("Welke taken ik nu kan doen").types("Space").tabs_to("Volgende").types("Enter")
    fatma.sees("Hoe begin je het gesprek?")
    fatma.tabs_to("Hoe begin je het gesprek").types("Tab", *"Fijn dat we praten").tabs_to("Volgende").types(
        "Enter"
    )
    fatma.sees("Wat wil je vragen?").tabs_to("Regel 1").types(*"Mag ik later beginnen?")
    fatma.tabs_to("Volgende").types("Enter")
    fatma.sees("Hoe zeker voel je je").tabs_to("0").types("ArrowRight", "ArrowRight", "ArrowRight")
    fatma.tabs_to("Klaar").types("Enter")
    fatma.sees(
        "Mooi, dit blad is klaar", "Fijn dat we praten", "Mag ik later beginnen?", "3 (0 = nog niet zeker"
    )
    boss.opens(people.path("Fatma")).does_not_see("Gedeeld uit de werkmap")

    fatma.tabs_to("Delen").types("Enter")
    fatma.sees("Wie mag het lezen?").tabs_to("Anouk").types("ArrowDown")
    fatma.tabs_to("Hoe begin je het gesprek").types("Space").tabs_to("Wat wil je vragen").types("Space")
    fatma.tabs_to("Bekijk wat de ander leest").types("Enter")
    fatma.sees("Dit leest Marijke Hofman", "Precies dit, en niet meer.")
    fatma.tabs_to("Ja, Marijke mag dit lezen").types("Enter")
    fatma.sees("Marijke kan het nu lezen.", "Stop met delen")
    boss.opens(people.path("Fatma")).follows("Gedeeld uit de werkmap")
    boss.sees("Gedeeld uit de werkmap van Fatma", "Mag ik later beginnen?")
    fatma.opens("/wie-ziet-wat/").sees(
        "Wat jij deelt", "Marijke Hofman (leidinggevende) keek naar je route, wat jij deelde"
    )

    fatma.tabs_to("Stop met delen").types("Enter")
    fatma.sees("Deze persoon kan het niet meer lezen.", "Je deelt nu niets.")
    boss.opens(f"{people.path('Fatma')}gedeeld/").sees("Er is nu niets met je gedeeld")


def test_the_folder_works_without_scripts(reader: Readers, people: Demo, demo_mode: None) -> None:
    jan = reader(people.person("Jan"), PHONE, scripts=False)
    jan.opens("/werkmap/blad/good-moments/").follows("Begin").sees("Wat ging er vandaag goed?")
    jan.fills("Regel 1", "Koffie met Piet").presses("Volgende").sees("Wat deed jij daar zelf voor?")
    jan.presses("Terug").sees("Wat ging er vandaag goed?")
    assert jan.field("Regel 1").input_value() == "Koffie met Piet"
    jan.fills("Regel 1", "Thee met Piet").presses("Bewaar en stop voor nu")
    jan.sees("Ga verder waar je was", "1 van de 2 vragen ingevuld.").follows("Drie goede momenten")
    jan.sees("Thee met Piet").does_not_see("Koffie met Piet")
    jan.opens("/werkmap/blad/good-moments/papier/?leeg").sees("Wat ging er vandaag goed?")


def test_every_kind_of_question_is_sound_on_a_phone(reader: Readers, people: Demo, demo_mode: None) -> None:
    fatma, seen = reader(people.person("Fatma"), PHONE), set()
    for sheet in worksheets().values():
        for number, question in enumerate(sheet.pages, 1):
            if question.kind not in seen:
                seen.add(question.kind)
                fatma.opens(f"/werkmap/blad/{sheet.key}/vraag/{number}/").sees(question.title.nl)
                assert axe_finds(fatma.page) == [], question.kind
