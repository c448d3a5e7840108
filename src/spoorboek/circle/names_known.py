"""The names that somebody could let slip: of the people in their own dossiers, and of their organisations."""

from spoorboek.caseload.models import Line
from spoorboek.circle.traces import parts_of_names
from spoorboek.people.access import memberships
from spoorboek.people.actor import Actor
from spoorboek.people.models import Involvement, Person

LAST = 500
"""Of so many dossiers everyone's name is known; of older ones the client's, which the caseload holds."""


def names_known(actor: Actor) -> frozenset[str]:
    """Words of names, for `traces`. The writer's own name may be written."""
    mine = Involvement.objects.filter(account_id=actor.person_id).order_by("-pk")
    dossiers = list(mine.values_list("dossier_id", flat=True)[:LAST])
    there = Involvement.objects.filter(dossier_id__in=dossiers).exclude(account_id=actor.person_id)
    people = Person.objects.filter(pk__in=there.values("account")).only("first_name", "last_name")
    clients = Line.objects.filter(account_id=actor.person_id).values_list("name", flat=True)
    organisations = [row.organisation.name for row in memberships(actor)]
    known = parts_of_names([*(one.name for one in people), *clients]) | unusual(organisations)
    own = Person.objects.filter(pk=actor.person_id).first()
    return known - parts_of_names([own.name] if own else [])


KIND_WORDS = (
    "zorg zorgcentrum zorggroep arbodienst werk werkbedrijf gemeente stichting groep centrum dienst"
    " diensten huis bedrijf bedrijven verder samen re-integratie reintegratie spoor test advies ziekenhuis"
    " school bouw nederland"
)
COMMON_IN_NAMES = frozenset(KIND_WORDS.split())


def unusual(organisations: list[str]) -> frozenset[str]:
    """The words of an organisation's name that are not about what kind of organisation it is."""
    return parts_of_names(organisations) - COMMON_IN_NAMES
