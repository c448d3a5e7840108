"""A proposal for the agenda of a session: from what was shared, the goals, and homework. The coach chooses."""

import uuid

from django.utils.translation import gettext as _

from spoorboek.people.actor import Actor
from spoorboek.programme.coaching import access
from spoorboek.programme.coaching.models import HomeworkReply
from spoorboek.programme.folder.access import shared_with
from spoorboek.programme.folder.sheets import sheets

MOST = 9


def proposed_points(actor: Actor, dossier_id: uuid.UUID) -> list[str]:
    """Points in the order of a session: how are you doing first, what follows last. Only what the coach may read."""
    points = [_("Hoe is het nu?")]
    for one in access.homework_of(dossier_id):
        if one.row.author_id != actor.account_id:
            continue
        if one.said == HomeworkReply.Said.DONE:
            points.append(_("Terugkijken op: %(what)s") % {"what": one.title})
        elif not one.said:
            points.append(_("Hoe gaat het met: %(what)s") % {"what": one.title})
    points += [_("Samen bekijken: %(what)s") % {"what": title} for title in shared_titles(actor, dossier_id)]
    goals = [one for one in access.goals_of(dossier_id) if not one.row.ended_on]
    points += [
        _("Waar sta je nu: %(goal)s") % {"goal": one.content.title}
        if one.row.fixed_on
        else _("Treden opschrijven: %(goal)s") % {"goal": one.content.title}
        for one in goals
    ]
    return [*list(dict.fromkeys(points))[: MOST - 1], _("Wat is de volgende stap?")]


def shared_titles(actor: Actor, dossier_id: uuid.UUID) -> list[str]:
    """Titles of the sheets that the client shared with the reader."""
    keys = dict.fromkeys(sheet.share.worksheet for sheet in shared_with(actor, dossier_id))
    offered = sheets(dossier_id) if keys else {}
    return [access.title_of(key, offered)[0] for key in keys]
