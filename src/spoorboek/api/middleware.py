"""Who comes in at the API: a token, or nobody. Stands before the middleware that opens the transaction as this actor.

A session never counts here, so that no page of another site can use somebody's sign-in. The token is looked up, and
its pace measured, in a short transaction of its own, so that no request waits for another one's work.
"""

from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import gettext as _

from spoorboek.api import problems, tokens, use
from spoorboek.api.models import Token
from spoorboek.api.pace import seconds_to_wait
from spoorboek.api.problems import Problem
from spoorboek.people.actor import VISITOR, Actor, acting_as
from spoorboek.people.registrar import REGISTRAR

ROOT = "/api/v1"
OPEN = frozenset({f"{ROOT}/openapi.json"})
"""Documents for anyone: they hold nothing about anybody."""
LARGEST = 1_000_000
LARGEST_UPLOAD = 20_000_000
UPLOADS = f"{ROOT}/imports"


def is_api(request: HttpRequest) -> bool:
    return request.path_info == ROOT or request.path_info.startswith(f"{ROOT}/")


class TokenMiddleware:
    """Finds the token, sets the actor, and makes every refusal a problem in JSON."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_api(request):
            return self.get_response(request)
        request.user = AnonymousUser()
        setattr(request, "actor", VISITOR)  # noqa: B010 - Django's request does not know the name
        token = None
        try:
            if request.path_info not in OPEN:
                token = admitted(request)
            response = self.get_response(request)
        except Problem as problem:
            response = problem.answer()
        if token is not None:
            use.count(token, request, response)
        return finished(response)


def admitted(request: HttpRequest) -> Token:
    """The token of this request, on time and of a size; or a `Problem`."""
    with acting_as(REGISTRAR):
        token = tokens.find(secret_of(request))
        wait = seconds_to_wait(token) if token else 0
    if token is None:
        raise Problem(
            401,
            "no-token",
            _(
                "Stuur de kop “Authorization: Bearer …” met een sleutel die geldig is. De beheerder maakt er een."
            ),
            headers={"WWW-Authenticate": 'Bearer realm="Spoorboek"'},
        )
    if wait:
        raise Problem(
            429,
            "too-fast",
            _("Wacht %(seconds)s seconden en stuur de vraag dan opnieuw.") % {"seconds": wait},
            headers={"Retry-After": str(wait)},
        )
    check_size(request)
    setattr(request, "token", token)  # noqa: B010
    setattr(request, "actor", Actor(account_id=token.account_id))  # noqa: B010
    return token


def secret_of(request: HttpRequest) -> str:
    kind, _space, secret = request.headers.get("Authorization", "").partition(" ")
    return secret.strip() if kind.lower() == "bearer" else ""


def check_size(request: HttpRequest) -> None:
    """Also without a length in front: what was sent is then measured."""
    most = LARGEST_UPLOAD if request.path_info.startswith(UPLOADS) else LARGEST
    length = request.META.get("CONTENT_LENGTH") or "0"
    sent = int(length) if length.isdigit() else 0
    if sent > most or (not sent and len(request.body) > most):
        raise Problem(
            413,
            "too-large",
            _("Stuur hoogstens %(most)s megabyte in één keer.") % {"most": most // 1_000_000},
        )


def finished(response: HttpResponse) -> HttpResponse:
    """Nothing is kept on the way, and what went wrong is told in JSON, whoever noticed it."""
    if response.status_code >= 400 and response.get("Content-Type") != problems.MEDIA_TYPE:
        told = problems.of_status(response.status_code).answer()
        for name in ("Allow", "Content-Language", "Vary"):
            if name in response:
                told[name] = response[name]
        response = told
    if "Cache-Control" not in response:
        patch_cache_control(response, private=True, no_cache=True)
    patch_vary_headers(response, ["Authorization", "Accept-Language"])
    return response
