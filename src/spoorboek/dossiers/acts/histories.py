"""What happened before Spoorboek, for many employees at once: dossiers as the single acts would have left them.

For employees of whom no dossier stands. The same checks, facts and entries in the journal; only the number of queries
is fixed. A test holds the two ways equal.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from spoorboek.dossiers import journal, pending
from spoorboek.dossiers.acts.ending import AFTER_RECOVERY, TIMETABLE
from spoorboek.dossiers.acts.opening import REGISTRAR, Seat, advisers, check_first_day, seats_of
from spoorboek.dossiers.acts.seats import check_roles
from spoorboek.dossiers.acts.sickness import check_day_in_spell, check_hours
from spoorboek.dossiers.cases import Verdict, verdict_on
from spoorboek.dossiers.facts import Answers, contract_on, facts_as_data
from spoorboek.dossiers.facts_stored import OF_DOSSIER
from spoorboek.dossiers.journal import Told
from spoorboek.dossiers.medical.scope import admit_many
from spoorboek.dossiers.models import Dossier, ResumedHours, Spell
from spoorboek.dossiers.projection import recompute, together
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people import access
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.envelopes import Envelope, new_key
from spoorboek.people.models import DossierKey, Employment, Involvement, Organisation
from spoorboek.people.policy import Role
from spoorboek.site import clock

SHORT = 42
"""Days: an absence up to six weeks is told as a short one."""


@dataclass(frozen=True)
class Absence:
    """One period of sickness; `fit_from` is the first day fit again, `hours` those worked a week from a day on."""

    starts: date
    fit_from: date | None = None
    hours: tuple[tuple[date, Decimal], ...] = ()


@dataclass
class CaseTaken:
    """A dossier that was made: its facts, what its journal says, and the absences in it."""

    dossier: Dossier
    role: Role
    spells: list[Spell] = field(default_factory=list)
    hours: list[ResumedHours] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    closing: list[Told] = field(default_factory=list)
    absences: list[Absence] = field(default_factory=list)

    def tell(self, act: str, **payload: Any) -> None:
        self.told.append(Told(act, self.role, payload, self.dossier.version))

    def verdict(self, day: date) -> Verdict:
        """What the law says about sickness from this day, on the facts so far."""
        kept = {"spells": self.spells, "resumed_hours": self.hours}
        self.dossier.__dict__["_prefetched_objects_cache"] = {name: kept.get(name, []) for name in OF_DOSSIER}
        self.dossier.__dict__["_answers"] = Answers()
        return verdict_on(facts_as_data(self.dossier), day)


@dataclass
class History:
    """One employee's absences, and what became of them: dossiers, or a refusal and none."""

    employment_id: uuid.UUID
    absences: Sequence[Absence]
    cases: list[CaseTaken] = field(default_factory=list)
    refusal: str = ""


def record_histories(
    actor: Actor,
    employer: Organisation,
    histories: Sequence[History],
    company_doctor: uuid.UUID | None = None,
    case_manager: uuid.UUID | None = None,
) -> None:
    """Make the dossiers of these histories; each history afterwards holds its cases, or why it was refused."""
    with transaction.atomic(), together():
        employments = held(actor, employer, [each.employment_id for each in histories])
        seats: dict[uuid.UUID, list[Seat]] = {}
        for history in histories:
            employment = employments.get(history.employment_id)
            try:
                if employment is None:
                    raise NotYours(_("Deze medewerker is niet gevonden bij jouw organisatie."))
                taking = [
                    *seats_of(actor, employment),
                    *advisers(actor, employment, company_doctor, case_manager),
                ]
                role = checked_role(actor, taking)
                history.cases = cases_of(employment, history.absences, role)
                seats |= {case.dossier.pk: taking for case in history.cases}
            except Refused as refusal:
                history.refusal = refusal.message
        store([case for history in histories if not history.refusal for case in history.cases], seats)


def held(actor: Actor, employer: Organisation, ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, Employment]:
    """The employments, locked, with their contract hours; those of whom a dossier stands already are left out."""
    reached = set(access.employments_for(actor, employer).filter(pk__in=ids).values_list("pk", flat=True))
    with acting_as(REGISTRAR):
        rows = Employment.objects.select_for_update(of=("self",)).filter(pk__in=reached).order_by("pk")
        known = set(Dossier.objects.filter(employment__in=reached).values_list("employment_id", flat=True))
        found = list(rows.select_related("organisation", "person").prefetch_related("contract_hours"))
    return {row.pk: row for row in found if row.pk not in known}


def checked_role(actor: Actor, seats: Sequence[Seat]) -> Role:
    """The actor's role; nobody may hold two that do not go together."""
    roles: dict[uuid.UUID, set[Role]] = {}
    for seat in seats:
        check_roles(roles.setdefault(seat.account_id, set()), seat.role)
        roles[seat.account_id].add(seat.role)
    own = roles.get(actor.person_id, set())
    return next(role for role in Role if role in own)


