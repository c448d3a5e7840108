"""The demo's people in this process's database: a few of its cases, or all of them when pictures are made."""

from dataclasses import dataclass
from uuid import uuid4

from django.test import override_settings

from spoorboek.dossiers.demo.cases import CASES
from spoorboek.dossiers.demo.cast import Cast, hire
from spoorboek.dossiers.demo.telling import Telling
from spoorboek.dossiers.models import Dossier
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Account, Person
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR
from tests.browser.pictures import wanted

NEEDED = ("Fatma", "Jan", "Dewi", "Hans")


@dataclass(frozen=True)
class Demo:
    """The cast and their dossiers by first name."""

    cast: Cast
    dossiers: dict[str, Dossier]

    def who(self, role: Role) -> Person:
        return self.cast.staff[role]

    def person(self, first_name: str) -> Person:
        with acting_as(REGISTRAR):
            return self.dossiers[first_name].employment.person

    def path(self, first_name: str) -> str:
        return f"/dossiers/{self.dossiers[first_name].pk}/"


def loaded() -> Demo:
    """Hire everyone and tell the cases. Accounts that other tests gave the demo's addresses step aside."""
    for account in Account.objects.filter(email__endswith="@demo.spoorboek.example"):
        account.email = f"{uuid4().hex}@example.org"
        account.save()
    with override_settings(DEMO=True):
        cast = hire()
        told = {
            case.first_name: Telling(case, cast).tell()
            for case in CASES
            if wanted() or case.first_name in NEEDED
        }
    return Demo(cast, told)
