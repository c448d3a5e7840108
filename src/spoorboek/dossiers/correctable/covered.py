"""The day on which the employer learned that a safety net applies. Which one it is stands nowhere here."""

from datetime import date
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoorboek.dossiers.acts.covered import STEP, check_clear_on
from spoorboek.dossiers.correctable.kind import Fact, FactKind
from spoorboek.dossiers.correctable.words import written_day
from spoorboek.dossiers.forms.facts_correct import NetClearForm
from spoorboek.dossiers.models import Covered, Dossier


class NetClear(FactKind):
    key = "net-clear"
    title = gettext_lazy("Vangnet van de Ziektewet")
    form = NetClearForm
    names: ClassVar = {"clear_on": "net_clear_on"}

    def facts(self, dossier: Dossier) -> list[Fact]:
        known = Covered.objects.filter(pk=dossier.pk, clear_on__isnull=False).first()
        if known is None or known.clear_on is None:
            return []
        title = _("Duidelijk geworden dat er een vangnet geldt")
        values = {"clear_on": known.clear_on}
        return [Fact("1", title, written_day(known.clear_on), values, removable=True, step=STEP)]

    def write(self, dossier: Dossier, row: str, values: dict[str, Any]) -> None:
        check_clear_on(dossier, values["clear_on"])
        self.store(dossier, values["clear_on"])

    def remove(self, dossier: Dossier, row: str) -> None:
        self.store(dossier, None)

    def store(self, dossier: Dossier, day: date | None) -> None:
        Covered.objects.filter(pk=dossier.pk).update(clear_on=day)
