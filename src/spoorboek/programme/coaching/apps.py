import uuid
from typing import Any

from django.apps import AppConfig


class CoachingConfig(AppConfig):
    """Coaching: goals, agenda, notes, homework."""

    name = "spoorboek.programme.coaching"
    label = "coaching"

    def ready(self) -> None:
        from spoorboek.dossiers import offers, rooms, sharings, tellings
        from spoorboek.dossiers.demo import more
        from spoorboek.programme.coaching.demo import fill
        from spoorboek.programme.coaching.doors import (
            ROOMS,
            homework_sheets,
            offered,
            proposed,
            shared_from_here,
        )
        from spoorboek.programme.coaching.tellings import TELLINGS
        from spoorboek.programme.folder import helping
        from spoorboek.programme.folder.signals import page_finished

        tellings.register(TELLINGS)
        offers.register("coaching", offered, order=50)
        offers.register("goals", proposed, order=52)
        helping.register("homework", homework_sheets, order=5)
        more.register("coaching", fill)
        sharings.register("coaching", shared_from_here)
        for room in ROOMS:
            rooms.register(room)
        page_finished.connect(homework_is_done, dispatch_uid="spoorboek.coaching")


def homework_is_done(sender: type, dossier_id: uuid.UUID, key: str, account_id: uuid.UUID, **_: Any) -> None:
    """A worksheet that was homework is done when the client finished it."""
    from spoorboek.programme.coaching.acts.sessions import worksheet_finished

    worksheet_finished(dossier_id, key, account_id)
