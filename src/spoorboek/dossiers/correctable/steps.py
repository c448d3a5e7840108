"""Facts about leave and about moments on the road."""

from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoorboek.dossiers.acts.leave import ONE_DAY, check_leave
from spoorboek.dossiers.acts.milestones import check_done_on
from spoorboek.dossiers.correctable.kind import Fact, FactKind
from spoorboek.dossiers.correctable.words import moment_title, written_day
from spoorboek.dossiers.forms.facts_correct import LeaveDaysForm, MomentForm
from spoorboek.dossiers.medical.statements import forget_statement, move_statement
from spoorboek.dossiers.models import Dossier, Milestone
from spoorboek.dossiers.refusals import Refused


class Leaves(FactKind):
    key = "leave"
    title = gettext_lazy("Verlof (WAZO)")
    form = LeaveDaysForm
    names: ClassVar = {"starts": "leave_starts", "last_day": "leave_last_day"}

    def facts(self, dossier: Dossier) -> list[Fact]:
        return [
            Fact(
                str(row.pk),
                str(row.get_kind_display()).capitalize(),
                _("%(starts)s tot en met %(last)s")
                % {"starts": written_day(row.starts), "last": written_day(row.ends - ONE_DAY)},
                {"starts": row.starts, "last_day": row.ends - ONE_DAY},
                removable=True,
            )
            for row in dossier.leaves.all()
        ]

    def write(self, dossier: Dossier, row: str, values: dict[str, Any]) -> None:
        leave = dossier.leaves.get(pk=row)
        check_leave(dossier, values["starts"], values["last_day"], besides=leave.pk)
        move_statement(dossier.pk, leave.starts, values["starts"])
        leave.starts, leave.ends = values["starts"], values["last_day"] + ONE_DAY
        leave.save()

    def remove(self, dossier: Dossier, row: str) -> None:
        leave = dossier.leaves.get(pk=row)
        forget_statement(dossier.pk, leave.starts)
        leave.delete()


class Milestones(FactKind):
    key = "moment"
    title = gettext_lazy("Wat er gedaan is")
    form = MomentForm
    names: ClassVar = {"done_on": "done_on"}

    def facts(self, dossier: Dossier) -> list[Fact]:
        titles = {row.key: row for row in dossier.obligations.all()}
        return [
            Fact(
                str(row.pk),
                moment_title(row.key, titles.get(row.key)),
                written_day(row.done_on),
                {"done_on": row.done_on},
                removable=True,
                step=row.key,
            )
            for row in dossier.milestones.all()
        ]

    def write(self, dossier: Dossier, row: str, values: dict[str, Any]) -> None:
        moment = dossier.milestones.get(pk=row)
        check_done_on(dossier, values["done_on"])
        twin = dossier.milestones.filter(key=moment.key, done_on=values["done_on"]).exclude(pk=moment.pk)
        if twin.exists():
            raise Refused(_("Op deze dag staat deze stap al. Kies een andere dag."), "done_on")
        Milestone.objects.filter(pk=moment.pk).update(done_on=values["done_on"])

    def remove(self, dossier: Dossier, row: str) -> None:
        dossier.milestones.get(pk=row).delete()
