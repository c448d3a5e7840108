"""Contact notes: asked about health words, sealed, blacked out for good while the journal still verifies."""

import pytest
from django.db import connection

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts.contact import note_contact, redact_contact_note
from spoorboek.dossiers.health_words import HealthWords
from spoorboek.dossiers.models import ContactNote, JournalPayload
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.envelopes import Envelope
from tests.builders import Company, actor, days_ago, today
from tests.dossiers.cast import Cast, cast

TEXT = "Koffie op dinsdag, daarna kijken we naar het rooster."


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


def note(here: Cast, who: Actor, text: str = TEXT) -> ContactNote:
    with acting_as(who):
        return note_contact(who, here.dossier.pk, today(), "phone", text)


def test_what_was_agreed_is_sealed_and_read_back_by_who_takes_part(company: Company) -> None:
    here = cast(company)
    made = note(here, here.manager)
    assert TEXT.encode() not in bytes(made.sealed)
    with acting_as(here.client):
        assert Envelope(here.dossier.pk).open(made.sealed) == TEXT


def test_health_words_are_asked_about_before_anything_is_saved(company: Company) -> None:
    here = cast(company)
    with acting_as(here.manager):
        with pytest.raises(HealthWords, match="hernia"):
            note_contact(here.manager, here.dossier.pk, today(), "phone", "Ze heeft een hernia.")
        assert not ContactNote.objects.filter(dossier=here.dossier).exists()
        assert len(journal.opened_payloads(here.dossier.pk)) == 1


def test_the_writer_may_keep_a_word_that_means_something_else(company: Company) -> None:
    here = cast(company)
    with acting_as(here.manager):
        note_contact(
            here.manager, here.dossier.pk, today(), "phone", "Klachten van klanten besproken.", ["Klachten"]
        )
        assert ContactNote.objects.filter(dossier=here.dossier).count() == 1


def test_redaction_takes_the_text_from_the_note_and_the_journal_and_keeps_the_chain(company: Company) -> None:
    here = cast(company)
    marker = "GEHEIMZINNIG-WOORD"
    made = note(here, here.manager, f"{marker} op dinsdag.")
    with acting_as(here.manager):
        redact_contact_note(here.manager, here.dossier.pk, made.pk, "health")
        row = ContactNote.objects.get(pk=made.pk)
        assert (bytes(row.sealed), row.redacted_at is not None) == (b"", True)
        payloads = journal.opened_payloads(here.dossier.pk)
        assert marker not in str(payloads)
        last = payloads[max(payloads)]
        assert (last["note"], last["why"]) == (made.pk, "health")
        assert journal.breaks(here.dossier.pk) == []
        acts = list(here.dossier.journal.order_by("sequence").values_list("act", flat=True))
        assert acts[-2:] == ["note_contact", "redact_contact_note"]
        assert JournalPayload.objects.filter(dossier=here.dossier).count() == len(acts) - 1


def test_a_redacted_text_is_nowhere_in_the_database_in_any_form_that_opens(company: Company) -> None:
    here = cast(company)
    made = note(here, here.manager, "Uniek stukje tekst voor de proef.")
    with acting_as(here.manager):
        envelope = Envelope(here.dossier.pk)
        redact_contact_note(here.manager, here.dossier.pk, made.pk, "mistake")
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT sealed FROM dossiers_journalpayload WHERE dossier_id = %s", [here.dossier.pk]
            )
            kept = [envelope.open(bytes(row[0])) for row in cursor.fetchall()]
    assert not any("Uniek stukje" in text for text in kept)


def test_redacting_twice_or_without_a_reason_is_refused_kindly(company: Company) -> None:
    here = cast(company)
    made = note(here, here.manager)
    with acting_as(here.manager):
        with pytest.raises(Refused, match="Kies waarom"):
            redact_contact_note(here.manager, here.dossier.pk, made.pk, "")
        redact_contact_note(here.manager, here.dossier.pk, made.pk, "asked")
        with pytest.raises(Refused, match="al weggehaald"):
            redact_contact_note(here.manager, here.dossier.pk, made.pk, "asked")


def test_a_supervisor_blacks_out_only_the_own_note(company: Company) -> None:
    here = cast(company)
    theirs = note(here, here.manager)
    supervisor = actor(company.supervisor)
    own = note(here, supervisor, "We bellen op maandag.")
    with acting_as(supervisor):
        with pytest.raises(Refused, match="je eigen notitie"):
            redact_contact_note(supervisor, here.dossier.pk, theirs.pk, "health")
        redact_contact_note(supervisor, here.dossier.pk, own.pk, "health")


def test_a_note_of_another_dossier_is_not_found(company: Company) -> None:
    here, there = cast(company), cast(company)
    elsewhere = note(there, there.manager)
    with acting_as(here.manager), pytest.raises(Refused, match="niet gevonden"):
        redact_contact_note(here.manager, here.dossier.pk, elsewhere.pk, "health")


def test_sent_twice_it_is_one_note(company: Company) -> None:
    here = cast(company)
    note(here, here.manager)
    with pytest.raises(Refused, match="staat er al"):
        note(here, here.manager)


@pytest.mark.parametrize(
    ("day", "text", "field"),
    [(-1, TEXT, "on"), (31, TEXT, "on"), (0, "  ", "text"), (0, "a" * 1501, "text")],
)
def test_a_day_to_come_a_day_before_and_an_empty_or_endless_text_are_refused_at_their_field(
    company: Company, day: int, text: str, field: str
) -> None:
    here = cast(company, 30)
    with acting_as(here.manager), pytest.raises(Refused) as refusal:
        note_contact(here.manager, here.dossier.pk, days_ago(day), "phone", text)
    assert refusal.value.field == field
