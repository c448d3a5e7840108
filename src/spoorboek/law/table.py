"""The timetable as lines of text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spoorboek.law.results import Clock, Doubt, Obligation, Step, Text, Timetable

STATUS = {
    "done": Text("gedaan", "done"),
    "overdue": Text("te laat", "overdue"),
    "due": Text("nu", "now"),
    "coming": Text("komt nog", "coming"),
    "expired": Text("voorbij", "past"),
    "not_applicable": Text("n.v.t.", "n/a"),
    "unknown": Text("onbekend", "unknown"),
}
CLOCKS = {
    "wage": Text("Loon", "Pay"),
    "wia": Text("WIA-wachttijd", "WIA waiting period"),
    "dismissal_ban": Text("Opzegverbod", "Dismissal ban"),
}
HEADS = {
    "clock": Text("Klok", "Clock"),
    "start": Text("begint", "starts"),
    "last": Text("laatste dag", "last day"),
    "after": Text("dag erna", "day after"),
    "elapsed": Text("ziektedagen", "sick days"),
    "what": Text("Stap", "Step"),
    "due": Text("uiterlijk", "latest"),
    "practice": Text("meestal", "usually"),
    "status": Text("stand", "status"),
    "doubt": Text("Let op", "Note"),
    "case": Text("Eerste ziektedag van dit geval", "First sick day of this case"),
}


def table(timetable: Timetable, language: str, why: bool = False) -> Iterator[str]:
    """Lines: the case, three clocks, then every step that applies; a `*` marks a doubt, told below."""

    def word(key: str) -> str:
        return HEADS[key].in_language(language)

    case = timetable.case
    yield f"{word('case')}: {case.first_sick_day.isoformat()}. {case.why.in_language(language)}"
    yield ""
    yield (
        f"{word('clock'):<20} {word('start'):<11} {word('last'):<12} {word('after'):<11}"
        f"{word('elapsed') if timetable.on else ''}"
    ).rstrip()
    for clock in timetable.clocks:
        yield _clock_line(clock, language)
        yield from _why(clock.because, language) if why else ()
    yield ""
    yield f"{word('due'):<12} {word('practice'):<12} {word('status'):<9} {word('what')}"
    for row in timetable.obligations:
        if row.status != "not_applicable":
            yield _row_line(row, language)
            yield from _why(row.because, language) if why else ()
    doubts = dict.fromkeys(
        d.reason.in_language(language) for row in timetable.obligations for d in _told(row)
    )
    doubts |= dict.fromkeys(
        d.reason.in_language(language) for clock in timetable.clocks for d in clock.uncertain
    )
    if doubts:
        yield ""
        yield f"* {word('doubt')}:"
        yield from (f"  - {reason}" for reason in doubts)


def _told(row: Obligation) -> tuple[Doubt, ...]:
    return row.uncertain if row.status != "not_applicable" else ()


def _iso(day: date | None) -> str:
    return day.isoformat() if day else "-"


def _clock_line(clock: Clock, language: str) -> str:
    name = CLOCKS[clock.key].in_language(language) + (" *" if clock.uncertain else "")
    elapsed = "" if clock.elapsed_days is None else str(clock.elapsed_days)
    start, last, after = _iso(clock.start), _iso(clock.last_day), _iso(clock.first_day_after)
    return f"{name:<20} {start:<11} {last:<12} {after:<11}{elapsed}".rstrip()


def _row_line(row: Obligation, language: str) -> str:
    number = f" ({row.ordinal + 1})" if row.repeating else ""
    mark = " *" if row.uncertain else ""
    title = row.title.in_language(language)
    status = STATUS[row.status].in_language(language)
    return f"{_iso(row.deadline):<12} {_iso(row.practice):<12} {status:<9} {title}{number}{mark}"


def _why(steps: tuple[Step, ...], language: str) -> Iterator[str]:
    return (f"      {step.text.in_language(language)}" for step in steps)
