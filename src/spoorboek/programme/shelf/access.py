"""Which methods someone sees and may adapt: those of the product, and the versions of their organisations."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from spoorboek.dossiers.refusals import NotYours
from spoorboek.methods import Method, method_kept, methods
from spoorboek.people.access import memberships, roles_of
from spoorboek.people.actor import Actor
from spoorboek.people.models import Organisation
from spoorboek.people.policy import Role
from spoorboek.programme.shelf.models import Draft, Release

EDITORS = (Role.ADMIN, Role.CASE_MANAGER, Role.LABOUR_EXPERT, Role.COACH)
"""Who may adapt the methods of their own organisation, and be its second pair of eyes."""
NOT_AT_WORK = frozenset({Role.CLIENT, Role.HELPER})


@dataclass(frozen=True)
class Shelved:
    """A method as someone finds it: of the product, or as an organisation released it."""

    method: Method
    release: Release | None = None

    @property
    def version(self) -> str:
        return self.release.version if self.release else self.method.version


def may_read(actor: Actor) -> bool:
    """Everyone who is here for work. Methods name nobody."""
    return bool(roles_of(actor) - NOT_AT_WORK)


def edited(actor: Actor) -> list[Organisation]:
    """The organisations whose methods the actor may adapt, by name."""
    rows = memberships(actor).filter(role__in=EDITORS)
    return sorted({row.organisation for row in rows}, key=lambda one: (one.name, str(one.pk)))


def editors_of(organisation: Organisation, actor: Actor) -> bool:
    return memberships(actor).filter(organisation=organisation, role__in=EDITORS).exists()


def releases(organisation_id: uuid.UUID, key: str = "") -> QuerySet[Release]:
    """The versions an organisation released, newest first."""
    rows = Release.objects.filter(organisation_id=organisation_id)
    return (rows.filter(key=key) if key else rows).order_by("key", "-number")


def method_of(release: Release) -> Method:
    """What was released."""
    return method_kept(release.content)


def released(organisation_id: uuid.UUID) -> dict[str, Shelved]:
    """The methods to start with in an organisation, by key: its newest own version, or else the product's."""
    shelf = {key: Shelved(method) for key, method in methods().items()}
    for row in newest(releases(organisation_id)):
        shelf[row.key] = Shelved(method_of(row), row)
    return shelf


def newest(rows: Iterable[Release]) -> list[Release]:
    """The first of each key, of rows that come newest first."""
    found: dict[str, Release] = {}
    for row in rows:
        found.setdefault(row.key, row)
    return list(found.values())


def version_of(organisation_id: uuid.UUID, key: str, version: str) -> Shelved | None:
    """One version: of the product or released by the organisation."""
    row = releases(organisation_id, key).filter(version=version).first()
    if row is not None:
        return Shelved(method_of(row), row)
    shipped = methods().get(key)
    return Shelved(shipped) if shipped and shipped.version == version else None


def drafts(actor: Actor) -> QuerySet[Draft]:
    """What the actor's organisations are adapting."""
    return Draft.objects.filter(organisation__in=edited(actor)).select_related(
        "organisation", "last_editor__person"
    )


def open_draft(actor: Actor, draft_id: uuid.UUID, *, for_change: bool = False) -> Draft:
    """One draft of the actor's own organisation. Raises `NotYours`."""
    rows = drafts(actor)
    found = (rows.select_for_update(of=("self",)) if for_change else rows).filter(pk=draft_id).first()
    if found is None:
        raise NotYours("")
    return found


def drafted(draft: Draft) -> Method:
    """The method as it stands in the draft."""
    return method_kept(draft.content)


def base_of(draft: Draft) -> Method:
    """What the draft is compared with: what it was copied from, or itself when it came as a new file."""
    return method_kept(draft.base) if draft.base else drafted(draft)


def homes(actor: Actor) -> list[Organisation]:
    """Where the actor works, by name."""
    return sorted({row.organisation for row in memberships(actor)}, key=lambda one: (one.name, str(one.pk)))


def shelf_of(actor: Actor) -> dict[str, Shelved]:
    """The methods as the actor's own organisation uses them; of several, the first with an own version counts."""
    shelf = {key: Shelved(method) for key, method in methods().items()}
    rows = Release.objects.filter(organisation__in=homes(actor)).order_by(
        "organisation__name", "key", "-number"
    )
    for row in newest(rows):
        shelf[row.key] = Shelved(method_of(row), row)
    return shelf


def versions_of(actor: Actor, key: str) -> list[Shelved]:
    """Every version of a method that the actor may read, the one in use first."""
    rows = Release.objects.filter(organisation__in=homes(actor), key=key).select_related(
        "organisation", "edited_by__person", "released_by__person"
    )
    found = [Shelved(method_of(row), row) for row in rows.order_by("organisation__name", "-number")]
    shipped = methods().get(key)
    return [*found, *([Shelved(shipped)] if shipped else [])]
