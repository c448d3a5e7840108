"""A case manager at work: by keyboard only, over a whole course of sickness, and beside a colleague."""

import re
from datetime import date, timedelta

from django.utils.formats import date_format
from playwright.sync_api import expect

from spoorboek.dossiers.acts.opening import involve
from spoorboek.people.policy import Role
from tests.browser.cast import Demo
from tests.browser.conftest import Readers
from tests.browser.pictures import picture
from tests.browser.reader import DESK, PHONE
from tests.builders import Company, days_ago


def written(day: date) -> str:
    """As a Dutch reader reads it."""
    return date_format(day, "j F Y")


def test_with_the_keyboard_alone_a_wrong_first_day_is_found_understood_and_corrected(
    reader: Readers, people: Demo, demo_mode: None
) -> None:
    first = people.dossiers["Hans"].first_sick_day
    anouk = reader().opens("/demo/").sees("Wie wil je zijn?")
    picture(anouk, "demo")
    anouk.tabs_to("Anouk de Graaf").types("Enter").sees("Mijn caseload")
    picture(anouk, "caseload")
    anouk.types("/", *"peters", "Enter").sees("Gezocht: peters")
    anouk.tabs_to("Hans Peters").types("Enter").sees("De drie klokken")
    anouk.tabs_to("waarom? Loondoorbetaling").types("Enter").sees(
        re.compile("Waarom .*[0-9]{4}"), "Wat verschuift deze dag?"
    )
    anouk.tabs_to("Feit wijzigen").types("Enter").sees(re.compile(written(first)))
    anouk.tabs_to("Wijzig Eerste ziektedag").types("Enter").sees("Waarom verandert dit?")
    earlier = first - timedelta(days=7)
    anouk.tabs_to("Eerste ziektedag").types_day(earlier)
    anouk.tabs_to("Waarom verandert dit?").types("ArrowDown")
    picture(anouk, "feit-wijzigen")
    anouk.tabs_to("Wijziging opslaan").types("Enter")
    anouk.sees(
        "Het feit is gewijzigd.",
        "Wat er verschoof",
        "7 dagen eerder",
        f"De eerste ziektedag is {written(earlier)}.",
    )
    picture(anouk, "verschoven")
    anouk.tabs_to("Naar het dossier").types("Enter").sees("Het verhaal van dit dossier")
    story = anouk.page.locator(".story__entry").first
    expect(story.locator(".story__change del")).to_have_text(written(first))
    expect(story.locator(".story__change ins")).to_have_text(written(earlier))


def test_a_sickness_from_its_report_to_a_second_case_says_each_time_what_it_is(
    reader: Readers, people: Demo
) -> None:
    anouk = reader(people.who(Role.CASE_MANAGER))
    anouk.opens("/caseload/").follows("Ziek melden").sees("Wie is er ziek?")
    anouk.follows("Voeg de medewerker toe").sees("Medewerker toevoegen")
    anouk.fills("Voornaam", "Ilse").fills("Achternaam", "Kramer").fills("Functie", "Kok").fills(
        re.compile("Contracturen"), "32"
    )
    anouk.presses("Toevoegen en verder").sees("Ilse Kramer ziek melden", "Welke dag is de eerste ziektedag?")
    anouk.fills("Eerste ziektedag", days_ago(100).isoformat()).presses("Ziek melden").sees(
        "Ilse Kramer", "Probleemanalyse"
    )

    anouk.follows("Uren werk doorgeven").fills(re.compile("Vanaf welke dag"), days_ago(90).isoformat())
    anouk.fills(re.compile("Hoeveel uur"), "12,5").presses("Uren opslaan").sees(
        "De uren zijn opgeslagen.", "werkt 12,5 van 32 uur"
    )

    fit = re.compile("Eerste dag weer volledig")
    again = re.compile("Eerste dag dat weer")
    anouk.follows("Herstel melden").fills(fit, days_ago(80).isoformat()).presses("Herstel opslaan")
    anouk.sees("De hersteldag is opgeslagen.").opens(anouk.dossier_path()).sees("Er hoeft niets.")
    anouk.follows("Opnieuw ziek melden").fills(again, days_ago(53).isoformat()).presses("Opnieuw ziek melden")
    anouk.sees(
        "De ziekmelding is opgeslagen.",
        "Er zaten 27 dagen tussen. Dat is minder dan vier weken, dus hetzelfde geval loopt door.",
    )
    same = anouk.dossier_path()

    anouk.opens(same).follows("Herstel melden").fills(fit, days_ago(40).isoformat()).presses(
        "Herstel opslaan"
    )
    anouk.opens(same).follows("Opnieuw ziek melden").fills(again, days_ago(12).isoformat()).presses(
        "Opnieuw ziek melden"
    )
    anouk.sees("De ziekmelding is opgeslagen.", re.compile("Er zat vier weken of meer tussen"))
    assert anouk.dossier_path() != same
    anouk.opens(anouk.dossier_path()).sees(re.compile("ziek sinds " + date_format(days_ago(12), "j")))


