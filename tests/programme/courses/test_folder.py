"""What the programme asks for stands first in the work folder."""

from datetime import timedelta

from django.urls import reverse

from spoorboek.dossiers.access import open_dossier
from spoorboek.people.actor import acting_as
from spoorboek.programme.courses.offers import planned_worksheets
from spoorboek.programme.folder.access import folder_of
from spoorboek.programme.folder.helping import could_help
from tests.builders import today
from tests.programme.courses.stage import cast, running, steps
from tests.programme.folder.cast import browser_of


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
