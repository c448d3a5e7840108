"""Which modules there are for someone, where they are in them, and what an organisation may know: who finished what."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from spoorboek.dossiers.refusals import NotYours
from spoorboek.methods.modules import Module, modules
from spoorboek.people.access import memberships, roles_of, still
from spoorboek.people.actor import Actor
from spoorboek.people.models import Membership, Organisation
from spoorboek.people.policy import Role
from spoorboek.programme.learning.models import Certificate, Visit

AT_HOME = frozenset({Role.CLIENT, Role.HELPER})


@dataclass(frozen=True)
class Offered:
    """A module as one person finds it."""

    module: Module
    visit: Visit | None

    @property
    def is_open(self) -> bool:
        return bool(self.visit and self.visit.step)

    @property
    def finished_on(self) -> date | None:
        return self.visit.finished_on if self.visit else None


@dataclass(frozen=True)
class Learner:
    """Someone of an organisation, and on which day they finished which module; None where they did not."""

    name: str
    days: tuple[date | None, ...]

    @property
    def done(self) -> int:
        return sum(day is not None for day in self.days)


def module_of(key: str) -> Module:
    found = modules().get(key)
    if found is None:
        raise NotYours("Not found.")
    return found


def visit_of(actor: Actor, key: str) -> Visit | None:
    return Visit.objects.filter(account_id=actor.person_id, module=key).first()


def finished_since(actor: Actor, keys: Iterable[str], day: date) -> dict[str, date]:
    """Which of these modules the actor finished on that day or later, and when last."""
    rows = Visit.objects.filter(account_id=actor.person_id, module__in=list(keys), finished_on__gte=day)
    return {key: on for key, on in rows.values_list("module", "finished_on") if on}


def certified_since(
    accounts: Iterable[uuid.UUID], keys: Iterable[str], day: date
) -> dict[tuple[uuid.UUID, str], date]:
    """Who finished which of these modules for work on that day or later, and when. Asked by the planner."""
    rows = Certificate.objects.filter(account_id__in=accounts, module__in=keys, finished_on__gte=day)
    return {
        (account, key): on for account, key, on in rows.values_list("account_id", "module", "finished_on")
    }


def certificate_of(actor: Actor, key: str) -> Certificate:
    found = Certificate.objects.filter(account_id=actor.person_id, module=key).first()
    if found is None:
        raise NotYours("Not found.")
    return found


def is_at_work(actor: Actor) -> bool:
    """Whether the actor guides or leads somewhere, and does not only come for their own dossier."""
    return bool(roles_of(actor) - AT_HOME)


def offered(actor: Actor, for_clients: bool) -> list[Offered]:
    """Modules for clients or for work, each with where the actor is in it."""
    mine = {visit.module: visit for visit in Visit.objects.filter(account_id=actor.person_id)}
    return [
        Offered(module, mine.get(key))
        for key, module in modules().items()
        if module.is_for_clients == for_clients
    ]


def next_for(actor: Actor, module: Module) -> Module | None:
    """The next module on the same shelf that the actor has not finished."""
    rest = [one.module for one in offered(actor, module.is_for_clients) if not one.finished_on]
    return rest[0] if rest else None


def organisations_of(actor: Actor) -> list[Organisation]:
    """Where the actor is administrator."""
    rows = memberships(actor).filter(role=Role.ADMIN).order_by("organisation__name")
    return [row.organisation for row in rows]


def work_modules() -> list[Module]:
    return [module for module in modules().values() if not module.is_for_clients]


def learners(actor: Actor, organisation: Organisation, wanted: Iterable[Module]) -> list[Learner]:
    """Who of an organisation's staff finished what, for its administrator. Two queries, whatever its size."""
    if organisation not in organisations_of(actor):
        raise NotYours("Not found.")
    staff = Membership.objects.filter(still(), organisation=organisation, account__is_machine=False)
    names: dict[uuid.UUID, str] = {}
    for row in staff.select_related("account__person").order_by("account__person__last_name", "pk"):
        names.setdefault(row.account_id, row.account.person.name)
    keys = [module.key for module in wanted]
    days = {
        (row.account_id, row.module): row.finished_on
        for row in Certificate.objects.filter(account_id__in=names, module__in=keys)
    }
    return [Learner(name, tuple(days.get((pk, key)) for key in keys)) for pk, name in names.items()]
