"""`{% route_map map "horizontal" %}`: the route map for a page."""

from django import template

from spoorboek.site.routemap import RouteMap
from spoorboek.site.routemap.drawing import Drawing, drawn

register = template.Library()

VARIANTS = ("horizontal", "vertical", "short")


@register.inclusion_tag("components/route_map.html")
def route_map(route: RouteMap, variant: str = "horizontal") -> dict[str, Drawing | str]:
    """`horizontal` turns vertical where there is no room; `short` shows up to five stations round today."""
    if variant not in VARIANTS:
        raise template.TemplateSyntaxError(f"A route map is {', '.join(VARIANTS)}, not {variant!r}.")
    return {"map": drawn(route, variant), "variant": variant}
