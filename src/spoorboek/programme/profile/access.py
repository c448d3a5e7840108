"""Reading wanting and being able: as its owner, or as far as it was shared. Row security says the same."""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from spoorboek.dossiers.access import Reached, log_opening
from spoorboek.dossiers.doors import href
from spoorboek.dossiers.shown import in_language
from spoorboek.methods import determinants as data
from spoorboek.people.actor import Actor
from spoorboek.people.envelopes import Envelope
from spoorboek.people.policy import Layer
from spoorboek.programme.profile.models import Answer, Behaviour, Card, Invitation, Round


@dataclass(frozen=True)
class Said:
    """What was said of one determinant: a step from 1 to 5, or none because of not knowing or passing over."""

    determinant: data.Determinant
    step: int | None
    passed: bool = False

    @property
    def words(self) -> str:
        """The words of the step; empty where there is none."""
        return in_language(self.determinant.steps[self.step - 1]) if self.step else ""


@dataclass(frozen=True)
class Moment:
    """One finished round: everything that was said on a day, by determinant."""

    on: date
    said: dict[str, Said] = field(default_factory=dict)


def own_words(row: Behaviour, envelope: Envelope | None = None) -> str:
    """The behaviour in words: from the list in the reader's language, or as the client wrote it."""
    if row.key:
        return in_language(data.determinants().behaviour(row.key).words)
    return (envelope or Envelope(row.dossier_id)).open(row.sealed)


def own_behaviours(dossier_id: uuid.UUID) -> list[tuple[Behaviour, str]]:
    """All behaviours of a dossier that the actor reaches, running ones first, each with its words."""
    rows = list(Behaviour.objects.filter(dossier_id=dossier_id).order_by("stopped_on", "-started_on", "-pk"))
    if not rows:
        return []
    envelope = Envelope(dossier_id)
    rows.sort(key=lambda row: row.stopped_on is not None)
    return [(row, own_words(row, envelope)) for row in rows]


def behaviour_of(dossier_id: uuid.UUID, behaviour_id: uuid.UUID) -> Behaviour | None:
    """One behaviour within reach, stopped or not."""
    return Behaviour.objects.filter(pk=behaviour_id, dossier_id=dossier_id).first()


def said_in(answers: Sequence[Answer], envelope: Envelope) -> dict[str, Said]:
    """Answers opened, in the order of the model; a determinant that the file no longer has is left out."""
    rows = {row.determinant: json.loads(envelope.open(row.sealed)) for row in answers}
    return {
        one.key: Said(one, rows[one.key]["step"], rows[one.key]["passed"])
        for one in data.determinants().determinants
        if one.key in rows
    }


def said_now(current: Round | None, envelope: Envelope) -> dict[str, Said]:
    """What was said so far in one round."""
    return said_in(list(current.answers.all()), envelope) if current else {}


def moments(behaviour: Behaviour, envelope: Envelope) -> list[Moment]:
    """Every finished round, oldest first."""
    rounds = behaviour.rounds.filter(finished_on__isnull=False).prefetch_related("answers")
    return [
        Moment(row.finished_on, said_in(list(row.answers.all()), envelope))
        for row in rounds
        if row.finished_on
    ]


def waiting_round(behaviour: Behaviour) -> Round | None:
    """The round that was begun and not finished."""
    return behaviour.rounds.filter(finished_on__isnull=True).last()


def chosen(behaviour: Behaviour) -> list[data.Determinant]:
    """What the client chose to look at now, in the order of the model."""
    keys = set(behaviour.choices.filter(let_go_on__isnull=True).values_list("determinant", flat=True))
    return [one for one in data.determinants().determinants if one.key in keys]


@dataclass(frozen=True)
class CardShown:
    """An action card in the reader's language; `row` once the client took it up."""

    card: data.ActionCard
    row: Card | None = None

    @property
    def title(self) -> str:
        return in_language(self.card.title)

    @property
    def why(self) -> str:
        return in_language(self.card.why)

    @property
    def how(self) -> list[str]:
        return [in_language(one) for one in self.card.how]

    @property
    def sheet(self) -> str:
        """Where the worksheet that belongs to it is; empty without one."""
        return href("worksheet", self.card.worksheet) if self.card.worksheet else ""


def cards_up(behaviour: Behaviour) -> list[CardShown]:
    """Cards the client took up and has not finished."""
    rows = behaviour.cards.filter(done_on__isnull=True, let_go_on__isnull=True)
    return [CardShown(data.action_cards().card(row.key), row) for row in rows if known_card(row.key)]


def cards_done(behaviour: Behaviour) -> list[CardShown]:
    """Cards the client did, latest first."""
    rows = behaviour.cards.filter(done_on__isnull=False).order_by("-done_on")
    return [CardShown(data.action_cards().card(row.key), row) for row in rows if known_card(row.key)]


def known_card(key: str) -> bool:
    return any(one.key == key for one in data.action_cards().cards)


def cards_for(determinant: data.Determinant, up: Sequence[CardShown]) -> list[CardShown]:
    """The cards of one determinant that can still be taken up."""
    taken = {one.card.key for one in up}
    return [CardShown(one) for one in data.action_cards().of(determinant.key) if one.key not in taken]


@dataclass(frozen=True)
class Offered:
    """What someone offers, in words, and which determinants it helps."""

    title: str
    words: str
    step: int
    helps: tuple[str, ...]
    name: str


def offers_for(behaviour: Behaviour) -> list[Offered]:
    """What those who were asked said that they can offer: for the client."""
    found = []
    asked = behaviour.invitations.prefetch_related("offers").select_related("account__person")
    for invitation in asked:
        kinds = {one.key: one for one in data.determinants().offers_by(invitation.role)}
        for row in invitation.offers.all():
            kind = kinds.get(row.key)
            if kind:
                words = in_language(kind.steps[row.step - 1])
                name = invitation.account.person.name
                found.append(Offered(in_language(kind.title), words, row.step, kind.helps, name))
    return found


def asked_of(actor: Actor, dossier_id: uuid.UUID) -> list[Invitation]:
    """Questions to the actor that stand: what can you offer?"""
    rows = Invitation.objects.filter(
        dossier_id=dossier_id, account_id=actor.person_id, withdrawn_at__isnull=True
    )
    return list(rows.prefetch_related("offers"))


def shared_with_me(reached: Reached) -> list[tuple[Behaviour, str]]:
    """Behaviours that the client shared with this reader. Reading them is logged for the client."""
    found = [pair for pair in own_behaviours(reached.dossier.pk) if pair[0].stopped_on is None]
    if found:
        log_opening(reached.actor, reached.dossier, reached.role, Layer.PERSONAL)
    return found
