"""How an act on something private goes, that nobody else may even count: checked, not journalled one by one."""

import uuid

from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import check_role
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Role


def check_open(actor: Actor, dossier_id: uuid.UUID, *roles: Role) -> Dossier:
    """The dossier, when it runs and the actor may do this in it. A closed dossier is read and changes no more."""
    check_role(actor, dossier_id, roles)
    dossier = Dossier.objects.filter(pk=dossier_id).first()
    if dossier is None:
        raise NotYours(_("Dit dossier is niet gevonden."))
    if not dossier.is_open:
        raise Refused(_("Je dossier is gesloten. Je kunt alles nog lezen. Er verandert niets meer."))
    return dossier
