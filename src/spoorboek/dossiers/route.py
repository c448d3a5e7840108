"""A dossier as a transit map: track 1 with its stations, track 2 where it has begun or comes into view."""

from collections.abc import Callable, Iterable
from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.shown import ShownStep, Status, short_day, steps_of
from spoorboek.people.policy import Role
from spoorboek.site.routemap import Kind, Line, RouteMap, State, Station

ON_THE_MAP = (
    "uwv-report-6-weeks",
    "problem-analysis",
    "plan-of-action",
    "progress-evaluation",
    "report-42-weeks",
    "first-year-evaluation",
    "uwv-letter",
    "final-evaluation",
    "riv-to-employee",
    "wia-application",
    "sanction-decision",
    "bekorting-decision",
    "report-end-of-employment",
)
SHORT_TITLES = {
    "uwv-report-6-weeks": _("Melding UWV"),
    "problem-analysis": _("Probleem\u00adanalyse"),
    "plan-of-action": _("Plan van aanpak"),
    "progress-evaluation": _("Voortgangs\u00adgesprek"),
    "report-42-weeks": _("42 weken"),
    "first-year-evaluation": _("Eerstejaars\u00adevaluatie"),
    "uwv-letter": _("Brief van UWV"),
    "final-evaluation": _("Eind\u00adevaluatie"),
    "riv-to-employee": _("Re-integratie\u00adverslag"),
    "wia-application": _("WIA-aanvraag"),
    "sanction-decision": _("Besluit loonsanctie"),
    "bekorting-decision": _("Besluit bekorting"),
    "report-end-of-employment": _("Uit dienst melden"),
    "second-track-start": _("Spoor 2 begint"),
}
"""Names that fit under a station; a soft hyphen says where a long word may break."""
SECOND_TRACK = ("second-track-start",)
NOT_DRAWN = (Status.NOT_APPLICABLE, Status.UNKNOWN, Status.EXPIRED)


def state_of(step: ShownStep, today: date) -> State:
    """Behind you when done, or when its day passed and nothing can be late about it."""
    if step.status is Status.DONE:
        return State.PASSED
    passed_by_custom = step.kind == "practice" and step.day is not None and step.day < today
    return State.PASSED if passed_by_custom and not step.mine else State.AHEAD


def station(step: ShownStep, today: date, href: Callable[[ShownStep], str]) -> Station:
    assert step.day is not None
    return Station(
        key=step.key,
        ordinal=step.ordinal,
        title=str(SHORT_TITLES.get(step.key, step.title)),
        day=step.day,
        date_text=f"{step.when} ✓" if step.status is Status.DONE else step.when,
        state=state_of(step, today),
        kind=Kind.PRACTICE if step.kind == "practice" else Kind.LAW,
        href=href(step),
    )


def last_evaluation_only(steps: list[ShownStep], today: date) -> list[ShownStep]:
    """Of the six-weekly evaluations only the last one done and the next one, so that the map stays readable."""
    evaluations = [step for step in steps if step.key == "progress-evaluation"]
    done = [step for step in evaluations if step.status is Status.DONE]
    ahead = [
        step for step in evaluations if step.status is not Status.DONE and step.day and step.day >= today
    ]
    kept = {step.anchor for step in done[-1:] + ahead[:1]}
    return [step for step in steps if step.key != "progress-evaluation" or step.anchor in kept]


def end_station(last_wage_day: date | None) -> list[Station]:
    """The last day of the wage duty: after two years, earlier when the employment ends, later after a sanction."""
    if last_wage_day is None:
        return []
    return [
        Station(
            key="end",
            title=gettext("Einde loon\u00addoorbetaling"),
            day=last_wage_day,
            date_text=short_day(last_wage_day),
            state=State.AHEAD,
        )
    ]


def early_signal(dossier: Dossier) -> date | None:
    """The day of the early signal for the second track, in the case that now runs."""
    days = (row.done_on for row in dossier.milestones.all() if row.key == "early-signal")
    return next((day for day in days if day >= dossier.first_sick_day), None)


def leaves_first_track_at(signal: date | None, steps: Iterable[ShownStep], today: date) -> date | None:
    """The day the second track left the first: at the early signal, or when it began."""
    begun = (step.row.done for step in steps if step.key in SECOND_TRACK)
    return min((day for day in (signal, *begun) if day and day <= today), default=None)


def drawn_course(
    first_sick_day: date,
    last_wage_day: date | None,
    steps: list[ShownStep],
    today: date,
    href: Callable[[ShownStep], str],
    signal: date | None = None,
) -> RouteMap:
    """The map of a course, without *you are here*. `signal`: the day of the early signal for the second track."""
    every = last_evaluation_only(steps, today)
    drawn = [step for step in every if step.day and step.status not in NOT_DRAWN]
    first = Station(
        key="reported-sick",
        title=gettext("Ziek gemeld"),
        day=first_sick_day,
        date_text=short_day(first_sick_day),
        state=State.PASSED,
        kind=Kind.EVENT,
    )
    track_1 = [station(step, today, href) for step in drawn if step.key in ON_THE_MAP]
    track_2 = [station(step, today, href) for step in drawn if step.key in SECOND_TRACK]
    stations = (first, *track_1, *end_station(last_wage_day))
    lines = [Line(key="track-1", label=gettext("Spoor 1 · eigen werkgever"), stations=stations)]
    if track_2:
        lines.append(
            Line(
                key="track-2",
                label=gettext("Spoor 2 · ander werk"),
                stations=tuple(track_2),
                leaves_at=leaves_first_track_at(signal, drawn, today),
            )
        )
    week = (today - first_sick_day).days // 7 + 1
    return RouteMap(
        lines=tuple(lines),
        today_label=gettext("vandaag · week %(week)s") % {"week": week},
        label=gettext("De route van twee jaar"),
    )


def route_map(
    dossier: Dossier,
    today: date,
    *,
    role: Role | None = None,
    href: Callable[[ShownStep], str] = lambda step: f"#{step.anchor}",
    here: str = "",
) -> RouteMap:
    """The map of a dossier on a day. `href` says where a station leads; `here` is the text at *you are here*."""
    last = dossier.route.clocks["wage"]["last_day"]
    made = drawn_course(
        dossier.first_sick_day,
        date.fromisoformat(last) if last else None,
        steps_of(dossier, today, role),
        today,
        href,
        early_signal(dossier),
    )
    return made.standing(today, here or gettext("Je bent hier")) if dossier.is_open else made
