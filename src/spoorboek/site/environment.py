"""Typed readers for `SPOORBOEK_*` environment variables that refuse strange values.

Every variable is declared once in `VARIABLES`; the operator's settings page and the start-up checks are made from it.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class StrangeValue(ValueError):
    """A variable holds something we cannot read; the message says what would be right."""


@dataclass(frozen=True)
class Variable:
    """One setting: its name, what it is for (English, for operators), and its default as text."""

    name: str
    purpose: str
    default: str
    example: str
    secret: bool = False


VARIABLES: dict[str, Variable] = {
    v.name: v
    for v in (
        Variable(
            "SPOORBOEK_DATABASE_URL",
            "Database of the application: a role without superuser, BYPASSRLS or ownership.",
            "the embedded PostgreSQL in the data folder",
            "postgresql://spoorboek_app:secret@db.example.nl:5432/spoorboek",
            secret=True,
        ),
        Variable(
            "SPOORBOEK_DATABASE_OWNER_URL",
            "The same database as the role that owns the tables; used by `migrate` only.",
            "the embedded PostgreSQL in the data folder",
            "postgresql://spoorboek_owner:secret@db.example.nl:5432/spoorboek",
            secret=True,
        ),
        Variable(
            "SPOORBOEK_MEDICAL_DATABASE_URL",
            "Connection for the medical layer, as a role of its own. May be the same database.",
            "as SPOORBOEK_DATABASE_URL",
            "postgresql://spoorboek_medical:secret@db.example.nl:5432/spoorboek",
            secret=True,
        ),
        Variable(
            "SPOORBOEK_MEDICAL_LAYER",
            "`on` or `off`. Off for an installation that an employer runs: no medical table is reached.",
            "on",
            "off",
        ),
        Variable(
            "SPOORBOEK_SECRET_KEY",
            "Signs sessions and links. At least 32 characters; keep it out of version control.",
            "made once and kept in the data folder",
            "a long random text",
            secret=True,
        ),
        Variable(
            "SPOORBOEK_DATA_KEY",
            "Wraps the keys that encrypt texts in dossiers (44 characters, url-safe base64 of 32 bytes).",
            "made once and kept in the data folder",
            "made with `./spoorboek make-key`",
            secret=True,
        ),
        Variable(
            "SPOORBOEK_DATA",
            "Folder for the embedded database, keys and logs.",
            ".data",
            "/var/lib/spoorboek",
        ),
        Variable(
            "SPOORBOEK_HOSTS",
            "Host names that may be used, separated by commas.",
            "localhost,127.0.0.1,[::1]",
            "spoorboek.example.nl",
        ),
        Variable(
            "SPOORBOEK_ADDRESS",
            "Where people open the site; links in mails that the worker sends begin with it.",
            "the first of SPOORBOEK_HOSTS, by https or http as SPOORBOEK_HTTPS says",
            "https://spoorboek.example.nl",
        ),
        Variable("SPOORBOEK_DEBUG", "`on` shows errors in full. Never with real people's data.", "off", "on"),
        Variable(
            "SPOORBOEK_HTTPS",
            "`on` when people reach the site over https.",
            "off in demo mode, otherwise on",
            "on",
        ),
        Variable(
            "SPOORBOEK_MAIL_URL",
            "Where mail goes: `smtp://user:secret@host:587`, `smtps://…`, or `file:FOLDER`.",
            "files in the data folder",
            "smtp://user:secret@mail.example.nl:587",
            secret=True,
        ),
        Variable(
            "SPOORBOEK_MAIL_FROM",
            "Sender of mails.",
            "Spoorboek <spoorboek@localhost>",
            "Spoorboek <noreply@example.nl>",
        ),
        Variable(
            "SPOORBOEK_OPINION_COST",
            "What UWV charges for a deskundigenoordeel, as a sentence for clients. Unset: shown as not known.",
            "",
            "UWV rekent € … voor een werknemer.",
        ),
        Variable(
            "SPOORBOEK_OPINION_COST_SOURCE",
            "Where SPOORBOEK_OPINION_COST was found, shown beside it.",
            "unconfirmed",
            "uwv.nl, 1 maart 2026",
        ),
        Variable(
            "SPOORBOEK_API_PACE",
            "Requests a minute that each token of the API may make; sixty at once before it counts.",
            "600",
            "120",
        ),
        Variable(
            "SPOORBOEK_KEEP_CLOSED_DAYS",
            "Days after closing in which professionals still read a dossier. The person keeps it.",
            "730",
            "365",
        ),
        Variable(
            "SPOORBOEK_KEEP_CLOSED_SOURCE",
            "Where SPOORBOEK_KEEP_CLOSED_DAYS comes from, shown beside it. Change it with the number.",
            "AP, De zieke werknemer (2016), p. 34",
            "besluit functionaris gegevensbescherming, 1 maart 2026",
        ),
        Variable(
            "SPOORBOEK_KEEP_WITHDRAWN_DAYS",
            "The same for a report that was made by mistake and withdrawn. No published term was found.",
            "28",
            "0",
        ),
        Variable(
            "SPOORBOEK_KEEP_WITHDRAWN_SOURCE",
            "Where SPOORBOEK_KEEP_WITHDRAWN_DAYS comes from, shown beside it.",
            "unconfirmed",
            "besluit functionaris gegevensbescherming, 1 maart 2026",
        ),
        Variable(
            "SPOORBOEK_LRS_URL",
            "Learning record store that is told who finished which module for work (xAPI). Unset: nobody is told.",
            "",
            "https://lrs.example.nl/xAPI",
        ),
        Variable(
            "SPOORBOEK_LRS_KEY",
            "Name with which Spoorboek signs in at the learning record store.",
            "",
            "spoorboek",
        ),
        Variable(
            "SPOORBOEK_LRS_SECRET",
            "Secret that goes with SPOORBOEK_LRS_KEY.",
            "",
            "a long random text",
            secret=True,
        ),
        Variable(
            "SPOORBOEK_CIRCLE_KEEP_DAYS",
            "Days after an intervision meeting on which what was typed in it is deleted, unless the group agreed"
            " otherwise.",
            "56",
            "28",
        ),
        Variable(
            "SPOORBOEK_CIRCLE_KEEP_MAX_DAYS",
            "The most days that a group for intervision may agree on.",
            "182",
            "90",
        ),
        Variable(
            "SPOORBOEK_CIRCLE_KEEP_SOURCE",
            "Where the two terms for intervision come from, shown beside them. No published term was found.",
            "unconfirmed",
            "besluit functionaris gegevensbescherming, 1 maart 2026",
        ),
        Variable(
            "SPOORBOEK_FOLDER_MOST_MB",
            "Megabytes of photos, drawings and recordings that one work folder holds at the most. Our own choice.",
            "500",
            "1000",
        ),
        Variable(
            "SPOORBOEK_FOLDER_OFFLINE_DAYS",
            "Days without a link after which a work folder on someone's own device locks until they sign in. "
            "Our own choice; no published term was found.",
            "14",
            "30",
        ),
        Variable(
            "SPOORBOEK_ICE_SERVERS",
            "STUN and TURN servers of your own, separated by commas: for a coach who speaks through someone in a scene."
            " Unset: voice works on the same network only.",
            "",
            "turns:turn.example.nl:5349,turn:turn.example.nl:3478",
        ),
        Variable(
            "SPOORBOEK_TURN_SECRET",
            "The secret that the TURN server shares (coturn: `static-auth-secret`). Needed with a TURN server.",
            "",
            "a long random text",
            secret=True,
        ),
        Variable("SPOORBOEK_LOG_LEVEL", "DEBUG, INFO, WARNING or ERROR.", "INFO", "WARNING"),
        Variable(
            "SPOORBOEK_DATABASE_POOL",
            "Connections that each web process may hold open to each database; 0 opens one a request.",
            "10",
            "20",
        ),
        Variable(
            "SPOORBOEK_DATABASE_PLANS",
            "Whether a connection keeps the plans of what is asked many times a minute while people practise. Say off"
            " behind a pooler in transaction mode that keeps no prepared statements; at the price of processor time.",
            "on",
            "off",
        ),
        Variable(
            "SPOORBOEK_WEB_PROCESSES",
            "Web processes that `serve` starts.",
            "2",
            "4",
        ),
        Variable(
            "SPOORBOEK_PYTHON",
            "Python that the launcher makes its environment with.",
            "the newest of 3.11 and later on the path",
            "/usr/bin/python3.12",
        ),
        Variable(
            "SPOORBOEK_CHROMIUM",
            "Browser for `./spoorboek test`.",
            "Chromium's headless shell, Chromium or Chrome found on this machine",
            "/usr/bin/chromium",
        ),
    )
}


def text(name: str, default: str = "", environ: Mapping[str, str] = os.environ) -> str:
    """The variable's value without surrounding space, or `default` where it is unset or empty."""
    assert name in VARIABLES, f"{name} is not declared"
    return environ.get(name, "").strip() or default


