"""A newcomer loads a company's messy list: every question understood, every row accounted for, and taken back again."""

import re
from pathlib import Path

from playwright.sync_api import expect

from spoorboek.loading import jobs
from spoorboek.loading.models import Import
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Person
from spoorboek.site import clock
from tests.browser.conftest import Readers
from tests.browser.pictures import picture
from tests.browser.reader import Reader
from tests.builders import Company
from tests.lists.messy import SECRETS, TEST_BSN, as_csv, messy


def the_worker_works(who: Person) -> None:
    """What the worker would do: tests have none."""
    with acting_as(Actor(account_id=who.pk)):
        load_id = Import.objects.latest("made_at").pk
    jobs.work_on(str(load_id), str(who.pk))


def answers(reader: Reader, label: str) -> Reader:
    reader.page.get_by_label(label).check()
    return reader


def test_a_messy_list_goes_in_is_understood_and_comes_out_again(reader: Readers, tmp_path: Path) -> None:
    company = Company()
    made = messy(80, clock.today(), seed=5)
    made.rows[4][6], made.rows[9][8], made.rows[12][6] = "31-02-2026", "half", f"ziek: {SECRETS[1]}"
    made.rows[3][10:13] = [SECRETS[0], TEST_BSN, SECRETS[2]]
    file = tmp_path / "verzuim.csv"
    file.write_bytes(as_csv(made, ";", "cp1252"))

    cas = reader(company.case_manager).opens("/laden/").sees("Een lijst laden")
    picture(cas, "laden")
    cas.page.set_input_files("input[type=file]", file)
    cas.presses("Bestand lezen").sees(
        "Welke kolom is wat?", "Dit gaat over gezondheid. Dat leest alleen de bedrijfsarts."
    )
    cas.does_not_see(SECRETS[0], SECRETS[2], TEST_BSN).finds_it_sound()
    picture(cas, "laden-kolommen")
    cas.presses("Klopt, verder").sees("Wat zegt het percentage?", re.compile("werkt .* van .* uur"))
    answers(cas, "Hoeveel iemand ziek is")
    picture(cas, "laden-percentage")
    cas.finds_it_sound().presses("Verder").sees("Wat zegt de einddatum?")
    answers(cas, "De laatste dag dat iemand ziek was").finds_it_sound().presses("Verder")
    cas.sees("Wie zijn het, en wie doet er mee?").finds_it_sound().presses("Naar het voorbeeld")
    cas.sees("Dit gebeurt er als je laadt", "Niet gelezen en niet bewaard:", "31-02-2026")
    cas.does_not_see(*SECRETS, TEST_BSN).finds_it_sound()
    picture(cas, "laden-voorbeeld")
    with cas.page.expect_download() as got:
        cas.follows("Haal deze rijen op met uitleg")
    corrected = got.value.path().read_text("utf-8-sig")
    assert "Wat er mee is" in corrected
    assert not any(secret in corrected for secret in [*SECRETS, TEST_BSN])

    cas.presses(re.compile("Laad deze")).sees("De lijst wordt geladen").finds_it_sound()
    the_worker_works(company.case_manager)
    cas.page.wait_for_url("**/uitkomst/")
    cas.sees("De lijst is geladen", "Het bestand en zijn rijen zijn weggegooid.").finds_it_sound()
    picture(cas, "laden-uitkomst")

    cas.follows("Alles terugdraaien").sees("Er wordt niets gewist").finds_it_sound().presses(
        "Alles terugdraaien"
    )
    the_worker_works(company.case_manager)
    cas.page.wait_for_url("**/uitkomst/")
    cas.sees("De lijst is teruggedraaid", "Alles wat deze lijst deed is teruggedraaid.")


def test_on_a_phone_and_without_script_a_list_goes_in_too(reader: Readers, tmp_path: Path) -> None:
    company = Company()
    file = tmp_path / "verzuim.csv"
    file.write_bytes(b"Naam;Eerste ziektedag;Hersteldatum;Uren per week\r\nSmit, B.;3-2-2026;9-2-2026;32\r\n")
    cas = reader(company.case_manager, 360, scripts=False).opens("/laden/")
    cas.page.set_input_files("input[type=file]", file)
    cas.presses("Bestand lezen").presses("Klopt, verder").presses("Naar het voorbeeld").sees(
        "weer aan het werk"
    )
    assert cas.page.evaluate("document.documentElement.scrollWidth") <= 360
    cas.presses(re.compile("Laad deze"))
    the_worker_works(company.case_manager)
    cas.follows("Ververs").sees("De lijst is geladen")
    expect(cas.link("B. Smit")).to_be_visible()
