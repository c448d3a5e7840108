"""Where somebody is on the way of a list, and what comes next."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spoorboek.loading.choices import Choices
from spoorboek.loading.models import Import

Words = str | Promise
WAY: tuple[tuple[str, Words], ...] = (
    ("file", _("Bestand")),
    ("columns", _("Kolommen")),
    ("questions", _("Betekenis")),
    ("people", _("Mensen")),
    ("preview", _("Voorbeeld")),
    ("load", _("Laden")),
)
QUESTIONS = ("order", "part", "end", "zero")


@dataclass(frozen=True)
class Stop:
    """A step on the way: behind, here or ahead; `href` where one may go back to it."""

    key: str
    label: Words
    state: str
    href: str = ""


def trail(load: Import | None, here: str) -> list[Stop]:
    """The steps with where we are."""
    keys = [key for key, _label in WAY]
    at = keys.index("questions" if here in QUESTIONS else here)
    return [
        Stop(
            key,
            label,
            "here" if number == at else "done" if number < at else "ahead",
            href_back(load, key, number < at),
        )
        for number, (key, label) in enumerate(WAY)
    ]


def state_of(number: int, at: int) -> str:
    if number == at:
        return "here"
    return "done" if number < at else "ahead"


def href_back(load: Import | None, key: str, behind: bool) -> str:
    if load is None or not behind or load.state not in {Import.State.CHOOSING, Import.State.READY}:
        return ""
    if key == "questions":
        answered = [each for each in QUESTIONS if each in Choices.of(load).seen]
        return reverse("list_question", args=[load.pk, answered[0]]) if answered else ""
    return reverse(f"list_{key}", args=[load.pk]) if key in {"columns", "people"} else ""


def where(load: Import, step: str) -> str:
    """The address of a step."""
    if step in QUESTIONS:
        return reverse("list_question", args=[load.pk, step])
    return reverse(f"list_{step}", args=[load.pk])
