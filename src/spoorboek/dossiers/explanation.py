"""*Why this date?*: the numbered steps, the sources, what would move it, and what is not certain, for one reader.

Client and company doctor read the full trace from the medical layer; everyone else the public one (design, section 4).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from spoorboek.dossiers.explanations import BY_EARLIER_RULES, full_trace
from spoorboek.dossiers.medical.scope import Closed
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.shown import ShownStep, in_language, short_day

CLOCK_NAMES = {
    "wage": lambda: _("Loondoorbetaling"),
    "wia": lambda: _("Wachttijd voor de WIA"),
    "dismissal_ban": lambda: _("Opzegverbod"),
}


@dataclass(frozen=True)
class Source:
    """Where a rule stands. `href` is empty where there is no public page; `confirmed`: the text itself was read."""

    label: str
    href: str
    confirmed: bool


@dataclass(frozen=True)
class Move:
    """A changed fact and the day that would follow from it."""

    text: str
    new_day: str


@dataclass(frozen=True)
class Explanation:
    """One panel. `full`: it may hold medical facts and stands on the page of client or company doctor only."""

    key: str
    about: str
    title: str
    steps: tuple[str, ...]
    sources: tuple[Source, ...]
    moves: tuple[Move, ...]
    doubts: tuple[str, ...]
    consequence: str
    document: str
    full: bool


def full_traces(dossier: Dossier) -> dict[str, Mapping[str, Any]]:
    """The full trace of every step and clock by its anchor, or nothing where the actor may not read it."""
    try:
        full = full_trace(dossier)
    except Closed:
        return {}
    if not full:
        return {}
    traces = {f"{part['key']}-{part['ordinal']}": part for part in full["obligations"]}
    told = dossier.route.clocks
    clocks = {f"clock-{name}": part for name, part in full["clocks"].items() if is_current(told[name])}
    return traces | clocks


def is_current(part: Mapping[str, Any]) -> bool:
    """Whether a reason still leads to the stored date."""
    return BY_EARLIER_RULES not in part.get("uncertain", ())


def explained_step(step: ShownStep, traces: Mapping[str, Mapping[str, Any]]) -> Explanation:
    """The panel of one step."""
    public = step.row.explanation
    full = traces.get(step.anchor) if is_current(public) else None
    return explained(step.anchor, step.title, step_title(step), public, full)


def step_title(step: ShownStep) -> str:
    """The question that the panel answers."""
    if step.day is None:
        return _("%(step)s: nog geen datum") % {"step": step.title}
    if step.kind == "practice":
        return _("Waarom rond %(day)s?") % {"day": day_in_title(step.day)}
    return _("Waarom %(day)s?") % {"day": day_in_title(step.day)}


def day_in_title(day: date) -> str:
    """A day without its weekday, the month written out."""
    return date_format(day, "DATE_FORMAT")


def explained_clock(
    name: str, part: Mapping[str, Any], traces: Mapping[str, Mapping[str, Any]]
) -> Explanation:
    """The panel of one clock; who reads the full trace reads its day too."""
    full = traces.get(f"clock-{name}")
    last = (full or part).get("last_day")
    title = (
        _("Waarom %(day)s?") % {"day": day_in_title(date.fromisoformat(last))}
        if last
        else _("%(clock)s: nog geen datum") % {"clock": CLOCK_NAMES[name]()}
    )
    return explained(f"clock-{name}", CLOCK_NAMES[name](), title, part, full)


def explained(
    key: str, about: str, title: str, public: Mapping[str, Any], full: Mapping[str, Any] | None
) -> Explanation:
    """From the law library's JSON to texts in the reader's language."""
    part = full or public
    steps = full["because"] if full else public.get("because_public", ())
    return Explanation(
        key=key,
        about=about,
        title=title,
        steps=tuple(dict.fromkeys(in_language(step["text"]) for step in steps)),
        sources=tuple(sources(part, steps)),
        moves=tuple(move(entry) for entry in part.get("would_move_if", ())),
        doubts=tuple(in_language(doubt["reason"]) for doubt in part.get("uncertain", ())),
        consequence=in_language(part.get("consequence")),
        document=in_language(part.get("document")),
        full=full is not None,
    )


def sources(part: Mapping[str, Any], steps: Any) -> list[Source]:
    """Every source once: of the step itself, else (a clock) of the steps of its reason."""
    found = list(part.get("sources", ())) or [source for step in steps for source in step.get("sources", ())]
    once = {source["id"]: source for source in found}
    return [
        Source(in_language(source["title"]), source["url"] or "", source["confirmed"])
        for source in once.values()
    ]


def move(entry: Mapping[str, Any]) -> Move:
    """One entry of *would move if*, with its day in words."""
    due = entry["due"]
    return Move(in_language(entry["change"]), short_day(date.fromisoformat(due)) if due else _("geen datum"))
