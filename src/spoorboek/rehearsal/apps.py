from django.apps import AppConfig


class RehearsalConfig(AppConfig):
    """Practising: the practice clock, the lesson of 104 weeks, and organisations made to practise in."""

    name = "spoorboek.rehearsal"
    label = "rehearsal"
