from django.apps import AppConfig


class RemindersConfig(AppConfig):
    """Reminders by mail, and a private calendar."""

    name = "spoorboek.reminders"
    label = "reminders"
