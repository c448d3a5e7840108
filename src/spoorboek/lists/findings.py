"""What is said about a list, a column or a row: a code with its values. The words for it belong to who shows it."""

from dataclasses import dataclass, field
from enum import StrEnum


class Code(StrEnum):
    """Everything that can be found. Values that go with a code stand behind it."""

    # about the whole file
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    NOT_A_LIST = "not-a-list"
    PASSWORD = "password"  # noqa: S105 - the file asks for one
    # about lines that were passed over: rows
    TOTALS = "totals"
    BLANK_LINES = "blank-lines"
    HEADERS_AGAIN = "headers-again"
    TWO_HEADERS = "two-headers"
    MERGED = "merged"
    OTHER_SHEETS = "other-sheets"
    # about a column or cell: column, row
    MEDICAL_COLUMN = "medical-column"
    MEDICAL_CELL = "medical-cell"
    BSN_COLUMN = "bsn-column"
    BSN_CELL = "bsn-cell"
    # about a row: value, column, other
    NO_PERSON = "no-person"
    NO_START = "no-start"
    NO_NAME = "no-name"
    NOT_A_DAY = "not-a-day"
    WHICH_ORDER = "which-order"
    WHICH_CENTURY = "which-century"
    FUTURE = "future"
    ENDS_BEFORE_START = "ends-before-start"
    NOT_A_PART = "not-a-part"
    WHICH_SCALE = "which-scale"
    NOT_HOURS = "not-hours"
    REPEATED = "repeated"
    OVERLAPS = "overlaps"
    ONE_START_TWO_ENDS = "one-start-two-ends"
    WHEN_CHANGED = "when-changed"
    FULLY_AT_WORK = "fully-at-work"
    STEP_OUTSIDE = "step-outside"
    TWO_PEOPLE = "two-people"
    FORMULA = "formula"
    WAITS = "waits"


DOUBTS = frozenset(
    {
        Code.NO_PERSON, Code.WHICH_ORDER, Code.WHICH_CENTURY, Code.WHICH_SCALE, Code.OVERLAPS, Code.ONE_START_TWO_ENDS,
        Code.WHEN_CHANGED, Code.FULLY_AT_WORK, Code.STEP_OUTSIDE, Code.WAITS, Code.TWO_PEOPLE,
    }
)  # fmt: skip
"""The row says something, but not one thing only: a person has to look."""
REMARKS = frozenset({Code.REPEATED})
"""Said, without any consequence for the row."""


@dataclass(frozen=True)
class Finding:
    """One thing that was found. `value` is what stood in the cell; empty whenever it may be about health or a BSN."""

    code: Code
    column: str = ""
    value: str = ""
    row: int = 0
    other: int = 0
    rows: tuple[int, ...] = field(default=())

    @property
    def is_doubt(self) -> bool:
        return self.code in DOUBTS

    @property
    def is_remark(self) -> bool:
        return self.code in REMARKS


class Unreadable(ValueError):
    """The file cannot be read as a list; `finding` says why."""

    def __init__(self, code: Code) -> None:
        super().__init__(code.value)
        self.finding = Finding(code)
