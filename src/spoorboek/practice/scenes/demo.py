"""What the demo shows of scenes: one that coach Mo adapted for the own organisation, and one still being written."""

from spoorboek.dossiers.demo.more import Stage
from spoorboek.methods.reading import Words
from spoorboek.methods.scenes import Own, SceneFile
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.practice.scenes import access, acts

DAY = Words(nl="De groep op woensdag", en="The group on Wednesday")
DREADED = Words(nl="Wanneer neem je de woensdag weer alleen?", en="When will you do Wednesdays alone again?")
CHILDREN = 11
FLOOR = "#b9c7a4"
TO_WRITE = Words(nl="Nee zeggen op de app-groep", en="Saying no in the chat group")


def fill(stage: Stage) -> None:
    """From the group of children: another day, more children, and a sentence that clients here dread."""
    coach = Actor(account_id=stage.cast.staff[Role.COACH].pk)
    with acting_as(coach):
        ours = access.writes_for(coach)[0]
        draft = acts.copy_scene(coach, ours, "childcare-group")
        draft = acts.change_draft(coach, draft.pk, draft.changes, on_wednesday)
        acts.keep_scene(coach, draft.pk, draft.changes)
        started = acts.copy_scene(coach, ours, "extra-shift")
        acts.change_draft(
            coach, started.pk, started.changes, lambda scene: scene.model_copy(update={"title": TO_WRITE})
        )


def on_wednesday(scene: SceneFile) -> SceneFile:
    own = tuple(adapted(one) for one in scene.own)
    return scene.model_copy(update={"title": DAY, "own": own})


def adapted(own: Own) -> Own:
    """Another default: who practises may still fill in their own."""
    defaults: dict[str, Words | int | str] = {"children": CHILDREN, "dreaded": DREADED, "floor": FLOOR}
    return own.model_copy(update={"default": defaults.get(own.key, own.default)})
