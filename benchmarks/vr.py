"""What the picture of each practice scene costs, with every dial at its maximum: `python -m benchmarks.vr`.

Software drawing (SwiftShader): frame times say nothing about a headset, they only compare scenes with each other.
"""

import gzip
import json
from os import cpu_count, getloadavg
from pathlib import Path
from statistics import median

from playwright.sync_api import Page
from tests.browser.pictured import opened, report, shown, taken_off, worn

from benchmarks.results import write_section
from spoorboek.methods.scenes import scenes
from spoorboek.site.launch import frontend

VIEWPORT = (640, 400)
FRAMES = 20
TIMES = f"""new Promise((done) => {{
  const at = [];
  const gl = (window.proof?.stage ?? document.querySelector("a-scene")).renderer.getContext();
  const between = () => at.slice(1).map((one, place) => one - at[place]);
  // Reading a dot back waits until the frame is truly drawn.
  const step = () => {{
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    if (at.push(performance.now()) > {FRAMES}) done(between());
    else requestAnimationFrame(step);
  }};
  requestAnimationFrame(step); }})"""


def size(content: bytes) -> int:
    return len(gzip.compress(content, 9))


def scripts() -> list[tuple[str, int, int]]:
    """Name, bytes and gzipped bytes of what the practice page loads, as built: its own script and what that imports."""
    manifest = json.loads((frontend.BUILT / ".vite" / "manifest.json").read_text())
    wanted, found = ["vr/pages/practice.ts"], dict[str, bytes]()
    while wanted:
        entry = manifest[wanted.pop()]
        if entry["file"] in found:
            continue
        found[entry["file"]] = (frontend.BUILT / entry["file"]).read_bytes()
        wanted += [*entry.get("imports", []), *entry.get("dynamicImports", [])]
    return [(Path(name).name, len(content), size(content)) for name, content in found.items()]


def frame_time(page: Page) -> float:
    """Milliseconds between frames, the median of some."""
    return float(median(page.evaluate(TIMES)))


def measured(page: Page, key: str) -> str:
    scene = scenes()[key].played("nl", {})
    shown(page, key)
    made = page.evaluate("proof.milliseconds")
    took = frame_time(page)
    flat = report(page)
    worn(page)
    both = report(page)
    taken_off(page)
    panners = len([one for one in scene["sounds"] if one["at"] is not None])
    cells = [
        key, f"{size(json.dumps(scene).encode()) / 1024:.1f}", f"{made / 1000:.2f}",
        f"{flat['calls']:.0f} / {both['calls']:.0f}",
        f"{flat['triangles'] / 1000:.0f} / {both['triangles'] / 1000:.0f}",
        f"{both['textures']:.0f}", f"{panners}", f"{took:.0f}",
    ]  # fmt: skip
    return "| " + " | ".join(cells) + " |"


def main() -> None:
    files = scripts()
    total = sum(gzipped for _, _, gzipped in files)
    lines = [
        f"Script of the practice page, all of it: {total / 1024:.0f} kB gzipped (budget 250) in {len(files)} files, of "
        f"which the largest is {max(gzipped for _, _, gzipped in files) / 1024:.0f} kB.",
        f"All dials at their maximum, viewport {VIEWPORT[0]} × {VIEWPORT[1]}, drawn in software with antialiasing. "
        f"Load of the machine: {getloadavg()[1]:.0f} on {cpu_count()} cores; times are worth something near 1 only. "
        "Budgets: 100 calls and 150,000 triangles for both eyes together, 12 textures, 8 sounds with a place.",
        "",
        "| Scene | JSON kB gz | Made in s | Calls flat / both eyes | Triangles ×1000 flat / both eyes | Textures | "
        "Sounds with a place | Frame ms, flat |",
        "|---|---|---|---|---|---|---|---|",
    ]
    with opened(*VIEWPORT) as page:
        lines += [measured(page, key) for key in scenes()]
    text = "\n".join(lines)
    write_section(
        Path(__file__).with_name("RESULTS.md"),
        "vr",
        "The picture of practice scenes",
        "python -m benchmarks.vr",
        text,
    )
    print(text)


if __name__ == "__main__":
    main()
