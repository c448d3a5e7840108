"""What the client says about the own leave. It counts until the company doctor answers, who reads it too."""

import uuid

from django.conf import settings
from django.utils.translation import gettext as _

from spoorboek.dossiers.acts.door import entered
from spoorboek.dossiers.acts.leave import leave_of
from spoorboek.dossiers.medical.models import Answer, OwnStatement
from spoorboek.dossiers.medical.scope import Closed, is_recognised, medical_scope
from spoorboek.dossiers.models import Dossier, Leave
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor
from spoorboek.people.policy import Layer, Role


def questions(dossier: Dossier) -> list[Leave]:
    """Leaves about which the client can be asked: the medical layer is here, and a doctor knows who this is."""
    asked = dossier.is_open and settings.MEDICAL_LAYER and is_recognised(dossier.employment.person_id)
    return list(dossier.leaves.all()) if asked else []


def asked_about(dossier: Dossier, leave_id: int) -> Leave | None:
    return next((leave for leave in questions(dossier) if leave.pk == leave_id), None)


def said_before(dossier: Dossier, leave: Leave) -> str:
    """The client's answer so far, for who may read it."""
    try:
        with medical_scope():
            found = OwnStatement.objects.filter(dossier_id=dossier.pk, leave_from=leave.starts).first()
    except Closed:
        return Answer.UNKNOWN
    return found.related_to_birth if found else Answer.UNKNOWN


def say_on_leave(
    actor: Actor, dossier_id: uuid.UUID, leave_id: int, related_to_birth: str, version: int | None = None
) -> None:
    """Whether the sickness round a leave comes from pregnancy or birth, in the client's own words: yes, no, not sure.

    Everyone else reads only what it does to the dates.
    """
    with entered(actor, dossier_id, "say_on_leave", roles=(Role.CLIENT,), version=version) as work:
        leave = leave_of(work.dossier, leave_id)
        if asked_about(work.dossier, leave_id) is None:
            raise Refused(
                _("Dit kan pas als de bedrijfsarts weet dat jij het bent. Vraag ernaar in het gesprek.")
            )
        work.layer = Layer.MEDICAL
        said = Answer(related_to_birth)
        with medical_scope():
            stated, _made = OwnStatement.objects.get_or_create(dossier_id=dossier_id, leave_from=leave.starts)
            work.changed("related_to_birth", stated.related_to_birth, said)
            stated.related_to_birth = said
            stated.save()
        work.said(leave_from=leave.starts)
