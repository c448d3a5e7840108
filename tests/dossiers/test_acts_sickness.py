"""Reporting sick, resuming, recovering, sick again: who may, what it does to the dates, what it refuses."""

from datetime import date, timedelta
from decimal import Decimal
from threading import Barrier, Thread

import pytest
from django.db import connections
from django.utils import timezone

from spoorboek.dossiers import journal, moved
from spoorboek.dossiers.acts.opening import REGISTRAR, report_sick
from spoorboek.dossiers.acts.sickness import (
    close_short_absence,
    record_partial_return,
    report_recovery,
    report_sick_again,
    withdraw_report,
)
from spoorboek.dossiers.models import Appointment, Dossier, JournalEntry
from spoorboek.dossiers.refusals import NotYours, Refused, Stale
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Involvement
from spoorboek.people.policy import Role
from tests.builders import Company, actor, client_of, days_ago, today
from tests.dossiers.stages import stored_dates


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


def recovered(company: Company, sick_since: int = 60, fit_since: int = 40) -> Dossier:
    dossier = company.dossier(days_ago(sick_since))
    manager = actor(company.case_manager)
    with acting_as(manager):
        report_recovery(manager, dossier.pk, days_ago(fit_since))
    return dossier


def payloads(who: Actor, dossier: Dossier) -> list[dict[str, object]]:
    with acting_as(who):
        return [payload for _entry, payload in sorted(journal.opened_payloads(dossier.pk).items())]


def test_a_gap_of_27_days_continues_the_case_and_moves_the_wage_clock_27_days(company: Company) -> None:
    dossier, manager = recovered(company), actor(company.case_manager)
    with acting_as(manager):
        result = report_sick_again(manager, dossier.pk, days_ago(13))
        clocks = Dossier.objects.get(pk=dossier.pk).route.clocks
    assert (result.dossier.pk, result.new_case) == (dossier.pk, False)
    assert result.why
    assert clocks["wage"]["last_day"] == (days_ago(60) + timedelta(days=727 + 27)).isoformat()


def test_a_gap_of_28_days_opens_a_new_case_and_closes_the_old_one(company: Company) -> None:
    dossier, manager = recovered(company), actor(company.case_manager)
    with acting_as(manager):
        result = report_sick_again(manager, dossier.pk, days_ago(12))
        old = Dossier.objects.get(pk=dossier.pk)
        new = Dossier.objects.get(pk=result.dossier.pk)
    assert result.new_case
    assert (old.closing, new.previous_id, new.first_sick_day) == ("recovered", old.pk, days_ago(12))


def test_a_late_report_within_27_days_opens_the_closed_dossier_again(company: Company) -> None:
    dossier, manager = recovered(company), actor(company.case_manager)
    with acting_as(manager):
        held = Dossier.objects.get(pk=dossier.pk)
        held.closed_on, held.closing = days_ago(12), Dossier.Closing.RECOVERED
        held.save()
        again = report_sick(manager, dossier.employment_id, days_ago(15))
        assert (again.pk, again.is_open, again.spells.count()) == (dossier.pk, True, 2)
        assert journal.breaks(dossier.pk) == []


def test_partial_return_never_moves_a_date_and_keeps_the_hours(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(50)), actor(company.case_manager)
    with acting_as(manager):
        before = stored_dates(dossier)
        record_partial_return(manager, dossier.pk, days_ago(10), Decimal(12))
        assert stored_dates(dossier) == before
        assert dossier.resumed_hours.get().hours == Decimal(12)


@pytest.mark.parametrize(("hours", "field"), [(Decimal(33), "hours"), (Decimal(-1), "hours")])
def test_hours_above_the_contract_or_below_zero_are_refused(
    company: Company, hours: Decimal, field: str
) -> None:
    dossier, manager = company.dossier(days_ago(50)), actor(company.case_manager)
    with acting_as(manager), pytest.raises(Refused) as refusal:
        record_partial_return(manager, dossier.pk, days_ago(10), hours)
    assert refusal.value.field == field


@pytest.mark.parametrize("day", [today() + timedelta(days=1), days_ago(51)])
def test_recovery_in_the_future_or_before_the_sickness_is_refused(company: Company, day: date) -> None:
    dossier, manager = company.dossier(days_ago(50)), actor(company.case_manager)
    with acting_as(manager), pytest.raises(Refused) as refusal:
        report_recovery(manager, dossier.pk, day)
    assert refusal.value.field == "fit_from"


def test_a_report_before_the_employment_or_in_the_future_is_refused(company: Company) -> None:
    manager, employment = actor(company.case_manager), company.employee(starts=days_ago(100))
    for day in (days_ago(101), today() + timedelta(days=1)):
        with acting_as(manager), pytest.raises(Refused) as refusal:
            report_sick(manager, employment.pk, day)
        assert refusal.value.field == "first_sick_day"


def test_reporting_the_same_day_twice_gives_the_same_dossier(company: Company) -> None:
    manager, employment = actor(company.case_manager), company.employee()
    with acting_as(manager):
        first = report_sick(manager, employment.pk, days_ago(3))
        assert report_sick(manager, employment.pk, days_ago(3)).pk == first.pk
        assert JournalEntry.objects.filter(dossier=first).count() == 1


