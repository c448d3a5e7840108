"""Steps that come round, as one line: twelve short calls are one thing to read, with their days behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from spoorboek.programme.courses.shown import Shown


@dataclass(frozen=True)
class Line:
    """One step, or all the moments of a step that comes round, in the order of their days."""

    steps: tuple[Shown, ...]

    @property
    def first(self) -> Shown:
        """The moment that the line stands for: the first that is open, else the last."""
        return next((one for one in self.steps if one.is_open), self.steps[-1])

    @property
    def next(self) -> Shown | None:
        """The moment that comes next; a day that went by without it is not it."""
        ahead = (one for one in self.steps if one.is_open and one.row.day and one.row.day >= one.today)
        return next(ahead, None)

    @property
    def rest(self) -> tuple[Shown, ...]:
        return tuple(one for one in self.steps if one is not self.first)

    @property
    def is_many(self) -> bool:
        return len(self.steps) > 1

    @property
    def title(self) -> str:
        return self.first.title

    @property
    def summary(self) -> str:
        """`12 keer, 3 gedaan, eerstvolgende rond donderdag 3 december`."""
        done = sum(one.is_done for one in self.steps)
        parts = [_("%(number)s keer") % {"number": len(self.steps)}]
        if done:
            parts.append(_("%(number)s gedaan") % {"number": done})
        if self.next:
            parts.append(_("eerstvolgende %(day)s") % {"day": self.next.day_text})
        return ", ".join(parts)


def folded(steps: Iterable[Shown]) -> list[Line]:
    """The steps as lines, each where its first moment stood. Only a step that comes round is folded."""
    found: dict[object, list[Shown]] = {}
    for one in steps:
        key = (one.row.course_id, one.row.step) if one.times and not one.row.is_added else one.row.pk
        found.setdefault(key, []).append(one)
    return [Line(tuple(moments)) for moments in found.values()]


def one_of_each(steps: Sequence[Shown], today: date) -> list[Shown]:
    """Of a step that comes round one time only: the one that came last, or else the first that comes.

    A time that was missed is not asked for once the next one has come.
    """
    chosen: dict[tuple[object, str], Shown] = {}
    for one in steps:
        key = one.row.course_id, one.row.step or str(one.row.pk)
        if key not in chosen or (one.row.day and one.row.day <= today):
            chosen[key] = one
    kept = {one.row.pk for one in chosen.values()}
    return [one for one in steps if one.row.pk in kept]
