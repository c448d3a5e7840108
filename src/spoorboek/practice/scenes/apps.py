from django.apps import AppConfig


class ScenesConfig(AppConfig):
    """Scenes that somebody can play: those of the product, and what an organisation made of them."""

    name = "spoorboek.practice.scenes"
    label = "practice_scenes"
