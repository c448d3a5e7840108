"""Medical texts are sealed with a key of their own, which stands in the medical layer.

The process layer's key opens none of them, and who holds that key cannot guess a medical answer back from its
digest in the journal.
"""

import uuid

from spoorboek.dossiers.medical.models import MedicalKey
from spoorboek.dossiers.medical.scope import medical_scope
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.envelopes import Envelope, Unreadable, new_key


def wrapped_key(dossier_id: uuid.UUID) -> bytes | None:
    with medical_scope():
        row = MedicalKey.objects.filter(pk=dossier_id).first()
    return bytes(row.wrapped) if row else None


def medical_envelope(dossier_id: uuid.UUID) -> Envelope:
    """The dossier's medical key, for who may read medical texts; `Unreadable` where there is none or not for them."""
    wrapped = wrapped_key(dossier_id)
    if wrapped is None:
        raise Unreadable(f"The medical key of dossier {dossier_id} is gone or out of reach.")
    return Envelope(dossier_id, wrapped)


def medical_envelope_to_write(dossier_id: uuid.UUID) -> Envelope:
    """As `medical_envelope`; at the first medical text of a dossier the registrar makes its key."""
    if wrapped_key(dossier_id) is None:
        with acting_as(Actor(system=System.REGISTRAR)), medical_scope():
            MedicalKey.objects.get_or_create(dossier_id=dossier_id, defaults={"wrapped": new_key()})
    return medical_envelope(dossier_id)
