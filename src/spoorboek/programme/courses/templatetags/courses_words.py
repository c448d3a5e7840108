"""Texts of methods in templates."""

import uuid
from collections.abc import Mapping

from django import template

from spoorboek.methods import Method
from spoorboek.methods.reading import Words
from spoorboek.programme.courses.shown import said

register = template.Library()


@register.filter
def words(text: Words) -> str:
    """A text of a method in the reader's language."""
    return said(text)


@register.filter
def title_of(methods: Mapping[uuid.UUID, Method], course_id: uuid.UUID) -> str:
    """The name of a course's method."""
    return said(methods[course_id].title)
