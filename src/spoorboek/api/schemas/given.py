"""What the caller sends with each act. Days and codes from lists; nowhere a text about anybody's health."""

import uuid
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from spoorboek.api.schemas.base import Day, Given, GivenAtVersion, Hours, Text

Name = Annotated[Text, StringConstraints(min_length=1, max_length=60)]
Weeks = Annotated[int, Field(ge=1, le=104, strict=True)]
WHY_STEP = Literal["typing", "wrong_step", "not_happened", "better_known"]
WHY_FACT = Literal[
    "typing_mistake", "known_later", "told_by_employee", "found_in_records", "set_by_authority",
    "did_not_happen",
]  # fmt: skip


class NewEmployeeGiven(Given):
    """Who it is and what the contract says. No BSN, no health: such fields do not exist."""

    first_name: Name = Field(examples=["Fatma"])
    last_name: Annotated[Text, StringConstraints(min_length=1, max_length=80)] = Field(examples=["Yilmaz"])
    job_title: Annotated[Text, StringConstraints(min_length=1, max_length=120)] = Field(
        examples=["Verzorgende IG"]
    )
    hours: Hours = Field(description="Contract hours a week.")
    number: Annotated[Text, StringConstraints(max_length=40)] = Field(
        "", description="Personnel number.", examples=["100245"]
    )
    email: Annotated[Text, StringConstraints(max_length=254, pattern=r"^$|^[^@\s]+@[^@\s]+\.[^@\s]+$")] = (
        Field("", description="For the way in; leave out where there is none.", examples=["f@example.org"])
    )
    phone: Annotated[Text, StringConstraints(max_length=20)] = ""
    language: Literal["nl", "en", "other"] = "nl"
    kind: Literal["permanent", "fixed_term", "temporary_agency"] = "permanent"
    starts: Day | None = None
    ends: Day | None = Field(None, description="Last day of the employment.")
    birth_date: Annotated[Day | None, Field(description="Only to work out state pension age.")] = None
    supervisor: uuid.UUID | None = Field(
        None, description="`account_id` of a supervisor from `staff?role=supervisor`."
    )
    another_person: bool = Field(False, description="It is not the namesake who already works there.")


class ReportSickGiven(Given):
    """Reporting someone sick. Who is responsible is a person: a link alone looks after nobody."""

    first_sick_day: Day = Field(description="First working day on which less or no work was done.")
    basis: Literal["no_work", "stopped_during_day"] = Field(
        "no_work", description="No work at all that day, or stopped in the course of it."
    )
    case_manager: uuid.UUID = Field(description="`account_id` from `staff?role=case_manager`.")
    company_doctor: uuid.UUID | None = Field(
        None, description="`account_id` from `staff?role=company_doctor`."
    )


class PartialReturnGiven(GivenAtVersion):
    """Hours worked from a day on. A work fact: nobody's estimate of fitness."""

    since: Day
    hours: Hours = Field(description="Hours a week worked; never more than the contract.")


class RecoveryGiven(GivenAtVersion):
    """Fit for the agreed work again."""

    fit_from: Day = Field(description="First day fully fit for the agreed work.")


class SickAgainGiven(GivenAtVersion):
    """Sick again after recovery; Spoorboek works out whether it is the same case."""

    first_day: Day


class NothingMore(GivenAtVersion):
    """An act that needs no more than the dossier."""


class LeaveGiven(GivenAtVersion):
    """WAZO leave (pregnancy, maternity), both ends inclusive. It may lie ahead."""

    starts: Day
    last_day: Day


class ContractGiven(GivenAtVersion):
    """New contract hours from a day on."""

    since: Day
    hours: Hours


class DecisionGiven(GivenAtVersion):
    """A decision or request that moves the clocks. Grounds stay in UWV's own letter."""

    kind: Literal["sanction", "shortening", "voluntary_extension", "shortened_waiting_period"]
    received_on: Day | None = Field(None, description="Day of the request or of its receipt.")
    decided_on: Day | None = Field(None, description="Date of UWV's decision; a sanction needs it.")
    weeks: Weeks | None = Field(None, description="Weeks of sanction, extension or waiting.")
    granted: bool | None = Field(None, description="Whether UWV granted a shortening; null while undecided.")


class MilestoneGiven(GivenAtVersion):
    """A moment of the road that came."""

    key: Literal["early-signal", "second-track-start", "uwv-letter", "wia-application"]
    done_on: Day


class LastDayGiven(GivenAtVersion):
    """The end of the employment."""

    last_day: Day


class DeathGiven(GivenAtVersion):
    """The employee has died."""

    died_on: Day


class DoneGiven(GivenAtVersion):
    """A step was done."""

    done_on: Day


class DoneCorrected(GivenAtVersion):
    """Another day for a step that was done; null: it was not done."""

    done_on: Day | None
    why: WHY_STEP


class AgreedGiven(GivenAtVersion):
    """Another date, agreed by employer and employee together."""

    due: Day
    reason: Literal["company_doctor_advice", "waiting_for_third_party", "meeting_moved", "agreed_together"]
    for_employer: uuid.UUID = Field(
        description="`account_id` of the case manager or supervisor who agreed, from `people`."
    )
    employee_agrees: bool = Field(description="The employee wants this too, and said so themselves.")


class FactCorrected(GivenAtVersion):
    """Other values for a fact; a value that is left out stays as it is."""

    values: dict[
        Annotated[str, Field(max_length=40)], Annotated[Text, StringConstraints(max_length=40)] | float | None
    ] = Field(examples=[{"starts": "2026-01-12"}], max_length=10)
    reason: WHY_FACT


class FactRemoved(GivenAtVersion):
    """Taking back a fact that never was."""

    reason: WHY_FACT


class TransferGiven(Given):
    """Another case manager."""

    to: uuid.UUID = Field(description="`account_id` from `staff?role=case_manager`.")
    seen: Annotated[list[uuid.UUID], Field(max_length=20)] | None = Field(
        None,
        description="`account_id` of the case managers you read in `people`; another one by now answers 409.",
    )
