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

Answers = Mapping[str, tuple[int, Mapping[str, Mapping[str, Any]]]]
"""Of each sheet: how many days ago it was written, and the answers by question. A programme says when it was done."""

FATMA: Answers = {
    "who-am-i": (35, {
        "roles": {"choices": ["colleague", "parent", "friend"]},
        "glad": {"lines": ["De tuin in met de kinderen", "Koken voor veel mensen", "Zingen in de auto"]},
    }),
    "energy-through-the-day": (21, {
        "day": {"levels": {"h06": 2, "h09": 4, "h12": 3, "h15": 2, "h18": 3, "h21": 1}},
        "best": {"text": "Rond tien uur een rondje langs het water."},
    }),
    "ladder-of-situations": (20, {
        "low": {"lines": ["Koffie halen op de huiskamer"]},
        "middle": {"lines": ["Zeggen dat ik eerder naar huis ga"]},
        "high": {"lines": ["Nee zeggen tegen Marijke"]},
    }),
    "what-helps-what-drains": (14, {
        "cards": {"piles": {"walking": "gives", "music": "gives", "crowds": "costs", "news": "costs"}},
        "more": {"lines": ["Elke ochtend een rondje"]},
    }),
    "talk-with-my-boss": (5, {
        "goal": {"choices": ["tasks", "days"]},
        "first-sentence": {"text": "Fijn dat we even praten. Ik heb twee dingen."},
        "ask": {"lines": ["Mag ik op dinsdag en donderdag komen?", "Wie loopt er met mij mee?"]},
        "ready": {"number": 7},
    }),
    "week-plan": (2, {
        "plan": {"cells": {
            "mon-morning": "wandelen", "tue-morning": "2 uur werken", "tue-afternoon": "rust",
            "wed-afternoon": "zwemmen met Elif", "thu-morning": "2 uur werken", "sat-morning": "markt",
        }},
    }),
}  # fmt: skip
OTHERS: Mapping[str, Answers] = {
    "Hans": {
        "what-do-i-expect": (17, {
            "of-work": {"text": "Dat we eerlijk kijken wat nog kan."},
            "of-guide": {"choices": ["listen", "clear"]},
        }),
    },
    "Kees": {
        "proud-of": (1, {"moments": {"lines": ["Twintig jaar een huis dat draait", "Mijn gereedschap"]}}),
    },
}  # fmt: skip


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
        for key, (days, given) in answers.items():
            at = clock.now() - timedelta(days=days)
            for question, value in given.items():
                write_answer(client, dossier.pk, Written(uuid.uuid4(), key, question, value, written_at=at))


def share_talk(dossier: Dossier, supervisor: uuid.UUID) -> None:
    client = Actor(account_id=dossier.employment.person_id)
    with acting_as(client):
        key = "talk-with-my-boss"
        if key not in folder_of(client, dossier.pk, key).finished:
            finish_sheet(client, dossier.pk, key)
        wish = Wish(key, ("goal", "ask"), supervisor, clock.today() + timedelta(weeks=4))
        share_sheet(client, dossier.pk, wish, preview(client, dossier.pk, wish).ids)
