"""Reken je tijdlijn uit: for everyone, without sign-in, on screen, on paper and in a calendar."""

import re
from pathlib import Path

from icalendar import Calendar

from tests.browser.conftest import Readers
from tests.browser.pictures import picture
from tests.browser.reader import PHONE


def test_wrong_input_is_explained_and_right_input_becomes_a_route_a_paper_and_a_calendar(
    reader: Readers,
) -> None:
    visitor = reader().opens("/reken/").sees("Wat je invult wordt niet bewaard.")
    visitor.presses("Reken uit").sees(
        "Er klopt nog iets niet", "Vul de eerste ziektedag in. Daar begint alles mee."
    )
    visitor.fills("Eerste ziektedag", "2026-04-20").presses("Reken uit")
    visitor.sees("Jouw route", "Drie klokken", re.compile("16 april 2028"), re.compile("8 februari 2027"))
    assert visitor.page.url.endswith("/reken/"), "facts stay out of the address"
    picture(visitor, "reken")

    visitor.page.emulate_media(media="print")
    assert not visitor.button("Reken uit").is_visible()
    assert visitor.page.get_by_role("heading", name="Alle dagen").is_visible()
    visitor.page.emulate_media(media="screen")

    with visitor.page.expect_download() as download:
        visitor.presses("Zet in mijn agenda")
    calendar = Calendar.from_ical(Path(download.value.path()).read_bytes())
    days = {str(event["summary"]): event["dtstart"].dt.isoformat() for event in calendar.walk("VEVENT")}
    assert "2027-02-08" in days.values()


def test_the_calculator_works_on_a_phone_without_scripts(reader: Readers) -> None:
    visitor = reader(width=PHONE, scripts=False).opens("/reken/")
    visitor.fills("Eerste ziektedag", "2026-04-20").presses("Reken uit").sees("Jouw route", "Alle dagen")
    visitor.page.get_by_text("Waarom deze dag?").first.click()
    visitor.finds_it_sound()
