"""Small drawings by Vega-Lite on the server, in the face's own colours: dark, high-contrast and printed pages follow.

Beside each stands a table with the words, so that the drawing itself is hidden from a screen reader.
"""

from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString, mark_safe

INK, RULE, LINE = (
    "var(--spoorboek-color-ink)",
    "var(--spoorboek-color-rule)",
    "var(--spoorboek-color-track-1)",
)
AXIS = {"gridColor": RULE, "domainColor": RULE, "labelColor": INK, "titleColor": INK, "labelFontSize": 12}
CONFIG = {
    "font": "sans-serif",
    "view": {"stroke": None},
    "axis": {**AXIS, "domain": False},
    "header": {"labelColor": INK, "labelFontSize": 13},
}


def drawing(spec: Mapping[str, Any]) -> SafeString:
    """A chart as SVG. `spec`: Vega-Lite, without background and config; its texts are our own words."""
    import vl_convert

    drawn: str = vl_convert.vegalite_to_svg({**spec, "background": None, "config": CONFIG})
    return mark_safe(drawn.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))  # noqa: S308 - own words
