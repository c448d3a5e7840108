from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """The dossier: facts, journal, obligations."""

    name = "spoorboek.dossiers"
    label = "dossiers"
