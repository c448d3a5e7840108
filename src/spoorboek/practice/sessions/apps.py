from django.apps import AppConfig


class SessionsConfig(AppConfig):
    """A practice session: choosing, questions beforehand, ratings, what followed, and who may see it."""

    name = "spoorboek.practice.sessions"
    label = "practice_sessions"

    def ready(self) -> None:
        from spoorboek.dossiers import rooms
        from spoorboek.practice.sessions.doors import ROOMS

        for room in ROOMS:
            rooms.register(room)
