"""Whose own worksheets and lessons someone sees: to adapt, those of the organisation; in a dossier, the employer's."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Func, QuerySet, UUIDField, Value

from spoorboek.dossiers.refusals import NotYours
from spoorboek.methods.reading import Mistakes
from spoorboek.methods.worksheets import Worksheet, worksheet_from
from spoorboek.people.actor import Actor
from spoorboek.programme.shelf.access import edited
from spoorboek.programme.shelf.models import MaterialDraft, MaterialKind, MaterialRelease
from spoorboek.programme.shelf.own_sheets import FILE, OWN, sheet_kept


def drafts(actor: Actor) -> QuerySet[MaterialDraft]:
    """What the actor's organisations are writing."""
    return MaterialDraft.objects.filter(organisation__in=edited(actor)).select_related(
        "organisation", "last_editor__person"
    )


def open_draft(actor: Actor, draft_id: uuid.UUID, *, for_change: bool = False) -> MaterialDraft:
    """One draft of the actor's own organisation. Raises `NotYours`."""
    rows = drafts(actor)
    found = (rows.select_for_update(of=("self",)) if for_change else rows).filter(pk=draft_id).first()
    if found is None:
        raise NotYours("")
    return found


def sheet_in(draft: MaterialDraft) -> Worksheet:
    """The worksheet that a draft holds. Raises `Mistakes` while its file is wrong."""
    return worksheet_from(draft.texts.get(FILE, ""), FILE)


def keys_before(draft: MaterialDraft) -> frozenset[str]:
    """The keys of the questions in the version that a draft began from: clients may have answered them."""
    try:
        return frozenset(page.key for page in worksheet_from(draft.base[FILE], FILE).pages)
    except (KeyError, Mistakes):
        return frozenset()


def releases(organisation_id: uuid.UUID, kind: str, key: str = "") -> QuerySet[MaterialRelease]:
    """What an organisation released, newest first."""
    rows = MaterialRelease.objects.filter(organisation_id=organisation_id, kind=kind)
    return (rows.filter(key=key) if key else rows).order_by("key", "-number")


def released(actor: Actor, release_id: uuid.UUID) -> MaterialRelease:
    """One release of the actor's own organisation. Raises `NotYours`."""
    rows = MaterialRelease.objects.filter(organisation__in=edited(actor)).select_related("organisation")
    found = rows.filter(pk=release_id).first()
    if found is None:
        raise NotYours("")
    return found


def in_use(actor: Actor) -> list[MaterialRelease]:
    """The newest of everything the actor's organisations released and did not take out of use."""
    rows = MaterialRelease.objects.filter(organisation__in=edited(actor), withdrawn_at__isnull=True)
    return list(
        rows.order_by("organisation_id", "kind", "key", "-number")
        .distinct("organisation_id", "kind", "key")
        .select_related("organisation", "edited_by__person", "released_by__person")
    )


def employer_of(dossier_id: uuid.UUID) -> Func:
    """SQL: whose employee a dossier is about, for who takes part in it; nothing for another."""
    return Func(Value(dossier_id), function="spoorboek_employer", output_field=UUIDField())


def of_employer(dossier_id: uuid.UUID, kind: str) -> QuerySet[MaterialRelease]:
    return MaterialRelease.objects.filter(organisation_id=employer_of(dossier_id), kind=kind)


@dataclass(frozen=True)
class Own:
    """The newest version of an employer's own worksheet. `withdrawn_at`: since when it is out of use."""

    sheet: Worksheet
    withdrawn_at: datetime | None


def own_sheets(dossier_id: uuid.UUID) -> dict[str, Own]:
    """The newest worksheet of the employer's own by key, for who takes part in the dossier."""
    rows = of_employer(dossier_id, MaterialKind.WORKSHEET).order_by("key", "-number").distinct("key")
    return {row.key: Own(sheet_kept(row.content), row.withdrawn_at) for row in rows}


def own_sheet(dossier_id: uuid.UUID, key: str, version: int) -> Worksheet | None:
    """An own worksheet in the version that someone began with."""
    rows = of_employer(dossier_id, MaterialKind.WORKSHEET).filter(key=key, number=version - OWN)
    row = rows.first()
    return sheet_kept(row.content) if row else None