def test_the_second_of_two_who_edit_one_fact_sees_both_values_and_loses_nothing(reader: Readers) -> None:
    company = Company()
    dossier = company.dossier(days_ago(60))
    involve(dossier, company.colleague.pk, Role.CASE_MANAGER, company.employer.pk)
    path = f"/dossiers/{dossier.pk}/feiten/first-day/1/wijzigen/"
    day, reason = "Eerste ziektedag", "Waarom verandert dit?"
    first, second = reader(company.case_manager).opens(path), reader(company.colleague, 360).opens(path)

    first.fills(day, days_ago(62).isoformat()).page.get_by_label(reason).select_option(index=1)
    first.presses("Wijziging opslaan").sees("Het feit is gewijzigd.")

    second.fills(day, days_ago(64).isoformat()).page.get_by_label("tijdens de dag gestopt").check()
    second.page.get_by_label(reason).select_option(index=2)
    second.presses("Wijziging opslaan")
    second.sees(
        "Iemand anders was je voor",
        "Er is niets kwijt",
        written(days_ago(62)),
        written(days_ago(64)),
        company.case_manager.name,
    )
    theirs = second.page.get_by_role("group", name=day).get_by_role("radio").nth(1)
    theirs.check()
    second.presses("Opslaan wat ik koos").sees(re.compile("opgeslagen|gewijzigd"))

    second.opens(f"/dossiers/{dossier.pk}/feiten/").sees(f"{written(days_ago(62))} · tijdens de dag gestopt")
    second.opens(f"/dossiers/{dossier.pk}/verhaal/").sees(written(days_ago(62)), written(days_ago(60)))


def test_a_morning_with_the_keyboard_what_is_late_comes_first_and_opens_with_one_key(
    reader: Readers, people: Demo
) -> None:
    anouk = reader(people.who(Role.CASE_MANAGER))
    anouk.opens("/caseload/").sees("Te laat", "Deze week").types("j")
    rows = anouk.page.locator("[data-line] a")
    expect(rows.nth(0)).to_be_focused()
    anouk.types("j", "ArrowDown", "k")
    expect(rows.nth(1)).to_be_focused()
    name = rows.nth(1).inner_text()
    anouk.types("Enter").sees("De drie klokken")
    expect(anouk.page.get_by_role("heading", level=1)).to_have_text(name)


def test_keys_are_never_taken_from_a_field_and_can_be_turned_off(reader: Readers, people: Demo) -> None:
    anouk = reader(people.who(Role.CASE_MANAGER))
    anouk.opens("/caseload/").types("/", *"jk")
    expect(anouk.page.locator("#search")).to_have_value("jk")
    anouk.page.get_by_text("Werken met toetsen").click()
    anouk.page.get_by_label("Toetsen van één letter gebruiken").uncheck()
    anouk.opens("/caseload/").sees("Mijn caseload").types("j")
    expect(anouk.page.locator("[data-line] a").first).not_to_be_focused()


def test_filters_a_kept_view_the_month_and_standing_in_are_sound_at_both_widths(
    reader: Readers, people: Demo
) -> None:
    for width in (PHONE, DESK):
        anouk = reader(people.who(Role.CASE_MANAGER), width)
        anouk.opens("/caseload/").page.get_by_text("Filter en sorteer").click()
        anouk.field("Deel van de weg").select_option("slot")
        anouk.sees("week 88 en later: richting WIA")
        picture(anouk, "caseload-filter")
        anouk.follows("Maand").sees("Terug naar de lijst")
        picture(anouk, "caseload-maand")
        anouk.opens("/caseload/waarnemen/").sees("Laat een collega waarnemen")


def test_without_scripts_filters_and_the_rest_of_the_list_work(reader: Readers, people: Demo) -> None:
    anouk = reader(people.who(Role.CASE_MANAGER), scripts=False)
    anouk.opens("/caseload/?filter=1").page.locator("#kies-fase").select_option("slot")
    anouk.presses("Toon").sees("week 88 en later: richting WIA")
