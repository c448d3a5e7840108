"""The small picture of a scene as the engine draws it, made beforehand by `python -m tests.browser.scene_pictures`."""

import re
from functools import cache
from pathlib import Path

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

SIZE = (480, 300)
"""Width and height in dots."""
FOLDER = Path(__file__).parent / "static" / "practice" / "scenes"
COPIED = re.compile(r"(-x[0-9a-f]{6})+$")
"""What copying a scene puts behind its key (`practice.scenes.acts`)."""


@cache
def pictured() -> frozenset[str]:
    """Keys of the scenes that have a picture."""
    return frozenset(file.stem for file in FOLDER.glob("*.webp"))


def image_of(key: str) -> SafeString:
    """The picture of a scene: its own, or that of the scene it was copied from; empty where neither is known, as for a
    scene that came from a file. It says nothing that the words beside it do not say.
    """
    origin = COPIED.sub("", key)
    if origin not in pictured():
        return SafeString()
    return format_html(
        '<img class="scene-picture" src="{}" width="{}" height="{}" alt="" loading="lazy" decoding="async">',
        static(f"practice/scenes/{origin}.webp"),
        *SIZE,
    )
