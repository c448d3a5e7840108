"""An administrator links the HR system, uses the token once, sees what happened, renews it and stops it."""

import json
import urllib.request
from urllib.error import HTTPError

import pytest

from spoorboek.people.policy import Role
from tests.browser.cast import Demo
from tests.browser.conftest import Readers
from tests.browser.reader import PHONE


def asked(address: str, secret: str) -> list[object]:
    """The dossiers that the token reaches."""
    request = urllib.request.Request(  # noqa: S310 - the site of this test
        f"{address}/api/v1/dossiers", headers={"Authorization": f"Bearer {secret}"}
    )
    with urllib.request.urlopen(request) as answer:  # noqa: S310
        found: list[object] = json.load(answer)["items"]
    return found


def test_a_link_is_made_used_looked_at_and_stopped(
    reader: Readers, people: Demo, address: str, demo_mode: None
) -> None:
    ben = reader(people.who(Role.ADMIN)).opens("/organisatie/").sees("Koppelingen")
    ben.follows("Naar de koppelingen").sees("Nog niets gekoppeld")
    ben.page.get_by_label("Hoe heet het systeem?").fill("Nmbrs verzuim")
    ben.page.get_by_label("dossiers lezen").check()
    ben.presses("Koppeling maken").sees("De sleutel: je ziet hem maar één keer")
    secret = ben.page.get_by_label("Sleutel", exact=True).input_value()
    assert asked(address, secret)
    ben.follows("Ik heb de sleutel bewaard").sees("Wat er gebeurde", "/api/v1/dossiers")
    ben.presses("Koppeling stoppen").sees("De koppeling is gestopt.", "1 gestopte sleutel")
    with pytest.raises(HTTPError, match="401"):
        asked(address, secret)


def test_the_api_is_explained_to_whoever_builds_on_it(reader: Readers, demo_mode: None) -> None:
    for width in (PHONE, 1280):
        reader(None, width).opens("/api/").sees(
            "API voor andere systemen", "Alles wat kan", "Als iets niet kan"
        )
