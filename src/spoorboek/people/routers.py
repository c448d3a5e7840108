"""Which connection a model uses: the medical layer has its own, migrations run as the owner only."""

from typing import Any

from django.db.models import Model


class LayerRouter:
    """`medical` models on `medical`, all others on `default`; only `owner` migrates."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        return "medical" if model._meta.app_label == "medical" else None

    db_for_write = db_for_read

    def allow_relation(self, first: Model, second: Model, **hints: Any) -> bool | None:
        return None

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == "owner"
