"""Goals, agenda, notes and homework: whose they are, who reads them, and what never changes."""

import uuid

import pytest

from spoorboek.dossiers import health_words
from spoorboek.dossiers.acts.seats import give_seat
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.coaching import access
from spoorboek.programme.coaching.acts import goals, sessions
from spoorboek.programme.coaching.content import Content
from spoorboek.programme.coaching.models import (
    Agenda,
    CoachRating,
    Goal,
    Homework,
    HomeworkReply,
    Note,
    OwnRating,
)
from spoorboek.programme.coaching.proposing import proposed_points
from spoorboek.programme.folder.signals import page_finished
from spoorboek.site import clock
from tests.builders import actor, person
from tests.dossiers.cast import Cast, cast
from tests.profile.cast import rows_read

LADDER = Content("Elke week twee keer wandelen", ("nul", "een keer", "twee keer", "drie keer", "elke dag"))
COACH_TABLES = (Note, Homework, Agenda, CoachRating)


@pytest.fixture
def here() -> Cast:
    return cast()


def goal(here: Cast, *, fixed: bool = True, shared: bool = True, content: Content = LADDER) -> Goal:
    who, dossier_id = here.client, here.dossier.pk
    with acting_as(who):
        made = goals.name_goal(who, dossier_id, content.title)
        goals.write_levels(who, dossier_id, made.pk, content, 1)
        if fixed:
            goals.fix_goal(who, dossier_id, made.pk)
        if shared:
            goals.share_goal(who, dossier_id, made.pk, here.inside[Role.COACH].person_id)
    return made


def second_coach(here: Cast) -> Actor:
    """A colleague of the coach who takes part in the same dossier."""
    other = person("Tweede")
    give_seat(here.dossier.pk, other.pk, Role.COACH, here.company.second_track.pk)
    return actor(other)


def test_a_goal_is_the_clients_own_until_it_is_shared_with_one_coach(here: Cast) -> None:
    goal(here, shared=False)
    for role, who in {**here.inside, **here.outsiders}.items():
        if role != Role.CLIENT:
            assert rows_read(who, Goal, here.dossier.pk) == 0, role
    goal(here)
    other = second_coach(here)
    assert rows_read(here.inside[Role.COACH], Goal, here.dossier.pk) == 1
    assert rows_read(other, Goal, here.dossier.pk) == 0


def test_nobody_but_the_client_writes_fixes_or_shares_a_goal(here: Cast) -> None:
    made = goal(here, fixed=False)
    for role, who in here.inside.items():
        if role is not Role.CLIENT:
            for act in (
                lambda who=who: goals.name_goal(who, here.dossier.pk, "x"),
                lambda who=who: goals.write_levels(who, here.dossier.pk, made.pk, LADDER, 1),
                lambda who=who: goals.fix_goal(who, here.dossier.pk, made.pk),
                lambda who=who: goals.share_goal(who, here.dossier.pk, made.pk, who.person_id),
            ):
                with acting_as(who), pytest.raises(NotYours):
                    act()


def test_levels_stand_once_they_are_fixed(here: Cast) -> None:
    made = goal(here)
    with acting_as(here.client), pytest.raises(Refused, match="ligt vast"):
        goals.write_levels(here.client, here.dossier.pk, made.pk, LADDER, 3)
    with acting_as(here.inside[Role.COACH]), pytest.raises(Refused, match="ligt vast"):
        goals.propose_levels(here.inside[Role.COACH], here.dossier.pk, made.pk, LADDER)


@pytest.mark.parametrize("levels", [("", "b", "c", "d", "e"), ("a", "a", "c", "d", "e")])
def test_half_written_or_equal_levels_cannot_be_fixed(here: Cast, levels: tuple[str, ...]) -> None:
    made = goal(here, fixed=False, content=Content("Doel", levels))
    with acting_as(here.client), pytest.raises(Refused, match="vijf"):
        goals.fix_goal(here.client, here.dossier.pk, made.pk)


def test_a_goal_is_rated_only_after_its_levels_were_fixed(here: Cast) -> None:
    made = goal(here, fixed=False)
    with acting_as(here.client), pytest.raises(Refused, match="vast"):
        goals.rate_own_goals(here.client, here.dossier.pk, {made.pk: 0})
    for wrong in (3, -3):
        fixed = goal(cast(), shared=False)
        with acting_as(here.client), pytest.raises(Refused):
            goals.rate_own_goals(here.client, here.dossier.pk, {fixed.pk: wrong})


def test_a_coach_proposes_words_and_the_client_decides(here: Cast) -> None:
    made = goal(here, fixed=False)
    coach = here.inside[Role.COACH]
    better = Content(LADDER.title, ("a", "b", "c", "d", "e"))
    with acting_as(coach):
        proposal = goals.propose_levels(coach, here.dossier.pk, made.pk, better)
        shown = access.goal_of(here.dossier.pk, made.pk)
        assert shown is not None
        assert shown.content == LADDER
    with acting_as(here.client):
        goals.take_over(here.client, here.dossier.pk, proposal.pk)
        shown = access.goal_of(here.dossier.pk, made.pk)
        assert shown is not None
        assert shown.content == better
        assert shown.proposal is None


