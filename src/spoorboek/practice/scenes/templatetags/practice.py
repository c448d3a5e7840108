"""What a page with a player needs in its template."""

from django import template
from django.utils.safestring import SafeString

from spoorboek.practice.scenes import words
from spoorboek.practice.scenes.pictures import image_of

register = template.Library()


@register.simple_tag
def engine_words() -> dict[str, str]:
    """`{% engine_words as words %}`: every word of the engine, in the reader's language."""
    return words.engine_words()


@register.simple_tag
def scene_picture(key: str) -> SafeString:
    """`{% scene_picture one.row.scene %}`: the small picture of a scene, or nothing where there is none."""
    return image_of(key)
