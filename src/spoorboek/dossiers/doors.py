"""The buttons on a dossier: which act a role may walk to from here, each by the name of its address.

A button appears only where its page exists, so that the dossier never offers a door that leads nowhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.acts.steps import DECIDED_ELSEWHERE, who_may_do
from spoorboek.dossiers.overview import recovered_from
from spoorboek.dossiers.shown import ShownStep, Status
from spoorboek.people.policy import Role

EMPLOYERS_SIDE = (Role.CASE_MANAGER, Role.SUPERVISOR)
EVERYONE = (*EMPLOYERS_SIDE, Role.COMPANY_DOCTOR, Role.LABOUR_EXPERT, Role.COACH)


@dataclass(frozen=True)
class Door:
    """A button: its words and where it leads."""

    label: str
    href: str
    primary: bool = False


@dataclass(frozen=True)
class Way:
    """A page with an act, for whom it is, and whether it is for who is sick or who has recovered."""

    name: str
    label: str | Promise
    roles: tuple[Role, ...]
    when: str = "always"


HEADER = (
    Way("facts", gettext_lazy("Feit wijzigen"), EMPLOYERS_SIDE),
    Way("note_contact", gettext_lazy("Contact noteren"), EVERYONE),
)
CHANGES = (
    Way("partial_return", gettext_lazy("Uren werk doorgeven"), EMPLOYERS_SIDE, "sick"),
    Way("recovery", gettext_lazy("Herstel melden"), EMPLOYERS_SIDE, "sick"),
    Way("sick_again", gettext_lazy("Opnieuw ziek melden"), EMPLOYERS_SIDE, "recovered"),
)


def href(name: str, *args: object) -> str:
    """The address of a page, or nothing when this installation has no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def ways(reached: Reached, among: Iterable[Way]) -> list[Door]:
    """The doors of these that this role may use now."""
    if not reached.dossier.is_open:
        return []
    state = "recovered" if recovered_from(reached.dossier) else "sick"
    found = [
        Door(str(way.label), href(way.name, reached.dossier.pk))
        for way in among
        if reached.role in way.roles and way.when in ("always", state)
    ]
    return [door for door in found if door.href]


def doors_of(reached: Reached) -> list[Door]:
    """The buttons beside the name; the last is the one used most."""
    found = ways(reached, HEADER)
    return [Door(door.label, door.href, primary=door is found[-1]) for door in found]


def facts_doors(reached: Reached) -> list[Door]:
    """What can happen to hours and sickness."""
    return ways(reached, CHANGES)


def step_door(reached: Reached, step: ShownStep) -> Door | None:
    """The button that does a step, for whose move it is."""
    if not reached.dossier.is_open or step.status is Status.DONE:
        return None
    if reached.role not in who_may_do(step.row) or step.key in DECIDED_ELSEWHERE:
        return None
    where = href("mark_done", reached.dossier.pk, step.key, step.ordinal)
    if not where:
        return None
    return Door(_("Nu doen") if step.mine else _("Vastleggen"), where, primary=step.mine)
