"""Correcting any earlier fact, through the same forms as the pages: their rules and their words."""

import uuid
from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest
from ninja import Router

from spoorboek.api import problems
from spoorboek.api.bearer import reach
from spoorboek.api.operations.acts import OPTIONS, D, done
from spoorboek.api.schemas import given as g
from spoorboek.api.schemas.told import DossierTold
from spoorboek.api.words import summary as _
from spoorboek.dossiers.acts import facts
from spoorboek.dossiers.correctable import BY_KEY, Fact, FactKind
from spoorboek.dossiers.models import Dossier

router = Router(tags=["acts"])
FACT = D + "/facts/{slug:kind}/{int:row}"


def standing(dossier_id: uuid.UUID, kind: str, row: int) -> tuple[Dossier, FactKind, Fact]:
    """The fact at this address."""
    dossier = reach(dossier_id).dossier
    found = BY_KEY.get(kind)
    fact = found.find(dossier, str(row)) if found else None
    if found is None or fact is None:
        raise problems.not_found()
    return dossier, found, fact


def cleaned(
    dossier: Dossier, kind: FactKind, fact: Fact, values: dict[str, Any], reason: str
) -> dict[str, Any]:
    """The values as the fact's own form reads them; those left out stay as they are."""
    strange = [name for name in values if name not in kind.names]
    if strange:
        raise problems.invalid([problems.error(f"values.{name}", str(UNKNOWN)) for name in strange])
    sent = fact.values | values | {"reason": reason, "version": dossier.version}
    form = kind.form(data=sent, dossier=dossier)
    if not form.is_valid():
        raise problems.invalid(mistakes(form))
    kept: dict[str, Any] = form.act_values["values"]
    return kept


UNKNOWN = _("Dit feit kent dit veld niet. Kijk bij facts welke waarden het heeft.")


def mistakes(form: forms.Form) -> list[dict[str, str]]:
    return [
        problems.error(f"values.{name}", str(said)) for name, found in form.errors.items() for said in found
    ]


@router.post(FACT + "/correct", **OPTIONS, summary=_("Een feit verbeteren"))
def correct(
    request: HttpRequest, dossier_id: uuid.UUID, kind: str, row: int, given: g.FactCorrected
) -> DossierTold:
    """Effective in the past: all dates follow, and the old value stays in the journal with the reason."""
    dossier, found, fact = standing(dossier_id, kind, row)
    values = cleaned(dossier, found, fact, given.values, given.reason)
    act = partial(facts.correct_fact, kind=found, row=str(row), reason=given.reason)
    return done(request, dossier_id, given, act, values=values)


@router.post(FACT + "/remove", **OPTIONS, summary=_("Een feit terugnemen"))
def remove(
    request: HttpRequest, dossier_id: uuid.UUID, kind: str, row: int, given: g.FactRemoved
) -> DossierTold:
    """A fact that never was. What stood there stays in the journal."""
    _dossier, found, _fact = standing(dossier_id, kind, row)
    act = partial(facts.remove_fact, kind=found, row=str(row))
    return done(request, dossier_id, given, act, reason=given.reason)
