"""Practice scenes in our engine and the same scenes in A-Frame, side by side: `python -m benchmarks.vr_peer [KEY ...]`.

Our engine draws a scene and bakes it into a plain model (frontend/vr/proof/baked.ts), which A-Frame then shows from the
same camera: once as one model, the best case for A-Frame, and once with an entity for each thing, as its scenes are
usually written. A-Frame's people do not move, look or speak there; ours do. Both in one Chromium, drawn in software.
"""

import argparse
import base64
import hashlib
import json
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from gzip import compress
from http.server import ThreadingHTTPServer
from os import cpu_count, getloadavg
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page
from tests.browser.chrome import opened_browser
from tests.browser.pictured import PATIENT, SWITCHES, Quiet, report, served, shown, words

from benchmarks.results import write_section
from benchmarks.vr import VIEWPORT, frame_time, scripts
from spoorboek.methods.scenes import scenes
from spoorboek.site.launch import frontend

PEER = "aframe@1.8.0"
DIGEST = (
    "cfee937d40843d0da99563322fa080152ebe6fa5d6a7ab7cceb53d64d773e2a0"
    "7092cf7cb57fe5846adf517d1016ec0f67b04dbac077bb9a3eabaabf3f60a428"
)
PAGE = Path(__file__).with_name("vr_peer") / "index.html"


def peer(folder: Path) -> Path:
    """The script of A-Frame as its makers built it, checked by its digest; its licence is MIT."""
    told = frontend.npm("pack", PEER, "--ignore-scripts", "--pack-destination", str(folder))
    assert told.returncode == 0, told.stdout
    packed = next(folder.glob("aframe-*.tgz"))
    assert hashlib.sha512(packed.read_bytes()).hexdigest() == DIGEST, (
        "this is not the A-Frame that was compared"
    )
    with tarfile.open(packed) as archive:
        built = archive.extractfile("package/dist/aframe-v1.8.0.min.js")
        assert built
        (folder / "aframe.min.js").write_bytes(built.read())
    return folder / "aframe.min.js"


@contextmanager
def folder_served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    server.server_close()


@contextmanager
def fresh(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": VIEWPORT[0], "height": VIEWPORT[1]})
    context.set_default_timeout(PATIENT)
    yield context.new_page()
    context.close()


def row(who: str, kilobytes: float, ready: float, cost: dict[str, Any], took: float) -> str:
    cells = [
        who,
        f"{kilobytes:.0f}",
        f"{ready:.1f}",
        f"{cost['calls']:.0f}",
        f"{cost['triangles'] / 1000:.0f}",
    ]
    return "| " + " | ".join([*cells, f"{cost['textures']:.0f}", f"{took:.0f}"]) + " |"


def ours(browser: Browser, address: str, key: str, folder: Path) -> tuple[str, dict[str, Any]]:
    size = len(compress(json.dumps(scenes()[key].played("nl", {})).encode(), 9))
    words()
    with fresh(browser) as page:
        before = perf_counter()
        page.goto(address)
        page.wait_for_function("window.proof")
        shown(page, key)
        ready = perf_counter() - before
        line = row("Spoorboek", size / 1024, ready, report(page), frame_time(page))
        for apart in (False, True):
            baked = page.evaluate("(apart) => proof.baked(apart)", apart)
            (folder / f"{key}-{apart}.glb").write_bytes(base64.b64decode(baked["model"]))
        page.screenshot(path=str(folder / f"{key}-ours.png"))
    return line, baked


def theirs(
    browser: Browser, address: str, key: str, folder: Path, camera: dict[str, Any], apart: bool
) -> str:
    model = folder / f"{key}-{apart}.glb"
    asked = {"model": model.name, "camera": json.dumps(camera["camera"]), "fov": camera["fov"]}
    with fresh(browser) as page:
        before = perf_counter()
        page.goto(f"{address}/index.html?{urlencode(asked | ({'apart': '1'} if apart else {}))}")
        page.wait_for_function("window.drawn()")
        ready = perf_counter() - before
        took = frame_time(page)
        cost = page.evaluate("""(() => {
          const { render, memory } = document.querySelector("a-scene").renderer.info;
          return { calls: render.calls, triangles: render.triangles, textures: memory.textures }; })()""")
        many = page.evaluate("window.entities")
        page.screenshot(path=str(folder / f"{key}-{apart}.png"))
    name = f"A-Frame, {many} entities" if apart else "A-Frame, one model"
    return row(name, len(compress(model.read_bytes(), 9)) / 1024, ready, cost, took)


def compared(keys: list[str], folder: Path) -> list[str]:
    script = peer(folder)
    shutil.copy(PAGE, folder)
    own = sum(gzipped for _, _, gzipped in scripts()) / 1024
    its = len(compress(script.read_bytes(), 9)) / 1024
    lines = [
        f"Script: ours {own:.0f} kB gzipped with conversation, sound, link and headset; A-Frame 1.8.0 {its:.0f} kB. "
        f"Viewport {VIEWPORT[0]} × {VIEWPORT[1]}, in software; load {getloadavg()[0]:.1f} on {cpu_count()} cores.",
        "Ours with all dials at their maximum and everybody moving; in A-Frame the same picture stands still, from "
        "the same camera and without faces, and what is outside the picture is left out thing by thing.",
    ]
    with served() as address, folder_served(folder) as other, opened_browser(SWITCHES) as browser:
        for key in keys:
            line, camera = ours(browser, address, key, folder)
            lines += ["", f"**{key}**", ""]
            lines += ["| | scene kB gz | ready s | calls | triangles ×1000 | textures | frame ms |"]
            lines += ["|---|---|---|---|---|---|---|", line]
            lines += [theirs(browser, other, key, folder, camera, apart) for apart in (False, True)]
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("keys", nargs="*", default=["childcare-group", "manager-talk", "first-day"])
    parser.add_argument("--keep", type=Path, help="folder for the pictures of both")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        text = "\n".join(compared(asked.keys, Path(folder)))
        if asked.keep:
            asked.keep.mkdir(parents=True, exist_ok=True)
            for picture in Path(folder).glob("*.png"):
                shutil.copy(picture, asked.keep)
    results = Path(__file__).with_name("RESULTS.md")
    write_section(results, "vr-peer", "Practice scenes beside A-Frame", "python -m benchmarks.vr_peer", text)
    print(text)


if __name__ == "__main__":
    main()
