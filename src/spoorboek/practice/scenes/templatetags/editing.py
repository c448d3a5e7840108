"""What the forms of the editor need in their template."""

from typing import Any

from django import forms, template
from django.template.loader import render_to_string

from spoorboek.practice.scenes.shown import from_above
from spoorboek.practice.scenes.writing.part import PartForm
from spoorboek.practice.scenes.writing.place import AreaField, PlaceField
from spoorboek.site.templatetags.face import field

register = template.Library()


@register.simple_tag
def part_field(bound: forms.BoundField) -> str:
    """A field of the editor: a place on a plan, or as every other form has it."""
    if not isinstance(bound.field, PlaceField | AreaField):
        return field(asked(bound))
    return render_to_string("practice_scenes/parts/plan_field.html", plan_of(bound, bound.field))


def asked(bound: forms.BoundField) -> forms.BoundField:
    """Marked as one may skip it only where it is: a choice has its own word for nothing."""
    form = bound.form
    has_nothing = isinstance(bound.field, forms.ChoiceField)
    if has_nothing or (isinstance(form, PartForm) and bound.name.startswith(form.needed_when_seen)):
        bound.field.required = True
    return bound


def plan_of(bound: forms.BoundField, chosen: PlaceField | AreaField) -> dict[str, Any]:
    form = bound.form
    assert isinstance(form, PartForm)
    cells, wide = chosen.cells(bound.value()), chosen.columns
    drawing = from_above(form.scene.played(form.language), chosen.marked, without_marked=True)
    return {
        "field": bound,
        "drawing": drawing,
        "rows": [cells[first : first + wide] for first in range(0, len(cells), wide)],
        "several": isinstance(chosen, AreaField),
        "is_tall": chosen.is_tall,
        "errors": bound.errors,
        "hint": bound.help_text,
    }
