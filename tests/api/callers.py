"""A system that calls the API with a token, without a network: Django's test client with the right headers."""

import json
import uuid
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.test import Client

from spoorboek.api.acts import make_token
from spoorboek.api.models import Token
from spoorboek.api.scopes import Scope
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Organisation, Person
from tests.builders import Company, actor, days_ago

ROOT = "/api/v1"


@dataclass
class Caller:
    """A system with its token. `headers` may be given with each call."""

    token: Token
    secret: str
    language: str = "nl"

    def headers(self, more: dict[str, str] | None = None) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.secret}", "Accept-Language": self.language} | (more or {})

    def get(self, path: str, **headers: str) -> Any:
        return Client().get(ROOT + path, headers=self.headers(named(headers)))

    def post(self, path: str, data: object = None, **headers: str) -> Any:
        body = data if isinstance(data, str) else json.dumps(data or {}, default=str)
        return Client().post(
            ROOT + path, body, content_type="application/json", headers=self.headers(named(headers))
        )


def named(headers: dict[str, str]) -> dict[str, str]:
    """`If_Match` as `If-Match`."""
    return {name.replace("_", "-"): value for name, value in headers.items()}


def caller(
    organisation: Organisation,
    admin: Person,
    scopes: Collection[str] = tuple(Scope.values),
    last_day: date | None = None,
    name: str = "",
) -> Caller:
    """A new link of an organisation, made by its administrator."""
    someone = actor(admin)
    with acting_as(someone):
        token, secret = make_token(
            someone, organisation, name or f"HR {uuid.uuid4().hex[:8]}", scopes, last_day or days_ago(-30)
        )
    return Caller(token, secret)


def employers_caller(company: Company, *scopes: Scope) -> Caller:
    """A link of the company's employer, with all scopes unless some are named."""
    return caller(company.employer, company.admin, scopes or tuple(Scope.values))
