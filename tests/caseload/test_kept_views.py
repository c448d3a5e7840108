"""Ways to look at the list that someone keeps."""

import pytest
from django.urls import reverse

from spoorboek.caseload.acts import MOST, drop_view, keep_view
from spoorboek.caseload.models import View
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import acting_as
from tests.builders import Company, actor, person
from tests.caseload.test_page import seen
from tests.signed_in import signed_in


def test_a_kept_view_is_one_click_away_and_has_only_what_makes_sense() -> None:
    own = Company()
    browser = signed_in(own.case_manager)
    browser.post(
        reverse("keep_view"), {"name": "Spoor  2", "query": "stap=second-track-start&rommel=1&q=Jansen"}
    )
    with acting_as(actor(own.case_manager)):
        assert [(one.name, one.query) for one in View.objects.all()] == [
            ("Spoor 2", "stap=second-track-start")
        ]
    assert "stap=second-track-start" in seen(own.case_manager)


def test_the_same_name_again_replaces_it() -> None:
    someone = actor(person())
    with acting_as(someone):
        keep_view(someone, "Nieuw", "nieuw=ja")
        keep_view(someone, "Nieuw", "aanzet=ik")
        assert [one.query for one in View.objects.all()] == ["aanzet=ik"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 41, "mensen met burn-out"])
def test_a_view_needs_a_short_name_without_a_word_about_health(name: str) -> None:
    someone = actor(person())
    with acting_as(someone), pytest.raises(Refused):
        keep_view(someone, name, "")


def test_nobody_keeps_more_than_twelve() -> None:
    someone = actor(person())
    with acting_as(someone):
        for number in range(MOST):
            keep_view(someone, f"Weergave {number}", "")
        with pytest.raises(Refused):
            keep_view(someone, "Nog een", "")


def test_nobody_sees_or_drops_the_view_of_another() -> None:
    own = Company()
    manager, colleague = actor(own.case_manager), actor(own.colleague)
    with acting_as(manager):
        view = keep_view(manager, "Van mij", "")
    with acting_as(colleague):
        assert not View.objects.exists()
        drop_view(colleague, view.pk)
    with acting_as(manager):
        assert View.objects.filter(pk=view.pk).exists()
        drop_view(manager, view.pk)
        drop_view(manager, view.pk)
        assert not View.objects.exists()
