"""Texts of the law library and the lesson in the reader's language."""

from django import template

from spoorboek.dossiers.shown import in_language
from spoorboek.law.results import Text
from spoorboek.law.rulebook import Words

register = template.Library()


@register.simple_tag
def said(words: Words | Text) -> str:
    """`{% said stop.title %}`."""
    return in_language({"nl": words.nl, "en": words.en})
