"""Drawn people whose faces show how something lands. Own drawings: a look for the person, a mood for the face."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from spoorboek.methods.modules.model import Mood, Someone

WORDS = {
    Mood.CALM: _("kijkt rustig"),
    Mood.GLAD: _("kijkt blij"),
    Mood.RELIEVED: _("kijkt opgelucht"),
    Mood.TIRED: _("kijkt moe"),
    Mood.WORRIED: _("kijkt bezorgd"),
    Mood.TENSE: _("kijkt gespannen"),
    Mood.CLOSED: _("kijkt weg"),
    Mood.SURPRISED: _("kijkt verrast"),
}

SHOULDERS = {
    Mood.TENSE: "M14 120c1-20 12-28 28-29l18-3 18 3c16 1 27 9 28 29z",
    Mood.TIRED: "M20 120c0-14 10-19 26-22l14-3 14 3c16 3 26 8 26 22z",
}
UPRIGHT = "M16 120c1-17 12-23 30-26l14-3 14 3c18 3 29 9 30 26z"
ARMS = "M28 114c20-9 42-6 62 3M30 120c22-10 42-9 58-1"
NECK, CHIN = "M51 78h18v17c0 5-18 5-18 0z", "M34 55a26 30 0 1 0 52 0 26 30 0 1 0-52 0"

BEHIND = {
    "scarf": ("face-cloth", "M27 58c0-29 13-43 33-43s33 14 33 43c0 20-6 32-12 42H39c-6-10-12-22-12-42z"),
    "bob": ("face-hair", "M27 84c-5-40 5-67 33-67s38 27 33 67c-5 2-12 2-18 0H45c-6 2-13 2-18 0z"),
    "curls": (
        "face-hair",
        "M30 70c-8-3-10-11-6-17-6-7-2-16 6-18 1-10 11-15 19-11 6-7 18-7 22 0"
        " 8-4 18 1 19 11 8 2 12 11 6 18 4 6 2 14-6 17z",
    ),
}
"""Drawn before the face."""
ON_TOP = {
    "scarf": (("face-cloth", "M32 47c2-22 12-31 28-31s26 9 28 31c-5-13-14-19-28-19s-23 6-28 19z"),),
    "bob": (
        ("face-hair", "M32 54c-2-22 9-35 28-35s30 13 28 35c-1-8-3-14-6-18-13 1-25-2-34-8-2 12-9 19-16 26z"),
    ),
    "curls": (
        (
            "face-hair",
            "M33 42c0-7 4-10 9-10 0-6 9-9 14-6 5-4 13-3 15 1 7-2 12 2 11 8 4 1 5 4 5 7-11-7-43-7-54 0z",
        ),
    ),
    "short": (
        ("face-hair", "M33 55c-3-24 10-35 27-35s30 11 27 35c-2-10-5-16-10-20-10 4-26 3-34-1-5 4-9 11-10 21z"),
    ),
    "grey": (
        ("face-grey", "M33 52c-2-22 11-33 27-33s29 11 27 33c-3-8-6-13-9-16-12 3-25 2-36-2-4 4-7 10-9 18z"),
        ("face-glasses", "M41 54a7 7 0 1 0 14 0 7 7 0 1 0-14 0m24 0a7 7 0 1 0 14 0 7 7 0 1 0-14 0M55 53h10"),
    ),
    "beard": (
        ("face-hair", "M34 56c-3-23 9-36 26-36s29 13 26 36c-2-9-4-15-8-19-11 3-25 3-36 0-4 4-6 10-8 19z"),
        (
            "face-hair",
            "M35 60c2 5 5 7 9 7 7-4 25-4 32 0 4 0 7-2 9-7 1 17-9 28-25 28S34 77 35 60z"
            "m10 9c3 11 27 11 30 0-8-5-22-5-30 0z",
        ),
    ),
}

BROWS = {
    Mood.CALM: "M43 45q6-4 12-1M65 44q6-3 12 1",
    Mood.GLAD: "M43 43q6-5 12-2M65 41q6-3 12 2",
    Mood.RELIEVED: "M43 43q6-3 12-3M65 40q6 0 12 3",
    Mood.TIRED: "M43 47q6-2 12 0M65 47q6-2 12 0",
    Mood.WORRIED: "M43 46q6-4 12-6M65 40q6 2 12 6",
    Mood.TENSE: "M44 45q6-1 11 1M65 46q5-2 11-1",
    Mood.CLOSED: "M43 45h12M65 45h12",
    Mood.SURPRISED: "M43 40q6-6 12-3M65 37q6-3 12 3",
}
DOT = "M{0} {1}a3 3 0 1 0 6 0 3 3 0 1 0-6 0"
EYES = {
    Mood.CALM: (("face-ink", DOT.format(46, 54) + DOT.format(68, 54)),),
    Mood.TENSE: (
        ("face-ink", DOT.format(46, 54) + DOT.format(68, 54)),
        ("face-soft", "M44 50q5-2 10 0M66 50q5-2 10 0"),
    ),
    Mood.WORRIED: (("face-ink", DOT.format(46, 54) + DOT.format(68, 54)),),
    Mood.GLAD: (("face-line", "M44 55q5-6 10 0M66 55q5-6 10 0"),),
    Mood.RELIEVED: (("face-line", "M44 53q5 5 10 0M66 53q5 5 10 0"),),
    Mood.TIRED: (
        ("face-line", "M44 53h10M66 53h10"),
        ("face-ink", "M46 53a3 3 0 0 0 6 0zM68 53a3 3 0 0 0 6 0z"),
        ("face-soft", "M45 60q4 2 8 0M67 60q4 2 8 0"),
    ),
    Mood.CLOSED: (("face-line", "M44 51h10M66 51h10"), ("face-ink", DOT.format(43, 55) + DOT.format(65, 55))),
    Mood.SURPRISED: (("face-ink", "M45 53a4 4 0 1 0 8 0 4 4 0 1 0-8 0M67 53a4 4 0 1 0 8 0 4 4 0 1 0-8 0"),),
}
MOUTHS = {
    Mood.CALM: ("face-line", "M51 72q9 5 18 0"),
    Mood.GLAD: ("face-mouth", "M48 69q12 16 24 0z"),
    Mood.RELIEVED: ("face-line", "M50 71q10 8 20 0"),
    Mood.TIRED: ("face-line", "M52 74q8-2 16 0"),
    Mood.WORRIED: ("face-line", "M51 75q5-5 9-3t9 2"),
    Mood.TENSE: ("face-line", "M52 74q4-3 8 0t8 0"),
    Mood.CLOSED: ("face-line", "M51 74q8-3 17-1"),
    Mood.SURPRISED: ("face-mouth", "M56 74a4 5 0 1 0 8 0 4 5 0 1 0-8 0"),
}
NOSE = ("face-soft", "M60 57q-3 6 1 7")
LEANING = {Mood.CLOSED: "face-turned", Mood.TIRED: "face-tilted"}

Shape = tuple[str, str]


def paths(*shapes: Shape) -> str:
    return "".join(f'<path class="{name}" d="{path}"/>' for name, path in shapes)


def shapes(look: str, mood: Mood) -> str:
    """The drawing's inside: shoulders, hair, head, and a face in this mood."""
    behind = [BEHIND[look]] if look in BEHIND else []
    head = paths(*behind, ("face-skin", NECK), ("face-skin", CHIN), *ON_TOP[look])
    front = paths(("face-line", BROWS[mood]), *EYES[mood], NOSE, MOUTHS[mood])
    arms = paths(("face-arms", ARMS)) if mood is Mood.CLOSED else ""
    shoulders = paths(("face-coat", SHOULDERS.get(mood, UPRIGHT)))
    return f'{shoulders}<g class="{LEANING.get(mood, "face-upright")}">{head}{front}</g>{arms}'


def in_words(mood: Mood) -> str:
    """`kijkt opgelucht`, to stand behind a name."""
    return str(WORDS[mood])


def face(someone: Someone, mood: Mood) -> SafeString:
    """The person as a drawing; what it shows stands in words beside it, so that a screen reader skips it."""
    return format_html(
        '<svg class="face face--{}" viewBox="0 0 120 120" aria-hidden="true" focusable="false">{}</svg>',
        someone.look,
        mark_safe(shapes(someone.look, mood)),  # noqa: S308 - constants of this file
    )
