"""What a client page costs: queries, bytes, and no script of its own."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from spoorboek.dossiers.models import Dossier
from tests.builders import Company, days_ago
from tests.dossiers import stages
from tests.dossiers.client_pages import NAMES, before_a_talk, employee, page, seen
from tests.signed_in import signed_in

BUILT = Path(settings.PROJECT) / "src" / "spoorboek" / "site" / "static" / "built"


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


@pytest.fixture(scope="module")
def halfway(company: Company) -> Dossier:
    return stages.halfway(company)


@pytest.fixture(scope="module")
def with_talk(company: Company) -> Dossier:
    return before_a_talk(company)


def queries(dossier: Dossier, name: str) -> list[str]:
    """What one opening of a page asks of both connections, the transaction's own words left out; but for the values."""
    browser = signed_in(employee(dossier))
    browser.get(reverse(name))
    with (
        CaptureQueriesContext(connections["default"]) as asked,
        CaptureQueriesContext(connections["medical"]) as medical,
    ):
        assert browser.get(reverse(name)).status_code == 200
    words = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "SELECT set_config")
    told = (one["sql"] for one in (*asked.captured_queries, *medical.captured_queries))
    return [re.sub(r"\bWHERE\b.*", "", sql) for sql in told if not sql.startswith(words)]


MOST = 17
OF_ROOMS = {"today": 8}
"""What the rooms of a method add to a page: on *Vandaag* one or two queries each, for what they offer."""


@pytest.mark.parametrize("name", NAMES)
def test_a_client_page_needs_few_queries(with_talk: Dossier, name: str) -> None:
    asked = queries(with_talk, name)
    assert len(asked) <= MOST + OF_ROOMS.get(name, 0), "\n".join(asked)


def transferred(address: str) -> int:
    """Bytes of a built file as the server sends it to a browser that takes Brotli."""
    path = BUILT / address.split("/built/", 1)[1]
    packed = path.with_name(path.name + ".br")
    return (packed if packed.exists() else path).stat().st_size


@pytest.mark.parametrize("name", NAMES)
def test_a_client_page_costs_at_most_100_kilobytes(halfway: Dossier, name: str) -> None:
    answer = signed_in(employee(halfway)).get(reverse(name), headers={"accept-encoding": "gzip"})
    assets = set(re.findall(r'"([^"]*/built/[^"]+)"', seen(answer)))
    fonts = [
        row["file"]
        for row in json.loads((BUILT / ".vite" / "manifest.json").read_text()).values()
        if row["file"].endswith(".woff2")
    ]
    size = (
        len(answer.content)
        + sum(map(transferred, assets))
        + sum((BUILT / font).stat().st_size for font in fonts)
    )
    assert assets
    assert size <= 100_000


@pytest.mark.parametrize("name", NAMES)
def test_a_client_page_runs_no_script_of_its_own(halfway: Dossier, name: str) -> None:
    read = page(employee(halfway), name)
    assert not re.search(r"<script(?![^>]*\bsrc=)", read)
    assert not re.search(r'\s(style|on\w+)="', read)


def test_a_longer_road_costs_no_more_queries(company: Company, halfway: Dossier) -> None:
    short = company.dossier(days_ago(20))
    assert queries(short, "my_route") == queries(halfway, "my_route")