def test_client_and_coach_rate_apart_and_see_the_other_only_after_their_own(here: Cast) -> None:
    made = goal(here)
    coach = here.inside[Role.COACH]
    with acting_as(here.client):
        goals.rate_own_goals(here.client, here.dossier.pk, {made.pk: 2})
    with acting_as(coach):
        mine = access.coach_series(here.dossier.pk, coach.person_id)
        seen, newer = access.told_apart(access.own_series(here.dossier.pk), mine)
        assert (dict(seen), newer) == ({made.pk: []}, True)
        goals.rate_as_coach(coach, here.dossier.pk, {made.pk: -1})
        mine = access.coach_series(here.dossier.pk, coach.person_id)
        seen, newer = access.told_apart(access.own_series(here.dossier.pk), mine)
        assert (seen[made.pk][0][1], newer) == (2, False)


def test_the_score_moves_with_the_goals_and_is_none_without_any(here: Cast) -> None:
    assert access.movement({}, {}) == []
    one, other = uuid.uuid4(), uuid.uuid4()
    today = clock.today()
    series = {one: [(today, 1)], other: [(today, 1)]}
    told = access.movement(series, {one: 1, other: 1})
    assert [(round(move.score, 1), move.goals) for move in told] == [(62.4, 2)]
    assert access.movement(series, {}) == []


def test_withdrawing_a_goal_closes_it_with_its_ratings(here: Cast) -> None:
    made = goal(here)
    coach = here.inside[Role.COACH]
    with acting_as(here.client):
        goals.rate_own_goals(here.client, here.dossier.pk, {made.pk: 0})
        share = made.shares.get()
    assert rows_read(coach, OwnRating, here.dossier.pk) == 1
    with acting_as(here.client):
        goals.withdraw_goal(here.client, here.dossier.pk, share.pk)
    assert rows_read(coach, OwnRating, here.dossier.pk) == 0
    assert rows_read(coach, Goal, here.dossier.pk) == 0
    with acting_as(coach), pytest.raises(Refused):
        goals.rate_as_coach(coach, here.dossier.pk, {made.pk: 1})


def test_what_a_coach_writes_is_read_by_the_coach_and_the_client_and_nobody_else(here: Cast) -> None:
    made = goal(here)
    coach, other = here.inside[Role.COACH], second_coach(here)
    with acting_as(coach):
        sessions.write_note(coach, here.dossier.pk, clock.today(), "Samen gewandeld.")
        sessions.give_homework(coach, here.dossier.pk, words="Een keer wandelen")
        sessions.write_agenda(coach, here.dossier.pk, ["Hoe is het?"])
        goals.rate_as_coach(coach, here.dossier.pk, {made.pk: 0})
    for model in COACH_TABLES:
        assert rows_read(coach, model, here.dossier.pk) == 1
        assert rows_read(here.client, model, here.dossier.pk) == 1
        for who in (other, *here.outsiders.values()):
            assert rows_read(who, model, here.dossier.pk) == 0
        for role, who in here.inside.items():
            if role not in {Role.CLIENT, Role.COACH}:
                assert rows_read(who, model, here.dossier.pk) == 0, role


@pytest.mark.parametrize("act", ["note", "homework", "agenda", "propose"])
def test_only_a_coach_or_labour_expert_writes_them(here: Cast, act: str) -> None:
    made = goal(here, fixed=False)
    doing = {
        "note": lambda who: sessions.write_note(who, here.dossier.pk, clock.today(), "x"),
        "homework": lambda who: sessions.give_homework(who, here.dossier.pk, words="x"),
        "agenda": lambda who: sessions.write_agenda(who, here.dossier.pk, ["x"]),
        "propose": lambda who: goals.propose_levels(who, here.dossier.pk, made.pk, LADDER),
    }[act]
    refused = [who for role, who in here.inside.items() if role not in {Role.COACH, Role.LABOUR_EXPERT}]
    for who in (*refused, *here.outsiders.values()):
        with acting_as(who), pytest.raises(NotYours):
            doing(who)


def test_health_words_are_asked_about_in_notes_homework_and_proposals(here: Cast) -> None:
    coach = here.inside[Role.COACH]
    made = goal(here, fixed=False)
    text = "Heeft last van een depressie"
    bad = Content(LADDER.title, (text, "b", "c", "d", "e"))
    with acting_as(coach):
        for act in (
            lambda: sessions.write_note(coach, here.dossier.pk, clock.today(), text),
            lambda: sessions.give_homework(coach, here.dossier.pk, words=text),
            lambda: sessions.write_agenda(coach, here.dossier.pk, [text]),
            lambda: goals.propose_levels(coach, here.dossier.pk, made.pk, bad),
        ):
            with pytest.raises(health_words.HealthWords):
                act()


