"""The buttons on a dossier: which act a role may walk to from here, each by the name of its address.

A button appears only where its page exists, so that the dossier never offers a door that leads nowhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.acts.steps import DECIDED_ELSEWHERE, who_may_do
from spoorboek.dossiers.medical.scope import is_recognised
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.overview import recovered_from
from spoorboek.dossiers.shown import ShownStep, Status, short_day
from spoorboek.people.policy import Role
from spoorboek.site import clock

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
    Way("short_absence", gettext_lazy("Weer aan het werk"), EMPLOYERS_SIDE, "short"),
    Way("recovery", gettext_lazy("Herstel melden"), EMPLOYERS_SIDE, "long"),
    Way("sick_again", gettext_lazy("Opnieuw ziek melden"), EMPLOYERS_SIDE, "recovered"),
)
PLANS = (Way("plan_appointment", gettext_lazy("Afspraak plannen"), EVERYONE),)
PEOPLE = (Way("people_of_dossier", gettext_lazy("Mensen wijzigen of overdragen"), EMPLOYERS_SIDE),)
SHORT = timedelta(weeks=6)
"""Until the problem analysis is due, going back to work is most often all there is to report."""


def href(name: str, *args: object) -> str:
    """The address of a page, or nothing when this installation has no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def states(dossier: Dossier) -> tuple[str, ...]:
    """What holds for an open dossier now, in the words of `Way.when`."""
    if recovered_from(dossier):
        return ("always", "recovered")
    is_short = clock.today() - dossier.first_sick_day < SHORT
    return ("always", "sick", "short" if is_short else "long")


def ways(reached: Reached, among: Iterable[Way]) -> list[Door]:
    """The doors of these that this role may use now."""
    if not reached.dossier.is_open:
        return []
    holds = states(reached.dossier)
    found = [
        Door(str(way.label), href(way.name, reached.dossier.pk))
        for way in among
        if reached.role in way.roles and way.when in holds
    ]
    return [door for door in found if door.href]


def doors_of(reached: Reached) -> list[Door]:
    """The buttons beside the name; the last is the one used most."""
    found = ways(reached, HEADER)
    return [Door(door.label, door.href, primary=door is found[-1]) for door in found]


def facts_doors(reached: Reached) -> list[Door]:
    """What can happen to hours and sickness."""
    return ways(reached, CHANGES)


def plan_doors(reached: Reached) -> list[Door]:
    """Planning a conversation."""
    return ways(reached, PLANS)


def people_doors(reached: Reached) -> list[Door]:
    """Who takes part, and who takes over."""
    return ways(reached, PEOPLE)


def statement_doors(reached: Reached) -> list[Door]:
    """What only the company doctor states: on each leave, and on the safety net."""
    if reached.role is not Role.COMPANY_DOCTOR or not reached.dossier.is_open or not settings.MEDICAL_LAYER:
        return []
    found = [
        Door(
            _("Oordeel over het verlof vanaf %(day)s") % {"day": short_day(leave.starts)},
            href("leave_statement", reached.dossier.pk, leave.pk),
        )
        for leave in reached.dossier.leaves.all()
    ]
    found.append(Door(_("Vangnet van de Ziektewet"), href("safety_net", reached.dossier.pk)))
    if not is_recognised(reached.dossier.employment.person_id):
        found.append(Door(_("Code van de medewerker invullen"), href("recognise_client", reached.dossier.pk)))
    return [door for door in found if door.href]


def step_door(reached: Reached, step: ShownStep) -> Door | None:
    """The button that does a step, for who may."""
    if not reached.dossier.is_open or step.status is Status.DONE or not may_do(reached, step):
        return None
    where = href("mark_done", reached.dossier.pk, step.key, step.ordinal)
    return Door(_("Nu doen") if step.mine else _("Vastleggen"), where, primary=step.mine) if where else None


def may_do(reached: Reached, step: ShownStep) -> bool:
    """Whether this role records this step."""
    return reached.role in who_may_do(step.row) and step.key not in DECIDED_ELSEWHERE


def step_doors(reached: Reached, step: ShownStep) -> list[Door]:
    """Doing a step or correcting its day, and agreeing another day where the law lets employer and employee do so."""
    if not reached.dossier.is_open:
        return []
    where = (reached.dossier.pk, step.key, step.ordinal)
    found = [step_door(reached, step)]
    if step.status is Status.DONE and may_do(reached, step):
        found.append(Door(_("Datum verbeteren"), href("correct_done", *where)))
    if step.status is not Status.DONE and step.deviation_allowed and reached.role in EMPLOYERS_SIDE:
        found.append(Door(_("Andere datum afspreken"), href("agree_date", *where)))
    return [door for door in found if door and door.href]
