"""Structured logs without personal data: one JSON object a line.

A request is logged by its route (`dossier/<uuid:dossier>/`), never by its address, query or body. An exception is
logged by its type and places in the code, never by its message: PostgreSQL and validation put people's data there.
"""

import logging
import re
import time
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import Any

from django.http import HttpRequest, HttpResponse
from pythonjsonlogger.json import JsonFormatter

requests = logging.getLogger("spoorboek.requests")

FIELDS = "%(levelname)s %(name)s %(message)s"

NAMES_ADDRESSES = frozenset({"django.request", "django.security.csrf"})
"""Loggers of Django that put the address of a request in their message."""
ARGUMENTS = re.compile(r"\([^)]*\)")


def route_of(request: HttpRequest) -> str:
    """The pattern that matched, with names instead of values."""
    match = getattr(request, "resolver_match", None)
    return match.route if match else "(no route)"


class RequestLog:
    """One line a request: method, route, status and milliseconds."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        start = time.perf_counter()
        response = self.get_response(request)
        took = round((time.perf_counter() - start) * 1000, 1)
        facts = {
            "method": request.method,
            "route": route_of(request),
            "status": response.status_code,
            "ms": took,
        }
        requests.info("request", extra=facts)
        return response


class WithoutPeople(logging.Filter):
    """Takes addresses and values out of what libraries log."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = record.__dict__.pop("request", None)
        record.__dict__.pop("color_message", None)
        if record.name in NAMES_ADDRESSES:
            record.msg, record.args = "request failed", ()
            record.route = route_of(request) if request is not None else ""
        if record.name.startswith("procrastinate"):
            record.msg, record.args = ARGUMENTS.sub("", record.getMessage()), ()
            job = record.__dict__.pop("job", None)
            if isinstance(job, dict):
                record.job = {key: job.get(key) for key in ("id", "task_name", "queue", "attempts")}
        return True


class Line(JsonFormatter):
    """JSON with an exception's type and places, without its message."""

    def formatException(self, ei: Any) -> str:
        kind, _, trace = ei
        return "\n".join([*places(trace), kind.__name__ if kind else "?"])


def places(trace: TracebackType | None) -> list[str]:
    """File, line and function of each frame; no source text, no values."""
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace)]


def configuration(level: str, in_full: bool = False) -> dict[str, Any]:
    """Logging settings for `level`; `in_full` (demo, debugging) keeps the messages of exceptions."""
    formatter = "pythonjsonlogger.json.JsonFormatter" if in_full else "spoorboek.site.logs.Line"
    renamed = {"levelname": "level", "name": "logger"}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"without_people": {"()": "spoorboek.site.logs.WithoutPeople"}},
        "formatters": {
            "json": {
                "()": formatter,
                "fmt": FIELDS,
                "timestamp": "time",
                "rename_fields": renamed,
            }
        },
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["without_people"]}
        },
        "loggers": {
            "django": {"handlers": [], "level": "NOTSET"},
            # What is not an error stands in the request's own line already.
            "django.request": {"level": "ERROR"},
            # At DEBUG these write values: what stands on a page, what goes into a query.
            "django.template": {"level": "INFO"},
            "django.db.backends": {"level": "INFO"},
            "procrastinate": {"level": "WARNING" if level == "INFO" else level},
        },
        "root": {"handlers": ["console"], "level": level},
    }
