from django.apps import AppConfig


class ProfileConfig(AppConfig):
    """Wanting and being able, for one specific behaviour."""

    name = "spoorboek.programme.profile"
    label = "profile"

    def ready(self) -> None:
        from spoorboek.dossiers import offers, rooms, tellings
        from spoorboek.dossiers.demo import more
        from spoorboek.programme.profile.demo import fill
        from spoorboek.programme.profile.doors import ROOMS, offered
        from spoorboek.programme.profile.tellings import TELLINGS

        tellings.register(TELLINGS)
        offers.register("profile", offered, order=60)
        more.register("profile", fill)
        for room in ROOMS:
            rooms.register(room)
