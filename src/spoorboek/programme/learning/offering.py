"""A short module on *Vandaag*: the one a client is in, or in the first weeks the one about what comes."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.doors import Door, href
from spoorboek.dossiers.today_card import Card
from spoorboek.methods.modules import Module
from spoorboek.programme.learning.access import offered

FIRST = "what-happens-now"
FROM, UNTIL = timedelta(weeks=1), timedelta(weeks=8)
"""Not in the first days: then rest is good. After these weeks the question is another one."""


def offering(reached: Reached, today: date) -> Card | None:
    """At most one module, and never one that is finished."""
    mine = offered(reached.actor, for_clients=True)
    open_one = next((one.module for one in mine if one.is_open), None)
    if open_one:
        return card(open_one, _("Ga verder"))
    fresh = FROM <= today - reached.dossier.first_sick_day <= UNTIL
    first = next((one.module for one in mine if one.module.key == FIRST and not one.finished_on), None)
    return card(first, _("Bekijk de uitleg")) if fresh and first else None


def card(module: Module, button: str) -> Card:
    head = module.in_language(get_language() or "nl").head
    name = f"offer:learning:{module.key}"
    return Card(
        name=name,
        pictogram="paper",
        title=head.title,
        lines=(head.summary, _("Het duurt ongeveer %(minutes)s minuten.") % {"minutes": head.minutes}),
        buttons=(Door(button, reverse("module", args=[module.key])),),
        fold=href("fold_card", name),
        unfold=href("unfold_card", name),
    )
