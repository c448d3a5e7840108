"""Everyone round one dossier: in each role, and those who have no business in it."""

from dataclasses import dataclass, field

from spoorboek.dossiers.acts.seats import give_seat, seats_in, take_seat
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.projection import together
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Person
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR
from tests.builders import Company, actor, client_of, days_ago, person


@dataclass
class Cast:
    """A dossier with its people; `outsiders` may do nothing in it, each for another reason."""

    company: Company
    dossier: Dossier
    helper: Person = field(default_factory=lambda: person("Helper"))
    gone: Person = field(default_factory=lambda: person("Vertrokken"))

    def __post_init__(self) -> None:
        with acting_as(REGISTRAR), together():
            give_seat(self.dossier.pk, self.helper.pk, Role.HELPER, None)
            take_seat(give_seat(self.dossier.pk, self.gone.pk, Role.CASE_MANAGER, self.company.employer.pk))

    @property
    def inside(self) -> dict[Role, Actor]:
        here = self.company
        return {
            Role.CLIENT: client_of(self.dossier),
            Role.HELPER: actor(self.helper),
            Role.CASE_MANAGER: actor(here.case_manager),
            Role.SUPERVISOR: actor(here.supervisor),
            Role.COMPANY_DOCTOR: actor(here.doctor),
            Role.LABOUR_EXPERT: actor(here.labour_expert),
            Role.COACH: actor(here.coach),
        }

    @property
    def outsiders(self) -> dict[str, Actor]:
        return {
            "colleague": actor(self.company.colleague),
            "admin": actor(self.company.admin),
            "other organisation": actor(Company().case_manager),
            "no longer involved": actor(self.gone),
        }

    @property
    def manager(self) -> Actor:
        return actor(self.company.case_manager)

    @property
    def client(self) -> Actor:
        return client_of(self.dossier)

    def fresh(self) -> Dossier:
        with acting_as(REGISTRAR):
            return Dossier.objects.get(pk=self.dossier.pk)

    def seat(self, role: Role) -> int:
        with acting_as(REGISTRAR):
            return seats_in(self.dossier.pk, role).order_by("-pk")[0].pk


def cast(company: Company | None = None, sick_for: int = 30) -> Cast:
    """A new dossier with everyone in it."""
    here = company or Company()
    with acting_as(REGISTRAR), together():
        return Cast(here, here.dossier(days_ago(sick_for)))
