"""Dossiers with everything `facts_of` reads: one query whatever their number, and two in the medical layer.

Each kind of fact comes as one JSON array a dossier; Django's own prefetching would take a query for each kind, which an
act pays twice.
"""

import json
import uuid
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from django.db import connection, models

from spoorboek.dossiers.facts import Answers
from spoorboek.dossiers.medical.models import LeaveStatement, OwnStatement, SafetyNet
from spoorboek.dossiers.medical.scope import Closed, medical_scope
from spoorboek.dossiers.models import Covered, Dossier
from spoorboek.people.models import Employment, Organisation

M = TypeVar("M", bound=models.Model)
OF_DOSSIER = ("spells", "resumed_hours", "leaves", "milestones", "decisions", "agreements")
OF_EMPLOYMENT = ("contract_hours",)


def stored_facts(ids: Sequence[uuid.UUID]) -> list[Dossier]:
    """These dossiers, as far as they exist and are within the actor's reach, in order of their ids."""
    with connection.cursor() as cursor:
        cursor.execute(query(), [list(ids)])
        found = [dossier_of(row) for row in cursor.fetchall()]
    add_answers(found)
    return found


def facts_of_one(dossier_id: uuid.UUID) -> Dossier:
    """One dossier with its facts. Raises `Dossier.DoesNotExist` where there is none."""
    found = stored_facts([dossier_id])
    if not found:
        raise Dossier.DoesNotExist(f"No dossier {dossier_id}.")
    return found[0]


@cache
def query() -> str:
    """The dossier, its employment and employer, whether a safety net applies, and an array for each kind of fact."""
    own, work, net = columns(Dossier, "d"), columns(Employment, "e"), columns(Covered, "c")
    house = columns(Organisation, "o")
    arrays = [array_of(Dossier, name, "d") for name in OF_DOSSIER]
    arrays += [array_of(Employment, name, "e") for name in OF_EMPLOYMENT]
    return (
        f"SELECT {', '.join([*own, *work, *house, *net, *arrays])} FROM {Dossier._meta.db_table} d"  # noqa: S608 - our own names
        f" JOIN {Employment._meta.db_table} e ON e.id = d.employment_id"
        f" JOIN {Organisation._meta.db_table} o ON o.id = e.organisation_id"
        f" LEFT JOIN {Covered._meta.db_table} c ON c.dossier_id = d.id WHERE d.id = ANY(%s) ORDER BY d.id"
    )


def fields_of(model: type[models.Model]) -> list["models.Field[Any, Any]"]:
    return list(model._meta.concrete_fields)


def columns(model: type[models.Model], alias: str) -> list[str]:
    return [f"{alias}.{field.column}" for field in fields_of(model)]


def relation(model: type[models.Model], name: str) -> Any:
    return model._meta.get_field(name)


def array_of(model: type[models.Model], name: str, alias: str) -> str:
    """SQL: the rows of a relation as one JSON array of arrays, in the order of their model."""
    found = relation(model, name)
    related = found.related_model
    order = [f"r.{related._meta.get_field(part).column}" for part in related._meta.ordering] or ["r.id"]
    values = ", ".join(columns(related, "r"))
    return (
        f"(SELECT json_agg(json_build_array({values}) ORDER BY {', '.join(order)})"  # noqa: S608
        f" FROM {related._meta.db_table} r WHERE r.{found.field.column} = {alias}.id)"
    )


def dossier_of(row: Sequence[Any]) -> Dossier:
    values = iter(row)
    own, work, house, net = (
        list(islice(values, len(fields_of(model)))) for model in (Dossier, Employment, Organisation, Covered)
    )
    dossier = of_values(Dossier, own)
    dossier.employment = of_values(Employment, work)
    dossier.employment.organisation = of_values(Organisation, house)
    relation(Dossier, "covered").set_cached_value(dossier, of_values(Covered, net) if net[0] else None)
    for name in OF_DOSSIER:
        remember(dossier, name, next(values))
    for name in OF_EMPLOYMENT:
        remember(dossier.employment, name, next(values))
    return dossier


def of_values(model: type[M], values: Iterable[Any]) -> M:
    return model.from_db("default", [field.attname for field in fields_of(model)], list(values))


def remember(owner: models.Model, name: str, given: str | list[Any] | None) -> None:
    """Let `owner.<name>.all()` give these rows, as after a prefetch; a plain list, since a queryset costs ten rows."""
    related = relation(type(owner), name).related_model
    rows = json.loads(given) if isinstance(given, str) else given
    found = [
        of_values(related, (read(one) for read, one in zip(readers(related), row, strict=True)))
        for row in rows or ()
    ]
    owner.__dict__.setdefault("_prefetched_objects_cache", {})[name] = found


@cache
def readers(model: type[models.Model]) -> tuple[Callable[[Any], Any], ...]:
    """For each column: what makes a value of its JSON."""
    return tuple(day_of if type(field) is models.DateField else field.to_python for field in fields_of(model))


def day_of(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def add_answers(dossiers: Sequence[Dossier]) -> None:
    """What the company doctor stated, for all at once; where the medical layer is closed each asks and gets nothing."""
    if not dossiers:
        return
    with_leave = [one.pk for one in dossiers if one.leaves.all()]
    try:
        with medical_scope():
            nets = {row.pk: row for row in SafetyNet.objects.filter(pk__in=[one.pk for one in dossiers])}
            stated = LeaveStatement.objects.filter(dossier_id__in=with_leave) if with_leave else ()
            own = OwnStatement.objects.filter(dossier_id__in=with_leave) if with_leave else ()
            answers = {one.pk: Answers({}, nets.get(one.pk)) for one in dossiers}
            for row in stated:
                answers[row.dossier_id].stated[row.leave_from] = row
            for said in own:
                answers[said.dossier_id].own[said.leave_from] = said.related_to_birth
    except Closed:
        return
    for one in dossiers:
        one.__dict__["_answers"] = answers[one.pk]
