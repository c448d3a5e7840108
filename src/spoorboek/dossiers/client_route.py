"""The route as the client reads it: every station in everyday words, with its day, and its explanation below it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from spoorboek.dossiers import stations
from spoorboek.dossiers.days import in_words
from spoorboek.dossiers.explanation import Explanation, Source, explained_clock, explained_step
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.now import ITS_OWN_PROOF, LET_GO, open_steps
from spoorboek.dossiers.route import SECOND_TRACK, early_signal, leaves_first_track_at, state_of
from spoorboek.dossiers.shown import ShownStep, Status, week_of
from spoorboek.dossiers.today import Move, whose
from spoorboek.law.keys import KEYS
from spoorboek.site.routemap import Kind, Line, RouteMap, State
from spoorboek.site.routemap import Station as Stop

OFF_THE_MAP = (Status.NOT_APPLICABLE, Status.UNKNOWN, Status.EXPIRED)


@dataclass(frozen=True)
class Explained:
    """One station with its words, its day and why that day. `step` is None for an event."""

    anchor: str
    station: stations.Station
    day: date | None
    day_text: str
    explanation: Explanation | None
    step: ShownStep | None = None
    note: str = ""

    @property
    def title(self) -> str:
        return self.station.title

    @property
    def other_sources(self) -> list[Source]:
        """Sources of the words that the reason of the day does not name already."""
        known = {one.label for one in self.explanation.sources} if self.explanation else set()
        return [one for one in law_shown(self.station) if one.label not in known]

    @property
    def pill(self) -> str:
        """The colour of the day: red only for the reader's own legal date that has passed."""
        if self.step is None or self.step.status is Status.UNKNOWN:
            return "quiet"
        if self.step.is_late:
            return "late" if whose(self.step) is Move.OWN else "quiet"
        return {"done": "done", "practice": "practice"}.get(self.step.kind, "law")

    @property
    def is_done(self) -> bool:
        return self.step is not None and self.step.status is Status.DONE

    @property
    def is_right(self) -> bool:
        return self.station.right


def law_shown(station: stations.Station) -> list[Source]:
    """The sources of a station's words, in the reader's language."""
    language = "en" if stations.in_english() else "nl"
    return [Source(row.title.in_language(language), row.url or "", row.confirmed) for row in station.law]


def day_text(step: ShownStep, today: date) -> str:
    """The day of a step, saying which kind of day it is; never *late* for someone else's move."""
    if step.day is None:
        return _("nog geen dag bekend")
    written = in_words(step.day, today)
    if step.status is Status.UNKNOWN:
        return _("nog niet zeker")
    if step.kind == "done":
        return (_("gedaan op %(day)s ✓") % {"day": written}).replace(" ✓", "\N{NO-BREAK SPACE}✓")
    if step.kind == "practice":
        return _("rond %(day)s") % {"day": written}
    if step.kind == "agreed":
        return _("afgesproken: %(day)s") % {"day": written}
    if stations.stations()[step.key].right:
        return _("kan tot en met %(day)s") % {"day": written}
    return _("uiterlijk %(day)s") % {"day": written}


def note(step: ShownStep, today: date) -> str:
    """What stands under a step whose day has passed: a help to ask while asking helps, never a reproach."""
    if step.status is not Status.LATE:
        return ""
    if whose(step) is Move.OWN:
        return _("Deze dag is voorbij. Doe het zo snel als je kunt.")
    recent = step.day is not None and step.day >= today - LET_GO
    return _("Dit staat nog niet als gedaan. Je mag ernaar vragen.") if recent else ""


def explained(step: ShownStep, today: date, traces: Mapping[str, Mapping[str, Any]]) -> Explained:
    """A step of the law for the client."""
    return Explained(
        anchor=step.anchor,
        station=stations.stations()[step.key],
        day=step.day,
        day_text=day_text(step, today),
        explanation=explained_step(step, traces),
        step=step,
        note=note(step, today),
    )


def once_each(steps: list[ShownStep], today: date) -> list[ShownStep]:
    """Of a repeated talk the last one done and the one whose turn it is, so that the road stays readable."""
    repeated = {step.key for step in steps if step.ordinal > 1} | {"progress-evaluation"}
    turn = {step.anchor for step in open_steps(steps, today)}
    last_done = {step.key: step.anchor for step in steps if step.status is Status.DONE}
    return [
        step
        for step in steps
        if step.key not in repeated or step.anchor in turn or last_done.get(step.key) == step.anchor
    ]


def reported_sick(dossier: Dossier, today: date) -> Explained:
    """Where the route begins."""
    return Explained(
        anchor="reported-sick",
        station=stations.stations()["reported-sick"],
        day=dossier.first_sick_day,
        day_text=in_words(dossier.first_sick_day, today),
        explanation=None,
    )


