"""Acts on one's own list: keeping a way to look at it, dropping one. No dossier changes: nothing is journalled."""

from django.http import QueryDict
from django.utils.translation import gettext as _

from spoorboek.caseload.models import View
from spoorboek.caseload.wishes import Wish
from spoorboek.dossiers import health_words
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import Actor

MOST = 12
LONGEST = 40


def keep_view(actor: Actor, name: str, query: str) -> View:
    """Keep a way to look under a name; the same name again replaces it. A search for a name is not kept."""
    named = " ".join(name.split())
    if not named:
        raise Refused(_("Geef de weergave een naam, bijvoorbeeld: Spoor 2."), "name")
    if len(named) > LONGEST:
        raise Refused(_("Deze naam is te lang. Gebruik hooguit 40 tekens."), "name")
    health_words.check(named, "name")
    others = View.objects.filter(account_id=actor.person_id).exclude(name=named)
    if others.count() >= MOST:
        raise Refused(_("Je hebt al twaalf weergaven. Verwijder er eerst een."), "name")
    asked = QueryDict(query, mutable=True)
    asked.pop("q", None)
    wish = Wish.read(asked)
    view, _made = View.objects.update_or_create(
        account_id=actor.person_id, name=named, defaults={"query": wish.query}
    )
    return view


def drop_view(actor: Actor, view_id: int) -> None:
    """Take a kept way to look away; of someone else it does not exist. Twice does no harm."""
    View.objects.filter(account_id=actor.person_id, pk=view_id).delete()
