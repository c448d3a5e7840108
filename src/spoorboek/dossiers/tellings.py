"""How each act is told. Two voices: to professionals about the employee, to the client with *je*.

Fields such as `%(who)s` are filled from the act's payload; `who` and `client` are always there. A part in square
brackets falls away when the act did not say what is in it. A test holds that every act in `acts/` has its telling.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spoorboek.dossiers.acts.contact import WhyRedacted
from spoorboek.dossiers.acts.steps import WhyCorrected
from spoorboek.dossiers.expert_opinion import Question
from spoorboek.dossiers.models import Agreement, Appointment, ContactWay, Decision, Dossier, Leave
from spoorboek.dossiers.reasons import Reason
from spoorboek.people.models import ROLE_CHOICES, Employment

Words = str | Promise


@dataclass(frozen=True)
class Telling:
    """The two sentences of one act."""

    professional: Words
    client: Words


MEDICAL = Telling(
    _("De bedrijfsarts heeft iets vastgelegd dat meetelt voor de data."),
    _(
        "De bedrijfsarts heeft iets vastgelegd dat meetelt voor de data. Alleen jij en de bedrijfsarts lezen wat."
    ),
)
UNKNOWN_ACT = Telling(_("%(who)s heeft iets vastgelegd."), _("%(who)s heeft iets vastgelegd."))

SICKNESS = {
    "report_sick": Telling(
        _("%(who)s meldde %(client)s ziek[. De eerste ziektedag is %(first_sick_day)s]."),
        _("%(who)s meldde je ziek[. Je eerste ziektedag is %(first_sick_day)s]."),
    ),
    "report_sick_again": Telling(
        _("%(who)s meldde %(client)s opnieuw ziek[ vanaf %(first_day)s].[ %(why)s]"),
        _("%(who)s meldde je opnieuw ziek[ vanaf %(first_day)s].[ %(why)s]"),
    ),
    "record_partial_return": Telling(
        _("%(who)s gaf uren door: %(client)s werkt[ vanaf %(since)s][ %(hours)s uur per week]."),
        _("%(who)s gaf door dat je[ vanaf %(since)s][ %(hours)s uur per week] werkt."),
    ),
    "report_recovery": Telling(
        _("%(who)s meldde %(client)s hersteld[ vanaf %(fit_from)s]."),
        _("%(who)s meldde dat je hersteld bent[ vanaf %(fit_from)s]."),
    ),
    "close_short_absence": Telling(
        _("%(who)s meldde %(client)s hersteld[ vanaf %(fit_from)s] en sloot het dossier."),
        _("%(who)s meldde dat je weer werkt[ vanaf %(fit_from)s]. Je dossier is gesloten."),
    ),
    "withdraw_report": Telling(
        _("%(who)s trok de ziekmelding in. Die was een vergissing."),
        _("%(who)s trok de ziekmelding in. Die was een vergissing."),
    ),
}

FACTS_CHANGED = {
    "register_leave": Telling(
        _("%(who)s legde verlof vast[ van %(starts)s tot en met %(last_day)s]."),
        _("%(who)s legde je verlof vast[ van %(starts)s tot en met %(last_day)s]."),
    ),
    "state_on_leave": MEDICAL,
    "state_safety_net": MEDICAL,
    "say_on_leave": Telling(
        _("%(client)s gaf iets door dat meetelt voor de data."),
        _("Je gaf iets door dat meetelt voor de data. Alleen jij en de bedrijfsarts lezen wat."),
    ),
    "change_contract_hours": Telling(
        _("%(who)s legde nieuwe contracturen vast[: %(hours)s uur per week][ vanaf %(since)s]."),
        _("%(who)s legde nieuwe contracturen vast[: %(hours)s uur per week][ vanaf %(since)s]."),
    ),
    "record_decision": Telling(
        _("%(who)s legde vast[: %(kind)s]."),
        _("%(who)s legde vast[: %(kind)s]."),
    ),
    "state_own_risk": Telling(
        _("De werkgever gaf door of die eigenrisicodrager is voor de Ziektewet[: %(own_risk)s]."),
        _("Je werkgever gaf door of die zelf het ziekengeld betaalt na je dienstverband[: %(own_risk)s]."),
    ),
    "record_for_uwv": Telling(
        _("%(who)s legde iets vast dat meetelt voor UWV[: %(step)s]."),
        _("%(who)s legde iets vast dat meetelt voor UWV[: %(step)s]."),
    ),
    "record_milestone": Telling(
        _("%(who)s legde vast[: %(key)s][, op %(done_on)s]."),
        _("%(who)s legde vast[: %(key)s][, op %(done_on)s]."),
    ),
    "correct_fact": Telling(
        _("%(who)s verbeterde een feit[: %(title)s][. Reden: %(reason)s]."),
        _("%(who)s verbeterde een feit in je dossier[: %(title)s][. Reden: %(reason)s]."),
    ),
    "remove_fact": Telling(
        _("%(who)s haalde een feit weg[: %(title)s][. Reden: %(reason)s]."),
        _("%(who)s haalde een feit uit je dossier[: %(title)s][. Reden: %(reason)s]."),
    ),
}

ENDINGS = {
    "end_employment": Telling(
        _("%(who)s legde vast dat het dienstverband eindigt[. De laatste dag is %(last_day)s]."),
        _("%(who)s legde vast dat je dienstverband eindigt[. De laatste dag is %(last_day)s]."),
    ),
    "report_death": Telling(
        _("%(who)s meldde dat %(client)s is overleden. Alles wat gepland was, is gestopt."),
        _("%(who)s meldde een overlijden. Alles wat gepland was, is gestopt."),
    ),
    "reopen_dossier": Telling(
        _("%(who)s opende het dossier opnieuw."),
        _("%(who)s opende je dossier opnieuw."),
    ),
    "reproject": Telling(
        _("De regels zijn veranderd. Daardoor zijn er datums verschoven."),
        _("De regels zijn veranderd. Daardoor zijn er datums op je route verschoven."),
    ),
    "close_dossier": Telling(
        _("Het dossier sloot vanzelf[: %(closing)s]."),
        _("Je dossier sloot vanzelf[: %(closing)s]."),
    ),
    "end_reading": Telling(
        _("De bewaartermijn[ van %(days)s dagen] is voorbij. Alleen %(client)s leest dit dossier nog."),
        _("De bewaartermijn[ van %(days)s dagen] is voorbij. Op je werk leest niemand je dossier nog."),
    ),
}

STEPS = {
    "mark_done": Telling(
        _("%(who)s vinkte een stap af[: %(step)s][, gedaan op %(done_on)s]."),
        _("%(who)s vinkte een stap af[: %(step)s][, gedaan op %(done_on)s]."),
    ),
    "correct_done": Telling(
        _("%(who)s verbeterde de datum van een stap[: %(step)s][. Reden: %(why)s]."),
        _("%(who)s verbeterde de datum van een stap[: %(step)s][. Reden: %(why)s]."),
    ),
    "agree_date": Telling(
        _(
            "%(employer)s en %(client)s spraken samen een andere datum af[: %(step)s, %(due)s][. Reden: %(reason)s]."
        ),
        _("%(employer)s en jij spraken samen een andere datum af[: %(step)s, %(due)s][. Reden: %(reason)s]."),
    ),
    "record_opinion_asked": Telling(
        _("%(who)s legde vast dat aan UWV een deskundigenoordeel is gevraagd[, op %(asked_on)s]."),
        _("%(who)s legde vast dat aan UWV een deskundigenoordeel is gevraagd[, op %(asked_on)s]."),
    ),
}

CONTACT = {
    "note_contact": Telling(
        _("%(who)s noteerde contact[ op %(on)s][ (%(way)s)]."),
        _("%(who)s noteerde dat jullie contact hadden[ op %(on)s][ (%(way)s)]."),
    ),
    "redact_contact_note": Telling(
        _("%(who)s haalde de tekst van een notitie weg[. Reden: %(why)s]."),
        _("%(who)s haalde de tekst van een notitie weg[. Reden: %(why)s]."),
    ),
    "plan_appointment": Telling(
        _("%(who)s plande een afspraak[: %(kind)s][, %(day)s om %(time)s uur]."),
        _("%(who)s plande een afspraak met je[: %(kind)s][, %(day)s om %(time)s uur]."),
    ),
    "move_appointment": Telling(
        _("%(who)s verzette een afspraak[: %(kind)s][, nu %(day)s om %(time)s uur]."),
        _("%(who)s verzette een afspraak met je[: %(kind)s][, nu %(day)s om %(time)s uur]."),
    ),
    "cancel_appointment": Telling(
        _("%(who)s zei een afspraak af[: %(kind)s][, %(day)s]."),
        _("%(who)s zei een afspraak af[: %(kind)s][, %(day)s]."),
    ),
    "say_cannot_come": Telling(
        _("%(client)s kan niet komen[: %(kind)s][, %(day)s]. Kies samen een nieuw moment."),
        _("Je liet weten dat je niet kunt komen[: %(kind)s][, %(day)s]."),
    ),
    "say_can_come": Telling(
        _("%(client)s kan toch komen[: %(kind)s][, %(day)s]."),
        _("Je liet weten dat je toch kunt komen[: %(kind)s][, %(day)s]."),
    ),
}

PEOPLE = {
    "invite_client": Telling(
        _("%(who)s nodigde %(client)s uit voor Spoorboek."),
        _("%(who)s nodigde je uit voor Spoorboek."),
    ),
    "recognise_client": Telling(
        _("%(who)s sprak %(client)s en opende het medische deel voor %(client)s zelf."),
        _("%(who)s sprak je. Sindsdien lees je ook je eigen medische deel."),
    ),
    "transfer": Telling(
        _("%(who)s droeg het dossier over[ aan %(name)s]."),
        _("%(who)s droeg je dossier over[ aan %(name)s]."),
    ),
    "hand_over": Telling(
        _("%(name)s droeg het dossier over aan %(to)s, samen met andere dossiers."),
        _("%(name)s droeg je dossier over aan %(to)s, samen met andere dossiers."),
    ),
    "undo_hand_over": Telling(
        _("Het dossier ging van %(name)s terug naar %(to)s."),
        _("Je dossier ging van %(name)s terug naar %(to)s."),
    ),
    "deputise": Telling(
        _("%(name)s neemt waar voor %(for)s[, tot en met %(until)s]."),
        _("%(name)s vervangt %(for)s[, tot en met %(until)s]."),
    ),
    "end_deputising": Telling(
        _("%(name)s neemt niet meer waar."),
        _("%(name)s vervangt niemand meer in je dossier."),
    ),
    "let_take_part": Telling(
        _("%(who)s liet %(name)s meedoen[ als %(role)s][, van %(organisation)s]."),
        _("%(who)s liet %(name)s meedoen[ als %(role)s][, van %(organisation)s]."),
    ),
    "end_taking_part": Telling(
        _("%(name)s doet niet meer mee[ als %(role)s]."),
        _("%(name)s doet niet meer mee[ als %(role)s]."),
    ),
    "leave_role": Telling(
        _(
            "%(name)s doet niet meer mee[ als %(role)s][. %(to)s neemt het over][. Let op: er staat nog een "
            "afspraak met %(name)s (%(waiting)s). Verzet die of zeg die af]."
        ),
        _(
            "%(name)s doet niet meer mee[ als %(role)s][. %(to)s neemt het over][. Er staat nog een afspraak "
            "met %(name)s (%(waiting)s). Je casemanager verzet die of zegt die af]."
        ),
    ),
    "end_service": Telling(
        _(
            "%(name)s doet niet meer mee[ als %(role)s][. %(organisation)s werkt niet meer voor deze "
            "werkgever][. Let op: er staat nog een afspraak met %(name)s (%(waiting)s). Verzet die of zeg die af]."
        ),
        _(
            "%(name)s doet niet meer mee[ als %(role)s][. %(organisation)s werkt niet meer voor je "
            "werkgever][. Er staat nog een afspraak met %(name)s (%(waiting)s). Je casemanager verzet die of "
            "zegt die af]."
        ),
    ),
    "authorise_helper": Telling(
        _("%(client)s liet iemand meekijken als helper[, tot en met %(until)s]."),
        _("Je liet %(name)s meekijken[, tot en met %(until)s]."),
    ),
    "withdraw_helper": Telling(
        _("Een helper van %(client)s kijkt niet meer mee."),
        _("Je liet %(name)s niet langer meekijken."),
    ),
}

TELLINGS: dict[str, Telling] = {**SICKNESS, **FACTS_CHANGED, **ENDINGS, **STEPS, **CONTACT, **PEOPLE}


def register(tellings: Mapping[str, Telling], codes: Mapping[str, Mapping[str, Words]] | None = None) -> None:
    """A room above tells its own acts, and names the codes in its payloads by the field they stand in."""
    twice = TELLINGS.keys() & tellings.keys()
    if twice:
        raise ValueError(f"Told already: {', '.join(sorted(twice))}.")
    TELLINGS.update(tellings)
    for name, words in (codes or {}).items():
        CODES[name] = {**CODES.get(name, {}), **words}


FOR_SOME = ("record_for_uwv",)
"""Acts of which only some in the dossier read what they said; to the others nothing was taken away."""

FACTS: dict[str, Words] = {
    "first_sick_day": _("eerste ziektedag"),
    "first_day_basis": _("hoe de eerste ziektedag is bepaald"),
    "spell_starts": _("begin van de ziekteperiode"),
    "spell_ends": _("eerste dag hersteld"),
    "resumed_since": _("gewerkte uren: vanaf"),
    "resumed_hours": _("gewerkte uren per week"),
    "leave_starts": _("eerste dag van het verlof"),
    "leave_last_day": _("laatste dag van het verlof"),
    "contract_since": _("contracturen: vanaf"),
    "contract_hours": _("contracturen per week"),
    "employment_starts": _("eerste dag van het dienstverband"),
    "employment_kind": _("soort dienstverband"),
    "birth_date": _("geboortedatum"),
    "received_on": _("ontvangen op"),
    "decided_on": _("besloten op"),
    "weeks": _("aantal weken"),
    "granted": _("toegekend door UWV"),
    "related_to_birth": _("door zwangerschap of bevalling"),
    "net_clear_on": _("duidelijk dat er een vangnet is"),
    "employment_ends": _("laatste dag van het dienstverband"),
    "closed_on": _("gesloten op"),
    "done_on": _("gedaan op"),
    "agreed": _("afgesproken dag"),
    "appointment": _("moment"),
    "case_manager": _("casemanager"),
}


def labels(*choices: Iterable[tuple[str, Words]]) -> Mapping[str, Words]:
    """Words of codes that stand in payloads."""
    return {value: label for chosen in choices for value, label in chosen}


CODES: dict[str, Mapping[str, Words]] = {
    "kind": labels(Appointment.Kind.choices, Decision.Kind.choices, Leave.Kind.choices),
    "employment_kind": labels(Employment.Kind.choices),
    "way": labels(ContactWay.choices),
    "role": labels(ROLE_CHOICES),
    "closing": labels(Dossier.Closing.choices),
    "basis": labels(Dossier.FirstDayBasis.choices),
    "first_day_basis": labels(Dossier.FirstDayBasis.choices),
    "reason": labels(Agreement.Reason.choices, Reason.choices),
    "why": labels(WhyCorrected.choices, WhyRedacted.choices),
    "question": labels(Question.choices),
}
"""By the name of the field, since the same code means different things in different fields."""
FOR_PROFESSIONALS: dict[tuple[str, str], Words] = {("kind", "supervisor"): _("gesprek met de leidinggevende")}
"""Words for professionals where the usual ones say *je* to the client."""
OWN_MOMENTS: dict[str, Words] = {"early-signal": _("vroeg signaal voor spoor 2")}
"""Moments that are facts and no obligation of the law; the others have their title there."""
