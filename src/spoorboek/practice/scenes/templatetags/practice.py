"""What a page with a player needs in its template."""

from django import template

from spoorboek.practice.scenes import words

register = template.Library()


@register.simple_tag
def engine_words() -> dict[str, str]:
    """`{% engine_words as words %}`: every word of the engine, in the reader's language."""
    return words.engine_words()
