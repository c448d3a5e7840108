"""The demo's organisation adapts one method: a version that waits for the administrator's eyes."""

from spoorboek.dossiers.demo.more import Stage
from spoorboek.methods import Method
from spoorboek.methods import editing as change
from spoorboek.methods.model import Repeat
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.shelf import acts

METHOD, STEP = "chances-at-work", "buddy-check"


def fill(stage: Stage) -> None:
    """The case manager lets the buddy ask every two weeks, and asked for a second look."""
    manager = Actor(account_id=stage.cast.staff[Role.CASE_MANAGER].pk)
    with acting_as(manager):
        draft = acts.copy_method(manager, stage.cast.employer, METHOD)
        draft = acts.change_draft(manager, draft.pk, draft.changes, every_two_weeks)
        acts.ask_review(manager, draft.pk, draft.changes)


def every_two_weeks(method: Method) -> Method:
    return change.changed_step(method, STEP, repeat=Repeat(every=14, times=6))
