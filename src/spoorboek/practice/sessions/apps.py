from django.apps import AppConfig


class SessionsConfig(AppConfig):
    """A practice session: choosing, questions beforehand, ratings, what followed, and who may see it."""

    name = "spoorboek.practice.sessions"
    label = "practice_sessions"

    def ready(self) -> None:
        from spoorboek.dossiers import offers, rooms, sharings
        from spoorboek.dossiers.demo import more
        from spoorboek.practice.sessions.demo import fill
        from spoorboek.practice.sessions.doors import ROOMS, offered, shared_from_here, standing_today
        from spoorboek.practice.sessions.signals import fit_settled, session_begun, session_held
        from spoorboek.practice.sessions.steps import first_measure_is_done, fit_is_known, step_is_done

        offers.register("practice-today", standing_today, order=5)
        offers.register("practice", offered, order=40)
        sharings.register("practice", shared_from_here)
        more.register("practice", fill)
        session_held.connect(step_is_done, dispatch_uid="spoorboek.practice.sessions")
        fit_settled.connect(fit_is_known, dispatch_uid="spoorboek.practice.sessions")
        session_begun.connect(first_measure_is_done, dispatch_uid="spoorboek.practice.sessions")
        for room in ROOMS:
            rooms.register(room)
