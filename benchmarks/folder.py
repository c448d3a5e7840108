"""The work folder on an emulated slow phone: bytes, time until a question can be answered, offline and back.

    .venv/bin/python benchmarks/folder.py [--write benchmarks/RESULTS.md]

The phone: 360 px wide, processor four times slower (Chromium's CPU throttling), and a link of 1.6 Mbit/s down, 0.75 up
and 150 ms there and back ("slow 4G", as Lighthouse emulates it), or 0.4 Mbit/s and 400 ms ("slow 3G"). A real Chromium,
the site in uvicorn in this process. The floor is the same page with scripts off. Each time is the median of the
repeats. What the service worker itself fetches (the shell, once) is neither slowed nor counted.
"""

from __future__ import annotations

import argparse
import gzip
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django  # noqa: E402

django.setup()

from django.conf import settings  # noqa: E402
from playwright.sync_api import Browser, BrowserContext, Page  # noqa: E402
from tests.browser.chrome import opened_browser  # noqa: E402
from tests.browser.live import running_site  # noqa: E402
from tests.builders import Company, client_of, days_ago  # noqa: E402
from tests.databases import own_database  # noqa: E402
from tests.signed_in import signed_in  # noqa: E402

from benchmarks.results import write_section  # noqa: E402
from spoorboek.people.actor import acting_as  # noqa: E402
from spoorboek.people.models import Person  # noqa: E402

REPEATS = 5
PATIENCE = 120_000.0
QUESTION = "/werkmap/blad/talk-with-my-boss/vraag/1/"
OVERVIEW = "/werkmap/"
SLOW_4G = {"latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
SLOW_3G = {"latency": 400, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8}
WRITABLE = "form[data-folder-form] input[type=text], form[data-folder-form] textarea"


class Phone:
    """A slow phone, signed in; `bytes` counts what came over its link."""

    def __init__(self, browser: Browser, address: str, someone: Person, scripts: bool = True) -> None:
        self.context: BrowserContext = browser.new_context(
            viewport={"width": 360, "height": 780},
            locale="nl-NL",
            base_url=address,
            java_script_enabled=scripts,
        )
        cookie = signed_in(someone).cookies[settings.SESSION_COOKIE_NAME]
        self.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])
        self.page: Page = self.context.new_page()
        self.bytes = 0
        self.scripts = scripts
        self.devtools = self.context.new_cdp_session(self.page)
        self.devtools.send("Network.enable")
        self.devtools.on("Network.loadingFinished", self.count)

    def count(self, finished: dict[str, Any]) -> None:
        self.bytes += int(finished["encodedDataLength"])

    def slowed(self, link: dict[str, float]) -> Phone:
        self.devtools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        self.devtools.send("Network.emulateNetworkConditions", {"offline": False, **link})
        return self

    def slowed_in_thought_only(self) -> Phone:
        """The processor stays slow; Playwright's own switch for offline does not bear a slowed link beside it."""
        self.devtools.detach()
        self.devtools = self.context.new_cdp_session(self.page)
        self.devtools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        return self

    def timed(self, path: str, until: str) -> tuple[float, int]:
        """Seconds until the selector can be seen, and bytes until the page is there and saves by itself."""
        self.bytes = 0
        begun = time.perf_counter()
        self.page.goto(path, wait_until="commit")
        self.page.wait_for_selector(until, state="visible")
        took = time.perf_counter() - begun
        self.page.wait_for_load_state("load", timeout=PATIENCE)
        if self.scripts:
            self.page.get_by_text("Je antwoord bewaart zichzelf.").wait_for(timeout=PATIENCE)
        return took, self.bytes

    def leaves(self) -> None:
        self.context.close()


def first_visits(
    make: Callable[[], Phone], path: str, until: str, link: dict[str, float]
) -> tuple[float, float]:
    """Median seconds and median kB with nothing kept from before."""
    times, sizes = [], []
    for _repeat in range(REPEATS):
        phone = make().slowed(link)
        took, size = phone.timed(path, until)
        times.append(took)
        sizes.append(size)
        phone.leaves()
    return statistics.median(times), statistics.median(sizes) / 1000


