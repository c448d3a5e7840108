"""A coach makes a scene of their own: the scene changes beside the form, is kept, and a colleague talks it through."""

from playwright.sync_api import expect

from spoorboek.people.policy import Role
from tests.browser.cast import Demo
from tests.browser.conftest import Readers
from tests.browser.reader import PHONE


def test_a_scene_is_copied_written_seen_and_kept(reader: Readers, people: Demo, demo_mode: None) -> None:
    coach = reader(people.who(Role.COACH))
    coach.opens("/scenes/").sees("Het sollicitatiegesprek", "De rustige plek")
    coach.opens("/scenes/extra-shift/").presses("Kopie maken en aanpassen").sees("Klaar om te bewaren")
    coach.follows("Naam en situatie").fills("Titel, Nederlands", "De vrije dag").presses("Bewaren")
    coach.sees("De vrije dag").follows("Gelukkig, je bent er nog!")
    coach.presses("Laat de scène hier zien")
    coach.fills("Wat die zegt, Nederlands", "Kun jij morgen? Ik vraag het iedereen.")
    expect(coach.page.locator("#live")).to_contain_text("Ik vraag het iedereen.")
    expect(coach.page.locator("[data-beside-line]")).to_contain_text("Ik vraag het iedereen.", timeout=20_000)
    expect(coach.page.locator("[data-beside-frame] canvas")).to_be_visible()
    coach.presses("Bewaren").sees("Kun jij morgen?").presses("Bewaren voor de organisatie")
    coach.sees("De scène staat op de lijst", "De vrije dag")

    phone = reader(people.who(Role.COACH), PHONE, scripts=False)
    phone.opens("/scenes/").sees("Van jullie zelf").follows("De vrije dag").follows("Oefenen met tekst")
    phone.presses("Begin het gesprek").sees("Kun jij morgen?").presses("Nee, morgen lukt niet.")
    phone.sees("Mag ik vragen waarom niet?").presses("Eén stap terug").sees("Kun jij morgen?")
