"""Small method files for tests."""

from pathlib import Path

from spoorboek.methods import Method, method_from

HEAD = """key: small
version: "1.0"
title: {nl: Klein, en: Small}
one_line: {nl: Een kleine methode, en: A small method}
for_whom: [{nl: Iedereen, en: Everybody}]
not_for_whom: [{nl: Niemand, en: Nobody}]
sources: [{key: S1, title: A book, url: "https://example.org/book"}]
design: {published: [], ours: [{nl: Alles, en: Everything}]}
rhythm: {nl: Van ons, en: Ours}
consent: {needed: false}
phases:
  - key: first
    title: {nl: Eerst, en: First}
    why: {nl: Daarom, en: Because}
    window: 4 weeks
    steps:
"""


def step(key: str, more: str = "", kind: str = "contact") -> str:
    """One step in YAML, with `more` in its braces."""
    texts = f"title: {{nl: {key}, en: {key}}}, explanation: {{nl: Uitleg, en: Text}}, leaves: {{nl: Iets, en: Thing}}"
    rest = f", {more}" if more else ""
    return f"      - {{key: {key}, kind: {kind}, {texts}, who: [client], minutes: 10, why: [norm]{rest}}}\n"


def phase(key: str, more: str = "") -> str:
    rest = "".join(f"    {line}\n" for line in more.splitlines())
    return (
        f"  - key: {key}\n    title: {{nl: {key}, en: {key}}}\n    why: {{nl: x, en: x}}\n{rest}    steps:\n"
    )


def small(*steps: str, head: str = HEAD) -> Method:
    """A method with one phase."""
    return method_from(head + "".join(steps))


def written(folder: Path, *steps: str, head: str = HEAD) -> Path:
    """The same as a file."""
    path = folder / "method.yaml"
    path.write_text(head + "".join(steps), encoding="utf-8")
    return path
