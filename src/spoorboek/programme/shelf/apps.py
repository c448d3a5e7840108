from django.apps import AppConfig


class ShelfConfig(AppConfig):
    """The methods of an organisation: its own versions beside the shipped ones."""

    name = "spoorboek.programme.shelf"
    label = "shelf"
