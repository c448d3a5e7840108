"""On *Vandaag*: the sheet that the client was busy with. It asks nothing, and never comes before what the law asks."""

from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from spoorboek.dossiers.access import Reached
from spoorboek.dossiers.doors import Door, href
from spoorboek.dossiers.today_card import Card
from spoorboek.programme.folder.access import Folder, folder_of
from spoorboek.programme.folder.shown import SheetCard, begun

FRESH = timedelta(days=21)
"""A sheet that nobody touched for longer is not brought up again."""


def offered(reached: Reached, today: date) -> Card | None:
    """The last sheet that was begun and is not done."""
    folder = folder_of(reached.actor, reached.dossier.pk)
    going = [sheet for sheet in begun(folder) if last_day(folder, sheet) > today - FRESH]
    return card_of(going[0]) if going else None


def last_day(folder: Folder, sheet: SheetCard) -> date:
    return max(
        timezone.localdate(page.answer.written_at)
        for (worksheet, _question), page in folder.pages.items()
        if worksheet == sheet.key and page.answer
    )


def card_of(sheet: SheetCard) -> Card:
    return Card(
        name="",
        pictogram="paper",
        title=_("Uit je werkmap"),
        lines=(_("Je was bezig met: %(sheet)s.") % {"sheet": sheet.title},),
        buttons=(
            Door(_("Ga verder"), href("worksheet-question", sheet.key, sheet.next_number), primary=True),
        ),
    )
