"""The API itself: its operations, and how what they refuse becomes a problem in JSON."""

import hashlib
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from spoorboek.api import problems
from spoorboek.api.operations import acts, dossiers, facts, imports, people, timetable
from spoorboek.api.problems import Problem
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.law import FactsError
from spoorboek.people.acts import Refused as RefusedByPeople

VERSION = "1.0.0"


class Rest(NinjaAPI):
    """Ninja's API with an ETag on every good answer."""

    def create_response(self, request: HttpRequest, data: Any, **rest: Any) -> HttpResponse:
        """What the caller already has is not sent again. The ETag of what has a version begins with it."""
        response: HttpResponse = super().create_response(request, data, **rest)
        if response.status_code not in (200, 201, 202):
            return response
        digest = hashlib.sha256(response.content).hexdigest()[:16]
        version = data.get("version") if isinstance(data, dict) else None
        response["ETag"] = f'"{version}-{digest}"' if version else f'"{digest}"'
        return not_again(request, response)


def not_again(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """304 where `If-None-Match` names this very answer."""
    known = [tag.removeprefix("W/") for tag in parse_etags(request.headers.get("If-None-Match", ""))]
    if request.method != "GET" or response["ETag"] not in known:
        return response
    return HttpResponseNotModified(headers={"ETag": response["ETag"]})


api = Rest(
    title="Spoorboek",
    version=VERSION,
    urls_namespace="api",
    docs_url=None,
    openapi_url=None,
)
for part in (people, dossiers, acts, facts, imports, timetable):
    api.add_router("", part.router)


@api.exception_handler(Problem)
def problem(request: HttpRequest, raised: Problem) -> HttpResponse:
    return raised.answer()


@api.exception_handler(NotYours)
def not_yours(request: HttpRequest, raised: NotYours) -> HttpResponse:
    """The dossier or employment was reached before, so that this tells nothing new."""
    return Problem(403, "not-allowed", raised.message, fields(raised)).answer()


@api.exception_handler(Refused)
def refused(request: HttpRequest, raised: Refused) -> HttpResponse:
    return Problem(422, "refused", raised.message, fields(raised)).answer()


@api.exception_handler(RefusedByPeople)
def refused_by_people(request: HttpRequest, raised: RefusedByPeople) -> HttpResponse:
    return Problem(422, "refused", raised.message, fields(raised)).answer()


def fields(raised: Any) -> list[dict[str, str]]:
    return [problems.error(raised.field, raised.message)] if raised.field else []


@api.exception_handler(FactsError)
def wrong_facts(request: HttpRequest, raised: FactsError) -> HttpResponse:
    return problems.of_facts(raised).answer()


@api.exception_handler(ValidationError)
def wrong_fields(request: HttpRequest, raised: ValidationError) -> HttpResponse:
    return problems.of_fields(raised.errors).answer()


@api.exception_handler(Http404)
def missing(request: HttpRequest, raised: Http404) -> HttpResponse:
    return problems.not_found().answer()


@api.exception_handler(AuthenticationError)
def nobody(request: HttpRequest, raised: AuthenticationError) -> HttpResponse:
    return problems.of_status(401).answer()


@api.exception_handler(HttpError)
def unreadable(request: HttpRequest, raised: HttpError) -> HttpResponse:
    """The body is no JSON."""
    return Problem(
        raised.status_code, "bad-request", _("Dit is geen JSON. Kijk aanhalingstekens en haken na.")
    ).answer()


@api.exception_handler(Exception)
def fault(request: HttpRequest, raised: Exception) -> HttpResponse:
    """A fault of ours: undone and logged by the site, never told in detail."""
    raise raised
