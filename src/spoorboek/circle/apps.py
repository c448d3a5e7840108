from django.apps import AppConfig


class CircleConfig(AppConfig):
    """Online intervision: a room, its roles and steps."""

    name = "spoorboek.circle"
    label = "circle"
