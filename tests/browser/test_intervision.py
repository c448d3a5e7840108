"""Three colleagues hold intervision: one chairs at a desk, one presents on a phone, one has no scripts at all."""

import re

from tests.browser.chrome import axe_finds
from tests.browser.conftest import Readers
from tests.browser.pictures import picture
from tests.browser.reader import PHONE, Reader
from tests.circle.cast import circle, fresh
from tests.signed_in import signed_in


def goes_on(chair: Reader) -> str:
    """To the next step, by the button that names it."""
    button = chair.button(re.compile("^Verder: "))
    step = button.inner_text().removeprefix("Verder: ")
    button.click()
    stands_at(chair, step)
    return step


def stands_at(reader: Reader, step: str) -> None:
    reader.page.get_by_role("heading", name=step, exact=True, level=2).wait_for()


def is_judged(reader: Reader) -> None:
    """Each state of a room is a page of its own to who reads it."""
    found = axe_finds(reader.page)
    assert not found, (reader.page.url, found)


def looks_again(reader: Reader) -> Reader:
    """Without scripts: one presses a link."""
    return reader.follows("Ververs")


def test_three_colleagues_hold_a_meeting_from_start_to_end(reader: Readers) -> None:
    three = circle(3)
    chairs, presents, others = three.people
    chair, phone, plain = reader(chairs), reader(presents, PHONE), reader(others, scripts=False)

    chair.opens("/intervisie/").sees("Mijn groepen").follows("Intervisie Test").sees("Wie doen er mee")
    chair.follows("Plan een bijeenkomst").presses("Plan").sees("Nog niemand brengt iets in")
    path = chair.page.url.removeprefix(chair.address)
    phone.opens(path).presses("Ik breng iets in").follows("Schrijf je casus").sees(
        "Zo blijft iedereen onherkenbaar"
    )
    phone.fills(
        re.compile("Wat gebeurde er"), "Ik bel mevrouw Jansen op 06 1234 5678, en er verandert niets."
    )
    phone.presses("Kijk na en zet klaar").sees("Nog niet gedeeld", "lijkt een naam", "Dit moet weg.")
    picture(phone, "intervisie-casus")
    phone.fills(re.compile("Wat gebeurde er"), "Ik bel de medewerker, en er verandert niets.")
    phone.presses("Kijk na en zet klaar").sees("Anderen zien het pas")

    plain.opens(path).sees("brengt iets in").does_not_see("er verandert niets")
    chair.presses("Begin de bijeenkomst").sees("Stap 1 van 11")
    phone.sees("Stap 1 van 11")
    is_judged(phone)
    plain.opens(path).fills("Wat deed ik met de vorige keer?", "Ik heb gewacht.").presses("Verstuur")
    chair.sees("Ik heb gewacht.")
    is_judged(chair)
    picture(chair, "intervisie-ruimte")

    for step in ("Inbrengen en kiezen", "De feiten", "Vragen opschrijven"):
        assert goes_on(chair) == step
        stands_at(phone, step)
    chair.sees("er verandert niets")
    looks_again(plain).fills("Mijn open vraag", "Wat wil de medewerker?").presses("Verstuur")
    chair.fills("Mijn open vraag", "Wie belt er nog meer?").tabs_to("Verstuur").types("Enter")
    chair.page.locator(".circle-own").wait_for()
    chair.does_not_see("Wat wil de medewerker?")
    chair.fills("Mijn open vraag", "Nog niet af")
    goes_on(chair)
    for one in (chair, phone):
        one.sees("Wat wil de medewerker?", "Wie belt er nog meer?")
    assert chair.field("Dit had je nog niet verstuurd:").input_value() == "Nog niet af"
    focused = chair.page.evaluate("document.activeElement.innerText")
    assert focused.startswith("Verder: "), focused
    assert "Stap 5 van 11: Antwoorden." in chair.page.locator("[data-say]").inner_text()

    goes_on(chair)
    goes_on(chair)
    phone.sees("Je luistert nu")
    assert phone.page.locator("textarea").count() == 0
    is_judged(phone)
    goes_on(chair)
    goes_on(chair)
    looks_again(plain).fills("Mijn advies", "Ik zou een week niet bellen.").presses("Verstuur")
    goes_on(chair)
    phone.sees("Ik zou een week niet bellen.").fills("Dit ga ik doen", "Een week niet bellen.").presses(
        "Verstuur"
    )
    chair.sees("Een week niet bellen.")
    goes_on(chair)
    chair.presses("Sluit de bijeenkomst").sees("Wie er waren")
    phone.sees("Hoe nuttig was dit voor je werk?").presses("9").sees("Alleen jij ziet dit cijfer")
    looks_again(plain).sees("Een week niet bellen.").does_not_see("Alleen jij ziet")


def test_a_screen_that_lost_its_line_says_so_and_comes_back(reader: Readers) -> None:
    three = circle(3)
    meeting = three.running()
    screen = reader(three.people[2]).opens(f"/intervisie/{meeting.pk}/").sees("Stap 1 van 11")
    screen.page.locator("text=1 aanwezig").wait_for()
    screen.fills("Wat deed ik met de vorige keer?", "Ik heb gew")
    screen.context.set_offline(True)
    screen.page.evaluate("window.dispatchEvent(new Event('online'))")
    screen.page.locator("[data-connection]", has_text="De verbinding is weg").wait_for()
    client = signed_in(three.people[0])
    client.post(f"/intervisie/{meeting.pk}/doe/verder/", {"step": "0"})
    assert fresh(meeting).step == 1
    screen.context.set_offline(False)
    screen.page.evaluate("window.dispatchEvent(new Event('online'))")
    stands_at(screen, "Inbrengen en kiezen")
    assert screen.field("Dit had je nog niet verstuurd:").input_value() == "Ik heb gew"
