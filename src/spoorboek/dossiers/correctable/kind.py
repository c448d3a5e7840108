"""What a kind of fact is: where its rows are, how a row reads, and what changing one does."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.functional import Promise

from spoorboek.dossiers.forms.facts_correct import CorrectionForm
from spoorboek.dossiers.models import Dossier
from spoorboek.people.policy import Role

EMPLOYERS_SIDE = (Role.CASE_MANAGER, Role.SUPERVISOR)


@dataclass(frozen=True)
class Fact:
    """One fact as it stands. `row` is stable within its kind; `values` by field of the kind's form.

    `step`: the key of the step it is about; named in the journal, which then knows who may read what was said.
    """

    row: str
    title: str
    text: str
    values: dict[str, Any]
    removable: bool = False
    step: str = ""


class FactKind(ABC):
    """A kind of fact. `names` gives each field its name in the journal."""

    key: ClassVar[str]
    title: ClassVar[str | Promise]
    form: ClassVar[type[CorrectionForm]]
    names: ClassVar[dict[str, str]]
    roles: ClassVar[tuple[Role, ...]] = (Role.CASE_MANAGER,)

    @abstractmethod
    def facts(self, dossier: Dossier) -> list[Fact]:
        """The facts of this kind in a dossier, in order."""

    @abstractmethod
    def write(self, dossier: Dossier, row: str, values: dict[str, Any]) -> None:
        """Check and store new values; refuses with the next step."""

    def remove(self, dossier: Dossier, row: str) -> None:
        """Take the fact back, where `removable`."""
        raise NotImplementedError

    def find(self, dossier: Dossier, row: str) -> Fact | None:
        return next((fact for fact in self.facts(dossier) if fact.row == row), None)
