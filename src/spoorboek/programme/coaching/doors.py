"""Ways in: links on *Mijn route* and on the dossier, and homework as a card on *Vandaag*."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.days import in_words
from spoorboek.dossiers.doors import Door, href
from spoorboek.dossiers.onlookers import roles_of
from spoorboek.dossiers.rooms import Room
from spoorboek.dossiers.sharings import Shared
from spoorboek.dossiers.today_card import Card
from spoorboek.people.policy import GUIDES, Role
from spoorboek.programme.coaching import access

ROOMS = (
    Room(gettext_lazy("Mijn doelen"), "my_goals", (Role.CLIENT,), 45),
    Room(gettext_lazy("Mijn coaching"), "my_coaching", (Role.CLIENT,), 46),
    Room(gettext_lazy("Coaching"), "coaching", GUIDES, 30),
)


def offered(reached: Reached, today: date) -> Card | None:
    """The homework that has waited longest."""
    waiting = [one for one in access.homework_of(reached.dossier.pk) if not one.said]
    if not waiting:
        return None
    one = min(waiting, key=lambda each: (each.row.due_on or date.max, each.row.given_on))
    sheet = href("worksheet", one.row.worksheet)
    person = one.row.author.person
    minutes = _(" Het kost ongeveer %(minutes)s minuten.") % {"minutes": one.minutes} if one.minutes else ""
    buttons = (Door(_("Begin"), sheet),) if sheet else ()
    return Card(
        name="",
        pictogram="paper",
        title=one.title,
        day=_("voor %(day)s") % {"day": in_words(one.row.due_on, today)} if one.row.due_on else "",
        pill="quiet",
        lines=(_("%(name)s gaf je dit.") % {"name": person.first_name} + minutes,),
        buttons=(*buttons, Door(_("Bekijk wat er klaarligt"), reverse("my_coaching"))),
        on=one.row.due_on,
    )


def proposed(reached: Reached, today: date) -> Card | None:
    """Words that a coach proposed for a goal: without this card the client would have to come by to see them."""
    found = [(goal, *goal.proposal) for goal in access.goals_of(reached.dossier.pk) if goal.proposal]
    if not found:
        return None
    goal, proposal, _words = found[0]
    return Card(
        name="",
        pictogram="paper",
        title=_("Woorden voor je doel"),
        lines=(
            _("%(name)s stelt woorden voor bij: %(goal)s.")
            % {"name": proposal.author.person.first_name, "goal": goal.content.title.rstrip(".")},
            _("Je neemt ze over, of niet. Jij kiest."),
        ),
        buttons=(Door(_("Bekijk het voorstel"), reverse("my_goals")),),
    )


def homework_sheets(reached: Reached, today: date) -> dict[str, str]:
    """Worksheets that are homework and wait, each with who gave it and for when: for the work folder itself."""
    waiting = [one for one in access.homework_of(reached.dossier.pk) if one.row.worksheet and not one.said]
    return {one.row.worksheet: given(one, today) for one in waiting}


def given(one: access.HomeworkShown, today: date) -> str:
    words = {"name": one.row.author.person.first_name}
    if one.row.due_on is None:
        return _("Huiswerk van %(name)s") % words
    return _("Huiswerk van %(name)s, voor %(day)s") % {**words, "day": in_words(one.row.due_on, today)}


def shared_from_here(reached: Reached) -> Iterator[Shared]:
    """For *Wie ziet wat*: who reads which goal."""
    running = [one for one in access.goals_of(reached.dossier.pk) if one.shares and not one.row.ended_on]
    roles = roles_of(reached.dossier.pk, *GUIDES) if running else {}
    for goal in running:
        for one in goal.shares:
            if one.account_id in roles:
                yield Shared(
                    _("Doel: %(what)s") % {"what": goal.content.title},
                    reverse("my_goals"),
                    one.account.person.name,
                    roles[one.account_id],
                    one.until,
                    reverse("goal_withdraw", args=[one.pk]),
                )
