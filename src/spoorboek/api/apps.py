from typing import Any

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """The door for other systems: tokens, and a REST API over the same acts and the same reads."""

    name = "spoorboek.api"
    label = "api"

    def ready(self) -> None:
        from spoorboek.dossiers.signals import seats_changed

        seats_changed.connect(links_follow, dispatch_uid="spoorboek.api.links")


def links_follow(sender: type, dossiers: list[Any], **_: Any) -> None:
    """Where people come and go, the links of their organisations do too."""
    from spoorboek.api.seats import settle

    settle(dossiers)
