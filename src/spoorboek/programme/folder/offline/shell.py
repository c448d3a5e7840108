"""What the service worker keeps on a device of one's own: an empty page and its looks. Nothing about anyone.

The page is the same for everyone with the same language, letters and colours, so it needs nobody signed in.
"""

import hashlib
import json
import re
from dataclasses import dataclass

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse

from spoorboek.site.assets import BUILT, manifest

ADDRESS = re.compile(r'(?:href|src)="(/[^"#?]+\.(?:css|js|woff2|svg|png|webmanifest))"')
SCOPE = "/werkmap/"


@dataclass(frozen=True)
class Shell:
    """The page, what it needs, and a version that changes with either."""

    html: str
    assets: tuple[str, ...]
    version: str


def shell(request: HttpRequest) -> Shell:
    """The shell in the language, letters and colours of this request."""
    html = render_to_string("folder/offline/shell.html", request=request)
    assets = tuple(dict.fromkeys(with_parts(ADDRESS.findall(html))))
    version = hashlib.sha256("\n".join((html, *assets)).encode()).hexdigest()[:16]
    return Shell(html, assets, version)


def with_parts(addresses: list[str]) -> list[str]:
    """Each address, followed by the parts that a script loads by itself."""
    return [part for address in addresses for part in (address, *manifest().parts(address))]


def worker_script(request: HttpRequest) -> str:
    """The service worker with what it is to keep in front of it: it changes when anything of that changes."""
    found = shell(request)
    told = {
        "version": found.version,
        "page": reverse("folder_shell"),
        "assets": found.assets,
        "scope": SCOPE,
        "online": [reverse("folder_device"), reverse("folder_bundle"), reverse("folder_worker")],
    }
    script = (BUILT / manifest().files["folder/worker.ts"]).read_text()
    return f"self.SHELL = {json.dumps(told)};\n{script}"
