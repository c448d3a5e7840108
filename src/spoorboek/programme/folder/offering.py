"""On *Vandaag*: the sheet that the client was busy with. It asks nothing, and never comes before what the law asks."""

from datetime import date, timedelta

from django.utils.translation import gettext as _

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.doors import Door, href
from spoorboek.dossiers.shown import in_language
from spoorboek.dossiers.today_card import Card
from spoorboek.methods.worksheets import Worksheet
from spoorboek.programme.folder.models import Answer, Finish
from spoorboek.programme.folder.sheets import sheets

FRESH = timedelta(days=21)
"""A sheet that nobody touched for longer is not brought up again."""


def offered(reached: Reached, today: date) -> Card | None:
    """The last sheet that was begun and is not done: one query, and nothing is unsealed for it."""
    done = Finish.objects.filter(dossier=reached.dossier).values("worksheet")
    fresh = Answer.objects.filter(dossier=reached.dossier, written_at__date__gt=today - FRESH)
    busy = fresh.exclude(worksheet__in=done).order_by("-written_at", "pk")
    key = busy.values_list("worksheet", flat=True).first()
    found = sheets(reached.dossier.pk).get(key) if key else None
    return card_of(found) if found else None


def card_of(sheet: Worksheet) -> Card:
    return Card(
        name="",
        pictogram="paper",
        title=_("Uit je werkmap"),
        lines=(_("Je was bezig met: %(sheet)s.") % {"sheet": in_language(sheet.title)},),
        buttons=(Door(_("Ga verder"), href("worksheet", sheet.key), primary=True),),
    )
