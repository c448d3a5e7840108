"""Wanting, goals and coaching in a browser: a client alone on a phone, a supervisor who is asked, a coach at a desk."""

import re
from datetime import timedelta

from django.utils import timezone

from spoorboek.dossiers.acts.appointments import plan_appointment
from spoorboek.methods.determinants import determinants
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from spoorboek.people.policy import Role
from tests.browser.cast import Demo
from tests.browser.conftest import Readers
from tests.browser.pictures import picture
from tests.browser.reader import PHONE
from tests.dossiers.cast import Cast, cast

LEVELS = {
    "Zo hoop ik dat het wordt": "Twee ochtenden in de week",
    "Iets beter dan ik hoop": "Twee ochtenden en koffie met het team",
    "Veel beter dan ik hoop": "Drie ochtenden in de week",
    "Iets minder dan ik hoop": "Eén ochtend in de week",
    "Veel minder dan ik hoop": "Nog geen ochtend",
}


def client_of(here: Cast) -> Person:
    with acting_as(here.client):
        return here.dossier.employment.person


def test_a_client_looks_alone_on_a_phone_and_asks_the_supervisor_for_one_thing(
    reader: Readers, people: Demo, demo_mode: None
) -> None:
    here = cast()
    phone = reader(client_of(here), PHONE)
    phone.opens("/willen-en-kunnen/").sees("Alleen jij ziet je antwoorden").follows("Begin")
    phone.sees("Wat wil je doen?").presses("Verder").sees("Staat het er niet bij?")
    phone.page.get_by_label("Iets anders, in mijn eigen woorden").check()
    phone.fills("Koos je ‘iets anders’?", "Een uur koffie schenken").presses("Verder")

    phone.sees("Vraag 1 van 8", "Een uur koffie schenken").presses("Volgende").sees(
        "Kies een van de vijf plaatjes"
    )
    phone.tabs_to("Ik zie er erg tegenop").types("Space").tabs_to("Volgende").types("Enter")
    phone.sees("Vraag 2 van 8").presses("Weet ik niet").sees("Vraag 3 van 8").presses("Sla over")
    phone.sees("Vraag 4 van 8").follows("Later verder").sees("Je beantwoordde 3 van de 8 vragen").follows(
        "Ga verder"
    )
    for one in determinants().determinants[3:]:
        phone.sees(one.question.nl)
        picture(phone, "willen-vraag")
        phone.page.get_by_label(one.steps[3].nl).check()
        phone.presses("Volgende")
    phone.sees(
        "Wat telt nu voor jou?", "Je zei: Ik zie er erg tegenop.", "Dit wist je niet.", "Deze sloeg je over."
    )
    picture(phone, "willen-kies")
    phone.presses("Zo is het goed").sees("Dit telt nu voor mij", "Hoe je ernaar kijkt")
    phone.page.get_by_text("Wat werk je geeft en kost").click()
    phone.page.locator("details[open]").get_by_role("button", name="Dit ga ik doen").click()
    phone.sees("Dit ga ik doen", "Gedaan")
    picture(phone, "willen-overzicht")

    phone.follows("Iemand laten meelezen").sees("Je leidinggevende en je casemanager kunnen dit nooit lezen.")
    phone.follows(re.compile("^Vragen.*Lei")).sees(
        "Verder niets. Niet je antwoorden", "Kun je taken en tijden aanpassen?"
    )
    phone.presses("Ja, vraag het").sees("Het is gevraagd.", "Gevraagd op")

    desk = reader(here.company.supervisor)
    desk.opens(f"/dossiers/{here.dossier.pk}/").follows("Wat kun je bieden?")
    desk.sees("Een uur koffie schenken", "Het gaat om jouw kant").does_not_see("tegenop", "Willen en kunnen")
    desk.page.get_by_label("Ja, dat regel ik").first.check()
    desk.presses("Bewaren").sees("Bewaard. Alleen")
    picture(desk, "wat-kun-je-bieden")
    phone.opens("/willen-en-kunnen/").sees("over ‘Een welkom van het team’: Ja, dat regel ik")

    coach = reader(here.company.coach)
    coach.opens(f"/dossiers/{here.dossier.pk}/willen-en-kunnen/").sees("Er is niets met je gedeeld")


