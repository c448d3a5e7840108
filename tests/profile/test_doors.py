"""How a question of the client reaches the one who is asked, and how the answer comes back."""

from datetime import timedelta

from django.urls import reverse

from spoorboek.dossiers.access import open_dossier
from spoorboek.dossiers.offers import offered, offered_to_team
from spoorboek.dossiers.today_card import Card
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.profile.acts import others
from spoorboek.programme.profile.doors import waiting
from spoorboek.programme.profile.models import Invitation
from spoorboek.reminders import more
from spoorboek.site import clock
from tests.dossiers.cast import Cast, cast
from tests.profile.cast import MARK, named
from tests.programme.folder.cast import browser_of

ADDRESS = "what_i_offer"


def asked() -> tuple[Cast, Actor, Invitation]:
    here = cast()
    supervisor = here.inside[Role.SUPERVISOR]
    row = named(here)
    with acting_as(here.client):
        return (
            here,
            supervisor,
            others.ask_for_offers(here.client, here.dossier.pk, row.pk, supervisor.person_id),
        )


def team_doors(here: Cast, supervisor: Actor) -> list[str]:
    with acting_as(supervisor):
        lines = offered_to_team(supervisor, [here.dossier.pk], clock.today()).get(here.dossier.pk, [])
    return [line.door.href for line in lines if line.door]


def cards(here: Cast, days: int = 0) -> list[Card]:
    with acting_as(here.client):
        reached = open_dossier(here.client, here.dossier.pk)
        return offered(reached, clock.today() + timedelta(days=days))


def test_a_supervisor_hears_on_the_team_page_and_in_the_mail_that_something_was_asked_until_it_is_answered() -> (
    None
):
    here, supervisor, invitation = asked()
    address = reverse(ADDRESS, args=[here.dossier.pk])
    assert address in team_doors(here, supervisor)
    page = browser_of(supervisor).get(reverse("team")).content.decode()
    assert "Je medewerker vraagt: wat kun jij bieden?" in page
    assert MARK not in page, "what it is about stands behind the button"
    with acting_as(supervisor):
        assert waiting(supervisor, clock.today()) == 1
        assert more.waiting(supervisor, clock.today()) >= 1
        others.offer(supervisor, here.dossier.pk, invitation.pk, {"welcome": 5})
        assert waiting(supervisor, clock.today()) == 0
    assert address not in team_doors(here, supervisor)


def test_a_question_taken_back_waits_for_nobody_and_no_other_supervisor_hears_of_it() -> None:
    here, supervisor, invitation = asked()
    other = cast()
    assert team_doors(other, other.inside[Role.SUPERVISOR]) == []
    with acting_as(here.client):
        others.withdraw_invitation(here.client, here.dossier.pk, invitation.pk)
    assert reverse(ADDRESS, args=[here.dossier.pk]) not in team_doors(here, supervisor)


def test_the_client_reads_on_vandaag_for_a_week_that_an_answer_came() -> None:
    here, supervisor, invitation = asked()
    assert "Je kreeg antwoord" not in {card.title for card in cards(here)}
    with acting_as(supervisor):
        others.offer(supervisor, here.dossier.pk, invitation.pk, {"welcome": 5})
    (card,) = [card for card in cards(here) if card.title == "Je kreeg antwoord"]
    assert card.fold, "it can be laid aside"
    assert card.buttons[0].href.endswith("#mogelijk")
    assert "Je kreeg antwoord" not in {card.title for card in cards(here, days=8)}
