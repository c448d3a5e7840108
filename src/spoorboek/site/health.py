"""`/health/` (this process lives) and `/health/ready/` (it can serve): for load balancers and the launcher.

A middleware, not a view: a probe comes with any host name, without https, and must not need the database to say
that the process lives. Neither answer tells more than yes or no.
"""

from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse


class HealthMiddleware:
    """Answers the two health addresses before anything else looks at the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.migrated = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path == "/health/":
            return answered(True)
        if request.path == "/health/ready/":
            return answered(self.ready())
        return self.get_response(request)

    def ready(self) -> bool:
        """Whether both databases answer and hold every migration of this version."""
        try:
            for alias in ("default", *(("medical",) if settings.MEDICAL_LAYER else ())):
                with connections[alias].cursor() as cursor:
                    cursor.execute("SELECT 1")
            self.migrated = self.migrated or not unapplied()
        except DatabaseError:
            return False
        return self.migrated


def unapplied() -> list[str]:
    """Migrations of this version that the database does not have yet."""
    executor = MigrationExecutor(connections["default"])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def answered(well: bool) -> HttpResponse:
    response = JsonResponse({"status": "ok" if well else "unavailable"}, status=200 if well else 503)
    response["Cache-Control"] = "no-store"
    return response
