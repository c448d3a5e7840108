"""What the API tells about organisations, people and dossiers."""

import uuid
from datetime import date, datetime
from typing import Any, Literal

from pydantic import Field

from spoorboek.api.schemas.base import Figure, Told

ClockKey = Literal["wage", "wia", "dismissal_ban"]
State = Literal["running", "recovered", "closed"]


class OrganisationTold(Told):
    """An employer for which this link works."""

    id: uuid.UUID
    name: str = Field(examples=["De Linde"])
    kind: str = Field(description="`employer` or `sheltered_work`.", examples=["employer"])


class StaffTold(Told):
    """Someone who works for an employer, at it or at a service it engaged."""

    account_id: uuid.UUID
    name: str = Field(examples=["Anouk de Graaf"])
    role: str = Field(examples=["company_doctor"])
    organisation: str = Field(examples=["Arbodienst Noord"])


class ContractTold(Told):
    """Hours a week agreed in the contract, from a day on."""

    since: date
    hours: Figure


class EmploymentTold(Told):
    """Someone's work for an employer."""

    id: uuid.UUID
    employer_id: uuid.UUID
    number: str = Field(description="Personnel number; empty where it is not known.", examples=["100245"])
    first_name: str = Field(examples=["Fatma"])
    last_name: str = Field(examples=["Yilmaz"])
    job_title: str = Field(examples=["Verzorgende IG"])
    kind: str = Field(examples=["permanent"])
    starts: date | None
    ends: date | None
    contract_hours: list[ContractTold]


class EmploymentPage(Told):
    """A page of employments."""

    items: list[EmploymentTold]
    next_cursor: str | None = Field(
        description="Send it as `cursor` for the next page; null on the last page."
    )


class DossierTold(Told):
    """One case of sickness in one employment."""

    id: uuid.UUID
    version: int = Field(description="Grows with every change of a fact.", examples=[7])
    employment_id: uuid.UUID
    employer_id: uuid.UUID
    number: str = Field(description="Personnel number; empty where it is not known.")
    name: str = Field(description="The employee's name.", examples=["Fatma Yilmaz"])
    job_title: str
    first_sick_day: date
    first_day_basis: str = Field(examples=["no_work"])
    state: State
    recovered_from: date | None = Field(description="First day fit again, where the last spell has ended.")
    safety_net: bool | None = Field(
        description="Whether UWV pays because of a safety net; null while nobody knows. Never which one."
    )
    opened_at: datetime
    closed_on: date | None
    closing: str = Field(description="Why it closed; empty while it runs.", examples=["", "recovered"])
    previous_id: uuid.UUID | None = Field(description="The dossier of the case before this one, if any.")


class DossierPage(Told):
    """A page of dossiers."""

    items: list[DossierTold]
    next_cursor: str | None = Field(
        description="Send it as `cursor` for the next page; null on the last page."
    )


class FactTold(Told):
    """One fact as it stands. `kind` and `row` are its address for a correction."""

    kind: str = Field(examples=["spell"])
    row: str = Field(examples=["41"])
    title: str = Field(examples=["Periode 1"])
    text: str = Field(examples=["ziek vanaf 12 jan 2026"])
    values: dict[str, Any] = Field(examples=[{"starts": "2026-01-12", "ends": None}])
    correctable: bool
    removable: bool


class FactsTold(Told):
    """All facts of a dossier."""

    version: int
    facts: list[FactTold]


class SourceTold(Told):
    """Where a rule stands. `confirmed`: the text itself was read."""

    title: str
    url: str
    confirmed: bool


class MoveTold(Told):
    """A changed fact, and the day that would follow from it; null where there would be none."""

    change: str
    due: date | None


class ExplanationTold(Told):
    """Why a date is what it is, as everyone in the dossier may read it."""

    because: list[str]
    would_move_if: list[MoveTold]
    uncertain: list[str]
    sources: list[SourceTold]
    consequence: str
    document: str


class ObligationTold(Told):
    """One step of the road, with the four dates that people confuse."""

    key: str = Field(examples=["report-42-weeks"])
    ordinal: int = Field(description="Counts a repeated step from 0.", examples=[0])
    title: str = Field(examples=["Ziekmelding aan UWV"])
    who: list[str] = Field(description="Whose move it is.", examples=[["employer"]])
    statutory: date | None = Field(description="The last lawful day.")
    practice: date | None = Field(description="When it is usually done; nobody is late for it.")
    agreed: date | None = Field(description="What employer and employee agreed together.")
    done: date | None
    day: date | None = Field(description="The one of the four to show first.")
    day_is: str = Field(description="Which one `day` is: done, agreed, law, practice or unknown.")
    status: str = Field(
        description="On the day asked for: done, overdue, due, around, coming, expired, unknown or not_applicable.",
        examples=["due"],
    )
    deviation_allowed: bool = Field(description="Whether the law lets both agree on another date.")
    explanation: ExplanationTold | None = Field(description="With `explain=true`, or when one step is read.")


class ObligationsTold(Told):
    """The steps of a dossier, in order of their day."""

    version: int
    on: date = Field(description="The day of the statuses. Of a closed dossier: the day it closed.")
    obligations: list[ObligationTold]


class IntervalTold(Told):
    """Days in which a clock stands still, both ends inclusive."""

    first_day: date
    last_day: date


class ClockTold(Told):
    """One of the three clocks."""

    key: ClockKey
    title: str
    last_day: date | None = Field(description="Last day, inclusive.")
    first_day_after: date | None
    suspended: list[IntervalTold]
    explanation: ExplanationTold


class RouteTold(Told):
    """The clocks and the case they count in."""

    version: int
    first_sick_day: date
    rules_version: str
    clocks: list[ClockTold]


class MovedTold(Told):
    """A date that an act moved. No `was`: it appeared; no `became`: it fell away or is not known."""

    key: str
    ordinal: int
    title: str
    was: date | None
    became: date | None
    why: str


class ChangeTold(Told):
    """A fact that an act changed."""

    fact: str
    old: str
    new: str


class EntryTold(Told):
    """One act as it stands in the journal."""

    sequence: int = Field(description="Counts the acts that you are told of; others leave no gap.")
    at: datetime
    act: str = Field(examples=["report_sick"])
    who: str
    role: str
    sentence: str = Field(examples=["Anouk de Graaf meldde Fatma Yilmaz ziek."])
    changes: list[ChangeTold]
    moved: list[MovedTold]
    redacted: bool = Field(description="Its text was taken away later; that it was done stays.")


class JournalPage(Told):
    """A page of the journal, newest first."""

    items: list[EntryTold]
    next_cursor: str | None


class PartyTold(Told):
    """Someone, or a system, that takes part in a dossier now."""

    account_id: uuid.UUID
    name: str
    role: str = Field(examples=["case_manager"])
    organisation: str
    since: datetime
    until: datetime | None
    is_link: bool = Field(description="A system such as yours, not a person.")


class PeopleTold(Told):
    """Everyone who takes part now."""

    people: list[PartyTold]
