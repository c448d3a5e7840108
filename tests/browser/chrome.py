"""The browser of the tests, and how axe judges a page in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from spoorboek.site.launch.chromium import needed, whole

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The last one: date fields follow the page's language, as in a browser of that language, which Debian's is not.
SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    "--enable-blink-features=LangAttributeAwareFormControlUI",
]  # fmt: skip


RUNNING: list[Playwright] = []


@contextmanager
def driver() -> Iterator[Playwright]:
    """What drives browsers: one for each process, since a second would not start beside the first.

    It keeps an event loop in this thread, in which Django would refuse its connections.
    """
    if RUNNING:
        yield RUNNING[0]
        return
    with pytest.MonkeyPatch.context() as patched, sync_playwright() as playwright:
        patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        RUNNING.append(playwright)
        yield playwright
        RUNNING.clear()


@contextmanager
def opened_browser(switches: list[str] = SWITCHES, *, sounds: bool = False) -> Iterator[Browser]:
    """One Chromium with these switches. `sounds`: one that can also be spoken through, not only its shell."""
    with driver() as playwright:
        program = whole() if sounds else needed()
        opened = playwright.chromium.launch(executable_path=program, args=switches)
        yield opened
        opened.close()


def axe_finds(page: Page) -> list[tuple[str, object]]:
    """What axe objects to: the rule and the first element. Empty is good."""
    page.evaluate(AXE.read_text())
    # Asked only for what is wrong, axe is seven times as fast: it need not describe all that is right.
    found = page.evaluate(
        """(rules) => axe.run(document, {runOnly: rules, resultTypes: ['violations'], preload: false})
          .then((result) => result.violations.map((each) => [each.id, each.nodes[0].target]))""",
        RULES,
    )
    return [tuple(each) for each in found]
