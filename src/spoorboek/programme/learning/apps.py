from django.apps import AppConfig


class LearningConfig(AppConfig):
    """Learning modules: who is where, certificates, and statements for a record store."""

    name = "spoorboek.programme.learning"
    label = "learning"
