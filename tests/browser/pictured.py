"""The picture of scenes by itself: the page of frontend/vr/proof in a Chromium that draws in software."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Any

from playwright.sync_api import Page

from spoorboek.methods.scenes import scenes
from spoorboek.site.launch import frontend
from tests.browser.chrome import opened_browser

SWITCHES = [
    "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--mute-audio",
    "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
]  # fmt: skip
IWER = frontend.FOLDER / "node_modules" / "iwer" / "build" / "iwer.min.js"
# iwer steps aside for the browser's own navigator.xr unless forced, and draws one eye unless asked for two.
EMULATED = """;(() => {
  const device = new IWER.XRDevice(IWER.metaQuest3, { stereoEnabled: true });
  device.installRuntime({ forceInstall: true });
  device.position.set(0, 1.25, 0);
  device.controllers.left.position.set(-0.4, 0.6, -0.2);
  window.xrDevice = device; })();"""
PATIENT = 60_000
"""Milliseconds: software drawing on a busy machine is slow, and nothing here waits for a fixed time."""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing."""


@contextmanager
def served() -> Iterator[str]:
    """Address of the built page."""
    with TemporaryDirectory() as folder:
        asked = ("vite", "build", "vr/proof", "--base", "./", "--outDir", folder, "--emptyOutDir")
        told = frontend.npm("exec", "--", *asked)
        assert told.returncode == 0, told.stdout
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}/index.html"
        server.shutdown()
        server.server_close()


@contextmanager
def opened(wide: int = 320, high: int = 240, headset: bool = True) -> Iterator[Page]:
    """The page in a browser, with an emulated headset in both eyes unless `headset` is False."""
    with served() as address, opened_browser(SWITCHES) as browser:
        context = browser.new_context(viewport={"width": wide, "height": high})
        context.set_default_timeout(PATIENT)
        if headset:
            context.add_init_script(IWER.read_text() + EMULATED)
        page = context.new_page()
        page.goto(address)
        page.wait_for_function("window.proof")
        yield page


@cache
def words() -> str:
    """Stand-in words of the engine as JSON: each is its own key. What they say is not what is proven here."""
    source = (frontend.FOLDER / "vr" / "words.ts").read_text()
    keys = [
        line.strip().strip('",')
        for line in source.split("] as const")[0].splitlines()
        if line.startswith('  "')
    ]
    return json.dumps({key: key.replace("_", " ") for key in keys})


def shown(page: Page, key: str, full: bool = True) -> None:
    """Shows a shipped scene and waits until it is drawn."""
    page.evaluate(
        "([scene, words, full]) => proof.show(scene, JSON.parse(words), full)",
        [scenes()[key].played("nl", {}), words(), full],
    )
    page.evaluate("proof.after(3)")


def report(page: Page) -> dict[str, float]:
    """What the last frames cost."""
    found: dict[str, float] = page.evaluate("({...proof.stage.report})")
    return found


def worn(page: Page) -> None:
    """Puts the emulated headset on by the page's own button."""
    page.dispatch_event("#enter", "click")
    page.wait_for_function("proof.stage.renderer.xr.isPresenting")
    page.evaluate("proof.after(4)")


def taken_off(page: Page) -> None:
    page.evaluate("proof.stage.headset.leave()")
    page.wait_for_function("!proof.stage.renderer.xr.isPresenting")


def picture(page: Page, path: Path) -> None:
    page.screenshot(path=str(path), timeout=PATIENT)
