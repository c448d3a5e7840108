from django.apps import AppConfig


class LiveConfig(AppConfig):
    """The link between the screen of a client and that of their coach while they practise."""

    name = "spoorboek.practice.live"
    label = "practice_live"
