"""Limits on signing in are counted in the database: one number for all web processes."""

import subprocess
import sys
import uuid
from pathlib import Path

from django.core.cache import cache
from django.db import connections
from django.test import Client

SETTER = """
import django; django.setup()
from django.core.cache import cache
cache.set({key!r}, "counted elsewhere", 60)
"""


def test_what_one_process_counts_another_sees() -> None:
    key = f"limit-{uuid.uuid4().hex}"
    root = Path(__file__).parents[2]
    subprocess.run(
        [sys.executable, "-W", "ignore", "-c", SETTER.format(key=key)],
        check=True,
        cwd=root,
        env={
            "PYTHONPATH": f"{root / 'src'}:{root}",
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "SPOORBOEK_DATABASE_URL": address_of("default"),
            "SPOORBOEK_DATABASE_OWNER_URL": address_of("owner"),
            "SPOORBOEK_MEDICAL_DATABASE_URL": address_of("medical"),
        },
    )
    assert cache.get(key) == "counted elsewhere"


def address_of(alias: str) -> str:
    given = connections[alias].settings_dict
    password = f":{given['PASSWORD']}" if given["PASSWORD"] else ""
    port = f"&port={given['PORT']}" if given["PORT"] else ""
    return f"postgresql://{given['USER']}{password}@/{given['NAME']}?host={given['HOST']}{port}"


def test_an_eleventh_code_within_the_hour_is_refused(client: Client) -> None:
    address = f"10.{uuid.uuid4().int % 250}.{uuid.uuid4().int % 250}.{uuid.uuid4().int % 250}"
    said = [
        client.post("/brief/", {"code": "AAAA-BBBB-CCCC-DDDD"}, REMOTE_ADDR=address).content.decode()
        for _ in range(11)
    ]
    assert [("veel pogingen" in page) for page in said] == [False] * 10 + [True]
