"""Lists on their way in: what the API tells of one, and the answers it takes."""

import uuid
from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from spoorboek.api.schemas.base import Given, Told

COLUMN = Annotated[str, StringConstraints(max_length=24, pattern="^[a-z_]+$")]
Waiting = Literal["columns", "order", "part", "end", "zero", "people", "preview"]


class ColumnTold(Told):
    """One column of the file. A column about health, or with a BSN, is not read: `refused` says which kind it is."""

    index: int
    header: str
    kind: str = Field(description="What it is taken for; `ignored`: it is not read.", examples=["last_name"])
    refused: str = Field(description="Why it is never read; empty otherwise.")


class CountsTold(Told):
    """Rows by verdict, and people."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    doubtful: int = 0
    refused: int = 0
    people: int = Field(0, description="People for whom there is something to do.")
    new_people: int = 0
    done: int = Field(0, description="People done, once it is loaded.")
    failed: int = Field(0, description="People whom an act refused.")
    opened: int = Field(0, description="Dossiers opened.")
    left: int = Field(
        0, description="After an undo: people left as they are, since somebody changed them afterwards."
    )


class ImportTold(Told):
    """A list on its way in. Nothing is written before it is confirmed."""

    id: uuid.UUID
    employer_id: uuid.UUID
    kind: str
    state: str = Field(
        description="choosing, reading, ready, working, done, undoing, undone, cancelled or expired.",
        examples=["choosing"],
    )
    rows: int
    waits_for: Waiting | None = Field(
        description="What to send to `answers` next, or `preview` when all is answered; null once it is decided."
    )
    columns: list[ColumnTold] = Field(description="Empty once the file is gone.")
    counts: CountsTold
    gone_at: datetime = Field(description="The file and its rows are gone by then, whatever happens.")


class RowTold(Told):
    """What one row of the file comes to, and why. Its cells are not told back."""

    row: int = Field(description="Its number in the file, headers included.")
    verdict: str = Field(description="new, changed, unchanged, doubtful or refused.")
    code: str = Field(description="The first reason as a code; empty where there is none.")
    why: list[str]


class RowPage(Told):
    """A page of rows, in order of the file."""

    items: list[RowTold]
    next_cursor: str | None


class AnswersGiven(Given):
    """Answers about a list; only what is sent is answered. A preview made before does not hold any more."""

    columns: dict[Annotated[str, StringConstraints(pattern="^[0-9]{1,3}$")], COLUMN] | None = Field(
        None,
        description="What each column is, by its index: all of them, as in `columns` of the list with your changes.",
        examples=[{"0": "number", "1": "last_name", "2": "starts"}],
    )
    order: Literal["day-first", "month-first"] | None = Field(
        None, description="How days are written that can be read two ways."
    )
    part: Literal["absent", "at-work"] | None = Field(
        None, description="What a percentage says. It is never guessed: one mistake turns all hours round."
    )
    end: Literal["last-day", "fit-from"] | None = Field(None, description="What an end date says.")
    zero: Literal["recovered", "still-sick"] | None = Field(
        None, description="What all hours at work without a recovery means."
    )
    case_manager: uuid.UUID | None = Field(
        None, description="Who looks after the new dossiers: a person, from `staff?role=case_manager`."
    )
    company_doctor: uuid.UUID | None = None
