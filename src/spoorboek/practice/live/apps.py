from django.apps import AppConfig
from django.db.models.signals import post_save


class LiveConfig(AppConfig):
    """The link between the screen of a client and that of their coach while they practise."""

    name = "spoorboek.practice.live"
    label = "practice_live"

    def ready(self) -> None:
        """A session that changed is told to its screens at once; one that is over is wiped here."""
        from spoorboek.practice.live.following import session_changed
        from spoorboek.practice.sessions.models import Session

        post_save.connect(session_changed, sender=Session, dispatch_uid="practice_live")
