"""Choose one, choose several, sort cards on piles."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from spoorboek.methods.questions.base import Given, Line, NotAnAnswer, Option, Question, by_key, chosen

Options = Annotated[tuple[Option, ...], Field(min_length=2, max_length=12)]


class OneGiven(Given):
    """`choice` is the option's key; `own` an answer that was not in the list."""

    choice: str = ""
    own: Line = ""


class ChooseOne(Question):
    """One of a few options; with `own` there is a line for another answer."""

    Given: ClassVar[type[Given]] = OneGiven

    kind: Literal["choose-one"] = "choose-one"
    options: Options
    own: bool = False

    def fits(self, given: OneGiven) -> None:
        if given.choice:
            chosen(by_key(self.options), self.key, given.choice)
        no_own_line(self.key, self.own, given.own)

    def told(self, value: Mapping[str, Any], language: str) -> list[str]:
        named = [by_key(self.options)[value["choice"]].in_language(language)] if value.get("choice") else []
        return named + self.texts(value)

    def texts(self, value: Mapping[str, Any]) -> list[str]:
        return [value["own"]] if value.get("own") else []


class SeveralGiven(Given):
    """`choices` are keys of options; `own` an answer that was not in the list."""

    choices: tuple[str, ...] = ()
    own: Line = ""


class ChooseSeveral(Question):
    """As many options as fit, or at the most `most`."""

    Given: ClassVar[type[Given]] = SeveralGiven

    kind: Literal["choose-several"] = "choose-several"
    options: Options
    most: int | None = Field(None, ge=1)
    own: bool = False

    def fits(self, given: SeveralGiven) -> None:
        chosen(by_key(self.options), self.key, *given.choices)
        if len(set(given.choices)) != len(given.choices):
            raise NotAnAnswer(f"{self.key}: something was chosen twice")
        if self.most and len(given.choices) > self.most:
            raise NotAnAnswer(f"{self.key}: choose at the most {self.most}")
        no_own_line(self.key, self.own, given.own)

    def told(self, value: Mapping[str, Any], language: str) -> list[str]:
        named = by_key(self.options)
        return [named[key].in_language(language) for key in value.get("choices", ())] + self.texts(value)

    def texts(self, value: Mapping[str, Any]) -> list[str]:
        return [value["own"]] if value.get("own") else []


class CardsGiven(Given):
    """`piles`: the key of a card to the key of the pile it lies on. A card that is left out lies nowhere yet."""

    piles: dict[str, str] = Field(default_factory=dict)


class SortCards(Question):
    """Lay each card on one of the piles."""

    Given: ClassVar[type[Given]] = CardsGiven

    kind: Literal["sort-cards"] = "sort-cards"
    cards: Options
    piles: Annotated[tuple[Option, ...], Field(min_length=2, max_length=4)]

    def fits(self, given: CardsGiven) -> None:
        chosen(by_key(self.cards), self.key, *given.piles)
        chosen(by_key(self.piles), self.key, *given.piles.values())

    def told(self, value: Mapping[str, Any], language: str) -> list[str]:
        laid = value.get("piles", {})
        lines = []
        for pile in self.piles:
            cards = [card.in_language(language) for card in self.cards if laid.get(card.key) == pile.key]
            lines += [f"{pile.in_language(language)}: {', '.join(cards)}"] if cards else []
        return lines


def no_own_line(asked: str, allowed: bool, own: str) -> None:
    if own and not allowed:
        raise NotAnAnswer(f"{asked}: this question has no line for own words")
