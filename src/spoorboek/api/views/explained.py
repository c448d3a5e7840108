"""The API explained to people, and its document for machines. Both are for anyone: they hold nothing about anybody."""

import hashlib
import json
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from spoorboek.api import document as documents
from spoorboek.api import problems
from spoorboek.api.outline import outline
from spoorboek.api.scopes import Scope


@cache
def as_text() -> str:
    return json.dumps(documents.document(), ensure_ascii=False, indent=1)


@require_safe
def document(request: HttpRequest) -> HttpResponse:
    """The OpenAPI document."""
    response = HttpResponse(as_text(), content_type="application/json")
    response["ETag"] = f'"{hashlib.sha256(as_text().encode()).hexdigest()[:16]}"'
    response["Cache-Control"] = "public, max-age=300"
    return response


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What it is, three examples, every operation, every kind of problem."""
    context = {
        "groups": outline(),
        "prefix": documents.PREFIX,
        "scopes": [(scope.value, scope.label) for scope in Scope],
        "problems": problems.TITLES.items(),
        "origin": f"{request.scheme}://{request.get_host()}",
    }
    return render(request, "api/explained.html", context)
