"""One case or two: what the law library says about a dossier's facts with one more first sick day (rule C10, C12)."""

from dataclasses import dataclass
from datetime import date

from spoorboek.dossiers.facts import facts_as_data, validated
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.projection import with_facts
from spoorboek.dossiers.shown import in_language
from spoorboek.law import timetable
from spoorboek.people.actor import Actor, System, acting_as


@dataclass(frozen=True)
class Verdict:
    """Whether a day of sickness begins a new case, and why, without anything medical."""

    new_case: bool
    why: str
    doubts: tuple[str, ...]


def verdict(dossier: Dossier, first_day: date) -> Verdict:
    """Ask the law about sickness from `first_day`, on all facts, the company doctor's answers included."""
    with acting_as(Actor(system=System.TIMETABLE)):
        data = facts_as_data(with_facts().get(pk=dossier.pk))
    data["spells"] = [*data["spells"], {"from": first_day}]
    case = timetable(validated(data)).case
    return Verdict(
        new_case=case.first_sick_day >= first_day,
        why=in_language({"nl": case.why_public.nl, "en": case.why_public.en}),
        doubts=tuple(in_language({"nl": d.reason.nl, "en": d.reason.en}) for d in case.uncertain),
    )
