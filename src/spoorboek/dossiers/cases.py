"""One case or two: what the law library says about a dossier's facts with one more first sick day (rule C10, C12)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from spoorboek.dossiers.facts import as_told_to_everyone, facts_as_data, validated
from spoorboek.dossiers.facts_stored import facts_of_one
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.shown import in_language
from spoorboek.law import Case, Facts, case_of
from spoorboek.people.actor import Actor, System, acting_as

FOUR_WEEKS = 28
"""BW 7:629 lid 10, WIA 23 lid 3: sickness with fewer days than this in between is one case."""


@dataclass(frozen=True)
class Verdict:
    """Whether a day of sickness begins a new case, and why (in each language), without anything medical."""

    new_case: bool
    why: Mapping[str, str]
    doubts: tuple[str, ...]


def verdict(dossier: Dossier, first_day: date) -> Verdict:
    """Ask the law about sickness from `first_day`, on all facts, the company doctor's answers included."""
    with acting_as(Actor(system=System.TIMETABLE)):
        data = facts_as_data(facts_of_one(dossier.pk))
    return verdict_on(data, first_day)


def verdict_on(data: dict[str, Any], first_day: date) -> Verdict:
    """The same on facts at hand, as `facts_as_data` gives them."""
    fit_from = data["spells"][-1]["until"] if data["spells"] else None
    data["spells"] = [*data["spells"], {"from": first_day}]
    facts = validated(data)
    case = case_of(facts)
    begun = case.first_sick_day >= first_day
    return Verdict(
        new_case=begun,
        why=why_new(facts, case) if begun else goes_on(fit_from, first_day),
        doubts=tuple(in_language({"nl": d.reason.nl, "en": d.reason.en}) for d in case.uncertain),
    )


def why_new(facts: Facts, case: Case) -> dict[str, str]:
    """Why a new case begins, from what everyone may know: the day a ban starts can tell of a pregnancy."""
    open_facts = as_told_to_everyone(facts)
    said = (case if open_facts == facts else case_of(open_facts)).why_public
    return {"nl": said.nl, "en": said.en}


def goes_on(fit_from: date | None, first_day: date) -> dict[str, str]:
    """Why the same case goes on, in each language: the journal keeps it, and who reads it may have another one."""
    days = (first_day - fit_from).days if fit_from else 0
    told = {}
    for language in ("nl", "en"):
        with override(language):
            told[language] = goes_on_after(days)
    return told


def goes_on_after(days: int) -> str:
    """After leave the days between do not settle it alone, so they are not named."""
    if 0 < days < FOUR_WEEKS:
        return ngettext(
            "Er zat %(days)s dag tussen. Dat is minder dan vier weken, dus hetzelfde geval loopt door.",
            "Er zaten %(days)s dagen tussen. Dat is minder dan vier weken, dus hetzelfde geval loopt door.",
            days,
        ) % {"days": days}
    return _("Hetzelfde geval loopt door.")
