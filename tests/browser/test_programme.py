"""The first two weeks of a method: a tired client with a phone, and a supervisor who never did this before."""

import re

from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.courses.acts.starting import Wish, agree_to_course, start_courses
from spoorboek.site import clock
from tests.browser.cast import Demo
from tests.browser.conftest import Readers
from tests.browser.reader import PHONE

METHOD = "back-to-work-your-way"


def begun(people: Demo, first_name: str, days_ago: int) -> None:
    """The method runs since so many days."""
    dossier, manager = people.dossiers[first_name], Actor(account_id=people.who(Role.CASE_MANAGER).pk)
    client = Actor(account_id=dossier.employment.person_id)
    with acting_as(manager), clock.practising(-days_ago):
        (course,) = start_courses(manager, dossier.pk, Wish((METHOD,), clock.today()))
    with acting_as(client), clock.practising(-days_ago):
        agree_to_course(client, dossier.pk, course.pk)


def test_a_client_is_asked_says_yes_and_gets_through_the_first_steps(
    reader: Readers, people: Demo, demo_mode: None
) -> None:
    anouk = reader(people.who(Role.CASE_MANAGER))
    anouk.opens(f"{people.path('Jan')}programma/").sees("Er loopt nog geen programma")
    anouk.follows("Bekijk wat er kan").sees("Welke aanpak past?", "Terug naar werk op jouw manier")
    anouk.does_not_see("VR")
    anouk.page.get_by_role("checkbox", name=re.compile("Terug naar werk op jouw manier")).check()
    anouk.presses("Bekijk het plan").sees(
        "De dagen zijn een voorstel", "Deze aanpak begint pas als Jan zelf ja zegt"
    )
    anouk.presses("Vraag Jan om mee te doen").sees("Wacht op antwoord")

    jan = reader(people.person("Jan"), PHONE)
    jan.opens("/vandaag/").sees("Doe je mee?").follows("Lees de vraag")
    jan.sees("Nee zeggen mag. Dat heeft geen gevolgen.", "Lees voor").presses("Ja, ik doe mee")
    jan.sees("Wat komt er", "Uitleg over het programma").follows("Uitleg over het programma")
    jan.sees("Met wie", "30 minuten").presses("Nu even niet").sees("Dit ligt opzij")
    jan.page.locator("section:has(#resting-title)").get_by_role("link").first.click()
    jan.presses("Ik pak het weer op").follows("Uitleg over het programma").presses("Dit is gedaan")
    jan.sees("Was dit nuttig voor je?").presses("8").sees("Alleen jij ziet je cijfer.")
    jan.follows("Pauze of stoppen").presses("Neem pauze").sees("Je programma staat op pauze")
    jan.follows("Ga verder").presses("Ga verder").sees("Je programma gaat weer verder.")
    anouk.opens(f"{people.path('Jan')}programma/").sees("gedaan").does_not_see("8 van 10", "Werkblad")


def test_a_supervisor_who_never_did_this_gets_through_with_the_keyboard(
    reader: Readers, people: Demo, demo_mode: None
) -> None:
    begun(people, "Hans", 19)
    marijke = reader(people.who(Role.SUPERVISOR))
    marijke.opens("/mijn-team/").sees("Neem kort contact")
    marijke.tabs_to("Hoe doe je dat? Hans Peters").types("Enter").sees("Vraag niet naar de ziekte.")
    marijke.tabs_to(": Neem kort contact, Hans Peters").types("Enter")
    marijke.sees("Waarom deze dag?", "Hoe hadden jullie contact?")
    marijke.tabs_to("op locatie").types("ArrowDown").tabs_to("Leg vast").types("Enter")
    marijke.sees("Het is vastgelegd.", "Dagen zijn een voorstel. Niemand is hier te laat.")
    marijke.tabs_to("Extra contact noteren").types("Enter")
    marijke.sees("Een belletje of praatje dat niet in het plan stond.")
    marijke.tabs_to("Hoeveel minuten?").types("5", "Enter").sees("Het extra contact staat erbij.", "Erbij")
    marijke.does_not_see("Werkblad", "Willen en kunnen: waar sta ik?")
    marijke.follows("Overdracht maken").sees("Zo hoeft Hans het verhaal niet opnieuw te vertellen.")
