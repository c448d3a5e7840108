"""Facts about the employment: agreed hours, begin and end, kind, birth date. The registrar writes them."""

from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoorboek.dossiers.acts.contract import check_contract
from spoorboek.dossiers.acts.opening import REGISTRAR
from spoorboek.dossiers.correctable.kind import Fact, FactKind
from spoorboek.dossiers.correctable.words import hours_text, written_day
from spoorboek.dossiers.forms.facts_correct import ContractForm, WorkForm
from spoorboek.dossiers.models import Dossier
from spoorboek.dossiers.refusals import Refused
from spoorboek.people.actor import acting_as
from spoorboek.people.models import ContractHours, Employment
from spoorboek.site import clock


class Contract(FactKind):
    key = "contract"
    title = gettext_lazy("Contracturen per week")
    form = ContractForm
    names: ClassVar = {"since": "contract_since", "hours": "contract_hours"}

    def facts(self, dossier: Dossier) -> list[Fact]:
        return [
            Fact(
                str(row.pk),
                _("Vanaf %(since)s") % {"since": written_day(row.since)},
                hours_text(row.hours),
                {"since": row.since, "hours": row.hours},
            )
            for row in dossier.employment.contract_hours.all()
        ]

    def write(self, dossier: Dossier, row: str, values: dict[str, Any]) -> None:
        if dossier.employment.contract_hours.filter(since=values["since"]).exclude(pk=row).exists():
            raise Refused(_("Bij deze dag staan al contracturen. Wijzig die regel."), "since")
        check_contract(dossier, values["since"], values["hours"])
        with acting_as(REGISTRAR):
            ContractHours.objects.filter(pk=row, employment=dossier.employment).update(**values)


class Work(FactKind):
    key = "work"
    title = gettext_lazy("Dienstverband")
    form = WorkForm
    names: ClassVar = {
        "starts": "employment_starts",
        "ends": "employment_ends",
        "kind": "employment_kind",
        "birth_date": "birth_date",
    }

    def facts(self, dossier: Dossier) -> list[Fact]:
        row = dossier.employment
        values = {name: getattr(row, name) for name in self.names}
        return [Fact("1", row.job_title, work_text(row), values)]

    def write(self, dossier: Dossier, row: str, values: dict[str, Any]) -> None:
        check_work(dossier, values)
        employment = dossier.employment
        for name in self.names:
            setattr(employment, name, values[name])
        with acting_as(REGISTRAR):
            employment.save(update_fields=list(self.names))


def work_text(row: Employment) -> str:
    parts = [str(row.get_kind_display())]
    if row.starts:
        parts.append(_("vanaf %(day)s") % {"day": written_day(row.starts)})
    if row.ends:
        parts.append(_("tot en met %(day)s") % {"day": written_day(row.ends)})
    if row.birth_date:
        parts.append(_("geboren %(day)s") % {"day": written_day(row.birth_date)})
    return " · ".join(parts)


def check_work(dossier: Dossier, values: dict[str, Any]) -> None:
    starts, ends, born = values["starts"], values["ends"], values["birth_date"]
    if starts and starts > dossier.first_sick_day:
        raise Refused(_("Het dienstverband begon voor de eerste ziektedag. Kies een eerdere dag."), "starts")
    if ends and ends < dossier.first_sick_day:
        raise Refused(_("Deze dag ligt voor de eerste ziektedag. Kies een latere dag."), "ends")
    if born and not 14 <= (clock.today() - born).days // 365 <= 100:
        raise Refused(_("Kijk het geboortejaar na."), "birth_date")
