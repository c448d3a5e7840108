"""What the demo's people wrote in their folders: some sheets begun, one done and shared. No health words."""

import uuid
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from spoorboek.dossiers.demo.more import Stage
from spoorboek.dossiers.models import Dossier
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.policy import Role
from spoorboek.programme.folder.access import folder_of
from spoorboek.programme.folder.acts.answering import Written, finish_sheet, write_answer
from spoorboek.programme.folder.acts.sharing import Wish, preview, share_sheet
from spoorboek.site import clock

Answers = Mapping[tuple[str, str], Mapping[str, Any]]

FATMA: Answers = {
    ("who-am-i", "roles"): {"choices": ["colleague", "parent", "friend"]},
    ("who-am-i", "glad"): {"lines": ["De tuin in met de kinderen", "Koken voor veel mensen", "Zingen in de auto"]},
    ("energy-through-the-day", "day"): {"levels": {"h06": 2, "h09": 4, "h12": 3, "h15": 2, "h18": 3, "h21": 1}},
    ("energy-through-the-day", "best"): {"text": "Rond tien uur een rondje langs het water."},
    ("week-plan", "plan"): {
        "cells": {
            "mon-morning": "wandelen", "tue-morning": "2 uur werken", "tue-afternoon": "rust",
            "wed-afternoon": "zwemmen met Elif", "thu-morning": "2 uur werken", "sat-morning": "markt",
        }
    },
    ("talk-with-my-boss", "goal"): {"choices": ["tasks", "days"]},
    ("talk-with-my-boss", "first-sentence"): {"text": "Fijn dat we even praten. Ik heb twee dingen."},
    ("talk-with-my-boss", "ask"): {"lines": ["Mag ik op dinsdag en donderdag komen?", "Wie loopt er met mij mee?"]},
    ("talk-with-my-boss", "ready"): {"number": 7},
}  # fmt: skip
OTHERS: Mapping[str, Answers] = {
    "Kees": {("proud-of", "moments"): {"lines": ["Twintig jaar een huis dat draait", "Mijn gereedschap"]}},
}


def fill(stage: Stage) -> None:
    """Fatma went furthest; she shared her prepared talk with her supervisor."""
    fatma = stage.dossiers["Fatma"]
    write(fatma, FATMA)
    share_talk(fatma, stage.cast.staff[Role.SUPERVISOR].pk)
    for name, answers in OTHERS.items():
        if name in stage.dossiers and stage.dossiers[name].is_open:
            write(stage.dossiers[name], answers)


def write(dossier: Dossier, answers: Answers) -> None:
    client = Actor(account_id=dossier.employment.person_id)
    with acting_as(client):
        for days, (place, value) in enumerate(answers.items()):
            at = clock.now() - timedelta(days=len(answers) - days)
            write_answer(client, dossier.pk, Written(uuid.uuid4(), *place, value, written_at=at))


def share_talk(dossier: Dossier, supervisor: uuid.UUID) -> None:
    client = Actor(account_id=dossier.employment.person_id)
    with acting_as(client):
        key = "talk-with-my-boss"
        if key not in folder_of(client, dossier.pk, key).finished:
            finish_sheet(client, dossier.pk, key)
        wish = Wish(key, ("goal", "ask"), supervisor, clock.today() + timedelta(weeks=4))
        share_sheet(client, dossier.pk, wish, preview(client, dossier.pk, wish).ids)
