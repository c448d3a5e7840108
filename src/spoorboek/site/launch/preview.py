"""`./spoorboek module preview PATH`: a module in a browser while it is being written. No database, no account.

The files are read anew at every page, so that whoever writes only has to reload. Mistakes stand on the page.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from spoorboek.methods.modules import Mistakes, read_module
from spoorboek.methods.modules.cli import folder_of
from spoorboek.site.launch.speech import either, say

MIDDLEWARE = (
    "spoorboek.site.staticfiles.StaticFiles",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "csp.middleware.CSPMiddleware",
)


def main(arguments: Sequence[str]) -> int:
    """Show the module until stopped; returns the exit code."""
    options = parser().parse_args(arguments)
    folder = folder_of(options.path)
    if not folder.is_dir():
        say(f"Er is geen map {folder}.", f"There is no folder {folder}.")
        return 2
    try:
        read_module(folder)
    except Mistakes as found:
        sys.stderr.write(f"{found}\n")
    with tempfile.TemporaryDirectory() as nothing:
        serve(folder, options.port, nothing)
    return 0


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="spoorboek module preview",
        description=either("Bekijk een module in de browser.", "See a module in the browser."),
    )
    made.add_argument("path", help=either("de map van de module", "the module's folder"))
    made.add_argument("--port", type=int, default=8765, help=either("poort (8765)", "port (8765)"))
    return made


def serve(folder: Path, port: int, data: str) -> None:
    """On this machine only. `data` is an empty folder: the preview keeps nothing."""
    from spoorboek.site.launch import frontend, messages

    messages.compile_all()
    frontend.build()
    prepare(folder, data)
    from django.core.handlers.wsgi import WSGIHandler
    from django.core.servers.basehttp import WSGIServer, run

    say(f"Kijk op http://127.0.0.1:{port}/ (stoppen: Ctrl+C)", f"See http://127.0.0.1:{port}/ (stop: Ctrl+C)")
    run("127.0.0.1", port, WSGIHandler(), threading=True, server_cls=WSGIServer)


def prepare(folder: Path, data: str) -> None:
    """Django with the preview's own pages and none of the site's: settings are read, nothing is connected."""
    os.environ |= {"SPOORBOEK_DATA": data, "SPOORBOEK_HTTPS": "off"}
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "spoorboek.site.settings")
    import django
    from django.conf import settings

    django.setup()
    settings.ROOT_URLCONF = "spoorboek.site.launch.preview_pages"
    settings.MIDDLEWARE = list(MIDDLEWARE)
    settings.DATABASES["default"]["ATOMIC_REQUESTS"] = False
    Path(data, "static").mkdir(exist_ok=True)
    from spoorboek.site.launch.preview_pages import Place

    Place.folder = folder
