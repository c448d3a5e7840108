"""The client's own acts: nobody sees a folded card, a helper reads and never more."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import override_settings

from spoorboek.dossiers import journal
from spoorboek.dossiers.access import open_dossier
from spoorboek.dossiers.acts.client import (
    authorise_helper,
    fold_card,
    folded_cards,
    record_opinion_asked,
    unfold_card,
    withdraw_helper,
)
from spoorboek.dossiers.acts.steps import mark_done
from spoorboek.dossiers.medical.models import Access
from spoorboek.dossiers.medical.scope import medical_scope
from spoorboek.dossiers.models import FoldedCard, JournalEntry, Obligation
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Account, Invitation
from spoorboek.people.registrar import REGISTRAR
from tests.builders import Company, days_ago, person, today
from tests.dossiers.cast import Cast, cast

CARD = "step:plan-of-action:0"


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


def cards_in_sql(who: Actor, here: Cast) -> int:
    with acting_as(who), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM dossiers_foldedcard WHERE dossier_id = %s", [here.dossier.pk])
        return int(cursor.fetchone()[0])


def test_a_folded_card_is_the_clients_alone_also_in_raw_sql(company: Company) -> None:
    here = cast(company)
    with acting_as(here.client):
        fold_card(here.client, here.dossier.pk, CARD)
        assert folded_cards(here.dossier) == {CARD}
    for role, who in here.inside.items():
        assert cards_in_sql(who, here) == (1 if role == "client" else 0), role
    for who in (*here.outsiders.values(), REGISTRAR):
        assert cards_in_sql(who, here) == 0


def test_folding_leaves_no_trace_in_the_journal_and_changes_no_step(company: Company) -> None:
    here = cast(company)
    with acting_as(here.client):
        before = JournalEntry.objects.filter(dossier=here.dossier).count()
        step = Obligation.objects.get(dossier=here.dossier, key="plan-of-action")
        fold_card(here.client, here.dossier.pk, CARD)
        fold_card(here.client, here.dossier.pk, CARD)
        assert JournalEntry.objects.filter(dossier=here.dossier).count() == before
        again = Obligation.objects.get(dossier=here.dossier, key="plan-of-action")
        assert (again.pk, again.next_on) == (step.pk, step.next_on)
        unfold_card(here.client, here.dossier.pk, CARD)
        assert not FoldedCard.objects.filter(dossier=here.dossier).exists()


def test_only_cards_that_exist_in_name_can_be_folded(company: Company) -> None:
    here = cast(company)
    with acting_as(here.client), pytest.raises(Refused):
        fold_card(here.client, here.dossier.pk, "ik ben moe")


def test_a_helper_reads_the_process_layer_until_the_day_and_nothing_medical_or_personal(
    company: Company,
) -> None:
    here = cast(company)
    with acting_as(here.client):
        fold_card(here.client, here.dossier.pk, CARD)
        seat, _code = authorise_helper(
            here.client, here.dossier.pk, "Ali", "Yılmaz", today() + timedelta(days=30)
        )
    helper = Actor(account_id=seat.account_id)
    with acting_as(helper):
        assert open_dossier(helper, here.dossier.pk).is_client
        assert Obligation.objects.filter(dossier=here.dossier).exists()
        assert not FoldedCard.objects.filter(dossier=here.dossier).exists()
        with medical_scope():
            assert not Access.objects.exists()
        with pytest.raises(NotYours):
            mark_done(helper, here.dossier.pk, "wia-application", today())


def test_the_client_stops_a_helper_at_once(company: Company) -> None:
    here = cast(company)
    with acting_as(here.client):
        seat, _code = authorise_helper(here.client, here.dossier.pk, "Ali", "Yılmaz", today())
        withdraw_helper(here.client, here.dossier.pk, seat.pk)
        with pytest.raises(Refused, match="al niet meer"):
            withdraw_helper(here.client, here.dossier.pk, seat.pk)
    helper = Actor(account_id=seat.account_id)
    with acting_as(helper):
        assert not Obligation.objects.filter(dossier=here.dossier).exists()
        with pytest.raises(NotYours):
            open_dossier(helper, here.dossier.pk)


def test_a_helper_without_email_comes_in_with_a_code_that_only_the_client_sees(company: Company) -> None:
    here = cast(company)
    with acting_as(here.client):
        seat, code = authorise_helper(here.client, here.dossier.pk, "Oma", "Jansen", today())
        assert len(code.replace("-", "")) == 16
        assert code not in str(journal.opened_payloads(here.dossier.pk))
    assert Invitation.objects.filter(account_id=seat.account_id, used_at__isnull=True).count() == 1


@override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")
def test_a_new_helper_with_email_gets_the_way_in_by_mail_and_the_client_never_sees_the_code(
    company: Company,
) -> None:
    here = cast(company)
    address = f"zus.{here.dossier.pk.hex[:8]}@example.org"
    mail.outbox = []
    with acting_as(here.client):
        _seat, code = authorise_helper(
            here.client,
            here.dossier.pk,
            "Zus",
            "Jansen",
            today(),
            address.upper(),
            "https://spoor.nl/uitnodiging/CODE/",
        )
    assert code == ""
    assert [message.to for message in mail.outbox] == [[address]]
    assert "https://spoor.nl/uitnodiging/" in mail.outbox[0].body


def test_no_code_is_made_for_an_account_that_was_there_already(company: Company) -> None:
    here = cast(company)
    invited = person("Genodigd")
    address = Account.objects.get(pk=invited.pk).email
    assert address is not None
    with acting_as(here.client):
        seat, code = authorise_helper(here.client, here.dossier.pk, "Genodigd", "Al", today(), address)
    assert (seat.account_id, code) == (invited.pk, "")
    assert not Invitation.objects.filter(account_id=invited.pk).exists()


def test_who_takes_part_already_cannot_be_a_helper_too_and_a_year_is_the_longest(company: Company) -> None:
    here = cast(company)
    supervisor = Account.objects.get(pk=company.supervisor.pk).email
    assert supervisor is not None
    with acting_as(here.client):
        with pytest.raises(Refused, match="doet al mee"):
            authorise_helper(here.client, here.dossier.pk, "Lei", "Ding", today(), supervisor)
        for day in (days_ago(1), today() + timedelta(days=400)):
            with pytest.raises(Refused) as refusal:
                authorise_helper(here.client, here.dossier.pk, "Ali", "Yılmaz", day)
            assert refusal.value.field == "until"


def test_asking_for_an_opinion_is_one_question_on_a_day_and_moves_no_date(company: Company) -> None:
    here = cast(company)
    with acting_as(here.client):
        record_opinion_asked(here.client, here.dossier.pk, "employer_efforts", today())
        with pytest.raises(Refused) as refusal:
            record_opinion_asked(here.client, here.dossier.pk, "alles", today())
        assert refusal.value.field == "question"
        said = list(journal.opened_payloads(here.dossier.pk).values())[-1]
    assert said == {"question": "employer_efforts", "asked_on": today().isoformat()}
    assert here.fresh().version == here.dossier.version
