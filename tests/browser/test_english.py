"""In English nothing Dutch is left: no word on the page is known only from the Dutch side of our texts."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from spoorboek.people.actor import acting_as
from spoorboek.people.models import Employment, Organisation, Person
from spoorboek.people.policy import Role
from spoorboek.people.registrar import REGISTRAR
from spoorboek.site.launch import messages
from tests.browser.cast import Demo
from tests.browser.conftest import Readers
from tests.browser.reader import PHONE, Reader

SOURCE = Path(__file__).parents[2] / "src" / "spoorboek"
WORD = re.compile(r"[a-zà-ÿ]+(?:[-'’][a-zà-ÿ]+)*")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%s")
TEXT_WITHOUT_DUTCH = """() => {
  const copy = document.body.cloneNode(true);
  copy.querySelectorAll('[lang]:not([lang=en]), script, style, template, svg').forEach((each) => each.remove());
  const walker = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
  const words = [];
  while (walker.nextNode()) words.push(walker.currentNode.nodeValue);
  return words.join('\\n');
}"""


def words(text: str) -> set[str]:
    return set(WORD.findall(PLACEHOLDER.sub(" ", text.replace("\xad", "")).lower()))


def below(data: Any, language: str | None = None) -> Iterator[tuple[str, str]]:
    """Every text of a data file with the language it stands under."""
    if isinstance(data, str):
        yield language or "", data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from below(value, key if key in ("nl", "en") else language)
    elif isinstance(data, list):
        for value in data:
            yield from below(value, language)


def texts() -> Iterator[tuple[str, str]]:
    """All our texts as (language, text): those marked in code and templates, and those in data files."""
    for app in messages.apps():
        for message in messages.translated(app):
            for language, text in (("nl", message.id), ("en", message.string)):
                yield from ((language, each) for each in ([text] if isinstance(text, str) else text))
    for file in SOURCE.rglob("*.toml"):
        yield from below(tomllib.loads(file.read_text()))


@pytest.fixture(scope="module")
def dutch_only() -> set[str]:
    """Words of the Dutch texts that no English text of ours has. The law's own names stand in both."""
    known: dict[str, set[str]] = defaultdict(set)
    for language, text in texts():
        known[language] |= words(text)
    return known["nl"] - known["en"]


def names() -> list[str]:
    """Names of people, places and jobs, which nobody translates; the longest first."""
    with acting_as(REGISTRAR):
        found = {person.name for person in Person.objects.all()}
        found |= {place.name for place in Organisation.objects.all()}
        found |= set(Employment.objects.values_list("job_title", flat=True))
    return sorted(found, key=len, reverse=True)


def shown_words(reader: Reader) -> set[str]:
    shown = str(reader.page.evaluate(TEXT_WITHOUT_DUTCH))
    for name in names():
        shown = shown.replace(name, " ")
    return words(shown)


@pytest.mark.parametrize("who", [None, Role.CLIENT, Role.CASE_MANAGER, Role.SUPERVISOR, Role.COMPANY_DOCTOR])
def test_a_page_in_english_has_no_dutch_left(
    reader: Readers, people: Demo, demo_mode: None, dutch_only: set[str], who: Role | None
) -> None:
    dossier = people.path("Jan")
    paths = {
        None: ("/", "/reken/", "/account/login/", "/brief/", "/demo/"),
        Role.CLIENT: (
            "/vandaag/",
            "/mijn-route/?alles",
            "/wie-ziet-wat/",
            "/contact/",
            "/mijn/helper/",
            "/tolk/",
        ),
        Role.CASE_MANAGER: (
            "/caseload/",
            dossier,
            f"{dossier}feiten/",
            f"{dossier}verhaal/",
            "/report-sick/",
        ),
        Role.SUPERVISOR: ("/mijn-team/",),
        Role.COMPANY_DOCTOR: (f"{people.path('Dewi')}feiten/",),
    }[who]
    someone = people.person("Fatma") if who is Role.CLIENT else people.who(who) if who else None
    one = reader(someone).opens(paths[0])
    assert len(shown_words(one) & dutch_only) > 5, "what is asked below would notice Dutch"
    cookie = {"name": settings.LANGUAGE_COOKIE_NAME, "value": "en", "url": one.address}
    one.context.add_cookies([cookie])
    left = {path: sorted(shown_words(one.opens(path)) & dutch_only) for path in paths}
    assert {path: found for path, found in left.items() if found} == {}


def test_one_tap_turns_a_page_into_english(reader: Readers, people: Demo, demo_mode: None) -> None:
    fatma = reader(people.person("Fatma"), PHONE, scripts=False).opens("/vandaag/")
    fatma.presses("English").page.locator("html[lang=en]").wait_for()
    assert fatma.page.url.endswith("/vandaag/")