def end_of_road(dossier: Dossier, today: date, traces: Mapping[str, Mapping[str, Any]]) -> Explained:
    """Where it ends: the last day of the wage duty."""
    part = dossier.route.clocks["wage"]
    last = date.fromisoformat(part["last_day"]) if part["last_day"] else None
    return Explained(
        anchor="end",
        station=stations.stations()["end"],
        day=last,
        day_text=in_words(last, today) if last else _("nog geen dag bekend"),
        explanation=explained_clock("wage", part, traces),
    )


def all_stations(
    dossier: Dossier, steps: list[ShownStep], today: date, traces: Mapping[str, Mapping[str, Any]]
) -> list[Explained]:
    """Every station of this dossier once, in the order of their days; of repeated talks the last and the next."""
    kept = [step for step in once_each(steps, today) if step.key not in ITS_OWN_PROOF]
    return [
        reported_sick(dossier, today),
        *(explained(step, today, traces) for step in kept),
        end_of_road(dossier, today, traces),
    ]


@dataclass(frozen=True)
class Sorted:
    """The stations by where they stand on the page."""

    on_the_map: tuple[Explained, ...]
    rights: tuple[Explained, ...]
    not_known: tuple[Explained, ...]
    not_for_you: tuple[Explained, ...]


def sorted_out(every: Iterable[Explained], *, closed: bool = False) -> Sorted:
    """On the map what has a day; apart what is only a right, what is not known yet, and what does not apply.

    Of a closed dossier the map holds what happened; the rest is no longer asked of anyone.
    """
    groups: dict[str, list[Explained]] = {"map": [], "right": [], "unknown": [], "not": []}
    for one in every:
        groups["not" if closed and not has_happened(one) else place_of(one)].append(one)
    without_day = sorted(groups["unknown"], key=along_the_road)
    return Sorted(
        on_the_map=tuple(groups["map"]),
        rights=tuple(groups["right"]),
        not_known=tuple(without_day),
        not_for_you=tuple(groups["not"]),
    )


def along_the_road(one: Explained) -> int:
    """The order of the law's keys, for steps without a day."""
    return KEYS.index(one.step.key) if one.step else len(KEYS)


def has_happened(one: Explained) -> bool:
    """Done, or the first sick day itself."""
    return one.step.status is Status.DONE if one.step else one.anchor == "reported-sick"


def place_of(one: Explained) -> str:
    status = one.step.status if one.step else None
    if status in (Status.NOT_APPLICABLE, Status.EXPIRED):
        return "not"
    if status is Status.UNKNOWN or one.day is None:
        return "unknown"
    return "right" if one.is_right and status is not Status.DONE else "map"


def stop(
    one: Explained,
    today: date,
    body: Callable[[Explained], SafeString],
    href: Callable[[str], str],
    opened: bool,
) -> Stop:
    """A station on the map."""
    assert one.day is not None
    return Stop(
        key=one.anchor,
        title=one.title,
        day=one.day,
        date_text=one.day_text,
        note=one.note,
        state=state_of(one.step, today) if one.step else state_of_event(one, today),
        kind=kind_of(one),
        href=href(one.anchor),
        body=body(one),
        ordinal=one.step.ordinal if one.step else 0,
        opened=opened,
    )


def state_of_event(one: Explained, today: date) -> State:
    return State.PASSED if one.day and one.day <= today else State.AHEAD


def kind_of(one: Explained) -> Kind:
    if one.step is None:
        return Kind.EVENT if one.anchor == "reported-sick" else Kind.LAW
    return Kind.PRACTICE if one.step.kind == "practice" else Kind.LAW


def client_map(
    dossier: Dossier,
    shown: Iterable[Explained],
    today: date,
    *,
    href: Callable[[str], str] = lambda anchor: "",
    body: Callable[[Explained], SafeString] = lambda one: SafeString(),
    here: str = "",
    opened: bool = False,
) -> RouteMap:
    """The map of these stations, with *you are here* while the course runs."""
    stops = [(one, stop(one, today, body, href, opened)) for one in shown if one.day]
    second = [made for one, made in stops if one.step and one.step.key in SECOND_TRACK]
    first = [made for one, made in stops if not (one.step and one.step.key in SECOND_TRACK)]
    lines = [Line(key="track-1", label=_("Spoor 1 · je eigen werkgever"), stations=tuple(first))]
    if second:
        steps = [one.step for one, _stop in stops if one.step]
        lines.append(
            Line(
                key="track-2",
                label=_("Spoor 2 · werk ergens anders"),
                stations=tuple(second),
                leaves_at=leaves_first_track_at(early_signal(dossier), steps, today),
            )
        )
    made = RouteMap(
        lines=tuple(lines),
        today_label=_("vandaag · week %(week)s") % {"week": week_of(dossier, today)},
        label=_("Jouw route"),
    )
    return made.standing(today, _("Je bent hier"), here) if dossier.is_open else made
