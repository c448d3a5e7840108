"""Facts about the sickness: the first day, its periods, the hours worked."""

from itertools import pairwise
from typing import Any, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spoorboek.dossiers.acts.opening import check_first_day
from spoorboek.dossiers.acts.sickness import check_hours
from spoorboek.dossiers.correctable.kind import EMPLOYERS_SIDE, Fact, FactKind
from spoorboek.dossiers.correctable.words import hours_text, written_day
from spoorboek.dossiers.facts import contract_on
from spoorboek.dossiers.forms.facts_correct import FirstDayForm, HoursForm, SpellForm
from spoorboek.dossiers.models import Dossier, ResumedHours, Spell
from spoorboek.dossiers.refusals import Refused
from spoorboek.site import clock


class FirstDay(FactKind):
    key = "first-day"
    title = gettext_lazy("Eerste ziektedag")
    form = FirstDayForm
    roles = EMPLOYERS_SIDE
    names: ClassVar = {"first_sick_day": "first_sick_day", "basis": "first_day_basis"}

    def facts(self, dossier: Dossier) -> list[Fact]:
        basis = Dossier.FirstDayBasis(dossier.first_day_basis)
        text = f"{written_day(dossier.first_sick_day)} · {basis.label}"
        values = {"first_sick_day": dossier.first_sick_day, "basis": dossier.first_day_basis}
        return [Fact("1", str(self.title), text, values)]

    def write(self, dossier: Dossier, row: str, values: dict[str, Any]) -> None:
        day = values["first_sick_day"]
        check_first_day(dossier.employment, day)
        first = dossier.spells.first()
        assert first is not None
        if first.ends and day >= first.ends:
            raise Refused(
                _("Deze dag ligt op of na het herstel van de eerste periode. Wijzig eerst de hersteldag."),
                "first_sick_day",
            )
        check_before(dossier, day)
        dossier.first_sick_day, dossier.first_day_basis = day, values["basis"]
        first.starts = day
        first.save()


def check_before(dossier: Dossier, day: Any) -> None:
    """A later first day must not leave hours, steps or decisions before it."""
    hours = dossier.resumed_hours.filter(since__lt=day).exists()
    steps = dossier.milestones.filter(done_on__lt=day).exists()
    if hours or steps:
        raise Refused(
            _("Er staan uren of stappen van voor deze dag in het dossier. Verbeter of verwijder die eerst."),
            "first_sick_day",
        )


class Spells(FactKind):
    key = "spell"
    title = gettext_lazy("Ziekteperiodes")
    form = SpellForm
    roles = EMPLOYERS_SIDE
    names: ClassVar = {"starts": "spell_starts", "ends": "spell_ends"}

    def facts(self, dossier: Dossier) -> list[Fact]:
        rows = list(dossier.spells.all())
        return [
            Fact(
                str(row.pk),
                _("Periode %(number)s") % {"number": number},
                spell_text(row),
                {"starts": row.starts, "ends": row.ends},
                removable=number > 1,
            )
            for number, row in enumerate(rows, 1)
        ]

    def write(self, dossier: Dossier, row: str, values: dict[str, Any]) -> None:
        spell = dossier.spells.get(pk=row)
        first = dossier.spells.first()
        if first and spell.pk == first.pk and values["starts"] != spell.starts:
            raise Refused(
                _("Dit is de eerste ziektedag van het dossier. Wijzig die bij “Eerste ziektedag”."), "starts"
            )
        check_spell(values)
        spell.starts, spell.ends = values["starts"], values["ends"]
        spells = [spell if other.pk == spell.pk else other for other in dossier.spells.all()]
        check_order(spells)
        spell.save()

    def remove(self, dossier: Dossier, row: str) -> None:
        dossier.spells.get(pk=row).delete()


def spell_text(spell: Spell) -> str:
    if spell.ends is None:
        return _("ziek vanaf %(starts)s") % {"starts": written_day(spell.starts)}
    return _("ziek vanaf %(starts)s, hersteld op %(ends)s") % {
        "starts": written_day(spell.starts),
        "ends": written_day(spell.ends),
    }


def check_spell(values: dict[str, Any]) -> None:
    starts, ends = values["starts"], values["ends"]
    for name, day in values.items():
        if day and day > clock.today():
            raise Refused(_("Deze dag moet nog komen. Kies vandaag of een eerdere dag."), name)
    if ends and ends <= starts:
        raise Refused(_("De hersteldag ligt na de eerste ziektedag. Kijk beide dagen na."), "ends")


def check_order(spells: list[Spell]) -> None:
    """No two periods overlap, and only the last may run."""
    for before, after in pairwise(sorted(spells, key=lambda spell: spell.starts)):
        if before.ends is None:
            raise Refused(
                _(
                    "Er begint later nog een ziekteperiode. Vul hier de hersteldag in, of verwijder de latere periode."
                ),
                "ends",
            )
        if after.starts < before.ends:
            raise Refused(
                _("Deze periode loopt door een andere heen. Kies dagen die elkaar niet overlappen."), "starts"
            )


class Hours(FactKind):
    key = "hours"
    title = gettext_lazy("Gewerkte uren per week")
    form = HoursForm
    roles = EMPLOYERS_SIDE
    names: ClassVar = {"since": "resumed_since", "hours": "resumed_hours"}

    def facts(self, dossier: Dossier) -> list[Fact]:
        return [
            Fact(
                str(row.pk),
                _("Vanaf %(since)s") % {"since": written_day(row.since)},
                hours_text(row.hours),
                {"since": row.since, "hours": row.hours},
                removable=True,
            )
            for row in dossier.resumed_hours.all()
        ]

    def write(self, dossier: Dossier, row: str, values: dict[str, Any]) -> None:
        since = values["since"]
        if since > clock.today():
            raise Refused(_("Deze dag moet nog komen. Kies vandaag of een eerdere dag."), "since")
        if not any(s.starts <= since and (s.ends is None or since < s.ends) for s in dossier.spells.all()):
            raise Refused(_("Op deze dag was de medewerker niet ziek gemeld. Kies een andere dag."), "since")
        if dossier.resumed_hours.filter(since=since).exclude(pk=row).exists():
            raise Refused(_("Bij deze dag staan al uren. Wijzig die regel."), "since")
        check_hours(values["hours"], contract_on(dossier, since))
        ResumedHours.objects.filter(pk=row, dossier=dossier).update(since=since, hours=values["hours"])

    def remove(self, dossier: Dossier, row: str) -> None:
        dossier.resumed_hours.get(pk=row).delete()