def test_two_people_who_report_at_the_same_moment_open_one_dossier(company: Company) -> None:
    employment = company.employee()
    together, opened = Barrier(2), []

    def report(who: Actor) -> None:
        try:
            together.wait(timeout=10)
            with acting_as(who):
                opened.append(report_sick(who, employment.pk, days_ago(3)).pk)
        except Refused:
            opened.append(None)
        finally:
            connections.close_all()

    both = [Thread(target=report, args=[actor(one)]) for one in (company.case_manager, company.colleague)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join(timeout=30)
    assert len(opened) == 2
    assert opened.count(None) == 1


def test_a_colleague_hears_that_a_dossier_runs_elsewhere_and_cannot_open_a_second(company: Company) -> None:
    dossier, colleague = company.dossier(days_ago(3)), actor(company.colleague)
    with acting_as(colleague), pytest.raises(Refused, match="over te dragen"):
        report_sick(colleague, dossier.employment_id, days_ago(2))


def test_a_day_inside_an_earlier_dossier_is_refused(company: Company) -> None:
    dossier, manager = recovered(company), actor(company.case_manager)
    with acting_as(manager):
        report_sick_again(manager, dossier.pk, days_ago(12))
        running = Dossier.objects.get(employment=dossier.employment, closed_on__isnull=True)
        withdraw_report(manager, running.pk)
        with pytest.raises(Refused) as refusal:
            report_sick(manager, dossier.employment_id, days_ago(45))
    assert refusal.value.field == "first_sick_day"


def test_a_doctor_who_does_not_work_for_this_employer_cannot_be_chosen(company: Company) -> None:
    manager, employment = actor(company.case_manager), company.employee()
    stranger = Company()
    with acting_as(manager), pytest.raises(Refused) as refusal:
        report_sick(manager, employment.pk, days_ago(3), company_doctor=stranger.doctor.pk)
    assert refusal.value.field == "company_doctor"


def test_a_short_absence_closes_with_one_day_and_a_withdrawn_report_says_so(company: Company) -> None:
    manager = actor(company.case_manager)
    short, mistake = company.dossier(days_ago(4)), company.dossier(days_ago(4))
    with acting_as(manager):
        Appointment.objects.create(
            dossier=mistake, with_account=company.doctor.account, kind="company_doctor", way="phone",
            starts_at="2090-01-01T10:00Z",
        )  # fmt: skip
        close_short_absence(manager, short.pk, days_ago(1))
        withdraw_report(manager, mistake.pk)
        assert Dossier.objects.get(pk=short.pk).spells.get().ends == days_ago(1)
        assert Dossier.objects.get(pk=mistake.pk).closing == Dossier.Closing.WITHDRAWN
        assert mistake.appointments.get().state == Appointment.State.CANCELLED
        assert not mistake.obligations.filter(next_on__isnull=False).exists()


def test_a_closed_dossier_refuses_every_change(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(4)), actor(company.case_manager)
    with acting_as(manager):
        withdraw_report(manager, dossier.pk)
        with pytest.raises(Refused, match="gesloten"):
            report_recovery(manager, dossier.pk, days_ago(1))


def test_a_stale_save_hands_back_what_stands_there_now(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(20)), actor(company.case_manager)
    with acting_as(manager):
        report_recovery(manager, dossier.pk, days_ago(2), version=1)
        with pytest.raises(Stale) as stale:
            report_recovery(manager, dossier.pk, days_ago(1), version=1)
    assert stale.value.current == {"fit_from": days_ago(2)}


@pytest.mark.parametrize(
    "who", ["colleague", "doctor", "coach", "labour_expert", "client", "stranger", "past"]
)
def test_only_the_employers_side_reports_recovery(company: Company, who: str) -> None:
    dossier = company.dossier(days_ago(20))
    actors = {
        "client": client_of(dossier),
        "stranger": actor(Company().case_manager),
        "past": past_supervisor(company, dossier),
    }
    someone = actors.get(who) or actor(getattr(company, who))
    with acting_as(someone), pytest.raises(NotYours):
        report_recovery(someone, dossier.pk, days_ago(2))


def past_supervisor(company: Company, dossier: Dossier) -> Actor:
    with acting_as(REGISTRAR):
        seat = Involvement.objects.filter(dossier_id=dossier.pk, role=Role.SUPERVISOR)
        seat.update(until=timezone.now() - timedelta(days=1))
    return actor(company.supervisor)


def test_the_journal_keeps_which_dates_moved_and_its_chain_holds(company: Company) -> None:
    dossier, manager = recovered(company), actor(company.case_manager)
    with acting_as(manager):
        report_sick_again(manager, dossier.pk, days_ago(20))
    last = payloads(manager, dossier)[-1]
    wage = next(row for row in moved.shown(last) if row.key == "wage")
    assert wage.new == days_ago(60) + timedelta(days=727 + 20)
    assert wage.why
    with acting_as(manager):
        assert journal.breaks(dossier.pk) == []
