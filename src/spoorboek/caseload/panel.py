"""What stands round the list: counts to click on, filters to choose from, and what is now filtered on."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoorboek.caseload.counting import MOST_CHOICES, Counts
from spoorboek.caseload.models import View
from spoorboek.caseload.reading import names_of_employers
from spoorboek.caseload.urgency import OPEN_GROUPS, Group
from spoorboek.caseload.wishes import ORDERS, PHASES, Which, Wish
from spoorboek.dossiers.story import step_name
from spoorboek.people.actor import Actor
from spoorboek.people.models import Person

WHICH: tuple[tuple[Which, str | Promise], ...] = (
    (Which.OPEN, gettext_lazy("Lopend")),
    (Which.CLOSED, gettext_lazy("Gesloten")),
    (Which.ALL, gettext_lazy("Alles")),
)


@dataclass(frozen=True)
class Tile:
    """One count at the top."""

    group: Group
    count: int
    href: str
    current: bool


@dataclass(frozen=True)
class Choice:
    """Something to choose in a filter."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Active:
    """A filter that is set, with the address of the list without it."""

    label: str
    without: str


def address(wish: Wish, **more: str) -> str:
    """The list as wished."""
    query = wish.query
    extra = "&".join(f"{name}={value}" for name, value in more.items() if value)
    both = "&".join(part for part in (query, extra) if part)
    return f"{reverse('caseload')}?{both}" if both else reverse("caseload")


def tiles(wish: Wish, counted: Counts) -> list[Tile]:
    """The counts; a click shows only these, a second click shows all again."""
    made = []
    for group in OPEN_GROUPS:
        current = wish.group is group
        to = wish.but(group=None if current else group, which=Which.ALL if wish.q else Which.OPEN)
        made.append(Tile(group, counted.groups[group], address(to), current))
    return made


def lists(wish: Wish) -> list[tuple[str, str, bool]]:
    """Running, closed or all: label, address, whether it is the one shown."""
    return [
        (str(label), address(wish.but(which=which, group=None)), wish.which is which)
        for which, label in WHICH
    ]


def choices(wish: Wish, counted: Counts) -> dict[str, list[Choice]]:
    """What each filter offers: nothing where there is nothing to choose, or too much."""
    return {
        "werkgever": chosen_among(named(names_of_employers, counted.employers, wish.employer), wish.employer),
        "leiding": chosen_among(
            named(names_of_people, counted.supervisors, wish.supervisor), wish.supervisor
        ),
        "stap": chosen_among({key: step_name(key) for key in counted.steps}, wish.step),
        "fase": chosen_among(
            {one.key: one.label for one in PHASES}, wish.phase and wish.phase.key, by_label=False
        ),
        "sorteer": chosen_among(ORDERS, wish.order, by_label=False),
    }


def chosen_among(names: Mapping[Any, str | Promise], chosen: object, by_label: bool = True) -> list[Choice]:
    if len(names) < 2 and chosen not in names:
        return []
    made = [Choice(str(key), str(name), key == chosen) for key, name in names.items()]
    return sorted(made, key=lambda one: one.label) if by_label else made


def named(
    names_of: Callable[[Iterable[uuid.UUID]], dict[uuid.UUID, str]],
    ids: list[uuid.UUID],
    chosen: uuid.UUID | None,
) -> dict[uuid.UUID, str]:
    """Names of the most frequent ones; nothing is asked where there is nothing to choose."""
    return names_of(ids[:MOST_CHOICES]) if len(ids) > 1 or chosen else {}


def names_of_people(ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, str]:
    return {row.pk: row.name for row in Person.objects.filter(pk__in=list(ids))}


def active(wish: Wish, offered: dict[str, list[Choice]]) -> list[Active]:
    """The filters that are set, each to be taken away."""
    made = []
    for name, parameter in (
        ("employer", "werkgever"),
        ("supervisor", "leiding"),
        ("phase", "fase"),
        ("step", "stap"),
    ):
        if getattr(wish, name):
            label = next((one.label for one in offered[parameter] if one.chosen), _("onbekend"))
            made.append(Active(label, address(wish.but(**{name: "" if name == "step" else None}))))
    if wish.mine:
        made.append(Active(_("nu aan mij"), address(wish.but(mine=False))))
    if wish.new:
        made.append(Active(_("nieuw deze week"), address(wish.but(new=False))))
    return made


def panel(actor: Actor, wish: Wish, counted: Counts, today: date) -> dict[str, Any]:
    """Everything round the list, for the template."""
    offered = choices(wish, counted)
    kept = View.objects.filter(account_id=actor.person_id)
    return {
        "tiles": tiles(wish, counted),
        "lists": lists(wish),
        "choices": offered,
        "active": active(wish, offered),
        "toggles": [
            (_("Nu aan mij"), address(wish.but(mine=not wish.mine)), wish.mine, None),
            (_("Nieuw"), address(wish.but(new=not wish.new)), wish.new, counted.new),
        ],
        "carried": {
            name: value
            for name, value in wish.parameters.items()
            if name in ("q", "lijst", "groep", "aanzet", "nieuw")
        },
        "kept": [(view, f"{reverse('caseload')}?{view.query}", view.query == wish.query) for view in kept],
        "query": wish.query,
        "month_href": f"{reverse('caseload_month')}?{wish.query}",
        "export_href": f"{reverse('caseload_export')}?{wish.query}",
        "several_employers": len(counted.employers) > 1,
        "today": today,
    }
