"""What a coach leaves for the client is found where the client already looks."""

from django.urls import reverse

from spoorboek.dossiers.access import open_dossier
from spoorboek.dossiers.offers import offered
from spoorboek.people.actor import acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.coaching.acts import goals, sessions
from spoorboek.site import clock
from tests.coaching.test_acts import LADDER, goal
from tests.dossiers.cast import Cast, cast
from tests.programme.folder.cast import browser_of


def titles(here: Cast) -> list[str]:
    with acting_as(here.client):
        return [card.title for card in offered(open_dossier(here.client, here.dossier.pk), clock.today())]


def test_words_proposed_for_a_goal_stand_on_vandaag_until_the_client_chose() -> None:
    here = cast()
    made = goal(here, fixed=False)
    assert "Woorden voor je doel" not in titles(here)
    coach = here.inside[Role.COACH]
    with acting_as(coach):
        proposal = goals.propose_levels(coach, here.dossier.pk, made.pk, LADDER)
    assert "Woorden voor je doel" in titles(here)
    with acting_as(here.client):
        goals.take_over(here.client, here.dossier.pk, proposal.pk)
    assert "Woorden voor je doel" not in titles(here)


def test_homework_is_marked_in_the_work_folder_itself() -> None:
    here = cast()
    coach = here.inside[Role.COACH]
    with acting_as(coach):
        sessions.give_homework(coach, here.dossier.pk, "week-plan")
    browser = browser_of(here.client)
    assert "Huiswerk van" in browser.get(reverse("work-folder")).content.decode()
    assert "Huiswerk van" in browser.get(reverse("worksheet", args=["week-plan"])).content.decode()
    assert "Huiswerk van" not in browser.get(reverse("worksheet", args=["who-am-i"])).content.decode()