def switch(name: str, default: bool, environ: Mapping[str, str] = os.environ) -> bool:
    """`on` or `off`; anything else raises `StrangeValue`."""
    value = text(name, "on" if default else "off", environ).lower()
    if value not in {"on", "off"}:
        raise StrangeValue(f"{name} is {value!r}. Use `on` or `off`.")
    return value == "on"


def number(name: str, default: int, environ: Mapping[str, str] = os.environ) -> int:
    """A whole number of zero or more."""
    value = text(name, str(default), environ)
    if not value.isascii() or not value.isdigit():
        raise StrangeValue(f"{name} is {value!r}. Use a whole number, for example {VARIABLES[name].example}.")
    return int(value)


def level(name: str, default: str, environ: Mapping[str, str] = os.environ) -> str:
    """A log level."""
    value = text(name, default, environ).upper()
    if value not in LEVELS:
        raise StrangeValue(f"{name} is {value!r}. Use one of {', '.join(LEVELS)}.")
    return value


def words(name: str, default: str, environ: Mapping[str, str] = os.environ) -> list[str]:
    """A comma-separated list."""
    return [word.strip() for word in text(name, default, environ).split(",") if word.strip()]


def address(name: str, default: str, environ: Mapping[str, str] = os.environ) -> str:
    """The address of a site, `https://host` or `http://host:port`, without a path or a slash at the end."""
    value = text(name, default, environ).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path or parts.query:
        raise StrangeValue(f"{name} is {value!r}. Use an address such as {VARIABLES[name].example}.")
    return value


