"""Wanting and being able: the client alone, what was shared, what others offer, and who reaches none of it."""

import uuid
from datetime import timedelta

import pytest
from django.db.utils import ProgrammingError
from django.urls import reverse

from spoorboek.dossiers import health_words
from spoorboek.dossiers.models import JournalEntry
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.dossiers.story import Audience, story_of
from spoorboek.methods.determinants import determinants
from spoorboek.people.actor import acting_as
from spoorboek.people.policy import MAY_READ_A_PROFILE, Role
from spoorboek.programme.profile import access
from spoorboek.programme.profile.acts import behaviour as acts
from spoorboek.programme.profile.acts import cards, others
from spoorboek.programme.profile.models import Answer, Behaviour, Choice, Invitation, Offer, Round, Share
from spoorboek.site import clock
from tests.dossiers.cast import Cast, cast
from tests.profile.cast import answered, named, rows_read
from tests.programme.folder.cast import browser_of

TABLES = (Behaviour, Round, Answer, Choice, Share, Invitation, Offer)


@pytest.fixture
def here() -> Cast:
    return cast()


def test_only_the_client_names_a_behaviour(here: Cast) -> None:
    for role, who in here.inside.items():
        if role is not Role.CLIENT:
            with acting_as(who), pytest.raises(NotYours):
                acts.name_behaviour(who, here.dossier.pk, "two-mornings")
    for who in here.outsiders.values():
        with acting_as(who), pytest.raises(NotYours):
            acts.name_behaviour(who, here.dossier.pk, "two-mornings")
    with acting_as(here.client):
        assert acts.name_behaviour(here.client, here.dossier.pk, "two-mornings").key == "two-mornings"


@pytest.mark.parametrize(("key", "words"), [("", ""), ("fly-to-the-moon", ""), ("", "x" * 200)])
def test_a_behaviour_has_to_be_specific(here: Cast, key: str, words: str) -> None:
    with acting_as(here.client), pytest.raises(Refused):
        acts.name_behaviour(here.client, here.dossier.pk, key, words)


def test_nobody_but_the_client_ever_answers(here: Cast) -> None:
    row = named(here)
    for role, who in here.inside.items():
        if role is not Role.CLIENT:
            with acting_as(who), pytest.raises(NotYours):
                acts.answer(who, here.dossier.pk, row.pk, "attitude", 3)


def test_not_knowing_and_passing_over_are_answers_and_finish_the_round() -> None:
    here = cast()
    row = named(here)
    with acting_as(here.client):
        for number, one in enumerate(determinants().determinants):
            acts.answer(here.client, here.dossier.pk, row.pk, one.key, None, passed=number % 2 == 0)
        rounds = access.moments(row, access.Envelope(here.dossier.pk))
    assert len(rounds) == 1
    assert all(said.step is None and said.words == "" for said in rounds[0].said.values())


def test_a_second_round_leaves_the_first_as_it_was() -> None:
    here = cast()
    row = named(here)
    answered(here, row, {"attitude": 1})
    answered(here, row, {"attitude": 5})
    with acting_as(here.client):
        rounds = access.moments(row, access.Envelope(here.dossier.pk))
    assert [moment.said["attitude"].step for moment in rounds] == [1, 5]


def test_at_most_three_are_chosen_and_none_is_fine() -> None:
    here = cast()
    row = named(here)
    with acting_as(here.client):
        with pytest.raises(Refused):
            acts.choose(here.client, here.dossier.pk, row.pk, ["attitude", "norm", "skills", "habit"])
        acts.choose(here.client, here.dossier.pk, row.pk, ["norm", "skills"])
        acts.choose(here.client, here.dossier.pk, row.pk, ["skills"])
        assert [one.key for one in access.chosen(row)] == ["skills"]
        acts.choose(here.client, here.dossier.pk, row.pk, [])
        assert access.chosen(row) == []


def test_a_card_taken_twice_is_one_card_and_can_be_put_back() -> None:
    here = cast()
    row = named(here)
    with acting_as(here.client):
        first = cards.take_card(here.client, here.dossier.pk, row.pk, "half-the-step")
        assert cards.take_card(here.client, here.dossier.pk, row.pk, "half-the-step").pk == first.pk
        cards.let_go_card(here.client, here.dossier.pk, first.pk)
        assert access.cards_up(row) == []
        again = cards.take_card(here.client, here.dossier.pk, row.pk, "half-the-step")
        cards.finish_card(here.client, here.dossier.pk, again.pk)
        assert [one.row.pk for one in access.cards_done(row) if one.row] == [again.pk]


