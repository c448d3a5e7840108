"""The client's own acts: name a behaviour, answer question by question, choose what matters now, stop."""

import json
import uuid
from collections.abc import Collection

from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import checked_open, entered
from spoorboek.dossiers.refusals import Refused
from spoorboek.methods.determinants import HIGHEST, LOWEST, determinants
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import Envelope
from spoorboek.people.policy import Layer, Role
from spoorboek.programme.folder.signals import page_finished
from spoorboek.programme.profile.models import Answer, Behaviour, Choice, Round
from spoorboek.site import clock

LONGEST = 120
MOST_CHOSEN = 3
STEP = "wanting-and-being-able"
"""How a method's step refers to these questions: answering them all does that step, as finishing a sheet does."""


def name_behaviour(actor: Actor, dossier_id: uuid.UUID, key: str = "", words: str = "") -> Behaviour:
    """Name one specific behaviour, from the list or in own words, and begin its first round."""
    with entered(actor, dossier_id, "name_behaviour", roles=(Role.CLIENT,), moves_dates=False) as work:
        work.layer = Layer.PERSONAL
        words = words.strip()
        check_named(key, words)
        sealed = b"" if key else Envelope(dossier_id).seal(words)
        today = clock.today()
        made = Behaviour.objects.create(dossier=work.dossier, key=key, sealed=sealed, started_on=today)
        Round.objects.create(dossier=work.dossier, behaviour=made, started_on=today)
        work.said(behaviour=made.pk)
    return made


def check_named(key: str, words: str) -> None:
    if key and key not in {one.key for one in determinants().behaviours}:
        raise Refused(_("Kies iets uit de lijst, of schrijf het zelf op."), "key")
    if not key and not words:
        raise Refused(_("Kies iets uit de lijst, of schrijf het zelf op. Een paar woorden is genoeg."), "key")
    if len(words) > LONGEST:
        raise Refused(_("Maak het korter: één zin over wat je wilt doen."), "words")


def own_behaviour(dossier_id: uuid.UUID, behaviour_id: uuid.UUID) -> Behaviour:
    """A behaviour of this dossier that has not stopped."""
    row = Behaviour.objects.filter(pk=behaviour_id, dossier_id=dossier_id).first()
    if row is None:
        raise Refused(_("Dit is niet gevonden. Ga terug en kijk wat er staat."))
    if row.stopped_on:
        raise Refused(_("Hier ben je mee gestopt. Je kunt het nog lezen, of iets nieuws kiezen."))
    return row


def begin_round(actor: Actor, dossier_id: uuid.UUID, behaviour_id: uuid.UUID) -> Round:
    """Go along the questions again. An unfinished round is taken up where it was."""
    checked_open(actor, dossier_id, Role.CLIENT)
    behaviour = own_behaviour(dossier_id, behaviour_id)
    waiting = behaviour.rounds.filter(finished_on__isnull=True).last()
    return waiting or Round.objects.create(
        dossier_id=dossier_id, behaviour=behaviour, started_on=clock.today()
    )


def answer(
    actor: Actor,
    dossier_id: uuid.UUID,
    behaviour_id: uuid.UUID,
    determinant: str,
    step: int | None,
    *,
    passed: bool = False,
) -> Round:
    """Say where one determinant stands: a step from 1 to 5, None for *I do not know*, `passed` for passing over.

    Not journalled one by one: how often someone hesitates is nobody's business. With the last answer the round is done.
    """
    checked_open(actor, dossier_id, Role.CLIENT)
    behaviour = own_behaviour(dossier_id, behaviour_id)
    keys = [one.key for one in determinants().determinants]
    if determinant not in keys:
        raise Refused(_("Deze vraag bestaat niet meer. Ga terug en begin bij de eerste."))
    if step is not None and not LOWEST <= step <= HIGHEST:
        raise Refused(_("Kies een van de vijf plaatjes, of sla de vraag over."), "step")
    current = begin_round(actor, dossier_id, behaviour_id)
    said = json.dumps({"step": step, "passed": passed})
    Answer.objects.update_or_create(
        round=current,
        determinant=determinant,
        defaults={
            "dossier_id": dossier_id,
            "behaviour": behaviour,
            "sealed": Envelope(dossier_id).seal(said),
        },
    )
    if set(current.answers.values_list("determinant", flat=True)) >= set(keys):
        finish_round(actor, dossier_id, current)
    return current


def finish_round(actor: Actor, dossier_id: uuid.UUID, current: Round) -> None:
    """All questions have been seen: this round now counts as a moment in time."""
    with entered(actor, dossier_id, "rate_behaviour", roles=(Role.CLIENT,), moves_dates=False) as work:
        work.layer = Layer.PERSONAL
        current.finished_on = clock.today()
        current.save()
        work.said(behaviour=current.behaviour_id)
    page_finished.send(sender=Round, dossier_id=dossier_id, key=STEP, account_id=actor.account_id)


def choose(actor: Actor, dossier_id: uuid.UUID, behaviour_id: uuid.UUID, keys: Collection[str]) -> None:
    """Choose the two or three determinants to do something with now; none is fine too. Others are let go."""
    with entered(actor, dossier_id, "choose_what_matters", roles=(Role.CLIENT,), moves_dates=False) as work:
        work.layer = Layer.PERSONAL
        behaviour = own_behaviour(dossier_id, behaviour_id)
        if len(set(keys)) > MOST_CHOSEN:
            raise Refused(_("Kies er hoogstens drie. De rest kan later."), "keys")
        if set(keys) - {one.key for one in determinants().determinants}:
            raise Refused(_("Kies uit wat er staat."), "keys")
        live = behaviour.choices.filter(let_go_on__isnull=True)
        live.exclude(determinant__in=keys).update(let_go_on=clock.today())
        for key in keys:
            if not live.filter(determinant=key).exists():
                Choice.objects.create(
                    dossier=work.dossier, behaviour=behaviour, determinant=key, chosen_on=clock.today()
                )
        work.said(behaviour=behaviour.pk)


def stop_behaviour(actor: Actor, dossier_id: uuid.UUID, behaviour_id: uuid.UUID) -> None:
    """Put it away, without a reason. Shares and invitations end with it."""
    with entered(actor, dossier_id, "stop_behaviour", roles=(Role.CLIENT,), moves_dates=False) as work:
        work.layer = Layer.PERSONAL
        behaviour = own_behaviour(dossier_id, behaviour_id)
        behaviour.stopped_on = clock.today()
        behaviour.save()
        behaviour.shares.filter(withdrawn_at__isnull=True).update(withdrawn_at=clock.now())
        behaviour.invitations.filter(withdrawn_at__isnull=True).update(withdrawn_at=clock.now())
        work.said(behaviour=behaviour.pk)
