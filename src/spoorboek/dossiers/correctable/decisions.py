"""Facts about decisions, requests and dates agreed together."""

from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from spoorboek.dossiers.acts.decisions import FIELDS, Content, check_decision
from spoorboek.dossiers.correctable.kind import Fact, FactKind
from spoorboek.dossiers.correctable.words import moment_title, written_day
from spoorboek.dossiers.forms.facts_correct import AgreedDateForm, AnyDecisionForm
from spoorboek.dossiers.models import Decision, Dossier
from spoorboek.dossiers.refusals import Refused


class Decisions(FactKind):
    key = "decision"
    title = gettext_lazy("Besluiten en verzoeken")
    form = AnyDecisionForm
    names: ClassVar = {name: name for name in FIELDS}

    def facts(self, dossier: Dossier) -> list[Fact]:
        return [
            Fact(
                str(row.pk),
                str(row.get_kind_display()).capitalize(),
                decision_text(row),
                {name: getattr(row, name) for name in FIELDS},
                removable=True,
            )
            for row in dossier.decisions.all()
        ]

    def write(self, dossier: Dossier, row: str, values: dict[str, Any]) -> None:
        decision = dossier.decisions.get(pk=row)
        check_decision(dossier, decision.kind, Content(**values))
        for name in FIELDS:
            setattr(decision, name, values[name])
        decision.save()

    def remove(self, dossier: Dossier, row: str) -> None:
        decision = dossier.decisions.get(pk=row)
        shortened = dossier.decisions.filter(kind=Decision.Kind.SHORTENING).exists()
        if decision.kind == Decision.Kind.SANCTION and shortened:
            raise Refused(_("Er staat nog een bekortingsverzoek bij deze loonsanctie. Verwijder dat eerst."))
        decision.delete()


def decision_text(row: Decision) -> str:
    parts = []
    if row.received_on:
        parts.append(_("gevraagd op %(day)s") % {"day": written_day(row.received_on)})
    if row.decided_on:
        parts.append(_("besloten op %(day)s") % {"day": written_day(row.decided_on)})
    if row.weeks:
        parts.append(ngettext("%(count)s week", "%(count)s weken", row.weeks) % {"count": row.weeks})
    if row.granted is not None:
        parts.append(_("toegekend") if row.granted else _("afgewezen"))
    return " · ".join(parts)


class AgreedDates(FactKind):
    key = "agreed"
    title = gettext_lazy("Samen afgesproken data")
    form = AgreedDateForm
    names: ClassVar = {"due": "agreed"}

    def facts(self, dossier: Dossier) -> list[Fact]:
        titles = {row.key: row for row in dossier.obligations.all()}
        return [
            Fact(
                str(row.pk),
                moment_title(row.key, titles.get(row.key)),
                f"{written_day(row.due)} · {row.get_reason_display()}",
                {"due": row.due},
                removable=True,
            )
            for row in dossier.agreements.all()
        ]

    def write(self, dossier: Dossier, row: str, values: dict[str, Any]) -> None:
        if values["due"] < dossier.first_sick_day:
            raise Refused(_("Deze dag ligt voor de eerste ziektedag. Kies een latere dag."), "due")
        agreement = dossier.agreements.get(pk=row)
        agreement.due = values["due"]
        agreement.save()

    def remove(self, dossier: Dossier, row: str) -> None:
        dossier.agreements.get(pk=row).delete()
