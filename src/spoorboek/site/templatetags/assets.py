"""Tags that place styles, fonts, scripts and icons. The security policy is strict: addresses, nothing inline."""

from functools import cache
from pathlib import Path

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from spoorboek.site.assets import NotBuilt, manifest

register = template.Library()

ICONS = Path(__file__).resolve().parents[1] / "static" / "icons"


@register.simple_tag
def style(*names: str, media: str = "") -> SafeString:
    """`{% style "client" "route-map" %}`: a link per style sheet; `media` limits when it counts."""
    limit = format_html(' media="{}"', media) if media else SafeString()
    return format_html_join(
        "\n", '<link rel="stylesheet" href="{}"{}>', ((manifest().style(name), limit) for name in names)
    )


@register.simple_tag
def script(*names: str) -> SafeString:
    """`{% script "read-aloud" %}`: a module script per name."""
    return format_html_join(
        "\n", '<script type="module" src="{}"></script>', ((manifest().script(name),) for name in names)
    )


@register.simple_tag
def fonts() -> SafeString:
    """Preloads the two fonts of every page."""
    return format_html_join(
        "\n",
        '<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>',
        ((address,) for address in manifest().fonts()),
    )


@register.simple_tag
def theme(chosen: str = "auto") -> SafeString:
    """The theme's style sheets: by the device's wishes (`auto`), or the one chosen."""
    if chosen == "auto":
        dark = style("dark", media="(prefers-color-scheme: dark)")
        contrast = style("contrast", media="(prefers-contrast: more) and (prefers-color-scheme: light)")
        return format_html("{}\n{}", dark, contrast)
    return style(chosen) if chosen in {"dark", "contrast"} else SafeString()


@cache
def _drawing(name: str) -> str:
    path = ICONS / f"{name}.svg"
    if not path.is_file():
        known = ", ".join(sorted(drawing.stem for drawing in ICONS.glob("*.svg")))
        raise NotBuilt(f"There is no icon {name!r}. Icons are {known}.")
    return path.read_text().split(">", 1)[1].rsplit("</svg>", 1)[0].strip()


@register.simple_tag
def icon(name: str, extra: str = "") -> SafeString:
    """A line drawing of 24 by 24, hidden from screen readers: the words beside it carry the meaning."""
    drawing = mark_safe(_drawing(name))  # noqa: S308 - our own files
    classes = f"icon icon--{name} {extra}".strip()
    return format_html(
        '<svg class="{}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>', classes, drawing
    )
