"""The answers of who loads a list, as they are kept: which column is what, what it means, who takes part."""

import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from spoorboek.lists.columns import REFUSED, Column
from spoorboek.lists.days import Order
from spoorboek.lists.entries import End, Meaning, Part, Zero
from spoorboek.loading.models import Import

NEW = "new"


@dataclass
class Choices:
    """`columns` by number (from 0); `supervisors` and `people` by the keyed digest of what the list calls them.

    `people` holds an employment's id, or `new` for somebody who only has the same name.
    """

    columns: dict[str, str] = field(default_factory=dict)
    part: str = ""
    end: str = ""
    order: str = ""
    zero: str = ""
    doctor: str = ""
    manager: str = ""
    supervisors: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)
    """Steps that were answered, by key."""
    needs: list[str] = field(default_factory=list)
    """Questions that this list asks for, in order: known once its columns are."""

    @classmethod
    def of(cls, load: Import) -> "Choices":
        return cls(**load.choices)

    def keep(self, load: Import) -> None:
        load.choices = asdict(self)

    @property
    def kinds(self) -> dict[int, Column]:
        """What is read: without what is left out, and never what may not be read."""
        read = {int(index): Column(kind) for index, kind in self.columns.items()}
        return {
            index: kind for index, kind in read.items() if kind is not Column.IGNORED and kind not in REFUSED
        }

    @property
    def meaning(self) -> Meaning:
        return Meaning(Part(self.part), End(self.end), Order(self.order), Zero(self.zero))

    @property
    def doctor_id(self) -> uuid.UUID | None:
        return uuid.UUID(self.doctor) if self.doctor else None

    @property
    def manager_id(self) -> uuid.UUID | None:
        return uuid.UUID(self.manager) if self.manager else None


def as_columns(chosen: Mapping[int, Column]) -> dict[str, str]:
    return {str(index): kind.value for index, kind in chosen.items()}
