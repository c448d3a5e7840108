"""Addresses of what the front-end build made, and the promises about its size and its content security."""

import gzip
import json
import re
from pathlib import Path

import pytest
from django.template import Context, Template
from django.test import Client

from spoorboek.site.assets import BUILT, MANIFEST, NotBuilt, read

CLIENT_BUDGET = 100_000


def render(source: str) -> str:
    return Template(source).render(Context())


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "manifest.json"
    entries = {
        "styles/client.css": {"file": "assets/client-1a2b.css"},
        "styles/themes/dark.css": {"file": "assets/dark-3c4d.css"},
        "enhance/read-aloud.ts": {"file": "assets/read-aloud-5e6f.js"},
    }
    path.write_text(json.dumps(entries))
    return path


def test_an_entry_is_found_by_its_name(made: Path) -> None:
    assert read(made).style("client") == "/static/built/assets/client-1a2b.css"
    assert read(made).style("dark") == "/static/built/assets/dark-3c4d.css"
    assert read(made).script("read-aloud") == "/static/built/assets/read-aloud-5e6f.js"


def test_an_unknown_entry_says_what_to_do(made: Path) -> None:
    with pytest.raises(NotBuilt, match="npm run build"):
        read(made).style("nowhere")


def test_a_front_end_that_is_not_built_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NotBuilt, match="npm ci"):
        read(tmp_path / "none.json")


def test_the_theme_follows_the_device_unless_one_is_chosen() -> None:
    assert "prefers-color-scheme: dark" in render("{% load assets %}{% theme 'auto' %}")
    chosen = render("{% load assets %}{% theme 'dark' %}")
    assert "media" not in chosen
    assert "dark-" in chosen
    assert render("{% load assets %}{% theme 'light' %}") == ""


def test_a_client_page_stays_within_its_budget() -> None:
    built = json.loads((BUILT / MANIFEST).read_text())
    names = (
        "styles/client.css",
        "styles/route-map.css",
        "styles/records.css",
        "styles/forms.css",
        "enhance/read-aloud.ts",
    )
    text = sum(len(gzip.compress((BUILT / built[name]["file"]).read_bytes())) for name in names)
    fonts = sum(
        (BUILT / entry["file"]).stat().st_size
        for source, entry in built.items()
        if re.search(r"-latin-\d+-normal\.woff2$", source)
    )
    assert text + fonts < CLIENT_BUDGET / 2


def test_style_sheets_call_no_third_party_and_hold_no_data_addresses() -> None:
    for path in BUILT.rglob("*.css"):
        addresses = re.findall(r"url\(([^)]*)\)", path.read_text())
        assert all(not re.match(r"['\"]?(https?:|//|data:)", address) for address in addresses), path.name


def test_every_icon_is_a_plain_drawing() -> None:
    for path in (BUILT.parent / "icons").glob("*.svg"):
        drawing = path.read_text()
        assert not re.search(r"style=|<style|<script|\son\w+=|href=", drawing), path.name
        assert f'icon--{path.stem}"' in render(f"{{% load assets %}}{{% icon '{path.stem}' %}}")


def test_a_file_is_answered_whole_with_the_headers_of_its_kind() -> None:
    address = read(BUILT / MANIFEST).style("client")
    answer = Client().get(address, headers={"accept-encoding": "gzip"})
    assert not answer.streaming
    assert answer["Content-Type"].startswith("text/css")
    assert answer["Content-Encoding"] == "gzip"
    assert int(answer["Content-Length"]) == len(answer.content)
    assert b"--spoorboek-target" in gzip.decompress(answer.content)


def test_a_part_of_a_file_and_its_headers_alone_can_be_asked_for() -> None:
    address = read(BUILT / MANIFEST).style("client")
    part = Client().get(address, headers={"range": "bytes=0-9"})
    assert (part.status_code, len(part.content)) == (206, 10)
    head = Client().head(address)
    assert (head.status_code, head.content) == (200, b"")
