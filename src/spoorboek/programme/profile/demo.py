"""What the demo shows of wanting and being able: Fatma with two moments, Tineke who just began."""

from datetime import timedelta

from spoorboek.dossiers.demo.more import Stage
from spoorboek.methods.determinants import determinants
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.profile.acts import behaviour, cards, others
from spoorboek.programme.profile.models import Invitation
from spoorboek.site import clock

FIRST = (2, 3, 2, 2, 4, 2, 3, None)
SECOND = (3, 4, 3, 4, 4, 3, 3, 3)
"""Steps in the order of the model, three weeks apart, the first when the programme asked; None is *I do not know*."""


def answer_all(client: Actor, dossier_id: object, row_id: object, steps: tuple[int | None, ...]) -> None:
    for one, step in zip(determinants().determinants, steps, strict=True):
        behaviour.answer(client, dossier_id, row_id, one.key, step)  # type: ignore[arg-type]


def fill(stage: Stage) -> None:
    """Fatma wants two mornings a week; Marijke says what she can offer."""
    dossier = stage.dossiers["Fatma"]
    client = Actor(account_id=dossier.employment.person_id)
    supervisor = stage.cast.staff[Role.SUPERVISOR]
    labour_expert = stage.cast.staff[Role.LABOUR_EXPERT]
    with acting_as(client):
        with clock.practising(-27):
            row = behaviour.name_behaviour(client, dossier.pk, "two-mornings")
            answer_all(client, dossier.pk, row.pk, FIRST)
        with clock.practising(-5):
            behaviour.begin_round(client, dossier.pk, row.pk)
            answer_all(client, dossier.pk, row.pk, SECOND)
            behaviour.choose(client, dossier.pk, row.pk, ["attitude", "self-efficacy", "conditions"])
            cards.take_card(client, dossier.pk, row.pk, "half-the-step")
            others.ask_for_offers(client, dossier.pk, row.pk, supervisor.pk)
            until = clock.today() + timedelta(days=90)
            others.share_behaviour(client, dossier.pk, row.pk, labour_expert.pk, until)
    offering = Actor(account_id=supervisor.pk)
    with acting_as(offering), clock.practising(-3):
        asked = Invitation.objects.get(dossier_id=dossier.pk, account_id=supervisor.pk)
        others.offer(offering, dossier.pk, asked.pk, {"welcome": 5, "small-start": 4, "tasks-and-times": 3})
    second = stage.dossiers["Tineke"]
    other = Actor(account_id=second.employment.person_id)
    with acting_as(other):
        row = behaviour.name_behaviour(other, second.pk, "visit-other-employer")
        behaviour.answer(other, second.pk, row.pk, "attitude", 2)
        behaviour.answer(other, second.pk, row.pk, "norm", 4)
