"""The same request sent twice does its work once: `Idempotency-Key` on a POST.

Stands inside the request's transaction, so that the answer is kept exactly when the work is. A second request with
the same key waits for the first one. Only what succeeded is kept; what was refused changed nothing and may be asked
again.
"""

import base64
import hashlib
import hmac
import json
import re
import zlib
from collections.abc import Callable
from datetime import timedelta

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from spoorboek.api.middleware import is_api
from spoorboek.api.models import KeptAnswer, Token
from spoorboek.api.problems import Problem, error

HEADER = "Idempotency-Key"
KEY = re.compile(r"[\x21-\x7e]{1,100}\Z")
KEPT_FOR = timedelta(hours=24)
KEPT_HEADERS = ("Content-Type", "ETag", "Location")


class RepeatMiddleware:
    """Replays the kept answer of a repeated POST."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token: Token | None = getattr(request, "token", None)
        key = request.headers.get(HEADER, "")
        if token is None or not key or request.method != "POST" or not is_api(request):
            return self.get_response(request)
        try:
            kept = claim(token, checked(key), digest(request))
        except Problem as problem:
            return problem.answer()
        if kept.sealed:
            return replayed(kept)
        response = self.get_response(request)
        keep(kept, response)
        return response


def checked(key: str) -> str:
    if not KEY.match(key):
        raise Problem(
            400, "bad-request", _("Kijk bij errors wat er anders moet."),
            [error(HEADER, _("Gebruik 1 tot 100 tekens zonder spatie, bijvoorbeeld een UUID."))],
        )  # fmt: skip
    return key


def digest(request: HttpRequest) -> str:
    """What was asked, so that nobody reads it back: HMAC-SHA256 with the installation's key.

    Of a file only where it goes: its boundaries differ each time it is sent.
    """
    body = b"" if request.content_type == "multipart/form-data" else request.body
    said = b"\0".join([str(request.method).encode(), request.get_full_path().encode(), body])
    return hmac.new(settings.DATA_KEY.encode(), said, hashlib.sha256).hexdigest()


def claim(token: Token, key: str, asked: str) -> KeptAnswer:
    """The row of this key: new and empty, or with the answer that was given before."""
    mine = KeptAnswer.objects.filter(account_id=token.account_id)
    mine.filter(made_at__lt=timezone.now() - KEPT_FOR).delete()
    fresh = KeptAnswer(account_id=token.account_id, key=key, asked=asked, sealed=b"")
    KeptAnswer.objects.bulk_create([fresh], ignore_conflicts=True)
    row = mine.select_for_update(of=("self",)).get(key=key)
    if not hmac.compare_digest(row.asked, asked):
        raise Problem(
            422,
            "key-reused",
            _("Gebruik voor elke vraag een eigen Idempotency-Key. Stuur deze vraag met een nieuwe."),
        )
    return row


def keep(row: KeptAnswer, response: HttpResponse) -> None:
    """Seal a good answer; forget the claim of any other."""
    if transaction.get_connection().needs_rollback:
        return
    if not 200 <= response.status_code < 300:
        row.delete()
        return
    data = {
        "status": response.status_code,
        "headers": {name: response[name] for name in KEPT_HEADERS if name in response},
        "body": base64.b64encode(response.content).decode(),
    }
    row.sealed = Fernet(settings.DATA_KEY).encrypt(zlib.compress(json.dumps(data).encode()))
    row.save(update_fields=["sealed"])


def replayed(row: KeptAnswer) -> HttpResponse:
    try:
        data = json.loads(zlib.decompress(Fernet(settings.DATA_KEY).decrypt(bytes(row.sealed))))
    except InvalidToken:
        return Problem(409, "key-reused", _("Het antwoord van toen is niet meer te lezen.")).answer()
    response = HttpResponse(base64.b64decode(data["body"]), status=data["status"], headers=data["headers"])
    response["Idempotency-Replayed"] = "true"
    return response
