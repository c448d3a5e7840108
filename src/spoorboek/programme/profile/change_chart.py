"""How the answers moved from one moment to the next: a small line for each question.

No line for everything together: the answers are about different things and are never added up.
"""

from collections.abc import Sequence
from typing import Any

from django.utils.formats import date_format
from django.utils.safestring import SafeString

from spoorboek.dossiers.shown import in_language
from spoorboek.methods.determinants import HIGHEST, LOWEST, determinants
from spoorboek.programme.profile.access import Moment
from spoorboek.site.vega import LINE, drawing

SHOWN = 8
"""So many moments fit on a phone; the table has them all."""
WIDTH, HEIGHT = 250, 46
STEPS = {
    "field": "step",
    "type": "quantitative",
    "scale": {"domain": [LOWEST, HIGHEST], "padding": 4, "nice": False},
    "axis": {"title": None, "values": list(range(LOWEST, HIGHEST + 1)), "labels": False, "ticks": False},
}
"""Upwards: the five steps of an answer, without numbers."""


def rows(moments: Sequence[Moment]) -> list[dict[str, Any]]:
    """One row for each answer that has a step."""
    return [
        {
            "what": in_language(said.determinant.title),
            "moment": number,
            "on": date_format(moment.on, "j b"),
            "step": said.step,
        }
        for number, moment in enumerate(moments[-SHOWN:], start=1)
        for said in moment.said.values()
        if said.step
    ]


def spec(moments: Sequence[Moment]) -> dict[str, Any]:
    """The chart in Vega-Lite: a small drawing for each question, one below the other."""
    return {
        "data": {"values": rows(moments)},
        "facet": {
            "field": "what",
            "type": "nominal",
            "sort": [in_language(one.title) for one in determinants().determinants],
            "header": {"title": None, "labelAnchor": "start", "labelFontWeight": "bold", "labelPadding": 2},
        },
        "columns": 1,
        "spacing": 14,
        "resolve": {"axis": {"x": "independent"}},
        "spec": {
            "width": WIDTH,
            "height": HEIGHT,
            "encoding": {"x": days(moments[-SHOWN:]), "y": STEPS},
            "layer": [
                {"mark": {"type": "line", "color": LINE, "strokeWidth": 3}},
                {"mark": {"type": "point", "filled": True, "size": 90, "color": LINE, "opacity": 1}},
            ],
        },
    }


def days(moments: Sequence[Moment]) -> dict[str, Any]:
    """Across: each moment at the same distance, with its day below it."""
    named = {number: date_format(moment.on, "j b") for number, moment in enumerate(moments, start=1)}
    words = " : ".join(f"datum.value === {number} ? '{day}'" for number, day in named.items())
    return {
        "field": "moment",
        "type": "quantitative",
        "scale": {"domain": [1, max(len(moments), 2)], "nice": False, "padding": 12},
        "axis": {
            "title": None,
            "values": list(named),
            "labelExpr": f"{words} : ''",
            "grid": False,
            "ticks": False,
        },
    }


def change_chart(moments: Sequence[Moment]) -> SafeString:
    """The drawing as SVG; empty with fewer than two moments, where nothing can have changed yet."""
    if len(moments) < 2 or not rows(moments):
        return SafeString()
    return drawing(spec(moments))
