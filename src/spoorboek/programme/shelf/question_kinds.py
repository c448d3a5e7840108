"""The kinds of questions in words, and what the form asks for each: a new kind is a line in both tables."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Said = str | Promise


@dataclass(frozen=True)
class Told:
    """A kind of question in words: what it is called, and when it fits."""

    name: str | Promise
    fits: str | Promise
    icon: str


KINDS_TOLD: Mapping[str, Told] = {
    "choose-one": Told(_("Eén kiezen"), _("Een paar antwoorden, waarvan er één past."), "check"),
    "choose-several": Told(_("Meer kiezen"), _("Aankruisen wat past, zoveel als je wilt."), "check"),
    "sort-cards": Told(_("Kaarten leggen"), _("Elke kaart op een stapel, zoals nu, later, nooit."), "folder"),
    "scale": Told(_("Schaal van 0 tot 10"), _("Hoe sterk of hoe zeker, met woorden aan de uiteinden."), "chart"),
    "energy-day": Told(_("Energie door de dag"), _("Per deel van de dag, van leeg tot vol."), "late"),
    "week-plan": Told(_("Weekplan"), _("Zeven dagen met ochtend, middag en avond."), "calendar"),
    "people-around": Told(_("Mensen om je heen"), _("Namen, en wat die mensen voor iemand zijn."), "people"),
    "short-text": Told(_("Een stukje tekst"), _("Een paar zinnen in eigen woorden."), "edit"),
    "short-lines": Told(_("Een paar korte regels"), _("Zoals drie goede momenten."), "paper"),
    "picture": Told(_("Tekening of foto"), _("Een foto van papier, met woorden erbij."), "camera"),
    "voice": Told(_("Inspreken"), _("Vertellen in plaats van schrijven."), "microphone"),
}  # fmt: skip
LISTS: Mapping[str, tuple[Said, int, int]] = {
    "options": (_("Keuzes"), 2, 12),
    "cards": (_("Kaarten"), 2, 12),
    "piles": (_("Stapels"), 2, 4),
    "ways": (_("Wat iemand voor je kan zijn"), 2, 6),
}
"""A list of a question: what it is called, and how few and how many it may have."""
TEXTS = {"low": _("Wat 0 betekent"), "high": _("Wat 10 betekent")}


def yes(label: Any) -> forms.Field:
    return forms.BooleanField(label=label, required=False)


def number(label: Any, least: int, most: int) -> forms.Field:
    """Left empty, the kind's own number stands."""
    return forms.IntegerField(label=label, min_value=least, max_value=most, required=False)


SINGLE: Mapping[str, Callable[[], forms.Field]] = {
    "own": lambda: yes(_("Ook een regel voor een antwoord in eigen woorden")),
    "choices_most": lambda: number(_("Hoeveel mag iemand er hooguit kiezen?"), 1, 12),
    "rows": lambda: number(_("Hoe hoog is het veld, in regels?"), 1, 20),
    "characters": lambda: number(_("Hoeveel tekens passen erin?"), 40, 4000),
    "count": lambda: number(_("Hoeveel regels?"), 2, 8),
}
STANDS_FOR = {"choices_most": "most", "characters": "most"}
"""Fields that are called otherwise in the file."""
WRITING = ("rows", "characters")
PARTS: Mapping[str, tuple[str, ...]] = {
    "choose-one": ("options", "own"),
    "choose-several": ("options", "choices_most", "own"),
    "sort-cards": ("cards", "piles"),
    "scale": ("low", "high"),
    "energy-day": (),
    "week-plan": (),
    "people-around": ("ways",),
    "short-text": WRITING,
    "short-lines": ("count",),
    "picture": WRITING,
    "voice": WRITING,
}
"""What each kind asks besides its words."""
