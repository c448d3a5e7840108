"""Lines as they should stand, for many dossiers in a fixed number of queries; written where they differ.

Everything here runs as the timetable's system actor.
"""

import unicodedata
import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from spoorboek.caseload.choosing import NOTHING, Asking, Choice, asking, choose
from spoorboek.caseload.models import Line, State
from spoorboek.dossiers.access import PROFESSIONALS
from spoorboek.dossiers.models import Dossier, Obligation, ResumedHours, Spell
from spoorboek.dossiers.shown import ShownStep
from spoorboek.people.access import still
from spoorboek.people.models import ContractHours, Involvement
from spoorboek.people.policy import Role

IN_ORDER = {role: place for place, role in enumerate(Role)}
"""Who has two roles in one dossier reaches it in the first of these (`people.access.role_in`)."""
KEY = ("account_id", "dossier_id")
KEPT = tuple(field.attname for field in Line._meta.concrete_fields if field.attname not in (*KEY, "id"))
UPDATED = [field.name for field in Line._meta.concrete_fields if field.attname in KEPT]
NO_LINE = (0, ())
JUST_OPENED = timedelta(days=1)


class Standing(NamedTuple):
    """A dossier, whose it is and where it stands."""

    dossier_id: uuid.UUID
    opened_at: datetime
    first_sick_day: date
    closed_on: date | None
    closing: str
    employer_id: uuid.UUID
    supervisor_id: uuid.UUID | None
    last_name: str
    first_name: str
    job: str
    fit_from: date | None
    contract: Decimal | None
    next_contract: date | None
    works: Decimal | None

    @property
    def state(self) -> State:
        if self.closed_on:
            return State.CLOSED
        return State.RECOVERED if self.fit_from else State.RUNNING


class Seat(NamedTuple):
    """One professional's part in one dossier."""

    dossier_id: uuid.UUID
    account_id: uuid.UUID
    role: str
    since: datetime
    until: datetime | None


def folded(name: str) -> str:
    """Small letters without accents: `Özlem` sorts and is found as `ozlem`."""
    plain = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()


def standings(dossiers: list[uuid.UUID], day: date) -> dict[uuid.UUID, Standing]:
    """Where these dossiers stand, hours of work on this day included."""
    spells = Spell.objects.filter(dossier=OuterRef("pk")).order_by("-starts")
    contract = ContractHours.objects.filter(employment=OuterRef("employment"))
    resumed = ResumedHours.objects.filter(
        dossier=OuterRef("pk"), since__lte=day, since__gte=OuterRef("ill_since")
    )
    found = (
        Dossier.objects.filter(pk__in=dossiers)
        .annotate(
            ill_since=Subquery(spells.values("starts")[:1]),
            fit_from=Subquery(spells.values("ends")[:1]),
            contract=Subquery(contract.filter(since__lte=day).order_by("-since").values("hours")[:1]),
            next_contract=Subquery(contract.filter(since__gt=day).order_by("since").values("since")[:1]),
        )
        .annotate(works=Subquery(resumed.order_by("-since").values("hours")[:1]))
        .values_list(
            "pk",
            "opened_at",
            "first_sick_day",
            "closed_on",
            "closing",
            "employment__organisation_id",
            "employment__supervisor_id",
            "employment__person__last_name",
            "employment__person__first_name",
            "employment__job_title",
            "fit_from",
            "contract",
            "next_contract",
            "works",
        )
    )
    return {row[0]: Standing(*row) for row in found}


def seats(dossiers: list[uuid.UUID]) -> list[Seat]:
    """Each professional's seat in each dossier; of two roles the one in which they reach it.

    A link with another system takes part too, but reads no list.
    """
    found = Involvement.objects.filter(
        still(), dossier_id__in=dossiers, role__in=PROFESSIONALS, account__is_machine=False
    )
    rows = [Seat(*row) for row in found.values_list("dossier_id", "account_id", "role", "since", "until")]
    rows.sort(key=lambda row: IN_ORDER[Role(row.role)], reverse=True)
    return list({(row.dossier_id, row.account_id): row for row in rows}.values())