def next_pages(
    make: Callable[[], Phone], path: str, until: str, link: dict[str, float]
) -> tuple[float, float]:
    """The same for a page after the first one: styles, fonts and scripts are kept by the browser."""
    phone = make()
    phone.page.goto(OVERVIEW)
    phone.timed(path, until)
    phone.slowed(link)
    measured = [phone.timed(path, until) for _repeat in range(REPEATS)]
    phone.leaves()
    return statistics.median(one for one, _size in measured), statistics.median(
        s for _t, s in measured
    ) / 1000


def offline_and_back(make: Callable[[], Phone]) -> list[str]:
    """Taking the folder along, opening it without a link, and sending one answer once there is one."""
    phone = make().slowed(SLOW_4G)
    phone.page.goto("/werkmap/toestel/")
    phone.bytes, begun = 0, time.perf_counter()
    phone.page.get_by_role("button", name="Ja, dit is mijn eigen apparaat").click()
    phone.page.get_by_text("Je werkmap staat op dit apparaat.").wait_for()
    taken = time.perf_counter() - begun
    along = phone.bytes / 1000
    phone.slowed_in_thought_only().context.set_offline(True)
    phone.scripts = False
    times = [phone.timed(QUESTION, WRITABLE)[0] for _repeat in range(REPEATS)]
    phone.page.locator(WRITABLE).first.fill("Zonder verbinding")
    phone.page.get_by_role("button", name="Volgende").click()
    phone.page.wait_for_url("**/vraag/2/")
    phone.page.get_by_text("Vraag 2 van").wait_for()
    phone.context.set_offline(False)
    begun = time.perf_counter()
    phone.page.locator("#folder-status[data-state=saved]").wait_for()
    back = time.perf_counter() - begun
    phone.leaves()
    return [
        f"| take the whole folder along, once | {taken:.2f} | {along:.0f} |",
        f"| open a question without a link | {statistics.median(times):.2f} | 0 |",
        f"| the link is back (not slowed): the answer is at the server | {back:.2f} | |",
    ]


def rows(browser: Browser, address: str, someone: Person) -> list[str]:
    def with_scripts() -> Phone:
        return Phone(browser, address, someone)

    def without() -> Phone:
        return Phone(browser, address, someone, scripts=False)

    lines = []
    for link, name in ((SLOW_4G, "slow 4G"), (SLOW_3G, "slow 3G")):
        for what, measure in (("first visit", first_visits), ("next page", next_pages)):
            floor = measure(without, QUESTION, WRITABLE, link)
            ours = measure(with_scripts, QUESTION, WRITABLE, link)
            lines.append(
                f"| question, {what}, {name} | {ours[0]:.2f} | {ours[1]:.0f} | {floor[0]:.2f} | {floor[1]:.0f} "
                f"| {ours[0] / floor[0]:.2f} |"
            )
    return lines


def script_sizes() -> str:
    """kB (gzip) of everything a question page can load, media included."""
    from spoorboek.site.assets import BUILT, manifest

    entry = manifest().script("question")
    files = [entry, *manifest().parts(entry)]
    sizes = [len(gzip.compress((BUILT / file.rpartition("built/")[2]).read_bytes(), 9)) for file in files]
    return f"{sum(sizes) / 1000:.1f} kB of script (gzip), photo, voice and drawing included"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    with own_database(), running_site() as address, opened_browser() as browser:
        dossier = Company().dossier(days_ago(40))
        with acting_as(client_of(dossier)):
            someone = dossier.employment.person
        pages = rows(browser, address, someone)
        offline = offline_and_back(lambda: Phone(browser, address, someone))
        version = browser.version
    text = "\n".join(
        [
            f"Median of {REPEATS}; {script_sizes()}. Chromium {version}, Python {platform.python_version()}, "
            f"{os.cpu_count()} cores. Seconds until the first field can be filled in; kB over the link.",
            "",
            "| page | s | kB | s without scripts (floor) | kB | × floor |\n" + "|---" * 6 + "|",
            *pages,
            "",
            "| on a device of one's own, slow 4G | s | kB |\n|---|---|---|",
            *offline,
        ]
    )
    print(text)
    if given.write:
        write_section(
            given.write,
            "folder",
            "Work folder on a slow phone",
            ".venv/bin/python benchmarks/folder.py",
            text,
        )


if __name__ == "__main__":
    main()
