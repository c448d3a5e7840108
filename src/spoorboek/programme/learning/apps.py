from django.apps import AppConfig


class LearningConfig(AppConfig):
    """Learning modules: who is where, certificates, and statements for a record store."""

    name = "spoorboek.programme.learning"
    label = "learning"

    def ready(self) -> None:
        from spoorboek.dossiers import offers
        from spoorboek.dossiers.demo import more
        from spoorboek.programme.learning.demo import fill
        from spoorboek.programme.learning.offering import offering

        offers.register("learning", offering, order=300)
        more.register("learning", fill)
