from django.apps import AppConfig


class ScenesConfig(AppConfig):
    """Scenes that somebody can play: those of the product, and what an organisation made of them."""

    name = "spoorboek.practice.scenes"
    label = "practice_scenes"

    def ready(self) -> None:
        from spoorboek.dossiers.demo import more
        from spoorboek.practice.scenes.demo import fill

        more.register("scenes", fill)
