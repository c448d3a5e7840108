from django.apps import AppConfig


class ProfileConfig(AppConfig):
    """Wanting and being able, for one specific behaviour."""

    name = "spoorboek.programme.profile"
    label = "profile"

    def ready(self) -> None:
        from spoorboek.dossiers import offers, rooms, sharings, tellings
        from spoorboek.dossiers.demo import more
        from spoorboek.programme.profile.demo import fill
        from spoorboek.programme.profile.doors import ROOMS, asked_on_team, offered, shared_from_here, waiting
        from spoorboek.programme.profile.tellings import TELLINGS
        from spoorboek.reminders import more as mails

        tellings.register(TELLINGS)
        offers.register("profile", offered, order=60)
        offers.register_for_team("profile", asked_on_team)
        mails.register("profile", counting=waiting)
        more.register("profile", fill)
        sharings.register("profile", shared_from_here)
        for room in ROOMS:
            rooms.register(room)
