"""System checks for each dangerous setting. What they say stands in dangers.py."""

import base64
import binascii
import difflib
import os
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Tags, register
from django.db import connections

from spoorboek.site.dangers import DANGERS
from spoorboek.site.environment import VARIABLES

LAUNCHERS_OWN = {"SPOORBOEK_LANGUAGE", "SPOORBOEK_LAUNCH_BEGAN", "SPOORBOEK_SERVING"}
OLDEST_POSTGRESQL = 150000


def install() -> None:
    """Register the checks; called once, when the apps are ready."""
    register(check_settings, Tags.security)
    register(check_variables, Tags.security)
    register(check_databases, Tags.database)


def check_settings(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """What the settings themselves show."""
    demo = settings.DEMO
    wrong = {
        "E001": len(settings.SECRET_KEY) < 32,
        "E002": not is_data_key(settings.DATA_KEY),
        "E003": settings.DEBUG and not demo,
        "E004": "*" in settings.ALLOWED_HOSTS and not demo,
        "W002": settings.EMAIL_BACKEND.endswith("filebased.EmailBackend") and not demo,
        "W003": not settings.HTTPS and not demo,
        "W005": bool(os.environ.get("SPOORBOEK_SERVING") and os.environ.get("SPOORBOEK_DATABASE_OWNER_URL")),
    }
    found = [DANGERS[key].found() for key, is_wrong in wrong.items() if is_wrong]
    app, medical = (settings.DATABASES[alias] for alias in ("default", "medical"))
    if not demo and urlsplit(settings.ADDRESS).hostname in {"localhost", "127.0.0.1", "::1"}:
        found.append(DANGERS["W006"].found(address=settings.ADDRESS))
    if settings.MEDICAL_LAYER and app["USER"] == medical["USER"]:
        found.append(DANGERS["W001"].found(role=app["USER"]))
    return found


def is_data_key(value: str) -> bool:
    """Whether the text is 32 bytes in url-safe base64."""
    try:
        return len(base64.urlsafe_b64decode(value.encode())) == 32
    except (binascii.Error, ValueError):
        return False


def check_variables(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """A variable that nobody reads is a misspelt one."""
    strange = (name for name in os.environ if name.startswith("SPOORBOEK_"))
    return [
        DANGERS["W004"].found(name=name, guess=guess(name))
        for name in strange
        if name not in VARIABLES and name not in LAUNCHERS_OWN
    ]


def guess(name: str) -> str:
    near = difflib.get_close_matches(name, VARIABLES, 1)
    return f"; did you mean {near[0]}" if near else ""


def check_databases(app_configs: Any, databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """What the connections that serve people show. The owner's is not among them."""
    wanted = ["default"] + (["medical"] if settings.MEDICAL_LAYER else [])
    return [message for alias in wanted if alias in (databases or ()) for message in check_connection(alias)]


def check_connection(alias: str) -> Iterator[CheckMessage]:
    """One connection: its server's age, its role's powers, the tables' protection, and the mark of a demo."""
    with connections[alias].cursor() as cursor:
        role = connections[alias].settings_dict["USER"]
        cursor.execute("SELECT current_setting('server_version_num')::int, current_setting('server_version')")
        number, version = cursor.fetchone()
        if number < OLDEST_POSTGRESQL:
            yield DANGERS["E008"].found(version=version)
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone()[0]:
            yield DANGERS["E005"].found(role=role, alias=alias)
        cursor.execute(OWNED)
        if cursor.fetchone()[0]:
            yield DANGERS["E006"].found(role=role, alias=alias)
        cursor.execute(ROW_SECURITY)
        secured = dict(cursor.fetchall())
        yield from check_protection(secured)
        if alias == "default" and "people_installation" in secured:
            cursor.execute("SELECT demo FROM people_installation")
            if any(row[0] != settings.DEMO for row in cursor.fetchall()):
                yield DANGERS["E009"].found()


OWNED = """
SELECT EXISTS (
  SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN ('public', 'medical') AND c.relkind IN ('r', 'p')
    AND pg_has_role(current_user, c.relowner, 'MEMBER'))
"""

ROW_SECURITY = """
SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname IN ('public', 'medical') AND c.relkind IN ('r', 'p')
"""


def check_protection(secured: dict[str, bool]) -> Iterator[CheckMessage]:
    """Every table of the policy that exists must be closed by the database too."""
    from spoorboek.people.policy import PROTECTED

    for table in PROTECTED:
        if not secured.get(table, True):
            yield DANGERS["E007"].found(table=table)
