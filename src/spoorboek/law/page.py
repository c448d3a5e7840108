"""The page about the law in the documentation, made from the rules: `python -m spoorboek.law.page docs/law.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from spoorboek.law.keys import KEYS
from spoorboek.law.results import Source
from spoorboek.law.rulebook import Counting, Rule, Rulebook, current_rulebook

CLOCKS = {"wage": "wage", "wia": "WIA", "dismissal_ban": "dismissal ban"}
SITUATIONS = {"employer": "employer", "erd_zw": "own-risk bearer", "uwv": "no employer (UWV)"}
HEAD = """# The law's timetable

Made from the rules in `src/spoorboek/law/rules` by `python -m spoorboek.law.page docs/law.md`; do not edit.
Rules version {version}.

This is a calculation aid, not legal advice. Where law is open or sources conflict the timetable says so with each date.

## How days are counted

- The first sick day counts as day 0 of an offset: `first day + 42` is the 43rd day.
- **Gaps.** Fully fit for at most {gap} calendar days: one case; those days do not count and later dates move by
  them. Longer: a new case with a new first day.
- **WAZO leave** stops the clocks. Sickness on both sides is added up only where it adjoins the leave on both sides and
  has the same cause, as the company doctor says. For pay a cause in pregnancy or birth breaks the clock as well.
- **Partial work** does not stop a clock; only full fitness for the agreed work does.
- **Weekends and holidays** move a date only where the table says so.
- An unknown answer gives no date that depends on it: all possibilities are worked out and only what they share is kept.

## Clocks
"""


def law_page(book: Rulebook | None = None) -> str:
    """The whole page as Markdown."""
    book = book or current_rulebook()
    head = HEAD.format(version=book.version, gap=book.gap.longest_days)
    parts = [head, *_clocks(book), "\n## Obligations\n", *_obligations(book), "\n## Doubts\n", *_doubts(book)]
    return "\n".join([*parts, "\n## Sources\n", *_sources(book), ""])


def _clocks(book: Rulebook) -> Iterator[str]:
    yield "| clock | length | moves with | sources |"
    yield "|---|---|---|---|"
    for key, clock in book.clocks.items():
        length = (
            f"{clock.amount} {clock.count}" if clock.count == "days" else f"{clock.amount} calendar years"
        )
        yield f"| {CLOCKS[key]} | {length} | {', '.join(clock.moves_with)} | {_links(book, clock.sources)} |"
    yield ""
    yield "| limit | clocks | days | first day | sources |"
    yield "|---|---|---|---|---|"
    for limit in book.limits:
        clocks = ", ".join(CLOCKS[key] for key in limit.applies_to)
        since = _span(limit.first_day_from, limit.first_day_until)
        yield f"| {limit.id} | {clocks} | {limit.days} | {since} | {_links(book, limit.sources)} |"


def _span(since: object, until: object) -> str:
    if since is None and until is None:
        return "any"
    return f"{since or '…'} to {until or '…'}"


def _links(book: Rulebook, ids: Iterable[str]) -> str:
    return ", ".join(f"[{source_id}](#{_anchor(source_id)})" for source_id in ids)


def _anchor(source_id: str) -> str:
    return f"source-{source_id}"


def _counting(counting: Counting | None) -> str:
    if counting is None:
        return "–"
    text = {
        "accrued": f"first day + {counting.days} on the {CLOCKS[counting.clock]} clock",
        "before_end": f"{counting.days} days before the end of the waiting period",
        "on_fact": f"{counting.fact} + {counting.days}" if counting.days else f"{counting.fact}",
    }[counting.count]
    after = "".join(f", or {after.fact} + {after.days} where known" for after in counting.after)
    every = f", then every {counting.every} days" if counting.every else ""
    shift = {"none": "", "atw": "; next working day", "atw_two_working_days": "; at least two working days"}
    return text + after + every + shift[counting.shift]


def _obligations(book: Rulebook) -> Iterator[str]:
    for key in KEYS:
        for rule in book.rules_of(key):
            yield from _rule(book, rule)


def _rule(book: Rulebook, rule: Rule) -> Iterator[str]:
    condition = rule.applies_if
    yield f"### {rule.title.en} / {rule.title.nl}\n"
    yield f"`{rule.key}`, version `{rule.id}`\n"
    yield f"- **Statutory**: {_counting(rule.due)}"
    yield f"- **Usual**: {_counting(rule.practice)}"
    yield f"- **Who**: {', '.join(rule.who)}"
    yield f"- **Holds for**: {', '.join(SITUATIONS[s] for s in condition.situations)}" + (
        "" if condition.condition == "always" else f"; only if `{condition.condition}`"
    )
    if condition.first_day_from or condition.first_day_until:
        yield f"- **First day**: {_span(condition.first_day_from, condition.first_day_until)}"
    yield f"- **If missed**: {rule.consequence.en}"
    yield f"- **Paper**: {rule.document.en}"
    if rule.deviation_allowed:
        yield "- Employer and employee may deviate together, with reasons."
    doubts = [*rule.doubts, *(c.doubt for c in rule.countings if c.doubt)]
    if doubts:
        yield f"- **Doubts**: {', '.join(f'[{doubt}](#doubt-{doubt})' for doubt in doubts)}"
    yield f"- **Sources**: {_links(book, rule.sources)}\n"


def _doubts(book: Rulebook) -> Iterator[str]:
    for doubt_id, row in book.doubts.items():
        yield f'- <a id="doubt-{doubt_id}"></a>`{doubt_id}` ({row.kind}): {row.en}'


def _sources(book: Rulebook) -> Iterator[str]:
    for source_id in book.sources:
        yield _source(book.source(source_id))


def _source(source: Source) -> str:
    where = f"[{source.article}]({source.url})" if source.url else source.article
    act = f" ({source.bwb_id})" if source.bwb_id else ""
    since = f", text from {source.valid_from}" if source.valid_from else ""
    until = f" until {source.valid_until}" if source.valid_until else ""
    doubt = "" if source.confirmed else " **not confirmed**"
    return f'- <a id="{_anchor(source.id)}"></a>`{source.id}`: {source.title.en}; {where}{act}{since}{until}{doubt}'


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(law_page(), "utf-8")
