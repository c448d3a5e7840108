"""Stored steps that ask for something, as a query: the same choice as `now.open_steps` makes for one dossier."""

from datetime import date

from django.db.models import Q, QuerySet

from spoorboek.dossiers.models import Obligation
from spoorboek.dossiers.now import ITS_OWN_PROOF, LET_GO, SOONER_LET_GO
from spoorboek.dossiers.shown import LAPSES


def asking(today: date) -> QuerySet[Obligation]:
    """Steps by their day; a repeated step stands in it each time (the page shows only the one whose turn it is)."""
    lapsed = Q(key__in=LAPSES, next_on__lt=today)
    let_go = Q(next_on__lt=today - LET_GO)
    for key, patience in SOONER_LET_GO.items():
        let_go |= Q(key=key, next_on__lt=today - patience)
    only_custom = Q(statutory__isnull=True, agreed__isnull=True)
    return (
        Obligation.objects.filter(next_on__isnull=False, applies=True)
        .exclude(lapsed)
        .exclude(only_custom & let_go)
        .exclude(key__in=ITS_OWN_PROOF)
    )
