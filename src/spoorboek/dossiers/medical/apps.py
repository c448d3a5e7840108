from django.apps import AppConfig


class MedicalConfig(AppConfig):
    """The medical layer: its own schema, role and connection. An employer's installation runs without it."""

    name = "spoorboek.dossiers.medical"
    label = "medical"
