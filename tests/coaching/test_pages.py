"""The pages of coaching: how many questions they ask of the database, and what a refused form says."""

from datetime import datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from spoorboek.dossiers.acts.appointments import plan_appointment
from spoorboek.people.actor import acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.coaching.acts import goals, sessions
from spoorboek.programme.coaching.content import Content
from spoorboek.programme.coaching.models import Note
from tests.builders import Company
from tests.coaching.test_acts import LADDER, goal
from tests.dossiers.cast import Cast, cast
from tests.programme.folder.cast import browser_of
from tests.signed_in import signed_in


def talks(here: Cast, count: int, first: int = 8) -> None:
    """Appointments with the coach, an hour apart, tomorrow."""
    coach = here.inside[Role.COACH]
    day = timezone.localdate() + timedelta(days=1)
    with acting_as(coach):
        for hour in range(count):
            starts_at = timezone.make_aware(datetime.combine(day, time(first + hour)))
            plan_appointment(coach, here.dossier.pk, coach.person_id, "coach", "phone", starts_at)


def asked(here: Cast, path: str) -> int:
    browser = signed_in(here.company.coach)
    browser.get(path)
    with CaptureQueriesContext(
        connection,
    ) as counted:
        assert browser.get(path).status_code == 200
    return len(counted)


def test_the_agenda_asks_the_same_of_ten_talks_in_two_dossiers_as_of_one() -> None:
    company = Company()
    first, second = cast(company), cast(company)
    talks(first, 1)
    one = asked(first, reverse("agenda"))
    talks(first, 4, first=9)
    talks(second, 5)
    assert asked(first, reverse("agenda")) == one


def test_the_agenda_names_nobody_of_whom_the_reader_has_no_talk() -> None:
    here, other = cast(), cast()
    talks(here, 1)
    page = signed_in(other.company.coach).get(reverse("agenda")).content.decode()
    assert "Hier staat nog niets" in page


def test_the_coachs_page_does_not_grow_with_goals_homework_and_notes() -> None:
    here = cast()
    coach, path = here.inside[Role.COACH], reverse("coaching", args=[here.dossier.pk])

    def fill(words: str) -> None:
        made = goal(here, content=Content(words, LADDER.levels))
        with acting_as(here.client):
            goals.rate_own_goals(here.client, here.dossier.pk, {made.pk: 0})
        with acting_as(coach):
            goals.rate_as_coach(coach, here.dossier.pk, {made.pk: 1})
            sessions.give_homework(coach, here.dossier.pk, words=words)
            sessions.write_note(coach, here.dossier.pk, timezone.localdate(), words)

    fill("Een")
    before = asked(here, path)
    for words in ("Twee", "Drie", "Vier"):
        fill(words)
    assert asked(here, path) == before


def test_a_note_with_health_words_comes_back_with_the_words_marked_and_nothing_lost() -> None:
    here = cast()
    browser = signed_in(here.company.coach)
    path = reverse("coaching_note", args=[here.dossier.pk])
    today = timezone.localdate().isoformat()
    answer = browser.post(path, {"on": today, "text": "Heeft een depressie. Belt dinsdag."})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<mark>depressie</mark>" in page
    assert "Belt dinsdag." in page
    with acting_as(here.inside[Role.COACH]):
        assert not Note.objects.filter(dossier=here.dossier).exists()


def test_an_agenda_with_health_words_keeps_every_point_that_was_ticked() -> None:
    here = cast()
    goal(here)
    path = reverse("coaching_agenda", args=[here.dossier.pk])
    browser = signed_in(here.company.coach)
    points = ["Hoe is het nu?", f"Waar sta je nu: {LADDER.title}"]
    answer = browser.post(path, {"points": points, "own": "Hoe gaat het met de depressie"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert page.count(" checked") == len(points)
    kept = {
        "points": points,
        "own": "Hoe gaat het met de depressie",
        "asked": "depressie",
        "words_kept": "on",
    }
    assert browser.post(path, kept).status_code == 302


@pytest.mark.parametrize("week", ["soon", "99999999999", "-5", ""])
def test_a_strange_week_shows_a_page(week: str) -> None:
    here = cast()
    assert signed_in(here.company.coach).get(reverse("agenda"), {"week": week}).status_code == 200


def test_the_client_reads_which_words_the_coach_proposes_for_which_tread() -> None:
    here = cast()
    made = goal(here, fixed=False)
    coach = here.inside[Role.COACH]
    with acting_as(coach):
        words = Content("Twee ochtenden koken", ("niet", "een keer", "twee keer", "drie keer", "vier keer"))
        goals.propose_levels(coach, here.dossier.pk, made.pk, words)
    page = browser_of(here.client).get(reverse("my_goals")).content.decode()
    assert "Twee ochtenden koken" in page
    for name, level in (("Veel beter dan ik hoop", "vier keer"), ("Veel minder dan ik hoop", "niet")):
        assert f'<span class="tread__name">{name}</span><span class="tread__words">{level}</span>' in page