def test_a_card_is_done_in_one_tap_from_vandaag() -> None:
    here = cast()
    row = named(here)
    answered(here, row)
    with acting_as(here.client):
        card = cards.take_card(here.client, here.dossier.pk, row.pk, "half-the-step")
    browser, address = browser_of(here.client), reverse("wanting_card_done", args=[card.pk])
    assert f'action="{address}"' in browser.get(reverse("today")).content.decode()
    answer = browser.post(address, {"from": "today"})
    assert answer.headers["Location"] == reverse("today")
    assert address not in browser.get(reverse("today")).content.decode()


def test_without_a_share_nobody_else_reaches_a_row() -> None:
    here = cast()
    row = named(here)
    answered(here, row)
    for role, who in {**here.inside, **here.outsiders}.items():
        if role != Role.CLIENT:
            assert [model for model in TABLES if rows_read(who, model, here.dossier.pk)] == [], role


@pytest.mark.parametrize("role", MAY_READ_A_PROFILE)
def test_a_share_opens_one_behaviour_to_one_person_until_it_is_withdrawn(role: Role) -> None:
    here = cast()
    row, other = named(here, "Zelf koken"), named(here, "Alleen op reis")
    answered(here, row)
    answered(here, other)
    reader = here.inside[role]
    with acting_as(here.client):
        shared = others.share_behaviour(here.client, here.dossier.pk, row.pk, reader.person_id)
    assert rows_read(reader, Behaviour, here.dossier.pk) == 1
    assert rows_read(reader, Answer, here.dossier.pk) == len(determinants().determinants)
    for second in MAY_READ_A_PROFILE:
        if second is not role:
            assert rows_read(here.inside[second], Answer, here.dossier.pk) == 0
    with acting_as(here.client):
        others.withdraw_share(here.client, here.dossier.pk, shared.pk)
    assert rows_read(reader, Answer, here.dossier.pk) == 0


def test_a_share_ends_with_its_last_day_and_with_the_behaviour() -> None:
    here = cast()
    row = named(here, "Zelf koken")
    coach = here.inside[Role.COACH]
    with acting_as(here.client):
        yesterday = clock.today() - timedelta(days=1)
        with pytest.raises(Refused):
            others.share_behaviour(here.client, here.dossier.pk, row.pk, coach.person_id, yesterday)
        shared = others.share_behaviour(here.client, here.dossier.pk, row.pk, coach.person_id, clock.today())
    assert rows_read(coach, Behaviour, here.dossier.pk) == 1
    with acting_as(here.client):
        Share.objects.filter(pk=shared.pk).update(until=clock.today() - timedelta(days=1))
    assert rows_read(coach, Behaviour, here.dossier.pk) == 0
    with acting_as(here.client):
        Share.objects.filter(pk=shared.pk).update(until=None)
        acts.stop_behaviour(here.client, here.dossier.pk, row.pk)
    assert rows_read(coach, Behaviour, here.dossier.pk) == 0


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.CASE_MANAGER, Role.HELPER])
def test_the_employers_side_cannot_be_given_it_not_even_in_the_database(role: Role) -> None:
    here = cast()
    row = named(here)
    answered(here, row)
    who = here.inside[role]
    with acting_as(here.client):
        with pytest.raises(Refused):
            others.share_behaviour(here.client, here.dossier.pk, row.pk, who.person_id)
        Share.objects.create(
            dossier=here.dossier, behaviour=row, account_id=who.person_id, shared_on=clock.today()
        )
    assert [model for model in TABLES if rows_read(who, model, here.dossier.pk)] == []


def test_own_words_about_health_are_asked_about_before_someone_reads_them() -> None:
    here = cast()
    row = named(here, "Werken met minder depressieve klachten")
    coach, doctor = here.inside[Role.COACH], here.inside[Role.COMPANY_DOCTOR]
    with acting_as(here.client):
        with pytest.raises(health_words.HealthWords) as asked:
            others.share_behaviour(here.client, here.dossier.pk, row.pk, coach.person_id)
        others.share_behaviour(
            here.client, here.dossier.pk, row.pk, coach.person_id, words_kept=asked.value.words
        )
        others.share_behaviour(here.client, here.dossier.pk, row.pk, doctor.person_id)


