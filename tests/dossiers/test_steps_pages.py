"""The pages of these acts: what they do, what they keep when something is refused, and what they never show."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from spoorboek.dossiers.acts import client, contact, steps
from spoorboek.dossiers.models import Appointment, AppointmentReply, ContactNote, Milestone
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Person
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR
from tests.builders import Company, actor, days_ago, today
from tests.dossiers.cast import Cast, cast
from tests.dossiers.test_acts_appointments import at, plan
from tests.signed_in import signed_in


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


@pytest.fixture
def here(company: Company) -> Cast:
    return cast(company, 50)


def browser(who: Actor) -> Client:
    with acting_as(REGISTRAR):
        return signed_in(Person.objects.select_related("account").get(pk=who.account_id))


def address(here: Cast, name: str, *args: object) -> str:
    return reverse(name, args=[here.dossier.pk, *args])


def read(page: str, name: str) -> str:
    """The value of a hidden input."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return found.group(1)


def test_a_step_is_done_from_its_page_and_the_moved_dates_are_shown(here: Cast) -> None:
    page = browser(here.manager)
    url = address(here, "mark_done", "problem-analysis", 0)
    version = read(page.get(url).content.decode(), "version")
    answer = page.post(url, {"done_on": days_ago(3).isoformat(), "version": version}, follow=True)
    assert answer.redirect_chain[-1][0].startswith(f"/dossiers/{here.dossier.pk}/")
    assert "Probleemanalyse" in answer.content.decode()
    with acting_as(here.manager):
        assert Milestone.objects.get(dossier=here.dossier, key="problem-analysis").done_on == days_ago(3)


def test_what_is_refused_stands_at_its_field_with_everything_typed(here: Cast) -> None:
    tomorrow = (today() + timedelta(days=1)).isoformat()
    url = address(here, "mark_done", "plan-of-action", 0)
    answer = browser(here.manager).post(url, {"done_on": tomorrow, "version": here.fresh().version})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert f'value="{tomorrow}"' in page
    assert 'aria-invalid="true"' in page
    assert "Deze dag moet nog komen" in page


def test_a_late_save_shows_both_values_and_the_choice_is_saved(here: Cast) -> None:
    read_at = here.fresh().version
    supervisor = actor(here.company.supervisor)
    with acting_as(supervisor):
        steps.mark_done(supervisor, here.dossier.pk, "plan-of-action", days_ago(9))
    url = address(here, "correct_done", "plan-of-action", 0)
    page = browser(here.manager)
    typed = {"done_on": days_ago(7).isoformat(), "why": "typing", "version": read_at}
    answer = page.post(url, typed)
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert here.company.supervisor.name in shown
    names = ("version", "why", "mine-done_on", "theirs-done_on")
    carried = {name: read(shown, name) for name in names}
    assert (carried["mine-done_on"], carried["theirs-done_on"]) == (
        days_ago(7).isoformat(),
        days_ago(9).isoformat(),
    )
    kept = page.post(url, carried | {"choice-done_on": "theirs"})
    assert kept.status_code == 302
    done = page.post(url, carried | {"choice-done_on": "mine"})
    assert done.status_code == 302
    with acting_as(here.manager):
        assert Milestone.objects.get(dossier=here.dossier, key="plan-of-action").done_on == days_ago(7)


@pytest.mark.parametrize("version", [{}, {"version": "geen getal"}])
def test_a_form_without_the_version_it_was_read_at_saves_nothing_and_can_be_sent_again(
    here: Cast, version: dict[str, str]
) -> None:
    page = browser(here.manager)
    url = address(here, "partial_return")
    answer = page.post(url, {"since": today().isoformat(), "hours": "7,5", **version})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "sla opnieuw op" in shown
    assert read(shown, "hours") == "7,5"
    again = {name: read(shown, name) for name in ("since", "hours", "version")}
    assert page.post(url, again).status_code == 302


def test_health_words_are_marked_and_asked_about_and_nothing_typed_is_lost(here: Cast) -> None:
    page = browser(here.manager)
    url = address(here, "note_contact")
    said = {
        "on": today().isoformat(),
        "way": "video",
        "text": "Klachten van klanten. <b>Dinsdag</b>.",
        "version": "1",
    }
    asked = page.post(url, said)
    shown = asked.content.decode()
    assert asked.status_code == 422
    assert "<mark>Klachten</mark> van klanten. &lt;b&gt;" in shown
    assert re.search(r"<textarea[^>]*>\s*Klachten van klanten", shown)
    with acting_as(here.manager):
        assert not ContactNote.objects.filter(dossier=here.dossier).exists()
    other = page.post(
        url, said | {"text": "Klachten over haar hernia", "asked": "klachten", "words_kept": "on"}
    )
    assert "<mark>hernia</mark>" in other.content.decode()
    kept = page.post(url, said | {"asked": read(shown, "asked"), "words_kept": "on"})
    assert kept.status_code == 302
    with acting_as(here.manager):
        assert ContactNote.objects.filter(dossier=here.dossier).count() == 1


def test_a_redacted_text_is_on_no_page(here: Cast) -> None:
    marker = "Zonnebloemenveld"
    with acting_as(here.manager):
        made = contact.note_contact(here.manager, here.dossier.pk, today(), "phone", f"{marker} op dinsdag.")
    page = browser(here.manager)
    assert marker in page.get(address(here, "dossier")).content.decode()
    page.post(address(here, "redact_contact_note", made.pk), {"why": "health", "version": "1"})
    for name in ("dossier", "dossier_story"):
        assert marker not in page.get(address(here, name)).content.decode()


