"""A step as a page shows it: texts as safe HTML, faces, feedback. No database: the preview shows the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString, mark_safe

from spoorboek.methods.modules import Edition, Kind, Module, Step, playing
from spoorboek.methods.modules.model import Mood, Node, Said, Someone
from spoorboek.methods.modules.playing import Standing
from spoorboek.programme.learning import faces

YOU = "you"


def safe(html: str) -> SafeString:
    """HTML that the module's reader made: tags of Markdown only, everything else escaped."""
    return mark_safe(html)  # noqa: S308


@dataclass(frozen=True)
class Bubble:
    """Something said, with the face that goes with it; without a person it is told."""

    text: SafeString
    person: Someone | None = None
    mood: Mood | None = None
    mine: bool = False

    @property
    def face(self) -> SafeString:
        return faces.face(self.person, self.mood or Mood.CALM) if self.person else SafeString()

    @property
    def looks(self) -> str:
        return faces.in_words(self.mood) if self.person and self.mood else ""


@dataclass(frozen=True)
class Round:
    """What the learner said, what that does, and what came back. The opening has only the last."""

    mine: Bubble | None
    feedback: SafeString
    theirs: tuple[Bubble, ...]


@dataclass(frozen=True)
class ShownItem:
    """Something to sort or choose. `fits`: as the author has it; `belongs`: where that is, in words."""

    number: int
    text: SafeString
    feedback: SafeString
    chosen: bool = False
    group: int | None = None
    fits: bool = True
    right: bool = False
    belongs: str = ""


@dataclass(frozen=True)
class Talk:
    """A conversation as far as it went."""

    rounds: tuple[Round, ...]
    choices: tuple[tuple[int, SafeString], ...]
    end: str

    @property
    def now(self) -> Round:
        return self.rounds[-1]

    @property
    def before(self) -> tuple[Round, ...]:
        return self.rounds[:-1]


@dataclass(frozen=True)
class Player:
    """A step of a module in one language, at a standing. `partial`: groups chosen so far when not all were."""

    module: Module
    edition: Edition
    standing: Standing
    partial: Mapping[int, int] | None = None

    @property
    def step(self) -> Step:
        return playing.here(self.edition, self.standing)

    @property
    def template(self) -> str:
        return f"learning/steps/{self.step.kind}.html"

    @property
    def number(self) -> int:
        return self.edition.number(self.standing.step)

    @property
    def steps(self) -> list[tuple[str, str]]:
        """Each step's title, and whether it is past, here or to come."""
        return [
            (step.title, "past" if place < self.number else "here" if place == self.number else "next")
            for place, step in enumerate(self.edition.steps, 1)
        ]

    @property
    def is_last(self) -> bool:
        return self.number == len(self.edition.steps)

    @property
    def may_go_on(self) -> bool:
        return playing.may_go_on(self.step, self.standing)

    @property
    def body(self) -> SafeString:
        return safe(self.step.body)

    @property
    def closing(self) -> SafeString:
        return safe(self.step.closing)

    @property
    def answered(self) -> bool:
        return self.standing.answered

    @property
    def focus(self) -> str:
        """Where reading goes on after a button: at what it did (`answer`), or at the new step's text (`text`)."""
        return "answer" if self.answered or self.standing.given else "text"

    @cached_property
    def talk(self) -> Talk:
        step, given = self.step, self.standing.given
        turns = playing.turns(step, given)
        rounds = [Round(None, SafeString(), self.bubbles(step.first))] + [
            Round(self.said_by_me(turn.choice.text), safe(turn.choice.feedback), self.bubbles(turn.after))
            for turn in turns
        ]
        node = playing.moment(step, given)
        choices = tuple((number, safe(choice.text)) for number, choice in enumerate(node.choices))
        return Talk(tuple(rounds), choices, node.end)

    def said_by_me(self, text: str) -> Bubble:
        return Bubble(safe(text), self.edition.head.cast.get(YOU), Mood.CALM, mine=True)

    def bubbles(self, node: Node) -> tuple[Bubble, ...]:
        return tuple(self.bubble(one) for one in node.said)

    def bubble(self, one: Said) -> Bubble:
        return Bubble(safe(one.text), self.edition.head.cast.get(one.speaker), one.mood, one.speaker == YOU)

    @property
    def items(self) -> list[ShownItem]:
        step, given = self.step, self.standing.given
        shown = {
            Kind.ORDER: ordered_items,
            Kind.GROUPS: grouped_items,
            Kind.CHOOSE: chosen_items,
        }
        made = shown[step.kind](step, given)
        return [partly(item, self.partial) for item in made] if self.partial else made

    @property
    def groups(self) -> list[tuple[int, str]]:
        return list(enumerate(self.step.groups))

    @property
    def all_fit(self) -> bool:
        return all(item.fits for item in self.items)


def ordered_items(step: Step, given: Sequence[int]) -> list[ShownItem]:
    """As the learner put them, at first shuffled. It fits where the author has it."""
    put = tuple(given) or playing.shuffled(step)
    return [
        ShownItem(
            number, safe(step.items[number].text), safe(step.items[number].feedback),
            fits=place == number, belongs=str(number + 1),
        )
        for place, number in enumerate(put)
    ]  # fmt: skip


def grouped_items(step: Step, given: Sequence[int]) -> list[ShownItem]:
    return [
        ShownItem(
            number, safe(item.text), safe(item.feedback), group=given[number] if given else None,
            fits=not given or given[number] == item.group, belongs=step.groups[item.group],
        )
        for number in playing.shuffled(step)
        for item in (step.items[number],)
    ]  # fmt: skip


def chosen_items(step: Step, given: Sequence[int]) -> list[ShownItem]:
    """Each answer, chosen or not. One of several good ones is enough where only one can be chosen."""
    return [
        ShownItem(
            number, safe(item.text), safe(item.feedback), chosen=number in given,
            fits=(number in given) == item.right, right=item.right,
        )
        for number, item in enumerate(step.items)
    ]  # fmt: skip


def partly(item: ShownItem, partial: Mapping[int, int]) -> ShownItem:
    return ShownItem(**{**item.__dict__, "group": partial.get(item.number)})
