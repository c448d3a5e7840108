"""How the answers moved from one moment to the next: a small line for each question, drawn by Vega-Lite on the server.

No line for everything together: the answers are about different things and are never added up. Colours are the face's
own tokens, so that dark, high-contrast and printed pages follow. Beside the drawing stands a table with the words.
"""

from collections.abc import Sequence
from typing import Any

from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe

from spoorboek.dossiers.shown import in_language
from spoorboek.methods.determinants import HIGHEST, LOWEST, determinants
from spoorboek.programme.profile.access import Moment

SHOWN = 8
"""So many moments fit on a phone; the table has them all."""
WIDTH, HEIGHT = 250, 46
INK, RULE, LINE = (
    "var(--spoorboek-color-ink)",
    "var(--spoorboek-color-rule)",
    "var(--spoorboek-color-track-1)",
)


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
    """The chart in Vega-Lite."""
    last = moments[-SHOWN:]
    days = {number: date_format(moment.on, "j b") for number, moment in enumerate(last, start=1)}
    words = " : ".join(f"datum.value === {number} ? '{day}'" for number, day in days.items())
    x = {
        "field": "moment",
        "type": "quantitative",
        "scale": {"domain": [1, max(len(last), 2)], "nice": False, "padding": 12},
        "axis": {
            "title": None,
            "values": list(days),
            "labelExpr": f"{words} : ''",
            "grid": False,
            "ticks": False,
        },
    }
    y = {
        "field": "step",
        "type": "quantitative",
        "scale": {"domain": [LOWEST, HIGHEST], "padding": 4, "nice": False},
        "axis": {"title": None, "values": list(range(LOWEST, HIGHEST + 1)), "labels": False, "ticks": False},
    }
    order = [in_language(one.title) for one in determinants().determinants]
    return {
        "data": {"values": rows(moments)},
        "facet": {
            "field": "what",
            "type": "nominal",
            "sort": order,
            "header": {"title": None, "labelAnchor": "start", "labelFontWeight": "bold", "labelPadding": 2},
        },
        "columns": 1,
        "spacing": 14,
        "resolve": {"axis": {"x": "independent"}},
        "spec": {
            "width": WIDTH,
            "height": HEIGHT,
            "encoding": {"x": x, "y": y},
            "layer": [
                {"mark": {"type": "line", "color": LINE, "strokeWidth": 3}},
                {"mark": {"type": "point", "filled": True, "size": 90, "color": LINE, "opacity": 1}},
            ],
        },
        "background": None,
        "config": {
            "font": "sans-serif",
            "view": {"stroke": None},
            "axis": {
                "gridColor": RULE,
                "domainColor": RULE,
                "labelColor": INK,
                "labelFontSize": 12,
                "domain": False,
            },
            "header": {"labelColor": INK, "labelFontSize": 13},
        },
    }


def change_chart(moments: Sequence[Moment]) -> SafeString:
    """The drawing as SVG; empty with fewer than two moments, where nothing can have changed yet."""
    if len(moments) < 2 or not rows(moments):
        return SafeString()
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg(spec(moments))
    return mark_safe(drawn.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))  # noqa: S308 - own words
