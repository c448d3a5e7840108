"""A fact about the employer itself that counts in each of its dossiers: it bears the risk of the Ziektewet (ERD-ZW)."""

from django.utils.translation import gettext as _

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts.seats import REGISTRAR
from spoorboek.dossiers.medical.scope import both_or_neither
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.projection import recompute, together
from spoorboek.dossiers.refusals import Refused
from spoorboek.people import acts
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Organisation


def running_at(employer: Organisation) -> int:
    """How many running dossiers the employer has; for its administrator, who reads none of them."""
    with acting_as(REGISTRAR):
        return Dossier.objects.filter(employment__organisation=employer, closed_on__isnull=True).count()


def state_own_risk(actor: Actor, employer: Organisation, own_risk: bool) -> int:
    """Whether the employer bears the Ziektewet risk itself; how many running dossiers were worked out anew.

    All dates follow at once. Each dossier tells it in its journal; nothing about a person is in it.
    """
    acts.check_admin(actor, employer)
    if employer.kind not in acts.EMPLOYERS:
        raise Refused(_("Alleen een werkgever kan eigenrisicodrager zijn."))
    with both_or_neither(), acting_as(REGISTRAR):
        held = Organisation.objects.select_for_update().get(pk=employer.pk)
        if held.own_risk_zw == own_risk:
            raise Refused(_("Dit stond er al zo. Er is niets veranderd."), "own_risk")
        held.own_risk_zw = own_risk
        held.save(update_fields=["own_risk_zw"])
        return tell_dossiers(held, actor)


def tell_dossiers(employer: Organisation, by: Actor) -> int:
    """A new version, an entry and new dates for every running dossier of the employer."""
    mine = Dossier.objects.filter(employment__organisation=employer, closed_on__isnull=True)
    with together():
        dossiers = list(mine.select_for_update(of=("self",)).order_by("pk"))
        for dossier in dossiers:
            dossier.version += 1
            dossier.save(update_fields=["version"])
            said = {"own_risk": employer.own_risk_zw, "by": str(by.account_id)}
            journal.record(dossier, "state_own_risk", said, role=None)
            recompute(dossier)
    return len(dossiers)
