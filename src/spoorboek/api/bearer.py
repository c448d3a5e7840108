"""A token's scope, asked by each operation. Who the token is, the middleware found out before."""

import uuid

from django.http import HttpRequest
from django.utils.translation import gettext as _

from spoorboek.api.models import Token
from spoorboek.api.problems import Problem, not_found
from spoorboek.api.scopes import Scope
from spoorboek.dossiers import access
from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.refusals import NotYours
from spoorboek.people.actor import Actor, current_actor


class Bearer:
    """Lets a request pass when its token has the scope."""

    openapi_security_schema = {"type": "http", "scheme": "bearer"}

    def __init__(self, scope: Scope) -> None:
        self.scope = scope

    def __call__(self, request: HttpRequest) -> Token:
        token: Token | None = getattr(request, "token", None)
        if token is None or self.scope not in token.scopes:
            raise Problem(
                403,
                "not-allowed",
                _(
                    "Deze sleutel mag dit niet: %(scope)s ontbreekt. De beheerder kan een koppeling maken die dit mag."
                )
                % {"scope": self.scope.value},
            )
        return token


READS = Bearer(Scope.DOSSIERS_READ)
WRITES = Bearer(Scope.DOSSIERS_WRITE)
READS_EMPLOYEES = Bearer(Scope.EMPLOYEES_READ)
WRITES_EMPLOYEES = Bearer(Scope.EMPLOYEES_WRITE)
COUNTS = Bearer(Scope.TIMETABLE)
LOADS = Bearer(Scope.IMPORTS)


def reach(dossier_id: uuid.UUID) -> Reached:
    """The dossier as this link reaches it, noted as opened; whatever it does not reach is not found."""
    try:
        return access.open_dossier(here(), dossier_id)
    except NotYours as refusal:
        raise not_found() from refusal


def here() -> Actor:
    return current_actor()
