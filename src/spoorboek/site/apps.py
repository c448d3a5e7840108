from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Settings, base templates, components, languages, and how it all starts."""

    name = "spoorboek.site"
    label = "site"

    def ready(self) -> None:
        from spoorboek.site import checks

        checks.install()
