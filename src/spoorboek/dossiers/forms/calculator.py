"""The facts of the public timetable *Reken je tijdlijn uit*. Nothing in this form is ever stored."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.shown import in_language
from spoorboek.law import Facts
from spoorboek.law.fact_input import facts_from
from spoorboek.law.problems import FactsError

ONE_DAY = timedelta(days=1)
BREAKS = (1, 2, 3)
ANSWERS = [("unknown", _("weet ik niet")), ("yes", _("ja")), ("no", _("nee"))]
FIELD_OF = {
    "first_sick_day": "first_sick_day",
    "spells": "fit_1",
    "leaves": "leave_from",
    "analysis_on": "analysis_on",
    "plan_on": "plan_on",
    "early_signal_on": "early_signal_on",
    "second_track_started_on": "second_track_started_on",
    "sanction": "sanction_on",
    "employment": "employment_end",
    "person": "birth_date",
}


def day(label: Any, hint: Any = "", required: bool = False) -> forms.DateField:
    """A day, with the browser's own date picker; typing works too."""
    return forms.DateField(
        label=label,
        help_text=hint,
        required=required,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d-%m-%y"],
        error_messages={
            "required": _("Vul de eerste ziektedag in. Daar begint alles mee."),
            "invalid": _("Dit is geen datum. Schrijf bijvoorbeeld 20-4-2026."),
        },
    )


class CalculatorForm(forms.Form):
    """First sick day, and the facts that may move a date."""

    first_sick_day = day(
        _("Eerste ziektedag"),
        _("De eerste werkdag waarop niet of korter is gewerkt. Een vrije dag telt hier als werkdag."),
        required=True,
    )
    first_day_basis = forms.ChoiceField(
        label=_("Wat gebeurde er die dag?"),
        choices=[("not_worked", _("niet gewerkt")), ("stopped_during_day", _("tijdens de dag gestopt"))],
        widget=forms.RadioSelect,
        initial="not_worked",
        required=False,
    )
    leave_from = day(_("Zwangerschaps- of bevallingsverlof: eerste dag"))
    leave_last = day(_("Laatste dag van dat verlof"))
    same_cause = forms.ChoiceField(
        label=_("Ziekte voor en na het verlof: dezelfde oorzaak?"),
        help_text=_("Dat zegt de bedrijfsarts. Zonder antwoord geven we geen dag die ervan afhangt."),
        choices=ANSWERS,
        required=False,
    )
    related_to_birth = forms.ChoiceField(
        label=_("Komt de ziekte door de zwangerschap of de bevalling?"), choices=ANSWERS, required=False
    )
    birth_date = day(_("Geboortedatum"), _("Alleen nodig bij iemand die bijna AOW krijgt."))
    employment_end = day(_("Laatste dag van het dienstverband"))
    analysis_on = day(_("Probleemanalyse gemaakt op"))
    plan_on = day(_("Plan van aanpak gemaakt op"))
    early_signal_on = day(_("Signaal: eigen werkgever lukt waarschijnlijk niet"))
    second_track_started_on = day(_("Spoor 2 begonnen op"))
    sanction_on = day(_("Loonsanctie: datum van het besluit"))
    sanction_weeks = forms.IntegerField(
        label=_("Loonsanctie: aantal weken"), min_value=1, max_value=52, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in BREAKS:
            self.fields[f"fit_{number}"] = day(_("Helemaal hersteld vanaf"))
            self.fields[f"again_{number}"] = day(_("Weer ziek vanaf"))

    def groups(self) -> list[tuple[str, list[forms.BoundField], bool]]:
        """The optional facts by subject: title, fields, whether something is filled in (then it stands open)."""
        named = (
            (
                _("Tussendoor hersteld"),
                [f"{part}_{number}" for number in BREAKS for part in ("fit", "again")],
            ),
            (_("Verlof rond een bevalling"), ["leave_from", "leave_last", "same_cause", "related_to_birth"]),
            (_("Wat al gedaan is"), ["analysis_on", "plan_on", "early_signal_on", "second_track_started_on"]),
            (
                _("Dienstverband, AOW en loonsanctie"),
                ["employment_end", "birth_date", "sanction_on", "sanction_weeks"],
            ),
        )
        made = []
        for title, names in named:
            fields = [self[name] for name in names]
            filled = any(field.errors or (field.value() not in {None, "", "unknown"}) for field in fields)
            made.append((str(title), fields, filled))
        return made

    def spells(self) -> list[dict[str, Any]]:
        """The stretches of sickness: each break ends one and, if sick again, begins the next."""
        data = self.cleaned_data
        made: list[dict[str, Any]] = [{"from": data["first_sick_day"]}]
        for number in BREAKS:
            fit, again = data.get(f"fit_{number}"), data.get(f"again_{number}")
            if fit:
                made[-1]["until"] = fit
            if fit and again:
                made.append({"from": again})
        return made

    def leaves(self) -> list[dict[str, Any]]:
        data = self.cleaned_data
        if not (data.get("leave_from") and data.get("leave_last")):
            return []
        return [
            {
                "kind": "wazo",
                "from": data["leave_from"],
                "until": data["leave_last"] + ONE_DAY,
                "same_cause": data.get("same_cause") or "unknown",
                "related_to_birth": data.get("related_to_birth") or "unknown",
            }
        ]

    def facts(self) -> Facts:
        """The facts for the law library. Raises `FactsError` where they contradict each other."""
        data = self.cleaned_data
        given: dict[str, Any] = {
            "first_sick_day": data["first_sick_day"],
            "first_day_basis": data.get("first_day_basis") or "not_worked",
            "spells": self.spells(),
            "leaves": self.leaves(),
            "person": {"birth_date": data.get("birth_date")},
        }
        for name in ("analysis_on", "plan_on", "early_signal_on", "second_track_started_on"):
            given[name] = data.get(name)
        if data.get("employment_end"):
            given["employment"] = {"kind": "fixed_term", "end": data["employment_end"]}
        if data.get("sanction_on"):
            given["sanction"] = {"decided_on": data["sanction_on"], "weeks": data.get("sanction_weeks") or 52}
        return facts_from(given)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for number in BREAKS:
            if data.get(f"again_{number}") and not data.get(f"fit_{number}"):
                self.add_error(f"fit_{number}", _("Vul ook in vanaf welke dag er herstel was."))
        for first, other in (("leave_from", "leave_last"), ("leave_last", "leave_from")):
            if data.get(first) and not data.get(other):
                self.add_error(other, _("Vul ook de andere dag van het verlof in."))
        if not self.errors:
            self.check_facts()
        return data

    def check_facts(self) -> None:
        """Contradictions, told at the field they are about."""
        try:
            self.facts()
        except FactsError as error:
            for problem in error.problems:
                message = in_language({"nl": problem.message.nl, "en": problem.message.en})
                self.add_error(FIELD_OF.get(problem.field.split("[")[0].split(".")[0]), message)
