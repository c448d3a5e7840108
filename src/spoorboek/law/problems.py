"""Mistakes in given facts, told so that a person can mend them: where, what, and a valid example. In both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spoorboek.law.results import Text


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake. `field` as written by the user, such as `spells[1].until`; `example` is valid there."""

    field: str
    message: Text
    example: str


class ProblemError(ValueError):
    """Contradictions between facts, raised inside validation."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("; ".join(f"{p.field}: {p.message.en}" for p in problems))


class FactsError(ValueError):
    """The given facts cannot be used. `problems` holds every mistake found."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(self.lines("en")))

    def lines(self, language: str) -> Iterator[str]:
        word = "For example" if language.startswith("en") else "Bijvoorbeeld"
        for problem in self.problems:
            example = f" {word}: {problem.example}" if problem.example else ""
            yield f"{problem.field}: {problem.message.in_language(language)}{example}"
