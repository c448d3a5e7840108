"""A behaviour with answers, in a dossier with everyone in it."""

import uuid
from typing import Any

from spoorboek.methods.determinants import determinants
from spoorboek.people.actor import Actor, acting_as
from spoorboek.programme.profile.acts import behaviour as acts
from spoorboek.programme.profile.models import Behaviour
from tests.dossiers.cast import Cast

MARK = "Zebrapadmerk"
"""Own words that must reach nobody without a share."""


def named(here: Cast, words: str = MARK) -> Behaviour:
    """The client named a behaviour in own words."""
    with acting_as(here.client):
        return acts.name_behaviour(here.client, here.dossier.pk, words=words)


def answered(here: Cast, row: Behaviour, steps: dict[str, int | None] | None = None, other: int = 4) -> None:
    """One full round: the given steps, and `other` for every question besides."""
    given = steps or {}
    with acting_as(here.client):
        for one in determinants().determinants:
            step = given.get(one.key, other) if one.key in given else other
            acts.answer(here.client, here.dossier.pk, row.pk, one.key, step)


def rows_read(actor: Actor, model: Any, dossier_id: uuid.UUID) -> int:
    """How many rows of a table someone reaches in a dossier."""
    with acting_as(actor):
        return int(model.objects.filter(dossier_id=dossier_id).count())
