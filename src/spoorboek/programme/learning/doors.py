"""From a module to a real page: to practise there, or to keep a thought in the work folder."""

from django.urls import NoReverseMatch, reverse

from spoorboek.methods.modules import Kind, Step

PRACTICE = frozenset(
    {"practice_lesson", "practice_places", "calculator", "work-folder", "who_sees", "my_route"}
)
"""Pages that a module may lead to."""


def door_of(step: Step) -> str:
    """The address behind a step, or empty where that room is not there."""
    try:
        if step.kind is Kind.PRACTICE and step.door in PRACTICE:
            return reverse(step.door)
        return reverse("worksheet", args=[step.door]) if step.kind is Kind.REFLECT and step.door else ""
    except NoReverseMatch:
        return ""
