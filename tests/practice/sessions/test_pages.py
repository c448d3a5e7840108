"""The pages of practising: what they ask of the database, and what a refused form says."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from spoorboek.practice.sessions.access import Content, content_of, sessions_of
from spoorboek.practice.sessions.acts import looking_back
from spoorboek.practice.sessions.acts.planning import Plan, plan_session
from spoorboek.practice.sessions.models import Keep, Measure, Session
from spoorboek.practice.sessions.symptoms_shown import symptoms_of
from spoorboek.practice.sessions.views.client import player_of
from spoorboek.site import clock
from tests.practice.sessions.cast import Practice, moment
from tests.signed_in import signed_in


@pytest.fixture
def here() -> Practice:
    return Practice()


def counted(someone: Person, path: str) -> int:
    browser = signed_in(someone)
    browser.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(path).status_code == 200
    return len(asked)


def test_lists_and_progress_do_not_ask_more_for_more_sessions(here: Practice) -> None:
    with acting_as(here.client):
        client = Person.objects.select_related("account").get(pk=here.client.account_id)
    coach = here.here.company.coach
    pages = (
        (client, reverse("practice")),
        (client, reverse("practice-progress")),
        (coach, reverse("practice-of", args=[here.dossier_id])),
        (coach, reverse("practice-progress-of", args=[here.dossier_id])),
    )

    def held() -> None:
        made = here.closed()
        with acting_as(here.client):
            looking_back.let_keep(here.client, made.pk, here.coach.person_id, [Keep.Kind.CURVE])

    held()
    before = [counted(*page) for page in pages]
    for _ in range(3):
        held()
    assert [counted(*page) for page in pages] == before


def test_a_goal_with_a_health_word_comes_back_marked_and_nothing_is_lost(here: Practice) -> None:
    path = reverse("practice-plan", args=[here.dossier_id, "manager-talk"])
    told = {"goal": "Na mijn burn-out rustig praten", "own-manager": "Ingrid", "step": "all-the-time"}
    page = signed_in(here.here.company.coach).post(path, told)
    text = page.content.decode()
    assert page.status_code == 422
    assert "Ingrid" in text
    assert "Na mijn burn-out rustig praten" in text


def test_a_yes_to_what_the_coach_took_back_meanwhile_changes_nothing_and_says_so(here: Practice) -> None:
    made = here.proposed()
    with acting_as(here.client):
        client = Person.objects.select_related("account").get(pk=here.client.account_id)
    left_open, coach = signed_in(client), signed_in(here.here.company.coach)
    coach.post(reverse("practice-withdraw", args=[here.dossier_id, made.pk]))
    answer = left_open.post(reverse("practice-agree", args=[made.pk]), follow=True)
    assert "Dat kan nu niet meer" in answer.content.decode()
    assert here.fresh(made).state == "not-now"
    later = here.proposed()
    left_open.post(reverse("practice-agree", args=[later.pk]))
    left_open.post(reverse("practice-agree", args=[later.pk]))
    assert here.fresh(later).state == "planned"


def test_what_was_wiped_leaves_an_empty_page_that_asks_nothing_more(here: Practice) -> None:
    made = here.closed()
    with acting_as(here.client):
        client = Person.objects.select_related("account").get(pk=here.client.account_id)
    browser = signed_in(client)
    thrown = browser.post(reverse("practice-wipe", args=[made.pk]), follow=True)
    assert "Het is weg." in thrown.content.decode()
    read = browser.get(reverse("practice-session", args=[made.pk])).content.decode()
    assert "Praten met je leidinggevende" in read
    assert "Rustig mijn zin afmaken" not in read
    assert reverse("practice-wipe", args=[made.pk]) not in read
    assert browser.get(reverse("practice-progress")).status_code == 200


def test_the_kind_of_interviewer_that_was_planned_is_the_one_in_the_player(here: Practice) -> None:
    path = reverse("practice-plan", args=[here.dossier_id, "job-interview"])
    told = {
        "goal": "Zeggen wat ik kan", "step": "calm", "kind": "awkward", "decides": "client", "wish": "screen",
        "minutes": "5", "on": clock.today().isoformat(),
    }  # fmt: skip
    browser = signed_in(here.here.company.coach)
    assert "Praat veel over zichzelf" in browser.get(path).content.decode()
    assert browser.post(path, told).status_code == 302
    with acting_as(here.client):
        made = sessions_of(here.dossier_id).get(scene="job-interview")
        assert content_of(made).kind == player_of(made)["kind"] == "awkward"
    plan = Plan("job-interview", clock.today(), 5, content=Content("Oefenen", kind="stern"))
    with acting_as(here.coach), pytest.raises(Refused):
        plan_session(here.coach, here.dossier_id, plan)


def test_what_answers_showed_is_said_back_over_time_to_who_gave_them_and_to_nobody_else() -> None:
    here = Practice(scene="job-interview")
    answers = (
        moment(1, "phase", "running"),
        moment(2, "answer", "hello-1", 0),
        moment(3, "answer", "why-1", 2),
    )
    for _time in range(2):
        made = here.begun()
        here.tell(made, *answers, moment(4, "phase", "ended:done"))
        with acting_as(here.client):
            looking_back.close_session(here.client, made.pk)
            looking_back.let_keep(here.client, made.pk, here.coach.person_id, list(Keep.Kind.values))
    with acting_as(here.client):
        client = Person.objects.select_related("account").get(pk=here.client.account_id)
    theirs = signed_in(client).get(reverse("practice-progress")).content.decode()
    heard, hints = theirs.partition("Dit liet je horen")[2].split("Om nog eens te proberen")
    assert heard.count("Rust brengen, dat kan ik goed.") == 2
    assert "Waarom juist hier" in hints
    ours = signed_in(here.here.company.coach).get(reverse("practice-progress-of", args=[here.dossier_id]))
    assert "Rust brengen" not in ours.content.decode()
    assert "Waarom juist hier" not in ours.content.decode()


def test_what_someone_said_of_the_headset_is_for_them_alone_and_says_its_limits(here: Practice) -> None:
    made = here.looking_back(Session.Way.HEADSET)
    here.say(made, Measure.When.AFTER, tension=3, nausea=0, symptoms=7)
    with acting_as(here.client):
        looking_back.close_session(here.client, made.pk)
        client = Person.objects.select_related("account").get(pk=here.client.account_id)
        looking_back.let_keep(here.client, made.pk, here.coach.person_id, [Keep.Kind.CURVE])
    theirs = signed_in(client).get(reverse("practice-session", args=[made.pk])).content.decode()
    assert "Klachten van de bril" in theirs
    assert "Vergelijk het alleen met jezelf" in theirs
    ours = signed_in(here.here.company.coach).get(reverse("practice-coach", args=[here.dossier_id, made.pk]))
    assert "Na afloop" in ours.content.decode()
    assert "Klachten" not in ours.content.decode()


def test_sixteen_answers_are_shown_as_their_weighed_total_and_never_beside_one_answer(here: Practice) -> None:
    made = here.begun(Session.Way.HEADSET)
    here.tell(made, moment(1, "phase", "running"), moment(2, "phase", "ended:done"))
    here.say(made, Measure.When.AFTER, tension=3, nausea=0, symptoms=[1] * 16)
    with acting_as(here.client):
        found = symptoms_of(made)
    assert (found.full, found.before, found.after) == (True, None, 78.54)
