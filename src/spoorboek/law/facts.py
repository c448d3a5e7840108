"""The facts of one sickness case at one employer. Facts only: every date that follows from them is computed.

Intervals are half-open: `from` is the first day, `until` the first day after.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from spoorboek.law.checks import contradictions, with_first_day
from spoorboek.law.keys import ObligationKey
from spoorboek.law.problems import ProblemError

Answer = Literal["yes", "no", "unknown"]
EmploymentKind = Literal[
    "permanent", "fixed_term", "temp_agency", "fictitious", "household", "none", "unknown"
]
FirstDayBasis = Literal["not_worked", "stopped_during_day", "night_shift", "not_checked"]
SecondTrackException = Literal["none", "prospect_in_track_one", "marginal_capacity", "aow_near_and_agreed"]
Percentage = Annotated[int, Field(ge=0, le=100)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class ResumedStep(_Part):
    """From this day on, this part of the contract hours is worked."""

    from_: date = Field(alias="from", description="First day of this step.", examples=["2026-05-04"])
    percentage: Percentage = Field(
        description="Part of the contract hours worked, 0 to 100. A work fact, not a judgement of fitness.",
        examples=[40],
    )


class Spell(_Part):
    """One stretch of days on which the person is not (fully) fit for the agreed work."""

    from_: date = Field(alias="from", description="First sick day of this spell.", examples=["2026-01-12"])
    until: date | None = Field(
        None,
        description="First day fully fit for the agreed work (exclusive end). Leave out while the spell runs. "
        "Working part of the hours, or other work, does not end a spell.",
        examples=["2026-03-02"],
    )
    resumed_percentage: Percentage = Field(
        0,
        description="Part of the contract hours worked during this spell. 100 does not end it: only `until` does.",
        examples=[0, 50],
    )
    resumed: tuple[ResumedStep, ...] = Field(
        (), description="Steps in the hours worked, when there was more than one. In order of `from`."
    )
    caused_by_pregnancy: Answer | None = Field(
        None,
        description="Medical; from the company doctor or the client. Is this spell a consequence of pregnancy? "
        "Leave out to take the answer of the leave that directly follows it.",
        examples=["no"],
    )


class Leave(_Part):
    """Pregnancy or maternity leave with WAZO benefit: the uninterrupted benefit period, also when taken flexibly.

    Sick days in the flexible weeks that were paid as leave belong to this period.
    """

    kind: Literal["wazo"] = Field("wazo", description="Only WAZO leave stops the clocks.", examples=["wazo"])
    from_: date = Field(alias="from", description="First day of the benefit period.", examples=["2026-03-02"])
    until: date = Field(
        description="First day after the benefit period (exclusive end).", examples=["2026-06-22"]
    )
    same_cause: Answer = Field(
        "unknown",
        description="Medical; from the company doctor. Do the sickness right before and right after this leave "
        "have the same cause? `unknown` gives no date that depends on it.",
        examples=["unknown"],
    )
    related_to_birth: Answer = Field(
        "unknown",
        description="Medical; from the company doctor or the client. Is the adjoining sickness a consequence of "
        "pregnancy or birth? It changes the wage clock and the dismissal ban.",
        examples=["unknown"],
    )


class ContractHours(_Part):
    """Agreed hours a week from a day on."""

    from_: date = Field(alias="from", description="First day of these hours.", examples=["2024-01-01"])
    hours_per_week: float = Field(gt=0, le=80, description="Agreed hours a week.", examples=[32])


class Employment(_Part):
    """The employment this case belongs to. A second employer is a second set of facts, with its own clocks."""

    kind: EmploymentKind = Field(
        "unknown",
        description="`none`: no employer (safety net at UWV). `fictitious`: counted as employment for the Ziektewet. "
        "`household`: domestic work on fewer than four days a week.",
        examples=["permanent"],
    )
    start: date | None = Field(None, description="First day of employment.", examples=["2019-09-01"])
    end: date | None = Field(None, description="Last day of employment (inclusive).", examples=["2026-08-31"])
    no_risk: Answer = Field(
        "unknown",
        description="Medical in origin. Does the no-risk cover (ZW 29b) apply? The employer only learns whether "
        "there is a safety net, never which.",
        examples=["unknown"],
    )
    safety_net_clear_on: date | None = Field(
        None,
        description="Day on which it became clear to the employer that a safety net applies, where the employer could "
        "not know before. Says nothing about which one.",
        examples=["2026-04-20"],
    )
    own_risk_bearer_zw: bool = Field(False, description="The employer bears the Ziektewet risk itself.")
    own_risk_bearer_wga: bool = Field(False, description="The employer bears the WGA risk itself.")
    temporary_agency_clause: bool = Field(
        False, description="Agency work that ends when the worker reports sick (uitzendbeding)."
    )
    contract_hours: tuple[ContractHours, ...] = Field(
        (), description="Agreed hours, each with its first day."
    )


class Person(_Part):
    """Only what is needed for the state pension age (AOW)."""

    birth_date: date | None = Field(None, description="Date of birth.", examples=["1975-06-30"])
    aow_date: date | None = Field(
        None,
        description="Day on which the state pension age is reached. Wins over `birth_date`.",
        examples=["2042-09-30"],
    )


class Sanction(_Part):
    """Extension of the wage duty imposed by UWV (loonsanctie)."""

    decided_on: date = Field(description="Date of UWV's decision.", examples=["2027-11-15"])
    weeks: int = Field(52, ge=1, le=52, description="Length in weeks, at most 52.", examples=[52])


class Shortening(_Part):
    """Request to end the sanction because the shortcomings are repaired (bekorting, herstelmelding)."""

    received_on: date = Field(description="Day on which UWV received the request.", examples=["2028-03-01"])
    decided_on: date | None = Field(None, description="Day of UWV's decision.", examples=["2028-03-21"])
    granted: bool = Field(True, description="Whether UWV granted it; only counts with `decided_on`.")


class ShortenedWaitingPeriod(_Part):
    """Shortened WIA waiting period for someone with no lasting capacity at all (IVA)."""

    applied_on: date = Field(description="Day of the application.", examples=["2026-06-01"])
    granted_weeks: int | None = Field(
        None, ge=13, le=78, description="Length of the waiting period that UWV granted.", examples=[30]
    )


class VoluntaryExtension(_Part):
    """Longer wage duty at the joint request of employer and employee (WIA 24)."""

    weeks: int = Field(ge=1, le=104, description="Weeks added to the waiting period.", examples=[13])
    requested_on: date | None = Field(None, description="Day of the request.", examples=["2027-06-01"])


class JointDeviation(_Part):
    """Another date agreed by employer and employee together, with reasons."""

    key: ObligationKey = Field(description="Obligation it is about.", examples=["plan-of-action"])
    ordinal: int = Field(0, ge=0, description="Which one, for a repeating obligation.", examples=[0])
    agreed_on: date = Field(description="Day of the agreement.", examples=["2026-03-01"])
    due: date = Field(description="The agreed date.", examples=["2026-03-20"])
    reason: str = Field(
        min_length=1,
        max_length=500,
        description="Why, without anything about health.",
        examples=["Vakantie van de werknemer"],
    )


class Done(_Part):
    """An obligation that was met."""

    key: ObligationKey = Field(description="Obligation that was met.", examples=["report-42-weeks"])
    ordinal: int = Field(0, ge=0, description="Which one, for a repeating obligation.", examples=[0])
    done_on: date = Field(description="Day on which it was done.", examples=["2026-10-20"])


class Facts(_Part):
    """Everything the timetable is computed from. Only `first_sick_day` (or `spells`) is needed to begin."""

    first_sick_day: date = Field(
        description="First workday on which no work was done because of illness, or work stopped during the day. "
        "Equal to the `from` of the first spell.",
        examples=["2026-01-12"],
    )
    first_day_basis: FirstDayBasis = Field(
        "not_worked",
        description="How the first sick day was set. A night shift belongs to the day it began. `not_checked` "
        "marks every date as uncertain.",
    )
    spells: tuple[Spell, ...] = Field(
        (),
        max_length=60,
        description="All spells in order. Empty means: sick from the first sick day until now.",
    )
    leaves: tuple[Leave, ...] = Field((), max_length=4, description="WAZO leave periods, in order.")
    employment: Employment | None = Field(None, description="Leave out when it is not known.")
    person: Person = Field(default_factory=Person, description="Birth date or AOW date.")
    analysis_on: date | None = Field(
        None, description="Date of the problem analysis.", examples=["2026-02-16"]
    )
    plan_on: date | None = Field(None, description="Date of the plan of action.", examples=["2026-03-02"])
    evaluations: tuple[date, ...] = Field((), description="Dates of the progress evaluations, in order.")
    early_signal_on: date | None = Field(
        None,
        description="Day of the signal that return to the own employer will probably not work out. From then on the "
        "second track is expected around this day; its last day does not move.",
        examples=["2026-09-01"],
    )
    second_track_started_on: date | None = Field(
        None, description="Day on which the second track began.", examples=["2027-02-01"]
    )
    second_track_exception: SecondTrackException = Field(
        "none", description="Ground on which UWV accepts that the second track has not begun."
    )
    uwv_letter_on: date | None = Field(
        None, description="Date of UWV's letter about the WIA application.", examples=["2027-09-20"]
    )
    riv_to_employee_on: date | None = Field(
        None, description="Day on which the employee received the RIV.", examples=["2027-10-01"]
    )
    application_on: date | None = Field(
        None, description="Day of the WIA application.", examples=["2027-10-15"]
    )
    sanction: Sanction | None = None
    shortening: Shortening | None = None
    shortened_waiting_period: ShortenedWaitingPeriod | None = None
    voluntary_extension: VoluntaryExtension | None = None
    joint_deviations: tuple[JointDeviation, ...] = ()
    done: tuple[Done, ...] = Field(
        (), description="Obligations that were met and have no field of their own."
    )

    @model_validator(mode="before")
    @classmethod
    def _first_day_from_spells(cls, data: object) -> object:
        return with_first_day(data)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        problems = tuple(contradictions(self))
        if problems:
            raise ProblemError(problems)
        return self

    @property
    def all_spells(self) -> tuple[Spell, ...]:
        """The spells, or one running spell where none were given."""
        return self.spells or (Spell.model_construct(from_=self.first_sick_day),)
