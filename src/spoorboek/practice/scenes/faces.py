"""The people of a scene as drawn faces, in their own colours: the drawings of the learning rooms, coloured."""

from collections.abc import Mapping
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from spoorboek.methods.modules.model import Mood
from spoorboek.programme.learning.faces import shapes

MOODS = {
    "friendly": (Mood.CALM, _("kijkt vriendelijk")),
    "happy": (Mood.GLAD, _("kijkt blij")),
    "neutral": (Mood.CALM, _("kijkt rustig")),
    "worried": (Mood.WORRIED, _("kijkt bezorgd")),
    "sad": (Mood.CLOSED, _("kijkt verdrietig")),
    "tense": (Mood.TENSE, _("kijkt gespannen")),
    "angry": (Mood.TENSE, _("kijkt boos")),
    "tired": (Mood.TIRED, _("kijkt moe")),
}
STYLES = {
    "short": "short", "long": "bob", "bun": "bob", "curly": "curls", "bald": "short", "scarf": "scarf", "bob": "bob",
}  # fmt: skip

COLOURED = (("skin", "skin"), ("hair", "hair"), ("coat", "top"), ("cloth", "hair"))
"""Classes of the drawing, and what of a look colours them."""


def in_words(mood: str) -> str:
    """`kijkt blij`, to stand behind a name."""
    return str(MOODS[mood][1])


def face(person: Mapping[str, Any], mood: str) -> SafeString:
    """Somebody of a played scene, in this mood; what it shows stands in words beside it."""
    look = person["look"]
    style = "beard" if look["beard"] else STYLES[look["hairStyle"]]
    drawn = shapes(style, MOODS[mood][0])
    for name, part in COLOURED:
        drawn = drawn.replace(f'class="face-{name}"', f'fill="{look[part]}"')
    return format_html(
        '<svg class="face" viewBox="0 0 120 120" aria-hidden="true" focusable="false">{}</svg>',
        mark_safe(drawn),  # noqa: S308 - our own shapes; colours were checked to be colours
    )
