"""Learning in a browser: by keyboard, on from another device, and without scripts on a phone."""

from playwright.sync_api import expect

from spoorboek.people.policy import Role
from tests.browser.cast import Demo
from tests.browser.chrome import axe_finds
from tests.browser.conftest import Readers
from tests.browser.pictures import picture
from tests.browser.reader import PHONE, Reader

PAGE = "/leren/warm-contact/"


def is_sound(one: Reader) -> None:
    """Each step is judged: they share an address."""
    one.finds_it_sound()
    assert axe_finds(one.page) == []


def focus(one: Reader) -> str:
    return str(one.page.evaluate("document.activeElement.id"))


def test_a_supervisor_goes_through_a_module_by_keyboard_and_on_a_phone(
    reader: Readers, people: Demo, demo_mode: None
) -> None:
    desk = reader(people.who(Role.SUPERVISOR))
    desk.opens("/leren/").sees("Voor wie begeleidt of leidinggeeft", "Er is geen cijfer.")
    desk.tabs_to("Warm contact").types("Enter")
    desk.sees("Bellen met iemand die ziek is.").tabs_to("Begin").types("Enter")
    desk.sees("Waarom bellen ertoe doet").tabs_to("Verder").types("Enter")

    desk.sees("Met Fatma.", "kijkt moe")
    is_sound(desk)
    desk.tabs_to("Hoi Fatma. Ik zit met het rooster.").types("Enter")
    desk.sees("Wat dit doet", "kijkt gespannen")
    assert focus(desk) == "nu"
    picture(desk, "leren-gesprek")

    phone = reader(people.who(Role.SUPERVISOR), PHONE)
    phone.opens(PAGE).sees("kijkt gespannen", "Eén stap terug in het gesprek")
    is_sound(phone)
    phone.presses("Sorry, dat was te snel.").sees("kijkt rustig")
    phone.presses("Dat klinkt vervelend.").sees("kijkt opgelucht")
    phone.presses("Die overdracht regel ik").sees("Dit gesprek is rond", "kijkt blij")
    picture(phone, "leren-gesprek-telefoon")
    phone.presses("Verder").sees("Mag ik dit vragen?")
    is_sound(phone)
    for choice in phone.page.get_by_label("Dit mag je vragen").all():
        choice.check()
    phone.presses("Kijk of het past").sees("Lees wat erbij staat", "hoort bij: Dit is voor de bedrijfsarts")
    assert focus(phone) == "nu"
    is_sound(phone)

    desk.opens(PAGE).sees("Lees wat erbij staat").presses("Verder").sees("Wat zet je in je notitie?")
    is_sound(desk)
    desk.page.get_by_label("Gebeld. Overdracht gaat naar Joke.").check()
    desk.presses("Kijk wat het doet").sees("jouw keuze", "past minder").presses("Verder")
    desk.sees("Zo houd je het vol").presses("Verder").sees("wordt niet verstuurd en niet bewaard")
    is_sound(desk)
    desk.fills("Ruimte om te denken", "Dit blijft hier").presses("Klaar").sees("Je hebt deze les af")
    desk.follows("Bekijk je bewijs").sees("Bewijs van deelname", people.who(Role.SUPERVISOR).name)
    is_sound(desk)


def test_a_client_puts_steps_in_order_with_and_without_scripts(
    reader: Readers, people: Demo, demo_mode: None
) -> None:
    for scripts in (False, True):
        fatma = reader(people.person("Fatma"), PHONE, scripts=scripts)
        fatma.opens("/leren/what-happens-now/")
        fatma.presses("Begin").presses("Verder").sees("Wie doet wat?")
        for group in fatma.page.locator("fieldset").all():
            group.get_by_label("Jij", exact=True).check()
        fatma.presses("Kijk of het past").presses("Verder").sees("De eerste stappen")
        first = fatma.page.locator(".arrange__item").first.inner_text()
        fatma.presses(f"Naar beneden: {first.splitlines()[0]}")
        expect(fatma.page.locator(".arrange__item").nth(1)).to_contain_text(first.splitlines()[0])
        if scripts:
            expect(fatma.page.get_by_role("status")).to_have_text("Nu op plek 2")
            is_sound(fatma)
        fatma.presses("Kijk of het klopt").sees("Bij elk antwoord staat waarom.")
        fatma.presses("Wis waar ik was").sees("Voor jou")
