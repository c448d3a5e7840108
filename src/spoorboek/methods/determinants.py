"""Wanting and being able (*willen en kunnen*): what lies behind one specific behaviour, as data.

    from spoorboek.methods.determinants import determinants, action_cards

The model is the integrative behaviour model (Blonk 2018; TNO and Tilburg University). What of it is published and what
is our design stands beside each part (`origin`), with its sources. All questions, steps and cards are our own words and
no validated questionnaire: nothing here may be added up, compared between people or called a score.
"""

from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from spoorboek.methods.reading import Key, Strict, Text, Words, Wrong, read

SHARED = Path(__file__).parent / "catalogue" / "shared"
LOWEST, HIGHEST = 1, 5
"""The drawn steps, from the ground up."""
Steps = Annotated[tuple[Words, ...], Field(min_length=HIGHEST, max_length=HIGHEST)]
OffersBy = Literal["supervisor", "coach"]


class Determinant(Strict):
    """One thing behind a behaviour, as a question that the client answers alone."""

    key: Key
    side: Literal["wanting", "able"]
    title: Words
    question: Words
    steps: Steps
    why: Words
    called: Words
    """The name in the model, for professionals."""
    origin: Literal["published", "ours"]
    sources: tuple[Text, ...] = Field(min_length=1, examples=["[S7, S8]"])
    about_sources: Words


class Offer(Strict):
    """What someone at the client's side can offer: a question to them about their own part, never about the client."""

    key: Key
    by: tuple[OffersBy, ...] = Field(min_length=1, examples=["[supervisor, coach]"])
    helps: tuple[Key, ...] = Field(min_length=1, examples=["[conditions]"])
    title: Words
    question: Words
    steps: Steps


class Behaviour(Strict):
    """A specific behaviour to choose from; the client may always use own words instead."""

    key: Key
    words: Words


class ActionCard(Strict):
    """One small thing to do: why, how in a few steps, how long, with whom."""

    key: Key
    determinant: Key
    title: Words
    why: Words
    how: tuple[Words, ...] = Field(min_length=1, max_length=4)
    minutes: int = Field(ge=1, le=120, examples=["15"])
    with_whom: Literal["alone", "someone-close", "colleague", "supervisor", "coach"]
    worksheet: Key | None = None


def unique(keys: list[str], what: str) -> None:
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        raise Wrong(
            f"onder {what} twee keer genoemd: {', '.join(twice)}", f"{what} named twice: {', '.join(twice)}"
        )


class Determinants(Strict):
    """The file `determinants.yaml`."""

    sources: dict[str, str]
    behaviours: tuple[Behaviour, ...]
    determinants: tuple[Determinant, ...]
    offers: tuple[Offer, ...]

    @model_validator(mode="after")
    def fits_together(self) -> Self:
        """Keys are unique; sources and determinants that are named exist."""
        unique([one.key for one in self.behaviours], "behaviours")
        unique([one.key for one in self.determinants], "determinants")
        unique([one.key for one in self.offers], "offers")
        known = {one.key for one in self.determinants}
        unknown = {key for offer in self.offers for key in offer.helps} - known
        if unknown:
            named = ", ".join(sorted(unknown))
            raise Wrong(
                f"offers helpen determinanten die er niet zijn: {named}",
                f"offers help unknown determinants: {named}",
            )
        unknown = {source for one in self.determinants for source in one.sources} - set(self.sources)
        if unknown:
            named = ", ".join(sorted(unknown))
            raise Wrong(f"bronnen zonder adres: {named}", f"sources without an address: {named}")
        return self

    def determinant(self, key: str) -> Determinant:
        """Raises KeyError for an unknown key."""
        return {one.key: one for one in self.determinants}[key]

    def behaviour(self, key: str) -> Behaviour:
        """Raises KeyError for an unknown key."""
        return {one.key: one for one in self.behaviours}[key]

    def offers_by(self, role: str) -> tuple[Offer, ...]:
        """What someone in this role is asked; nothing for a role that is not."""
        return tuple(one for one in self.offers if role in one.by)


class ActionCards(Strict):
    """The file `action-cards.yaml`."""

    cards: tuple[ActionCard, ...]

    @model_validator(mode="after")
    def fits_together(self) -> Self:
        """Keys are unique."""
        unique([one.key for one in self.cards], "cards")
        return self

    def card(self, key: str) -> ActionCard:
        """Raises KeyError for an unknown key."""
        return {one.key: one for one in self.cards}[key]

    def of(self, determinant: str) -> tuple[ActionCard, ...]:
        """The cards for one determinant, in the order of the file."""
        return tuple(one for one in self.cards if one.determinant == determinant)


@cache
def determinants() -> Determinants:
    """The shipped determinants, behaviours and offers. Raises `Mistakes`."""
    return read(SHARED / "determinants.yaml", Determinants)


@cache
def action_cards() -> ActionCards:
    """The shipped action cards. Raises `Mistakes`."""
    return read(SHARED / "action-cards.yaml", ActionCards)


def proposed(steps: dict[str, int | None], most: int = 3) -> tuple[str, ...]:
    """Which determinants to look at first: those with the lowest step, at most `most`, in the order of the file.

    `steps`: by determinant the step (1 to 5), None where the client does not know or would rather not say. The highest
    step needs no work now and is never proposed; an unknown one only where fewer than two others are left. A proposal,
    no finding: the client chooses.
    """
    order = [one.key for one in determinants().determinants]
    known = sorted(
        (key for key in order if (steps.get(key) or HIGHEST) < HIGHEST),
        key=lambda key: (steps[key], order.index(key)),
    )
    unknown = [key for key in order if key in steps and steps[key] is None]
    chosen = known[:most] if len(known) > 1 else [*known, *unknown][: min(most, 2)]
    return tuple(sorted(chosen, key=order.index))