def askings(running: list[uuid.UUID], day: date) -> dict[uuid.UUID, Asking]:
    """The open steps of dossiers in which someone is ill."""
    rows: dict[uuid.UUID, list[Obligation]] = {}
    found = Obligation.objects.filter(dossier_id__in=running, done__isnull=True, applies=True)
    for row in found:
        rows.setdefault(row.dossier_id, []).append(row)
    return {dossier_id: asking(own, day) for dossier_id, own in rows.items()}


def wanted(dossiers: list[uuid.UUID], day: date) -> Iterator[Line]:
    """The lines as they should stand on a day, unsaved."""
    there = standings(dossiers, day)
    open_steps = askings([key for key, row in there.items() if row.state is State.RUNNING], day)
    for seat in seats(dossiers):
        if seat.dossier_id in there:
            yield line(seat, there[seat.dossier_id], open_steps.get(seat.dossier_id, NOTHING))


def line(seat: Seat, stands: Standing, open_steps: Asking) -> Line:
    """One line of one person."""
    choice = choose(open_steps, Role(seat.role))
    came_later = seat.since > stands.opened_at + JUST_OPENED
    return Line(
        account_id=seat.account_id,
        dossier_id=seat.dossier_id,
        role=seat.role,
        until=seat.until,
        came_on=timezone.localdate(seat.since) if came_later else stands.first_sick_day,
        employer_id=stands.employer_id,
        supervisor_id=stands.supervisor_id,
        name=folded(f"{stands.last_name} {stands.first_name}"),
        state=stands.state,
        first_sick_day=stands.first_sick_day,
        ended_on=stands.closed_on or stands.fit_from,
        face=face(stands, choice),
        fresh_from=open_steps.fresh_from,
        fresh_until=until(open_steps, stands),
        **chosen(choice),
    )


def until(open_steps: Asking, stands: Standing) -> date | None:
    """The last day on which steps and hours stay as they are."""
    last = stands.next_contract - timedelta(days=1) if stands.next_contract else None
    return min((day for day in (open_steps.fresh_until, last) if day), default=None)


def face(stands: Standing, choice: Choice) -> dict[str, Any]:
    """What is only shown. Without an illness no hours: then all are worked."""
    made: dict[str, Any] = {"name": f"{stands.first_name} {stands.last_name}", "job": stands.job}
    if stands.state is State.CLOSED:
        made["closing"] = stands.closing
    if stands.state is not State.RUNNING:
        return made
    if stands.contract is not None:
        made["hours"] = [plain(stands.works or Decimal(0)), plain(stands.contract)]
    for name, step in vars(choice).items():
        if step:
            made[name] = [step.kind, step.row.rule]
    return made


def plain(hours: Decimal) -> str:
    """`12.5`, `8`: as little as says it."""
    return f"{hours.normalize():f}"


def chosen(choice: Choice) -> dict[str, Any]:
    """The steps as columns."""
    return columns("first", choice.first) | columns("own", choice.own) | columns("due", choice.due)


def columns(name: str, step: ShownStep | None) -> dict[str, Any]:
    if step is None:
        return {}
    return {
        f"{name}_key": step.key,
        f"{name}_ordinal": step.ordinal,
        f"{name}_on": step.day,
    }


def values(row: Line) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in KEPT)


def write_lines(dossiers: list[uuid.UUID], day: date) -> int:
    """Make the lines of these dossiers right for a day. How many were added, changed or taken away."""
    there = Line.objects.filter(dossier_id__in=dossiers).values_list("pk", *KEY, *KEPT)
    stand = {row[1:3]: (row[0], row[3:]) for row in there}
    should = {(row.account_id, row.dossier_id): row for row in wanted(dossiers, day)}
    differ = [row for key, row in sorted(should.items()) if stand.get(key, NO_LINE)[1] != values(row)]
    if differ:
        Line.objects.bulk_create(
            differ, update_conflicts=True, unique_fields=["account", "dossier"], update_fields=UPDATED
        )
    gone = [pk for key, (pk, _) in stand.items() if key not in should]
    if gone:
        Line.objects.filter(pk__in=gone).delete()
    return len(differ) + len(gone)