def test_who_is_asked_reads_the_sentence_and_offers_their_own_part_only() -> None:
    here = cast()
    row = named(here, "Twee uur meehelpen in de keuken")
    answered(here, row)
    supervisor = here.inside[Role.SUPERVISOR]
    with acting_as(here.client):
        asked = others.ask_for_offers(here.client, here.dossier.pk, row.pk, supervisor.person_id)
        with pytest.raises(Refused):
            others.ask_for_offers(here.client, here.dossier.pk, row.pk, supervisor.person_id)
    with acting_as(supervisor):
        others.offer(supervisor, here.dossier.pk, asked.pk, {"welcome": 5})
        others.offer(supervisor, here.dossier.pk, asked.pk, {"welcome": 3, "small-start": 2})
        with pytest.raises(Refused):
            others.offer(supervisor, here.dossier.pk, asked.pk, {"attitude": 3})
    for model in (Behaviour, Round, Answer, Choice, Share):
        assert rows_read(supervisor, model, here.dossier.pk) == 0
    for role in (Role.CASE_MANAGER, Role.COACH, Role.COMPANY_DOCTOR):
        assert rows_read(here.inside[role], Invitation, here.dossier.pk) == 0
        assert rows_read(here.inside[role], Offer, here.dossier.pk) == 0
    with acting_as(here.client):
        assert {(one.title != "", one.step) for one in access.offers_for(row)} == {(True, 3), (True, 2)}
        others.withdraw_invitation(here.client, here.dossier.pk, asked.pk)
    assert rows_read(supervisor, Invitation, here.dossier.pk) == 0
    with acting_as(supervisor), pytest.raises(Refused):
        others.offer(supervisor, here.dossier.pk, asked.pk, {"welcome": 1})


def test_nobody_offers_without_being_asked(here: Cast) -> None:
    row = named(here)
    with acting_as(here.client):
        asked = others.ask_for_offers(
            here.client, here.dossier.pk, row.pk, here.inside[Role.SUPERVISOR].person_id
        )
    coach = here.inside[Role.COACH]
    with acting_as(coach), pytest.raises(Refused):
        others.offer(coach, here.dossier.pk, asked.pk, {"practice": 3})
    with pytest.raises(ProgrammingError), acting_as(coach):
        Offer.objects.create(
            dossier=here.dossier, invitation_id=asked.pk, account_id=coach.person_id, key="practice", step=3,
            offered_on=clock.today(),
        )  # fmt: skip


def test_the_story_of_everyone_else_is_silent_about_it() -> None:
    here = cast()
    row = named(here)
    answered(here, row)
    with acting_as(here.client):
        others.share_behaviour(
            here.client, here.dossier.pk, row.pk, here.inside[Role.COACH].person_id, words_kept=()
        )
        own = [told.act for told in story_of(here.fresh(), Audience.CLIENT)]
    assert {"name_behaviour", "rate_behaviour", "share_behaviour"} <= set(own)
    for role, who in here.inside.items():
        if role is not Role.CLIENT:
            with acting_as(who):
                told = story_of(here.dossier, role=role)
                names = set(JournalEntry.objects.filter(dossier=here.dossier).values_list("act", flat=True))
            assert not {one.act for one in told} & {"name_behaviour", "rate_behaviour", "personal_act"}
            assert not names & {"name_behaviour", "rate_behaviour", "share_behaviour"}


def test_a_closed_dossier_is_read_and_changes_no_more() -> None:
    here = cast()
    row = named(here)
    with acting_as(here.client):
        here.dossier.refresh_from_db()
        type(here.dossier).objects.filter(pk=here.dossier.pk).update(closed_on=clock.today())
        for act in (
            lambda: acts.answer(here.client, here.dossier.pk, row.pk, "attitude", 3),
            lambda: acts.name_behaviour(here.client, here.dossier.pk, "two-mornings"),
            lambda: cards.take_card(here.client, here.dossier.pk, row.pk, "half-the-step"),
        ):
            with pytest.raises(Refused, match="gesloten"):
                act()
        assert access.own_behaviours(here.dossier.pk)[0][0].pk == row.pk


def test_another_clients_behaviour_does_not_exist(here: Cast) -> None:
    row = named(cast())
    with acting_as(here.client), pytest.raises(Refused):
        acts.answer(here.client, here.dossier.pk, row.pk, "attitude", 3)
    with acting_as(here.client), pytest.raises(Refused):
        acts.answer(here.client, here.dossier.pk, uuid.uuid4(), "attitude", 3)