def test_a_redacted_note_has_no_text_any_more_and_only_its_writer_redacts(here: Cast) -> None:
    coach, other = here.inside[Role.COACH], second_coach(here)
    with acting_as(coach):
        note = sessions.write_note(coach, here.dossier.pk, clock.today(), "Dit hoort hier niet.")
    with acting_as(other), pytest.raises(Refused):
        sessions.redact_note(other, here.dossier.pk, note.pk)
    with acting_as(coach):
        sessions.redact_note(coach, here.dossier.pk, note.pk)
        assert [text for _note, text in access.notes_of(here.dossier.pk)] == [""]
        assert bytes(Note.objects.get(pk=note.pk).sealed) == b""


def test_homework_from_a_worksheet_is_done_when_the_sheet_is(here: Cast) -> None:
    coach = here.inside[Role.COACH]
    with acting_as(coach):
        given = sessions.give_homework(coach, here.dossier.pk, "week-plan")
        with pytest.raises(Refused, match="dubbel"):
            sessions.give_homework(coach, here.dossier.pk, "week-plan")
    with acting_as(here.client):
        page_finished.send(
            sender=Homework, dossier_id=here.dossier.pk, key="week-plan", account_id=here.client.person_id
        )
    with acting_as(coach):
        assert HomeworkReply.objects.get(homework=given).said == "done"
        assert [one.said for one in access.homework_of(here.dossier.pk)] == ["done"]
    assert rows_read(second_coach(here), HomeworkReply, here.dossier.pk) == 0


def test_not_now_is_always_good_and_can_become_done(here: Cast) -> None:
    coach = here.inside[Role.COACH]
    with acting_as(coach):
        given = sessions.give_homework(coach, here.dossier.pk, words="Een keer bellen")
    with acting_as(here.client):
        sessions.answer_homework(here.client, here.dossier.pk, given.pk, "not_now")
        sessions.answer_homework(here.client, here.dossier.pk, given.pk, "done")
        with pytest.raises(Refused):
            sessions.answer_homework(here.client, here.dossier.pk, given.pk, "never")
    with acting_as(coach), pytest.raises(NotYours):
        sessions.answer_homework(coach, here.dossier.pk, given.pk, "done")


def test_the_agenda_is_proposed_from_what_the_coach_may_read_only(here: Cast) -> None:
    goal(here, shared=False, content=Content("Geheim doel", LADDER.levels))
    goal(here)
    coach = here.inside[Role.COACH]
    with acting_as(coach):
        sessions.give_homework(coach, here.dossier.pk, words="Een keer bellen")
        points = " ".join(proposed_points(coach, here.dossier.pk))
    assert LADDER.title in points
    assert "Een keer bellen" in points
    assert "Geheim doel" not in points


def test_writing_an_agenda_again_replaces_it(here: Cast) -> None:
    coach = here.inside[Role.COACH]
    with acting_as(coach):
        sessions.write_agenda(coach, here.dossier.pk, ["Eerste"])
        sessions.write_agenda(coach, here.dossier.pk, ["Tweede"])
        assert [lines for _row, lines in access.agendas_of(here.dossier.pk)] == [["Tweede"]]


def test_a_closed_dossier_is_read_and_changes_no_more(here: Cast) -> None:
    made = goal(here)
    coach = here.inside[Role.COACH]
    with acting_as(coach):
        given = sessions.give_homework(coach, here.dossier.pk, words="Bellen")
    with acting_as(here.client):
        type(here.dossier).objects.filter(pk=here.dossier.pk).update(closed_on=clock.today())
        for act in (
            lambda: goals.rate_own_goals(here.client, here.dossier.pk, {made.pk: 1}),
            lambda: sessions.answer_homework(here.client, here.dossier.pk, given.pk, "done"),
        ):
            with pytest.raises(Refused, match="gesloten"):
                act()
        assert len(access.goals_of(here.dossier.pk)) == 1


def test_words_about_health_are_asked_about_in_a_goal_that_someone_already_reads(here: Cast) -> None:
    made = goal(here, fixed=False)
    ill = Content("Minder last van mijn depressie", LADDER.levels)
    with acting_as(here.client):
        with pytest.raises(health_words.HealthWords) as asked:
            goals.write_levels(here.client, here.dossier.pk, made.pk, ill, 1)
        goals.write_levels(here.client, here.dossier.pk, made.pk, ill, 1, asked.value.words)
        share = made.shares.get()
        goals.withdraw_goal(here.client, here.dossier.pk, share.pk)
        goals.write_levels(here.client, here.dossier.pk, made.pk, ill, 1)
