from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PeopleConfig(AppConfig):
    """Organisations, accounts, roles, the access policy."""

    name = "spoorboek.people"
    label = "people"

    def ready(self) -> None:
        from spoorboek.people import guard, rowsecurity

        guard.install()
        post_migrate.connect(rowsecurity.apply_after_migrate, dispatch_uid="spoorboek.rowsecurity")
