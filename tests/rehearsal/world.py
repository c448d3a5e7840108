"""A practice world like a company of the builders, and dossiers in it."""

from dataclasses import dataclass, field

from spoorboek.dossiers.models import Dossier
from spoorboek.people.actor import Practice as InPractice
from spoorboek.people.actor import acting_as, in_practice, practice_world
from spoorboek.people.models import Organisation, Person, PracticeWorld
from spoorboek.people.registrar import REGISTRAR, found_organisation
from tests.builders import Company, actor, days_ago


def new_world(home: Organisation | None = None) -> PracticeWorld:
    with acting_as(REGISTRAR):
        return PracticeWorld.objects.create(home=home or found_organisation("Thuis", "employer"))


def practice_company(world: PracticeWorld) -> Company:
    """A company of the builders, made by someone who practises in this world."""
    with in_practice(InPractice(None, world.pk, world.shift_days)):
        assert practice_world() == world.pk
        return Company()


@dataclass
class School:
    """A practice world with a company in it."""

    world: PracticeWorld = field(default_factory=new_world)

    def __post_init__(self) -> None:
        self.company = practice_company(self.world)

    def dossier(self, sick_for: int = 30) -> Dossier:
        with in_practice(InPractice(None, self.world.pk, 0)):
            return self.company.dossier(days_ago(sick_for), everyone=False)

    @property
    def manager(self) -> Person:
        return self.company.case_manager

    def shift(self) -> int:
        with acting_as(REGISTRAR):
            return PracticeWorld.objects.get(pk=self.world.pk).shift_days


__all__ = ["School", "actor", "new_world", "practice_company"]
