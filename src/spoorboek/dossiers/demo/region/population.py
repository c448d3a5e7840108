"""Who is, or was until lately, off sick in the region: invented, the same every time, relative to today.

Spells begin evenly over two years and last as the curve says; the demo shows those that still run and those that ended
lately. So the running ones have the ages that a snapshot of such a region has: many short, few long.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spoorboek.dossiers.demo.cases import CASES, Case
from spoorboek.dossiers.demo.region.durations import curve
from spoorboek.dossiers.demo.region.employers import Employer, employers, read
from spoorboek.dossiers.demo.region.road import walked

SEED = 104
TWO_YEARS = 728
PLASTIC = 1.324717957244746
"""Its powers spread points evenly over two dimensions (Roberts 2018, the R2 sequence): no noise in small numbers."""
OPEN_FOR = 28
"""After recovery a dossier stays open four weeks."""
SHOWN_AFTER = 50
"""So many days after recovery the demo forgets a dossier."""
LONG = 42


@dataclass(frozen=True)
class Spell:
    """One absence: how many days ago it began and how many days it lasts."""

    ago: int
    lasts: int

    @property
    def runs(self) -> bool:
        return self.lasts > self.ago

    @property
    def recovered(self) -> int:
        """Days since recovery."""
        return self.ago - self.lasts

    @property
    def is_shown(self) -> bool:
        """Runs, or was long and ended lately, or was short and ended this week."""
        if self.runs:
            return True
        return self.recovered < (SHOWN_AFTER if self.lasts > LONG else 2)


def spells(employer: Employer) -> Iterator[Spell]:
    """Every absence that began at an employer in two years, evenly spread, lasting as the curve says."""
    number = round(employer.absent / curve().mean() * TWO_YEARS)
    for place in range(1, number + 1):
        began, share = (0.5 + place / PLASTIC) % 1, (0.5 + place / PLASTIC**2) % 1
        yield Spell(int(began * TWO_YEARS), curve().duration(share or 0.5))


def people(chance: random.Random) -> Iterator[tuple[str, str]]:
    """First and last names, no pair twice, and none of the told cases."""
    lists = read("names")
    taken = {(case.first_name, case.last_name) for case in CASES}
    while True:
        pair = (chance.choice(lists["first"]), chance.choice(lists["last"]))
        if pair not in taken:
            taken.add(pair)
            yield pair


def told_at(employer: Employer) -> int:
    """The told cases of De Linde that run are part of its absence."""
    return sum(not case.breaks and not case.withdrawn for case in CASES) if employer.key == "linde" else 0


def population() -> list[Case]:
    """All cases of the region beside the told ones."""
    chance = random.Random(SEED)  # noqa: S311 - the same invented people every time
    names = people(chance)
    made: list[Case] = []
    for employer in employers():
        shown = sorted((spell for spell in spells(employer) if spell.is_shown), key=lambda spell: -spell.ago)
        skipped = told_at(employer)
        running = [spell for spell in shown if spell.runs]
        left_out = set(map(id, chance.sample(running, skipped)))
        made += [one(employer, spell, next(names), chance) for spell in shown if id(spell) not in left_out]
    return made


def one(employer: Employer, spell: Spell, name: tuple[str, str], chance: random.Random) -> Case:
    """A case as far as it has come, with what was done on the way."""
    job, hours = chance.choice(employer.jobs)
    bare = Case(
        name[0],
        name[1],
        job,
        hours,
        spell.ago,
        born=chance.randint(1960, 2004),
        team=str(chance.randrange(len(employer.supervisors))),
        employer=employer.key,
        breaks=() if spell.runs else ((spell.lasts, None),),
    )
    return replace(bare, **walked(bare, min(spell.ago, spell.lasts), chance))
