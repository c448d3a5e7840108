from django.apps import AppConfig


class ShelfConfig(AppConfig):
    """The methods of an organisation: its own versions beside the shipped ones."""

    name = "spoorboek.programme.shelf"
    label = "shelf"

    def ready(self) -> None:
        from spoorboek.dossiers.demo import more
        from spoorboek.programme.shelf.demo import fill

        more.register("shelf", fill)
