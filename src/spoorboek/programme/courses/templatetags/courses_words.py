"""Texts of methods in templates."""

import uuid
from collections.abc import Mapping

from django import template

from spoorboek.dossiers.shown import in_language
from spoorboek.methods import Method
from spoorboek.methods.reading import Words

register = template.Library()


@register.filter
def words(text: Words) -> str:
    """A text of a method in the reader's language."""
    return in_language(text)


@register.filter
def title_of(methods: Mapping[uuid.UUID, Method], course_id: uuid.UUID) -> str:
    """The name of a course's method."""
    return in_language(methods[course_id].title)
