from django.apps import AppConfig


class CoachingConfig(AppConfig):
    """Coaching: goals, agenda, notes, homework."""

    name = "spoorboek.programme.coaching"
    label = "coaching"
