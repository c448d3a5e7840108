from django.apps import AppConfig


class ProfileConfig(AppConfig):
    """Wanting and being able, for one specific behaviour."""

    name = "spoorboek.programme.profile"
    label = "profile"
