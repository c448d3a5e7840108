from django.apps import AppConfig


class LoadingConfig(AppConfig):
    """Lists of absence and of employees."""

    name = "spoorboek.loading"
    label = "loading"
