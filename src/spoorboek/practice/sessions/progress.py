"""Over several sessions: tension by scene, how high on the ladder, what was tried for real. Nothing is added up.

No score of a person, no prediction: a line may go up because someone took a harder step.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from spoorboek.methods.scenes.showing import Hint, Shown, skills_told
from spoorboek.people.envelopes import Envelope
from spoorboek.practice.sessions.access import Curve, curve_of, sessions_of, words_of
from spoorboek.practice.sessions.models import Session, Words
from spoorboek.site.vega import LINE, drawing

SHOWN = 6
"""So many sessions of a scene fit in one drawing and in the table; earlier ones unfold below it."""
TOLD = 3
"""So many times of one skill are said back; older ones are long ago."""
WIDTH, HEIGHT = 250, 110


@dataclass(frozen=True)
class Time:
    """One session of a scene. `step`: how high on the ladder, from 1; 0 where that is not known to the reader.
    `shown`, `hints`: what the answers showed, and what else there was to say; for who practised only."""

    row: Session
    on: date
    curve: Curve
    step: int
    small_step: str
    tried: str
    shown: tuple[Shown, ...] = ()
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True)
class SceneProgress:
    """One scene over time, oldest first."""

    title: str
    steps: tuple[str, ...]
    times: tuple[Time, ...]

    @property
    def highest_step(self) -> int:
        return max((one.step for one in self.times), default=0)

    @property
    def highest_title(self) -> str:
        """The name of that step; empty where it is not known to the reader."""
        return self.steps[self.highest_step - 1] if self.highest_step else ""

    @property
    def latest(self) -> list[Time]:
        """The last sessions, the newest first."""
        return list(reversed(self.times[-SHOWN:]))

    @property
    def before(self) -> list[Time]:
        """The sessions before those, the newest first."""
        return list(reversed(self.times[:-SHOWN]))

    @property
    def skills(self) -> dict[str, list[tuple[date, str]]]:
        """By skill what was said, newest first, in the own words of each time. Not counted: it is no score."""
        found: dict[str, list[tuple[date, str]]] = {}
        for time in reversed(self.times):
            for one in time.shown:
                found.setdefault(one.label, []).append((time.on, one.answers[-1]))
        return {label: said[:TOLD] for label, said in found.items()}

    @property
    def to_try(self) -> tuple[Hint, ...]:
        """What else there was to say in the last time in which something was said, and was not heard before."""
        last = next((time.hints for time in reversed(self.times) if time.shown or time.hints), ())
        return tuple(one for one in last if one.label not in self.skills)

    @property
    def drawing(self) -> SafeString:
        return tension_chart(self.times)


def progress_of(dossier_id: Any, *, own: bool = False) -> list[SceneProgress]:
    """Sessions that were held, by scene, as far as the reader may know what they were like. `own`: who practised
    reads it, also what their answers showed."""
    rows = list(
        sessions_of(dossier_id)
        .filter(state__in=[Session.State.CLOSED, Session.State.BROKEN_OFF])
        .prefetch_related("moments", "measures", "words")
        .order_by("on", "made_at")
    )
    if not rows:
        return []
    envelope = Envelope(dossier_id)
    language = "en" if (get_language() or "nl").startswith("en") else "nl"
    by_scene: dict[str, list[tuple[dict[str, Any], Time]]] = {}
    for row in rows:
        scene = json.loads(envelope.open(row.frozen))[language] if row.frozen else None
        if scene:
            by_scene.setdefault(row.scene, []).append((scene, time_of(row, scene, envelope, own=own)))
    return [
        SceneProgress(
            found[-1][0]["title"],
            tuple(step["title"] for step in found[-1][0]["steps"]),
            tuple(time for _scene, time in found),
        )
        for found in by_scene.values()
    ]


def time_of(row: Session, scene: dict[str, Any], envelope: Envelope, *, own: bool) -> Time:
    texts = words_of(row, envelope)
    keys = [step["key"] for step in scene["steps"]]
    shown, hints = skills_told(scene, answers_of(row, envelope)) if own and scene.get("skills") else ((), ())
    return Time(
        row,
        row.on,
        curve_of(row, envelope),
        highest_step(row, keys, envelope),
        texts.get(Words.Kind.STEP, ""),
        texts.get(Words.Kind.TRIED, ""),
        shown,
        hints,
    )


def answers_of(row: Session, envelope: Envelope) -> list[tuple[str, int]]:
    """What was answered, in order: in which moment of the conversation, and at what place in it."""
    told = [json.loads(envelope.open(one.sealed)) for one in row.moments.all() if one.type == "answer"]
    return [(one["key"], int(one["value"] or 0)) for one in told]


def highest_step(row: Session, keys: Sequence[str], envelope: Envelope) -> int:
    """The highest step that was played, counted from 1."""
    told = [json.loads(envelope.open(one.sealed))["key"] for one in row.moments.all() if one.type == "step"]
    return max((keys.index(key) + 1 for key in (row.step, *told) if key in keys), default=0)


def drawn(times: Sequence[Time]) -> list[Time]:
    """The last sessions in which anything was said while playing."""
    return [time for time in times if time.curve.during][-SHOWN:]


def rows_of(times: Sequence[Time]) -> list[dict[str, Any]]:
    """One row for each tension that was said while playing."""
    return [
        {"time": number, "on": date_format(time.on, "j b"), "minute": point.minute, "value": point.value}
        for number, time in enumerate(drawn(times))
        for point in time.curve.during
    ]


def spec(times: Sequence[Time]) -> dict[str, Any]:
    """The chart in Vega-Lite: a line a session, the newest one drawn fully, earlier ones thinner and dashed."""
    last = len(drawn(times)) - 1
    newest = {"test": f"datum.time === {last}"}
    return {
        "data": {"values": rows_of(times)},
        "width": WIDTH,
        "height": HEIGHT,
        "encoding": {
            "x": {
                "field": "minute",
                "type": "quantitative",
                "scale": {"domainMin": 0, "nice": False},
                "axis": {"title": "min", "tickCount": 5, "grid": False},
            },
            "y": {
                "field": "value",
                "type": "quantitative",
                "scale": {"domain": [0, 10], "nice": False},
                "axis": {"title": None, "values": [0, 2, 4, 6, 8, 10]},
            },
            "detail": {"field": "time", "type": "nominal"},
        },
        "layer": [
            {
                "mark": {"type": "line", "color": LINE},
                "encoding": {
                    "strokeWidth": {"condition": newest | {"value": 3}, "value": 1.5},
                    "strokeDash": {"condition": newest | {"value": [1, 0]}, "value": [4, 3]},
                },
            },
            {
                "mark": {"type": "point", "filled": True, "color": LINE, "opacity": 1},
                "encoding": {"size": {"condition": newest | {"value": 80}, "value": 30}},
            },
        ],
    }


def tension_chart(times: Sequence[Time]) -> SafeString:
    """The drawing as SVG; empty where nothing was said while playing."""
    return drawing(spec(times)) if rows_of(times) else SafeString()
