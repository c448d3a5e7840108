"""The places of the site, once: the client's tabs and the professional's navigation.

A place appears as soon as a URL with its name exists, so that a new room only adds its line here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Place:
    """A tab or a navigation link. `key` is what a page sets as `place` in its context to be marked as current."""

    key: str
    label: str | Promise
    url_name: str
    icon: str = ""
    roles: frozenset[str] = frozenset()
    """Who has this place; empty: everyone of this face."""


@dataclass(frozen=True)
class ReachablePlace:
    """A place with its address."""

    key: str
    label: str | Promise
    icon: str
    href: str


CLIENT = (
    Place("today", _("Vandaag"), "today", "today"),
    Place("route", _("Mijn route"), "my_route", "route"),
    Place("folder", _("Mijn werkmap"), "work-folder", "folder"),
    Place("access", _("Wie ziet wat"), "who_sees", "eye"),
)
WITH_A_CASELOAD = frozenset({"case_manager", "company_doctor", "labour_expert", "coach"})
PROFESSIONAL = (
    Place("caseload", _("Mijn caseload"), "caseload", roles=WITH_A_CASELOAD),
    Place("team", _("Mijn team"), "team", roles=frozenset({"supervisor"})),
    Place("lists", _("Laden"), "lists", roles=frozenset({"case_manager"})),
    Place("agenda", _("Agenda"), "agenda", roles=WITH_A_CASELOAD | {"supervisor"}),
    Place("methods", _("Methoden"), "methods"),
    Place("scenes", _("Oefenscènes"), "practice-scenes", roles=frozenset({"labour_expert", "coach"})),
    Place("learning", _("Leren"), "learning"),
    Place("intervision", _("Intervisie"), "intervision", roles=WITH_A_CASELOAD),
    Place("organisation", _("Organisatie"), "organisation", roles=frozenset({"admin"})),
)


def of(roles: Iterable[str], places: Iterable[Place] = PROFESSIONAL) -> list[Place]:
    """The places of someone with these roles."""
    have = frozenset(roles)
    return [place for place in places if not place.roles or place.roles & have]


def reachable(places: Iterable[Place]) -> list[ReachablePlace]:
    """The places whose URL exists in this installation."""
    found = []
    for place in places:
        try:
            found.append(ReachablePlace(place.key, place.label, place.icon, reverse(place.url_name)))
        except NoReverseMatch:
            continue
    return found
