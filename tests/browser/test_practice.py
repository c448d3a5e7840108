"""Client and coach practise together: from choosing to what the coach may keep, and taking that back."""

import re

from playwright.sync_api import expect

from spoorboek.people.policy import Role
from tests.browser.cast import Demo
from tests.browser.chrome import axe_finds
from tests.browser.conftest import Readers
from tests.browser.reader import PHONE, Reader
from tests.builders import today

GOAL = "Zeggen dat ik even tijd nodig heb"
WITHOUT_PICTURE = "sessionStorage.setItem('spoorboek-practice', JSON.stringify({picture: false}))"


def is_judged(one: Reader) -> Reader:
    """Each state is a page of its own to who reads it."""
    assert axe_finds(one.page) == [], one.page.url
    return one


def chooses(one: Reader, label: str) -> Reader:
    """A number of a scale, or an answer, and on."""
    one.page.get_by_role("radio", name=label, exact=True).check(force=True)
    return one.presses("Volgende")


def goes_on_to_look_back(one: Reader) -> Reader:
    """Where what the player told is still on its way, one is asked whether it is over."""
    one.page.get_by_role("heading", level=1).wait_for()
    asked = one.page.get_by_role("button", name="Ja, terugkijken")
    if asked.count():
        asked.click()
    return one


def test_client_and_coach_practise_together(reader: Readers, people: Demo, demo_mode: None) -> None:
    coach, client = reader(people.who(Role.COACH)), reader(people.person("Fatma"), PHONE)
    client.context.add_init_script(WITHOUT_PICTURE)

    coach.opens(people.path("Fatma")).follows("Oefenen met VR").sees("Er staat niets klaar")
    coach.follows("Kies samen een oefening")
    coach.follows("Praten met je leidinggevende").fills("Wat wil je oefenen?", "Omgaan met mijn burn-out")
    coach.presses("Zet het klaar").sees("Gaat dit over gezondheid?")
    coach.fills("Wat wil je oefenen?", GOAL).fills("Hoe heet je leidinggevende?", "Ingrid")
    coach.page.locator("input[name=on]").fill(today().isoformat())
    is_judged(coach).presses("Zet het klaar").sees("Wacht op het ja van Fatma")

    client.opens("/oefenen-met-vr/").sees(GOAL)
    is_judged(client).follows(re.compile("Lezen en kiezen")).sees("Er begint niets zonder jouw ja", "Ingrid")
    client.presses("Ja, dit wil ik oefenen").follows("Begin met de vragen")
    chooses(chooses(client, "Nee"), "Nee")
    chooses(is_judged(client), "0").sees("Hoe wil je vandaag oefenen?")
    is_judged(client).presses("Op het scherm").sees("Hoe gespannen ben je nu?")
    chooses(client, "5").sees("Hoe misselijk of duizelig ben je nu?")
    chooses(client, "0").sees("Klaar om te beginnen")
    client.presses("Open de oefening").sees("Voor je begint")

    client.presses(re.compile("^Begin$")).sees("Je begint op de rustplek").does_not_see("Wat zeg jij?")
    client.presses("Naar het oefenen").sees("Ingrid", "Wat zeg jij?")
    client.page.get_by_role("button", name="Stop", exact=True).click()
    client.sees("Gestopt. Dat is goed.").follows("Ik ben klaar")
    goes_on_to_look_back(client).sees("Hoe gespannen ben je nu?")
    chooses(client, "3").presses("Sla over").sees("Hoe was het?")
    is_judged(client).fills("Jouw woorden", "Ik zei het.").presses("Volgende")
    client.page.get_by_role("radio").first.check()
    client.presses("Volgende").sees("Wat mag je coach bewaren?")
    client.page.get_by_role("checkbox", name="hoe gespannen je was").check()
    is_judged(client).presses("Volgende").presses("Klaar").sees(
        "Goed gedaan", "bewaart: hoe gespannen je was"
    )
    is_judged(client)

    coach.opens(people.path("Fatma") + "oefenen-met-vr/").follows("Praten met je leidinggevende")
    is_judged(coach.sees("Spanning", "Na afloop")).does_not_see("Ik zei het.")
    client.opens("/wie-ziet-wat/").sees("Oefenen op")
    client.opens("/oefenen-met-vr/").follows("Praten met je leidinggevende").presses(
        re.compile("Niet meer bewaren")
    )
    coach.page.reload()
    coach.sees("liet je van deze keer niets bewaren").does_not_see("Na afloop")

    for path in ("thuis/", "voortgang/", "bril/", "veilig/"):
        is_judged(client.opens(f"/oefenen-met-vr/{path}"))
    expect(client.page.get_by_role("heading", level=1)).to_be_visible()
    employer = reader(people.who(Role.CASE_MANAGER))
    employer.opens(people.path("Fatma")).does_not_see("Oefenen met VR", GOAL)
