"""What Spoorboek knows of one employer's people, in a fixed number of queries, to hold a list against."""

import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import Prefetch

from spoorboek.dossiers.models import Dossier, ResumedHours, Spell
from spoorboek.lists.names import Name
from spoorboek.people.access import employments_for, still
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.models import ContractHours, Employment, Involvement, Organisation

REGISTRAR = Actor(system=System.REGISTRAR)


@dataclass
class KnownSpell:
    """A period in a dossier. `mine`: the actor takes part there; `runs`: that dossier is open."""

    dossier_id: uuid.UUID
    starts: date
    ends: date | None
    mine: bool
    runs: bool


@dataclass
class Known:
    """Someone who works here, with every period of sickness that stands, in order of date."""

    employment_id: uuid.UUID
    number: str
    name: Name
    born: date | None
    starts: date | None
    ends: date | None
    job: str
    contracts: list[tuple[date, Decimal]] = field(default_factory=list)
    spells: list[KnownSpell] = field(default_factory=list)
    hours: dict[tuple[uuid.UUID, date], Decimal] = field(default_factory=dict)

    @property
    def running(self) -> KnownSpell | None:
        """The last period of the open dossier."""
        return next((spell for spell in reversed(self.spells) if spell.runs), None)

    def contract_on(self, day: date) -> Decimal | None:
        held = [hours for since, hours in self.contracts if since <= day]
        return held[-1] if held else None


class Standing:
    """Everyone at an employer, found by number or by name."""

    def __init__(self, actor: Actor, employer: Organisation) -> None:
        self.people = people_of(actor, employer)
        self.by_id = {each.employment_id: each for each in self.people}
        self.by_number = {each.number.casefold(): each for each in self.people if each.number}
        self.by_name: dict[str, list[Known]] = defaultdict(list)
        for each in self.people:
            self.by_name[each.name.key].append(each)
        add_spells(actor, self.by_id)


def people_of(actor: Actor, employer: Organisation) -> list[Known]:
    contracts = Prefetch("contract_hours", ContractHours.objects.order_by("since"))
    return [known(row) for row in employments_for(actor, employer).prefetch_related(contracts)]


def known(row: Employment) -> Known:
    return Known(
        row.pk,
        row.number,
        Name(row.person.first_name, row.person.last_name),
        row.birth_date,
        row.starts,
        row.ends,
        row.job_title,
        [(contract.since, contract.hours) for contract in row.contract_hours.all()],
    )


def add_spells(actor: Actor, people: dict[uuid.UUID, Known]) -> None:
    """Periods of all dossiers, a colleague's too: only that they are there, so that nobody is reported twice."""
    mine = set(
        Involvement.objects.filter(still(), account_id=actor.person_id).values_list("dossier_id", flat=True)
    )
    with acting_as(REGISTRAR):
        dossiers = {
            row.pk: row
            for row in Dossier.objects.filter(employment__in=people).exclude(
                closing=Dossier.Closing.WITHDRAWN
            )
        }
        spells = list(Spell.objects.filter(dossier__in=dossiers).order_by("starts"))
        hours = list(ResumedHours.objects.filter(dossier__in=mine & set(dossiers)))
    for row in spells:
        dossier = dossiers[row.dossier_id]
        people[dossier.employment_id].spells.append(
            KnownSpell(dossier.pk, row.starts, row.ends, dossier.pk in mine, dossier.is_open)
        )
    for step in hours:
        people[dossiers[step.dossier_id].employment_id].hours[(step.dossier_id, step.since)] = step.hours
