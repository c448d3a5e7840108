import uuid
from typing import Any

from django.apps import AppConfig

from spoorboek.dossiers.signals import seats_changed
from spoorboek.people.signals import parts_ended


class DossiersConfig(AppConfig):
    """The dossier: facts, journal, obligations."""

    name = "spoorboek.dossiers"
    label = "dossiers"

    def ready(self) -> None:
        parts_ended.connect(leave_medical_layer, dispatch_uid="spoorboek.medical")


def leave_medical_layer(
    sender: type, account_id: uuid.UUID, role: str, dossiers: list[uuid.UUID], **_: Any
) -> None:
    """Whose part in dossiers ended is off the medical layer's own list in the same transaction."""
    from spoorboek.dossiers.acts.seats import dismiss
    from spoorboek.people.policy import Role

    for dossier_id in dossiers:
        dismiss(dossier_id, account_id, Role(role))
    seats_changed.send(sender=sender, dossiers=dossiers)