def test_a_coach_plans_a_session_gives_homework_and_the_client_reads_every_word(
    reader: Readers, people: Demo, demo_mode: None
) -> None:
    here = cast()
    someone, coaching = client_of(here), f"/dossiers/{here.dossier.pk}/coaching/"
    who = here.inside[Role.COACH]
    with acting_as(who):
        tomorrow = timezone.now() + timedelta(days=1)
        plan_appointment(who, here.dossier.pk, who.person_id, "coach", "in_person", tomorrow)
    phone = reader(someone, PHONE)
    phone.opens("/mijn-doelen/").sees("Je hebt nog geen doel opgeschreven").follows("Een doel erbij")
    phone.fills("Wat wil je bereiken?", "Weer twee ochtenden werken").presses("Verder").sees(
        "Wanneer is het goed genoeg?"
    )
    for label, words in LEVELS.items():
        phone.fills(label, words)
    phone.presses("Bewaren").sees("Zo ligt het vast").presses(re.compile("^Zo ligt het vast")).sees(
        "De treden liggen vast"
    )
    phone.page.get_by_text("Wie leest dit doel?").click()
    phone.follows(re.compile("^Laten meelezen.*Coach")).sees(
        "Dit leest de ander", LEVELS["Zo hoop ik dat het wordt"]
    )
    phone.presses("Ja, laat meelezen").sees("leest nu mee")
    phone.follows(re.compile("^Waar sta ik nu")).page.get_by_label(LEVELS["Iets minder dan ik hoop"]).check()
    phone.presses("Bewaren").sees("Dit is waar je vandaag staat")
    picture(phone, "mijn-doelen")

    desk = reader(here.company.coach)
    desk.opens("/agenda/").sees("Voorbereiden").tabs_to("Voorbereiden").types("Enter")
    desk.sees("Weer twee ochtenden werken", "Je ziet het als je zelf hebt gekeken")
    desk.follows("Waar staan ze?").page.get_by_label(LEVELS["Zo hoop ik dat het wordt"]).check()
    desk.presses("Opslaan").sees("Nu zie je ook wat je kandidaat koos").does_not_see(
        "als je zelf hebt gekeken"
    )
    desk.follows("Agenda maken").sees("Waar sta je nu: Weer twee ochtenden werken").presses("Opslaan")
    desk.sees("De agenda staat klaar").follows("Huiswerk geven").sees("Mijn weekplan")
    desk.presses(re.compile("^Geef.*Mijn weekplan")).sees("Het huiswerk staat klaar").follows(
        "Notitie schrijven"
    )
    desk.fills("Notitie", "Slaapt slecht door een depressie").presses("Opslaan").sees(
        "Gaat dit over gezondheid?"
    )
    desk.fills("Notitie", "Kiest zelf de ochtenden.").presses("Opslaan").sees("De notitie is bewaard")
    picture(desk, "coaching")
    desk.opens("/agenda/").sees("Agenda staat klaar")
    picture(desk, "agenda")

    phone.opens("/vandaag/").sees("Mijn weekplan").opens("/mijn-coaching/")
    phone.sees("Kiest zelf de ochtenden.", "Wat is de volgende stap?", "Van Coach")
    picture(phone, "mijn-coaching")
    phone.presses(re.compile("^Gedaan.*Mijn weekplan")).sees("Mooi. Dat is gedaan.")
    desk.opens(coaching).sees("gedaan")

    manager = reader(here.company.case_manager)
    manager.opens(f"/dossiers/{here.dossier.pk}/").sees("gesprek met de coach")
    manager.does_not_see("Weer twee ochtenden", "Kiest zelf", "Mijn weekplan", "Coaching", "Willen en kunnen")
