from django.apps import AppConfig


class CaseloadConfig(AppConfig):
    """A professional's caseload: one line a dossier, kept up with every act."""

    name = "spoorboek.caseload"
    label = "caseload"

    def ready(self) -> None:
        from spoorboek.caseload import keeping

        keeping.connect()
