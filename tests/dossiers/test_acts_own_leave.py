"""The client says whether sickness round the leave comes from pregnancy or birth; the doctor's answer goes first."""

from datetime import timedelta

import pytest

from spoorboek.dossiers.acts.facts import correct_fact
from spoorboek.dossiers.acts.leave import register_leave, state_on_leave
from spoorboek.dossiers.acts.own_leave import say_on_leave
from spoorboek.dossiers.correctable import BY_KEY
from spoorboek.dossiers.explanation import full_traces
from spoorboek.dossiers.facts import facts_of
from spoorboek.dossiers.facts_stored import facts_of_one
from spoorboek.dossiers.medical.models import OwnStatement
from spoorboek.dossiers.medical.scope import medical_scope
from spoorboek.dossiers.models import Dossier, JournalPayload, Leave
from spoorboek.dossiers.projection import TIMETABLE
from spoorboek.dossiers.reasons import Reason
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.dossiers.story import Audience, story_of
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Account, Person
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR
from tests.builders import actor, days_ago
from tests.dossiers.cast import Cast, cast
from tests.signed_in import signed_in


@pytest.fixture
def here() -> Cast:
    made = cast(sick_for=200)
    with acting_as(made.manager):
        register_leave(made.manager, made.dossier.pk, days_ago(122), days_ago(11))
    return made


def leave_of(here: Cast) -> Leave:
    with acting_as(REGISTRAR):
        return Leave.objects.get(dossier=here.dossier)


def say(here: Cast, answer: str) -> None:
    with acting_as(here.client):
        say_on_leave(here.client, here.dossier.pk, leave_of(here).pk, answer)


def counted_with(here: Cast) -> str:
    with acting_as(TIMETABLE):
        return str(facts_of(facts_of_one(here.dossier.pk)).leaves[0].related_to_birth)


def ban(here: Cast) -> object:
    with acting_as(here.client):
        found = Dossier.objects.get(pk=here.dossier.pk)
        return full_traces(found)["clock-dismissal_ban"]["last_day"]


def test_the_clients_answer_counts_until_the_doctor_answers(here: Cast) -> None:
    doctor = actor(here.company.doctor)
    assert counted_with(here) == "unknown"
    say(here, "yes")
    assert counted_with(here) == "yes"
    with acting_as(doctor):
        state_on_leave(doctor, here.dossier.pk, leave_of(here).pk, "yes", "unknown")
    assert counted_with(here) == "yes"
    with_birth = ban(here)
    with acting_as(doctor):
        state_on_leave(doctor, here.dossier.pk, leave_of(here).pk, "yes", "no")
    assert counted_with(here) == "no"
    assert ban(here) != with_birth


def test_nobody_else_says_it_and_only_client_and_doctor_read_it(here: Cast) -> None:
    leave = leave_of(here)
    for role, who in {**here.inside, **here.outsiders}.items():
        if role != Role.CLIENT:
            with acting_as(who), pytest.raises(NotYours):
                say_on_leave(who, here.dossier.pk, leave.pk, "yes")
    say(here, "yes")
    readers = set()
    for role, who in here.inside.items():
        with acting_as(who), medical_scope():
            if OwnStatement.objects.filter(dossier_id=here.dossier.pk).exists():
                readers.add(role)
    assert readers == {Role.CLIENT, Role.COMPANY_DOCTOR}


def test_the_others_are_told_that_something_was_said_and_never_what(here: Cast) -> None:
    say(here, "yes")
    with acting_as(here.manager):
        told = story_of(here.fresh())[0]
        assert not JournalPayload.objects.filter(entry__act="say_on_leave", dossier=here.dossier).exists()
    assert told.sentence.endswith("gaf iets door dat meetelt voor de data.")
    assert (told.changes, told.moved) == ((), ())
    with acting_as(here.client):
        assert "Alleen jij en de bedrijfsarts" in story_of(here.fresh(), Audience.CLIENT)[0].sentence


def test_who_the_doctor_has_not_met_is_asked_nothing(here: Cast) -> None:
    Account.objects.filter(pk=here.client.account_id).update(recognised_at=None)
    with acting_as(here.client), pytest.raises(Refused, match="bedrijfsarts"):
        say_on_leave(here.client, here.dossier.pk, leave_of(here).pk, "yes")


def test_the_answer_moves_with_its_leave(here: Cast) -> None:
    say(here, "yes")
    leave = leave_of(here)
    days = {"starts": days_ago(120), "last_day": leave.ends - timedelta(days=1)}
    with acting_as(here.manager):
        correct_fact(here.manager, here.dossier.pk, BY_KEY["leave"], str(leave.pk), days, Reason.TYPING)
    assert counted_with(here) == "yes"


def test_the_pages_ask_once_and_the_doctor_reads_the_answer(here: Cast) -> None:
    with acting_as(here.client):
        person = Person.objects.select_related("account").get(pk=here.client.account_id)
    page, address = signed_in(person), f"/mijn/verlof/{leave_of(here).pk}/"
    assert address in page.get("/mijn-route/").content.decode()
    shown = page.get(address).content.decode()
    assert "Alleen jij en de bedrijfsarts lezen je antwoord" in shown
    version = here.fresh().version
    done = page.post(address, {"related_to_birth": "yes", "version": str(version)})
    assert done.status_code == 302
    facts = f"/dossiers/{here.dossier.pk}/feiten/"
    assert "De medewerker zegt zelf" in signed_in(here.company.doctor).get(facts).content.decode()
    assert "De medewerker zegt zelf" not in signed_in(here.company.case_manager).get(facts).content.decode()
    assert address not in signed_in(here.helper).get("/mijn-route/").content.decode()
