"""The law's timetable for long-term sickness in the Netherlands: facts in, dated obligations with reasons out.

Plain Python: no clock, no network, no database. `on` is always given by the caller.
"""

from spoorboek.law.dates import Dates, StepDates, dates
from spoorboek.law.fact_input import facts_from
from spoorboek.law.facts import Facts
from spoorboek.law.jsonout import timetable_json
from spoorboek.law.problems import FactsError, Problem
from spoorboek.law.results import (
    Case,
    Clock,
    Clocks,
    Doubt,
    Interval,
    Obligation,
    Source,
    Status,
    Step,
    Text,
    Timetable,
    WouldMove,
)
from spoorboek.law.rulebook import Rulebook, current_rulebook
from spoorboek.law.timetable import case_of, timetable
from spoorboek.law.trace import replay, spoken

__all__ = [
    "Case",
    "Clock",
    "Clocks",
    "Dates",
    "Doubt",
    "Facts",
    "FactsError",
    "Interval",
    "Obligation",
    "Problem",
    "Rulebook",
    "Source",
    "Status",
    "Step",
    "StepDates",
    "Text",
    "Timetable",
    "WouldMove",
    "case_of",
    "current_rulebook",
    "dates",
    "facts_from",
    "replay",
    "spoken",
    "timetable",
    "timetable_json",
]
