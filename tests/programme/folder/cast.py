"""What tests of the work folder write and share."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.test import Client

from spoorboek.dossiers.models import Dossier
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Account
from spoorboek.programme.folder.access import folder_of
from spoorboek.programme.folder.acts.answering import Outcome, Written, write_answer
from tests.builders import client_of
from tests.signed_in import signed_in_to

PLAN = ("week-plan", "plan")
WALK = {"cells": {"mon-morning": "wandelen"}}


def writes(
    dossier: Dossier,
    value: Mapping[str, Any],
    *replaces: uuid.UUID,
    place: tuple[str, str] = PLAN,
    key: uuid.UUID | None = None,
) -> uuid.UUID:
    """The client answers a question; the answer's id."""
    made = key or uuid.uuid4()
    client = client_of(dossier)
    with acting_as(client):
        assert write_answer(client, dossier.pk, Written(made, *place, value, replaces)) in Outcome
    return made


def rewrites(dossier: Dossier, value: Mapping[str, Any], place: tuple[str, str] = PLAN) -> uuid.UUID:
    """The client answers anew, over what stands."""
    client = client_of(dossier)
    with acting_as(client):
        heads = folder_of(client, dossier.pk).page(*place).heads
    return writes(dossier, value, *heads, place=place)


def browser_of(who: Actor) -> Client:
    """A browser without a browser, signed in with the second factor."""
    return signed_in_to(Account.objects.get(pk=who.account_id))
