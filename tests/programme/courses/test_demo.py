"""The demo's programmes tell what the other rooms tell."""

from spoorboek.people.actor import acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.courses import demo
from spoorboek.programme.courses.models import Activity
from spoorboek.programme.folder.models import Finish
from spoorboek.programme.learning.models import Visit
from spoorboek.site import clock
from tests.programme.courses.stage import METHOD, cast, steps


def test_what_the_demos_programme_calls_done_was_done_in_the_folder_and_in_learning() -> None:
    here = cast()
    demo.follow(here.dossier, here.manager, here.inside[Role.COACH], METHOD, 37)
    rows = steps(here.dossier)
    done = {
        kind: {row.ref for row in rows if row.kind == kind and row.done_on}
        for kind in ("worksheet", "learning-module")
    }
    with acting_as(here.client):
        assert done["worksheet"] == set(Finish.objects.values_list("worksheet", flat=True))
    learnt: set[str] = set()
    for role in (Role.SUPERVISOR, Role.CASE_MANAGER, Role.CLIENT):
        who = here.client if role is Role.CLIENT else here.inside[role]
        with acting_as(who):
            learnt |= set(Visit.objects.filter(finished_on__isnull=False).values_list("module", flat=True))
    assert done["learning-module"] == learnt
    assert [row.ref for row in rows if row.state == Activity.State.NOT_NOW] == [demo.LAID_ASIDE]
    past = [row for row in rows if row.is_open and row.day and (clock.today() - row.day).days > 7]
    assert {row.kind for row in past} <= {"questionnaire"}, (
        "nothing is left of which another room tells otherwise"
    )
