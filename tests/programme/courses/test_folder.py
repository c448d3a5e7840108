"""What the programme asks for stands first in the work folder."""

from datetime import timedelta

from django.urls import reverse

from spoorboek.dossiers.access import open_dossier
from spoorboek.methods import Kind
from spoorboek.methods.determinants import action_cards
from spoorboek.people.actor import acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.courses.access import programme_of
from spoorboek.programme.courses.acts.following import add_activity
from spoorboek.programme.courses.kinds import CARD
from spoorboek.programme.courses.models import Activity
from spoorboek.programme.courses.offers import asked_before, planned_worksheets
from spoorboek.programme.folder.access import folder_of
from spoorboek.programme.folder.helping import could_help
from spoorboek.programme.folder.sheets import sheets
from spoorboek.programme.shelf.material_acts import withdraw_material
from spoorboek.site import clock
from tests.builders import actor, today
from tests.programme.courses.stage import cast, running, steps
from tests.programme.folder.cast import browser_of
from tests.programme.shelf.test_material import released


def test_a_course_of_before_keeps_a_sheet_that_went_out_of_use_and_a_later_one_does_not() -> None:
    here = cast()
    running(here)
    asked = {row.ref for row in steps(here.dossier) if row.kind == "worksheet"}
    with acting_as(here.client):
        later = dict.fromkeys(asked, clock.now() + timedelta(hours=1))
        assert asked_before(here.dossier.pk, later) == asked
        assert asked_before(here.dossier.pk, dict.fromkeys(asked, clock.now() - timedelta(hours=1))) == set()


def test_a_step_about_an_own_sheet_or_an_action_card_has_its_title() -> None:
    here = cast()
    row, who, dossier_id = released(here.company), here.client, here.dossier.pk
    card = action_cards().cards[0]
    with acting_as(who):
        for ref in (row.key, f"{CARD}{card.key}"):
            add_activity(who, dossier_id, Kind.WORKSHEET, day=today(), ref=ref, who=(Role.CLIENT,), minutes=5)
        titles = {one.title for one in programme_of(open_dossier(who, dossier_id), today()).steps}
    assert titles == {"Mijn week bij ons", card.title.nl}


def test_a_later_step_about_an_own_sheet_out_of_use_still_leads_to_it() -> None:
    here = cast()
    running(here)
    row, editor = released(here.company), actor(here.company.admin)
    with acting_as(editor):
        withdraw_material(editor, row.pk)
    with acting_as(here.client):
        assert row.key not in sheets(here.dossier.pk)
        step = steps(here.dossier)[0]
        Activity.objects.filter(pk=step.pk).update(kind=Kind.WORKSHEET, ref=row.key)
        assert row.key in sheets(here.dossier.pk)


def test_worksheets_of_the_programme_that_are_near_stand_first_in_the_folder() -> None:
    here = cast()
    running(here)
    first = min((row.day, row.ref) for row in steps(here.dossier) if row.kind == "worksheet" and row.day)
    with acting_as(here.client):
        reached = open_dossier(here.client, here.dossier.pk)
        near = planned_worksheets(reached, first[0])
        folder = folder_of(here.client, here.dossier.pk)
        assert near[0] == first[1]
        assert could_help(reached, folder, first[0])[0].key == first[1]
        assert planned_worksheets(reached, first[0] - timedelta(days=400)) == []
        assert could_help(reached, folder, today())
    assert browser_of(here.client).get(reverse("work-folder")).status_code == 200
