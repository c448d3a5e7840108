"""What was done in an invented case until a day: the steps of the road with the small delays of real work."""

import random
from typing import Any

from spoorboek.dossiers.demo.cases import Case, Talk
from spoorboek.dossiers.demo.region.durations import curve
from spoorboek.dossiers.demo.region.employers import read

WAYS = ("phone", "in_person", "video")
TALKS = {"early": "supervisor", "building": "evaluation", "later": "case_manager"}
Done = tuple[str, int, int]


def walked(case: Case, until: int, chance: random.Random) -> dict[str, Any]:
    """The fields of a case that tell what happened up to day `until` (from the first sick day)."""
    steps = [step for step in planned(chance) if step[2] < until]
    moments = [moment for moment in second_year(chance) if moment[1] < until]
    second_track = any(key == "second-track-start" for key, _day in moments)
    return {
        "done": tuple(steps),
        "moments": tuple(moments),
        "hours": tuple(hours(case, until, chance)),
        "notes": tuple(notes(until, chance)),
        "talks": tuple(talks(until, chance)) if not case.breaks else (),
        "labour_expert": until > 240 and chance.random() < 0.6,
        "coach": second_track,
    }


def slip(chance: random.Random, day: int, early: int, term: int) -> int | None:
    """A day shortly before the term; now and then after it, and rarely never."""
    own = curve().own_choice
    roll = chance.random()
    if roll < own.never_done:
        return None
    if roll < own.never_done + own.late:
        return term + chance.randint(2, 20)
    return day - chance.randint(0, early)


def planned(chance: random.Random) -> list[Done]:
    """The steps of the plan and the reports, up to the end of two years."""
    found: list[Done] = []
    analysis = slip(chance, 40, 8, 42)
    if analysis is None:
        return found
    found.append(("problem-analysis", 0, analysis))
    plan = analysis + chance.randint(7, 13)
    found += [("plan-of-action", 0, plan), ("case-manager", 0, plan)]
    found += evaluations(plan, chance)
    for key, day, early, term in (
        ("report-42-weeks", 291, 7, 293),
        ("first-year-evaluation", 361, 10, 364),
        ("final-evaluation", 626, 8, 634),
        ("riv-to-employee", 634, 5, 636),
    ):
        when = slip(chance, day, early, term)
        if when is not None:
            found.append((key, 0, when))
    return sorted(found, key=lambda step: step[2])


def evaluations(plan: int, chance: random.Random) -> list[Done]:
    """Talks about the plan that were recorded: custom is every six weeks, work is busier."""
    found: list[Done] = []
    day = plan
    while (day := day + chance.randint(70, 118)) < 610:
        found.append(("progress-evaluation", len(found), day))
    return found


def second_year(chance: random.Random) -> list[tuple[str, int]]:
    """Moments round the second track and the WIA."""
    found: list[tuple[str, int]] = []
    if chance.random() < curve().own_choice.second_track_after_a_year:
        found += [
            ("early-signal", chance.randint(320, 362)),
            ("second-track-start", chance.randint(368, 402)),
        ]
    found += [("uwv-letter", chance.randint(611, 618)), ("wia-application", chance.randint(636, 647))]
    return found


def hours(case: Case, until: int, chance: random.Random) -> list[tuple[int, float]]:
    """Hours a week worked again, going up; who recovered came close to the contract."""
    if until < 60 or chance.random() < 0.3:
        return []
    began, steps = chance.randint(50, max(51, until * 2 // 3)), chance.randint(1, 3)
    top = case.contract * (0.8 if case.breaks else chance.choice((0.2, 0.3, 0.5)))
    found = [
        (began + number * max(14, (until - began) // (steps + 1)), max(2, round(top * (number + 1) / steps)))
        for number in range(steps)
    ]
    return [(day, float(worked)) for day, worked in found if day < until]


def phase(until: int) -> str:
    return "early" if until < 42 else "building" if until < 300 else "later"


def notes(until: int, chance: random.Random) -> list[tuple[int, str, str]]:
    """A few notes of contact, each fit for its phase."""
    texts = read("notes")
    days = sorted({chance.randint(1, max(1, until - 1)) for _ in range(chance.choice((0, 1, 1, 2)))})
    return [(day, chance.choice(WAYS), chance.choice(texts[phase(day)])) for day in days if day < until]


def talks(until: int, chance: random.Random) -> list[Talk]:
    """Perhaps an appointment in the coming weeks, on a quarter of an hour of a working day's morning or afternoon."""
    if chance.random() > 0.35:
        return []
    kind = "company_doctor" if until > 20 and chance.random() < 0.5 else TALKS[phase(until)]
    way = chance.choice(WAYS)
    return [Talk(chance.randint(1, 20), chance.randint(9, 16), chance.choice((0, 15, 30, 45)), kind, way)]
