"""Histories recorded many at once leave what the single acts leave, to the row and to the entry in the journal."""

import random
import uuid
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts.ending import AFTER_RECOVERY, close_or_report
from spoorboek.dossiers.acts.histories import SHORT, Absence, History, record_histories
from spoorboek.dossiers.acts.opening import report_sick
from spoorboek.dossiers.acts.sickness import (
    close_short_absence,
    record_partial_return,
    report_recovery,
    report_sick_again,
)
from spoorboek.dossiers.medical.models import Access
from spoorboek.dossiers.medical.scope import medical_scope
from spoorboek.dossiers.models import Dossier, JournalEntry, Obligation, Route
from spoorboek.dossiers.projection import together
from spoorboek.people.actor import Actor, System, acting_as
from spoorboek.people.models import Employment, Involvement
from tests.builders import Company, actor, days_ago, today

TIMETABLE = Actor(system=System.TIMETABLE)


def absences(chance: random.Random) -> list[Absence]:
    """One to four periods in order, with gaps round four weeks, some still running, some worked in part."""
    made, day = [], days_ago(chance.randint(200, 720))
    for _ in range(chance.randint(1, 4)):
        length = chance.choice([1, 3, 10, 27, 43, 90, 180])
        fit = day + timedelta(days=length)
        hours = tuple(
            (day + timedelta(days=at), Decimal(chance.choice([0, 4, 12, 32])))
            for at in sorted(chance.sample(range(length), min(length, chance.randint(0, 2))))
        )
        if fit > today():
            return [*made, Absence(day, None, tuple(step for step in hours if step[0] <= today()))]
        made.append(Absence(day, fit, hours))
        day = fit + timedelta(days=chance.choice([1, 10, 27, 28, 29, 60]))
        if day > today():
            break
    return made


def one_by_one(who: Actor, employment: Employment, history: list[Absence], doctor: uuid.UUID) -> None:
    dossier: Dossier | None = None
    for absence in history:
        if dossier is None:
            dossier = report_sick(who, employment.pk, absence.starts, company_doctor=doctor)
        else:
            dossier = report_sick_again(who, dossier.pk, absence.starts).dossier
        for since, hours in absence.hours:
            record_partial_return(who, dossier.pk, since, hours)
        if absence.fit_from:
            short = (absence.fit_from - absence.starts).days <= SHORT
            (close_short_absence if short else report_recovery)(who, dossier.pk, absence.fit_from)
    if dossier and history[-1].fit_from and today() - history[-1].fit_from >= AFTER_RECOVERY:
        close_or_report(dossier.pk, Dossier.Closing.RECOVERED, today())


def left_by(who: Actor, employment: Employment) -> list[dict[str, Any]]:
    """Everything that stands of one employee, without ids and moments."""
    with acting_as(TIMETABLE):
        dossiers = list(Dossier.objects.filter(employment=employment).order_by("first_sick_day"))
        order = {dossier.pk: number for number, dossier in enumerate(dossiers)}
        found = [rows_of(dossier, order, employment) for dossier in dossiers]
    with acting_as(who):
        for dossier, rows in zip(dossiers, found, strict=True):
            rows["said"] = [
                {key: value for key, value in payload.items() if key != "moved"}
                for _entry, payload in sorted(journal.opened_payloads(dossier.pk).items())
            ]
    with acting_as(Actor(system=System.VERIFIER)):
        assert [journal.breaks(dossier.pk) for dossier in dossiers] == [[] for _ in dossiers]
    return found


def rows_of(dossier: Dossier, order: dict[uuid.UUID, int], employment: Employment) -> dict[str, Any]:
    route = Route.objects.get(pk=dossier.pk)
    with acting_as(Actor(system=System.REGISTRAR)):
        seats = Involvement.objects.filter(dossier_id=dossier.pk).values_list(
            "account_id", "role", "organisation_id", "until"
        )
        with medical_scope():
            medical = set(Access.objects.filter(dossier_id=dossier.pk).values_list("account_id", "role"))
        who = {("client" if account == employment.person_id else account, *rest) for account, *rest in seats}
    return {
        "dossier": (
            dossier.first_sick_day, dossier.first_day_basis, dossier.version, dossier.closed_on, dossier.closing,
            order.get(dossier.previous_id) if dossier.previous_id else None,
        ),
        "spells": list(dossier.spells.values_list("starts", "ends")),
        "hours": list(dossier.resumed_hours.values_list("since", "hours")),
        "seats": who,
        "medical": {("client" if account == employment.person_id else account, role) for account, role in medical},
        "steps": list(
            Obligation.objects.filter(dossier=dossier)
            .order_by("key", "ordinal")
            .values_list("key", "ordinal", "statutory", "practice", "next_on", "applies")
        ),
        "route": (route.clocks, route.steps, route.rules_version),
        "journal": list(
            JournalEntry.objects.filter(dossier=dossier).values_list(
                "sequence", "account_id", "role", "system", "act", "layer", "version"
            )
        ),
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(8))
def test_many_at_once_leave_what_single_acts_leave(seed: int) -> None:
    chance, company = random.Random(seed), Company()
    who = actor(company.case_manager)
    told = [absences(chance) for _ in range(4)]
    singly = [company.employee(recognised=seed % 2 == 0) for _ in told]
    together_ = [company.employee(recognised=seed % 2 == 0) for _ in told]
    with acting_as(who), together():
        for employment, history in zip(singly, told, strict=True):
            one_by_one(who, employment, history, company.doctor.pk)
    histories = [History(one.pk, history) for one, history in zip(together_, told, strict=True)]
    with acting_as(who):
        record_histories(who, company.employer, histories, company.doctor.pk)
    assert [history.refusal for history in histories] == [""] * len(told)
    for one, other in zip(singly, together_, strict=True):
        assert left_by(who, one) == left_by(who, other)


def test_a_history_that_cannot_be_is_refused_alone() -> None:
    company = Company()
    who = actor(company.case_manager)
    good, later, known = (
        company.employee(),
        company.employee(starts=days_ago(10)),
        company.dossier().employment,
    )
    histories = [
        History(good.pk, [Absence(days_ago(60), days_ago(50))]),
        History(later.pk, [Absence(days_ago(60), days_ago(50))]),
        History(known.pk, [Absence(days_ago(300), days_ago(290))]),
        History(uuid.uuid4(), [Absence(days_ago(60))]),
    ]
    with acting_as(who):
        record_histories(who, company.employer, histories)
        assert [bool(history.refusal) for history in histories] == [False, True, True, True]
        assert Dossier.objects.filter(employment=good).count() == 1
        assert not Dossier.objects.filter(employment=later).exists()


def test_only_who_may_report_someone_sick_records_their_history() -> None:
    company, elsewhere = Company(), Company()
    employment = company.employee()
    for someone in (company.doctor, elsewhere.case_manager):
        history = History(employment.pk, [Absence(days_ago(60), days_ago(50))])
        with acting_as(actor(someone)):
            record_histories(actor(someone), company.employer, [history])
        assert history.refusal