def test_an_appointment_is_planned_moved_and_called_off(here: Cast) -> None:
    page = browser(here.manager)
    said = {
        "with_account": str(here.company.doctor.pk),
        "kind": "company_doctor",
        "day": at(5).date().isoformat(),
        "time": "10:30",
        "minutes": "30",
        "way": "phone",
        "version": "1",
    }
    assert page.post(address(here, "plan_appointment"), said).status_code == 302
    again = page.post(address(here, "plan_appointment"), said)
    assert "staat er al" in again.content.decode()
    with acting_as(here.manager):
        row = Appointment.objects.get(dossier=here.dossier)
    url = address(here, "move_appointment", row.pk)
    assert page.post(url, said | {"time": "11:30", "version": 1}).status_code == 302
    stale = page.post(url, said | {"time": "12:30", "version": 1})
    assert stale.status_code == 409
    assert {"11.30", "12.30"} <= set(re.findall(r"\d\d[:.]\d\d", stale.content.decode()))
    assert read(stale.content.decode(), "version") == "2"
    assert page.post(address(here, "cancel_appointment", row.pk), {"version": 2}).status_code == 302
    assert page.get(url).status_code == 404


def test_cannot_come_asks_nothing_and_others_only_see_that_a_new_moment_is_needed(here: Cast) -> None:
    row = plan(here)
    mine = browser(here.client)
    url = reverse("cannot_come", args=[row.pk])
    page = mine.get(url).content.decode()
    assert set(re.findall(r'<(?:input|textarea|select)[^>]*name="([^"]+)"', page.split("<main")[1])) <= {
        "csrfmiddlewaretoken",
        "version",
    }
    sent = {"version": read(page, "version"), "reason": "VERBORGEN", "text": "VERBORGEN"}
    assert mine.post(url, sent).status_code == 302
    assert mine.post(url, sent).status_code == 302
    with acting_as(here.client):
        assert AppointmentReply.objects.filter(dossier=here.dossier).count() == 1
    for who in (here.manager, actor(here.company.doctor)):
        shown = browser(who).get(address(here, "plan_appointment")).content.decode()
        assert "nieuw moment nodig" in shown
        assert "VERBORGEN" not in shown


def test_a_folded_card_says_that_the_appointment_stands_and_nobody_else_sees_it(here: Cast) -> None:
    row = plan(here)
    card = f"appointment:{row.pk}"
    mine = browser(here.client)
    told = mine.post(reverse("fold_card", args=[card]), follow=True).content.decode()
    assert "De afspraak blijft staan" in told
    with acting_as(here.client):
        assert client.folded_cards(here.dossier) == {card}
    for role, who in here.inside.items():
        if role not in (Role.CLIENT, Role.HELPER):
            for name in ("dossier", "dossier_story", "plan_appointment", "people_of_dossier"):
                page = browser(who).get(address(here, name)).content.decode()
                assert "Nu even niet" not in page
                assert "kaart is dicht" not in page
    mine.post(reverse("unfold_card", args=[card]))
    with acting_as(here.client):
        assert client.folded_cards(here.dossier) == frozenset()


def test_a_helper_reads_along_and_is_told_kindly_that_changing_is_not_theirs(here: Cast) -> None:
    helper = browser(actor(here.helper))
    for name, args in (("helpers", []), ("my_opinion", []), ("my_step_done", ["wia-application", 0])):
        answer = helper.get(reverse(name, args=args))
        assert answer.status_code == 403
        assert "niet aan jou" in answer.content.decode()


def test_the_code_of_a_helper_without_email_is_shown_once_on_a_letter(here: Cast) -> None:
    mine = browser(here.client)
    said = {
        "first_name": "Oma",
        "last_name": "Jansen",
        "email": "",
        "until": today().isoformat(),
        "version": "1",
    }
    letter = mine.post(reverse("helpers"), said).content.decode()
    code = re.search(r"[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}", letter)
    assert code
    again = mine.get(reverse("helpers")).content.decode()
    assert code.group() not in again
    assert "Oma Jansen" in again
    seat = re.search(r"/mijn/helper/(\d+)/stop/", again)
    assert seat
    assert mine.post(reverse("withdraw_helper", args=[seat.group(1)])).status_code == 302


def test_the_opinion_page_gives_times_and_no_made_up_price(here: Cast) -> None:
    page = browser(here.client).get(reverse("my_opinion")).content.decode()
    assert "2 weken" in page
    assert "4 weken" in page
    assert "niet bevestigd" in page
    assert not re.search(r"€\s*\d|\d+\s*euro", page)


def test_after_a_transfer_the_old_case_manager_finds_nothing(here: Cast) -> None:
    page = browser(here.manager)
    url = address(here, "transfer")
    seen = read(page.get(url).content.decode(), "seen")
    answer = page.post(url, {"to": str(here.company.colleague.pk), "seen": seen, "version": "1"})
    assert answer.status_code == 302
    assert answer["Location"] == reverse("home")
    for name in ("dossier", "people_of_dossier", "note_contact"):
        assert page.get(address(here, name)).status_code == 404
    colleague = browser(actor(here.company.colleague))
    assert colleague.get(address(here, "dossier")).status_code == 200


@pytest.mark.parametrize("name", ["people_of_dossier", "plan_appointment", "let_take_part"])
def test_the_lists_cost_the_same_number_of_queries_however_long_they_are(here: Cast, name: str) -> None:
    page = browser(here.manager)
    plan(here)
    page.get(address(here, name))
    with CaptureQueriesContext(connection) as few:
        page.get(address(here, name))
    with acting_as(here.client):
        for number in range(3):
            client.authorise_helper(here.client, here.dossier.pk, f"Helper {number}", "Jansen", today())
    for days in range(10, 14):
        plan(here, at(days))
    with CaptureQueriesContext(connection) as many:
        page.get(address(here, name))
    assert len(many) <= len(few)
