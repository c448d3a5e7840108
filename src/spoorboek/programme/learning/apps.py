from django.apps import AppConfig


class LearningConfig(AppConfig):
    """Learning modules: who is where, certificates, and statements for a record store."""

    name = "spoorboek.programme.learning"
    label = "learning"

    def ready(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from spoorboek.dossiers import offers, rooms
        from spoorboek.dossiers.demo import more
        from spoorboek.people.policy import Role
        from spoorboek.programme.learning.demo import fill
        from spoorboek.programme.learning.offering import offering

        offers.register("learning", offering, order=300)
        rooms.register(rooms.Room(_("Korte lessen"), "learning", (Role.CLIENT,), order=20))
        more.register("learning", fill)