def service(name: str, environ: Mapping[str, str] = os.environ) -> str:
    """The address of another system, over https or on this machine, without a slash at the end; empty where unset."""
    value = text(name, "", environ).rstrip("/")
    parts = urlsplit(value)
    here = parts.hostname in {"localhost", "127.0.0.1", "::1"}
    if value and ((parts.scheme != "https" and not (here and parts.scheme == "http")) or not parts.hostname):
        raise StrangeValue(
            f"{name} is {value!r}. Use an address over https, such as {VARIABLES[name].example}."
        )
    return value


ICE = re.compile(r"(stun|stuns|turn|turns):[A-Za-z0-9.\[\]:-]+(\?transport=(udp|tcp))?")


def ice_servers(name: str, environ: Mapping[str, str] = os.environ) -> list[str]:
    """Addresses of STUN and TURN servers, as a browser takes them; empty where unset."""
    found = words(name, "", environ)
    for one in found:
        if not ICE.fullmatch(one):
            raise StrangeValue(f"{name} has {one!r}. Use addresses such as {VARIABLES[name].example}.")
    if any(one.startswith("turn") for one in found) and not text("SPOORBOEK_TURN_SECRET", "", environ):
        raise StrangeValue(f"{name} has a TURN server: set SPOORBOEK_TURN_SECRET too.")
    return found


def database(url: str, name: str) -> dict[str, object]:
    """Django's settings for a `postgresql://` address. A socket folder goes in `?host=/run/…`."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise StrangeValue(f"{name} is not a PostgreSQL address. Example: {VARIABLES[name].example}")
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or query.pop("port", "")),
        "OPTIONS": dict(query),
    }
