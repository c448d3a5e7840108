"""Components that need more than an include: form fields, read-aloud, block components, navigation, the step chart."""

import re
from typing import Any

from django import forms, template
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from spoorboek.site.chart import StepChart, drawn
from spoorboek.site.navigation import CLIENT, ReachablePlace, of, reachable
from spoorboek.site.templatetags.assets import icon

register = template.Library()

CONTROL_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.Textarea, "utrecht-textarea utrecht-textarea--html-textarea"),
    (forms.Select, "utrecht-select utrecht-select--html-select"),
    (forms.widgets.Input, "utrecht-textbox utrecht-textbox--html-input"),
)
BREAK = mark_safe("<wbr>")
SPLIT = re.compile(r"[@.]|[^@.]+")
NOTICE_ICONS = {"info": "info", "attention": "alert", "done": "check", "late": "late"}


@register.simple_tag
def client_places() -> list[ReachablePlace]:
    """The client's tabs that exist."""
    return reachable(CLIENT)


@register.simple_tag(takes_context=True)
def professional_places(context: template.Context) -> list[ReachablePlace]:
    """The professional's navigation that exists, for the reader's roles."""
    return reachable(of(context.get("reader_roles") or ()))


@register.simple_tag(takes_context=True)
def has_place(context: template.Context, key: str) -> bool:
    """Whether the reader's navigation has this place."""
    return any(place.key == key for place in professional_places(context))


@register.filter
def breakable(address: str) -> SafeString:
    """An e-mail address that a narrow column breaks after `@` or a dot, never inside a word."""
    return format_html_join(
        "", "{}{}", ((part, BREAK if part in "@." else "") for part in SPLIT.findall(address))
    )


@register.simple_tag
def fragment_id(*parts: object) -> str:
    """Joins parts of an element's id: `{% fragment_id "step-" step.key as target %}`."""
    return "".join(str(part) for part in parts)


@register.inclusion_tag("components/read_aloud.html")
def read_aloud(target: str, about: str = "") -> dict[str, str]:
    """A button that reads the element with id `target`. Hidden until its script has found it can speak."""
    return {"target": target, "about": about}


@register.simple_tag
def field(bound: forms.BoundField, hint: str = "", not_to_write: str = "") -> str:
    """A form field with label, hint, what may not be written, and errors, tied together for a screen reader."""
    widget = bound.field.widget
    hint = hint or str(bound.help_text)
    parts = {"hint": hint, "not_to_write": not_to_write, "error": bound.errors}
    if widget.attrs.get("placeholder") == bound.label:
        del widget.attrs["placeholder"]
    described_by = " ".join(f"{bound.auto_id}_{name}" for name, present in parts.items() if present)
    grouped = isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
    context = {
        "field": bound, "hint": hint, "not_to_write": not_to_write, "errors": bound.errors,
        "described_by": described_by, "grouped": grouped, "single_choice": isinstance(widget, forms.CheckboxInput),
        "widget": "" if grouped else bound.as_widget(attrs=_attributes(widget, described_by, bool(bound.errors))),
    }  # fmt: skip
    if widget.is_hidden:
        return str(bound)
    return render_to_string("components/form_field.html", context)


def _attributes(widget: forms.Widget, described_by: str, invalid: bool) -> dict[str, Any]:
    attributes: dict[str, Any] = {"aria-describedby": described_by} if described_by else {}
    if invalid:
        attributes["aria-invalid"] = "true"
    if isinstance(widget, forms.CheckboxInput | forms.FileInput):
        return attributes
    classes = next((names for kind, names in CONTROL_CLASSES if isinstance(widget, kind)), "")
    base = classes.split(" ", 1)[0]
    own = str(widget.attrs.get("class", ""))
    attributes["class"] = " ".join(
        filter(None, (classes, f"{base}--invalid" if invalid and base else "", own))
    )
    return attributes


@register.simple_block_tag
def card(content: str, title: str = "", kind: str = "", id: str = "") -> SafeString:
    """`{% card "Wat er nu moet" %}…{% endcard %}`; `kind` is empty, `quiet` or `accent`."""
    classes = f"card card--{kind}" if kind else "card"
    mark = format_html(' id="{}"', id) if id else SafeString()
    heading = format_html('<h2 class="card__title">{}</h2>', title) if title else SafeString()
    return format_html('<section class="{}"{}>{}{}</section>', classes, mark, heading, content)


@register.simple_block_tag
def notice(content: str, kind: str = "info", title: str = "") -> SafeString:
    """`{% notice "attention" "Titel" %}…{% endnotice %}`; `kind` is info, attention, done or late."""
    heading = format_html('<p class="notice__title">{}</p>', title) if title else SafeString()
    return format_html(
        '<div class="notice notice--{}">{}<div>{}{}</div></div>',
        kind,
        icon(NOTICE_ICONS[kind]),
        heading,
        content,
    )


@register.inclusion_tag("components/chart.html")
def step_chart(chart: StepChart) -> dict[str, object]:
    """A value that stays until it changes, with its table beside it."""
    return {"chart": chart, "drawing": drawn(chart)}
