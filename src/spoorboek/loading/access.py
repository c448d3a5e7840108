"""Which lists an actor reaches: the own ones, for an employer where they are case manager."""

import uuid

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from spoorboek.dossiers.refusals import NotYours
from spoorboek.loading.models import Import
from spoorboek.people import access
from spoorboek.people.actor import Actor, current_actor
from spoorboek.people.models import Organisation
from spoorboek.people.policy import Role


def employers(actor: Actor) -> QuerySet[Organisation]:
    """Employers for which the actor may load a list."""
    return access.employers_for(actor, (Role.CASE_MANAGER,))


def employer_of(actor: Actor, employer_id: uuid.UUID) -> Organisation:
    """One of them."""
    found = employers(actor).filter(pk=employer_id).first()
    if current_actor() != actor or found is None:
        raise NotYours(_("Alleen een casemanager van deze werkgever kan een lijst laden."))
    return found


def imports_of(actor: Actor) -> QuerySet[Import]:
    """The actor's own lists, the last one first."""
    return Import.objects.filter(account_id=actor.person_id).select_related("employer")


def import_of(actor: Actor, import_id: uuid.UUID, *, lock: bool = False) -> Import:
    """One own list; with `lock` its row is held until the transaction ends."""
    rows = imports_of(actor)
    found = (rows.select_for_update(of=("self",)) if lock else rows).filter(pk=import_id).first()
    if current_actor() != actor or found is None:
        raise NotYours(_("Deze lijst is niet gevonden."))
    employer_of(actor, found.employer_id)
    return found