def cases_of(employment: Employment, absences: Sequence[Absence], role: Role) -> list[CaseTaken]:
    """The absences as cases, in order of date; the law says which go together."""
    cases: list[CaseTaken] = []
    for absence in absences:
        check_first_day(employment, absence.starts)
        if not cases:
            cases.append(opened(employment, absence, role, None))
        elif again(cases[-1], absence):
            cases.append(opened(employment, absence, role, cases[-1].dossier))
        cases[-1].absences.append(absence)
        worked_in_part(cases[-1], absence)
        recovered(cases[-1], absence)
    for case in cases[-1:]:
        close_when_over(case)
    return cases


def opened(employment: Employment, absence: Absence, role: Role, previous: Dossier | None) -> CaseTaken:
    dossier = Dossier(employment=employment, first_sick_day=absence.starts, previous=previous)
    Dossier._meta.get_field("covered").set_cached_value(dossier, None)
    case = CaseTaken(dossier, role, [Spell(dossier=dossier, starts=absence.starts)])
    case.tell("report_sick", first_sick_day=absence.starts, basis=dossier.first_day_basis)
    return case


def again(case: CaseTaken, absence: Absence) -> bool:
    """Sick again after this case: whether a new one begins, of which the old one tells and closes."""
    last = case.spells[-1]
    if last.ends is None:
        raise Refused(_("Deze medewerker is nog ziek gemeld. Meld eerst het herstel."))
    if absence.starts < last.ends:
        raise Refused(
            _(
                "Deze dag ligt voor de dag waarop herstel is gemeld. Kies een latere dag of verbeter de hersteldag."
            )
        )
    said = case.verdict(absence.starts)
    payload: dict[str, Any] = {"first_day": absence.starts, "new_case": said.new_case, "why": said.why}
    if said.new_case:
        payload |= closed(case)
    else:
        case.spells.append(Spell(dossier=case.dossier, starts=absence.starts))
        case.dossier.version += 1
    case.tell("report_sick_again", **payload)
    return said.new_case


def closed(case: CaseTaken) -> dict[str, Any]:
    case.dossier.closed_on, case.dossier.closing = clock.today(), Dossier.Closing.RECOVERED
    return {"closing": case.dossier.closing, "closed_on": case.dossier.closed_on, "appointments_cancelled": 0}


def worked_in_part(case: CaseTaken, absence: Absence) -> None:
    for since, hours in sorted(absence.hours):
        check_day_in_spell(case.spells[-1], since, "since")
        contract = contract_on(case.dossier, since)
        check_hours(hours, contract)
        case.hours.append(ResumedHours(dossier=case.dossier, since=since, hours=hours))
        case.dossier.version += 1
        change = {"fact": "resumed_hours", "old": None, "new": hours}
        case.tell("record_partial_return", changes=[change], since=since, hours=hours, contract=contract)


def recovered(case: CaseTaken, absence: Absence) -> None:
    fit = absence.fit_from
    if fit is None:
        return
    spell = case.spells[-1]
    check_day_in_spell(spell, fit, "fit_from")
    if fit == spell.starts:
        raise Refused(
            _("Herstel ligt na de eerste ziektedag. Was de melding een vergissing? Trek die dan in."),
            "fit_from",
        )
    spell.ends = fit
    case.dossier.version += 1
    act = "close_short_absence" if (fit - absence.starts).days <= SHORT else "report_recovery"
    case.tell(act, changes=[{"fact": "spell_ends", "old": None, "new": fit}])


def close_when_over(case: CaseTaken) -> None:
    """Who has been fit for four weeks has a closed dossier, as the night would do."""
    ended, today = case.spells[-1].ends, clock.today()
    if ended is None or today - ended < AFTER_RECOVERY:
        return
    said = case.verdict(today)
    if said.new_case and not said.doubts:
        case.closing.append(Told("close_dossier", None, closed(case), case.dossier.version))


def store(cases: Sequence[CaseTaken], seats: Mapping[uuid.UUID, Sequence[Seat]]) -> None:
    """Write the cases: rows by the registrar, the journal by who acts, what closes by itself by the timetable."""
    wrapped = {case.dossier.pk: new_key() for case in cases}
    keys = {key: Envelope(key, value) for key, value in wrapped.items()}
    with acting_as(REGISTRAR):
        Dossier.objects.bulk_create([case.dossier for case in cases])
        DossierKey.objects.bulk_create(
            [DossierKey(dossier_id=key, wrapped=value) for key, value in wrapped.items()]
        )
        Spell.objects.bulk_create([spell for case in cases for spell in case.spells])
        ResumedHours.objects.bulk_create([step for case in cases for step in case.hours])
        give_seats(seats)
    pending.tell_seats(list(wrapped))
    for case in cases:
        recompute(case.dossier)
    ends = journal.record_all({case.dossier.pk: case.told for case in cases}, keys)
    with acting_as(TIMETABLE):
        journal.record_all({case.dossier.pk: case.closing for case in cases if case.closing}, keys, ends)


def give_seats(seats: Mapping[uuid.UUID, Sequence[Seat]]) -> None:
    rows = [(dossier_id, seat) for dossier_id, taking in seats.items() for seat in dict.fromkeys(taking)]
    Involvement.objects.bulk_create(
        [
            Involvement(
                dossier_id=dossier_id,
                account_id=seat.account_id,
                role=seat.role,
                organisation_id=seat.organisation_id,
            )
            for dossier_id, seat in rows
        ]
    )
    admit_many([(dossier_id, seat.account_id, seat.role) for dossier_id, seat in rows])
