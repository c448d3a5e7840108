"""Someone who reads the site in a real browser, and is never content with less than a sound page."""

import re
from datetime import date
from typing import Any

from django.conf import settings
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from spoorboek.people.models import Person
from tests.browser.chrome import axe_finds
from tests.signed_in import signed_in

PHONE, DESK = 360, 1280
FOCUSED = """() => {
  const here = document.activeElement;
  if (here === document.body) return '';
  const words = [here.getAttribute('aria-label'), here.innerText, here.labels?.[0]?.innerText, here.placeholder];
  return words.filter(Boolean).join(' ').replace(/\\s+/g, ' ').trim();
}"""
MARKED = """() => {
  const here = document.activeElement;
  const row = here.closest('tr, li, article');
  const outlined = (one) => one && getComputedStyle(one).outlineStyle !== 'none';
  return outlined(here) || getComputedStyle(here).boxShadow !== 'none' || outlined(row);
}"""
SOME_ID = re.compile(r"[?#].*|[0-9a-f-]{36}|\d+")
JUDGED: set[tuple[int, str, int]] = set()
"""Kinds of page that axe approved of in this process: the same page with another person in it is not judged again."""
FAR = 150
PATIENCE = 30_000.0


class Reader:
    """A person at a screen of some width. `page` is Playwright's own, for what has no name here."""

    def __init__(self, browser: Browser, address: str, width: int, scripts: bool = True, **more: Any) -> None:
        self.address = address
        self.width = width
        self.scripts = scripts
        self.complaints: list[str] = []
        self.context = browser.new_context(
            viewport={"width": width, "height": 800 if width < 600 else 900},
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            java_script_enabled=scripts,
            reduced_motion="reduce",
            **more,
        )
        self.page: Page = self.context.new_page()
        self.page.on("console", self.hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def hear(self, said: ConsoleMessage) -> None:
        """A refused form answers 4xx, which Chromium also writes in its console."""
        if said.type == "error" and not re.search(r"status of (409|410|422)", said.text):
            self.complaints.append(f"{said.text} at {said.location.get('url')}")

    def is_signed_in_as(self, someone: Person) -> "Reader":
        """Come in without the sign-in pages, which have a journey of their own."""
        cookie = signed_in(someone).cookies[settings.SESSION_COOKIE_NAME]
        self.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": self.address}])
        return self

    def opens(self, path: str) -> "Reader":
        self.page.goto(self.address + path)
        return self

    def sees(self, *texts: str | re.Pattern[str]) -> "Reader":
        """These words stand on the page, and the page is sound."""
        for text in texts:
            try:
                self.page.get_by_text(text).locator("visible=true").first.wait_for(timeout=PATIENCE)
            except PlaywrightTimeout as late:
                raise AssertionError(f"{text!r} is not on {self.page.url}:\n{self.words()}") from late
        return self.finds_it_sound()

    def words(self) -> str:
        """What stands on the page."""
        return self.page.locator("body").inner_text()

    def does_not_see(self, *texts: str) -> "Reader":
        shown = self.words()
        found = [shown[max(0, at - 80) : at + 80] for text in texts if (at := shown.find(text)) >= 0]
        assert not found, (self.page.url, found)
        return self

    def finds_it_sound(self) -> "Reader":
        """No word from axe or the console, and nothing that runs off the screen."""
        self.page.wait_for_load_state()
        assert not self.complaints, (self.page.url, self.complaints)
        assert self.page.evaluate("document.documentElement.scrollWidth") <= self.width, self.page.url
        kind = (self.width, SOME_ID.sub("", self.page.url), self.page.locator(".notice").count())
        if self.scripts and kind not in JUDGED:
            found = axe_finds(self.page)
            assert not found, (self.page.url, found)
            JUDGED.add(kind)
        return self

    def dossier_path(self) -> str:
        """The dossier this page belongs to."""
        found = re.search(r"/dossiers/[0-9a-f-]{36}/", self.page.url)
        assert found, self.page.url
        return found.group()

    def link(self, name: str | re.Pattern[str]) -> Locator:
        return self.page.get_by_role("link", name=name).first

    def button(self, name: str | re.Pattern[str]) -> Locator:
        return self.page.get_by_role("button", name=name).first

    def follows(self, name: str | re.Pattern[str]) -> "Reader":
        self.link(name).click()
        return self

    def presses(self, name: str | re.Pattern[str]) -> "Reader":
        self.button(name).click()
        return self

    def fills(self, label: str | re.Pattern[str], value: str) -> "Reader":
        self.field(label).fill(value)
        return self

    def field(self, label: str | re.Pattern[str]) -> Locator:
        """What is filled in; a card named by the same words is not meant."""
        return self.page.locator("input, textarea, select").and_(self.page.get_by_label(label))

    def tabs_to(self, words: str) -> "Reader":
        """Press Tab until something with these words has the focus, and shows that it has."""
        for _ in range(FAR):
            self.page.keyboard.press("Tab")
            if words.lower() in str(self.page.evaluate(FOCUSED)).lower():
                assert self.page.evaluate(MARKED), f"{words} has the focus and does not show it"
                return self
        raise AssertionError(f"{words} cannot be reached with Tab on {self.page.url}")

    def types(self, *keys: str) -> "Reader":
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def types_day(self, day: date) -> "Reader":
        """Into a date field that has the focus. Its order is that of the browser's own language: one of two."""
        for order in ("%d%m%Y", "%m%d%Y"):
            self.types(*day.strftime(order))
            if self.page.evaluate("document.activeElement.value") == day.isoformat():
                return self
            self.types("ArrowLeft", "ArrowLeft", "ArrowLeft")
        raise AssertionError(f"{day} cannot be typed")

    def leaves(self) -> None:
        self.context.close()
