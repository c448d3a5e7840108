"""A change of rules reaches every running dossier, through the worker, and no closed one."""

import uuid

import pytest
from django.core.management import call_command
from django.db import connections

from spoorboek.dossiers import jobs, journal, reprojection
from spoorboek.dossiers.acts import sickness
from spoorboek.dossiers.models import Dossier, JournalEntry, Obligation, Route
from spoorboek.dossiers.projection import TIMETABLE
from spoorboek.dossiers.reprojection import Report, portions
from spoorboek.dossiers.story import story_of
from spoorboek.law import Rulebook, current_rulebook
from spoorboek.people.actor import Actor, System, acting_as
from tests.builders import Company, actor, days_ago
from tests.dossiers.stages import halfway, stored_dates

LATER = 7


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


def changed_law() -> Rulebook:
    """The report of 42 weeks a week later."""
    book = current_rulebook()
    rules = [
        rule.model_copy(update={"due": rule.due.model_copy(update={"days": rule.due.days + LATER})})
        if rule.key == "report-42-weeks" and rule.due
        else rule
        for rule in book.rules
    ]
    return book.model_copy(update={"rules": tuple(rules), "version": "changed"})


def all_of(rulebook: Rulebook, *, dry_run: bool = False) -> Report:
    report = Report()
    for portion in portions(rulebook=rulebook, dry_run=dry_run):
        report.add(portion.report)
    return report


def stored(dossier: Dossier) -> list[object]:
    with acting_as(TIMETABLE):
        return stored_dates(dossier)


def waiting() -> set[uuid.UUID]:
    """Running dossiers that the changed law has not reached."""
    with acting_as(TIMETABLE):
        running = Route.objects.filter(dossier__closed_on__isnull=True)
        return set(running.exclude(rules_version="changed").values_list("pk", flat=True))


@pytest.fixture
def afterwards_the_law_as_it_is() -> object:
    yield
    all_of(current_rulebook())


@pytest.mark.usefixtures("afterwards_the_law_as_it_is")
def test_a_changed_rule_moves_the_date_in_running_dossiers_and_nothing_else(company: Company) -> None:
    dossier = halfway(company)
    with acting_as(TIMETABLE):
        before = Obligation.objects.get(dossier=dossier, key="report-42-weeks")
        others = list(Obligation.objects.filter(dossier=dossier).exclude(key="report-42-weeks").values())
    report = all_of(changed_law())
    assert report.moved["report-42-weeks"] >= 1
    with acting_as(TIMETABLE):
        after = Obligation.objects.get(dossier=dossier, key="report-42-weeks")
        assert after.statutory
        assert before.statutory
        assert (after.statutory - before.statutory).days == LATER
        assert (
            list(Obligation.objects.filter(dossier=dossier).exclude(key="report-42-weeks").values()) == others
        )
        assert Route.objects.get(pk=dossier.pk).rules_version == "changed"


@pytest.mark.usefixtures("afterwards_the_law_as_it_is")
def test_the_story_says_that_the_rules_changed_and_the_chain_holds(company: Company) -> None:
    dossier = company.dossier(days_ago(60))
    all_of(changed_law())
    with acting_as(actor(company.case_manager)):
        last = story_of(Dossier.objects.get(pk=dossier.pk))[0]
    assert last.act == "reproject"
    assert last.who == "Spoorboek"
    assert [(row.key, row.days, row.why) for row in last.moved] == [
        ("report-42-weeks", LATER, "De regels zijn veranderd.")
    ]
    with acting_as(Actor(system=System.VERIFIER)):
        assert journal.breaks(dossier.pk) == []


@pytest.mark.usefixtures("afterwards_the_law_as_it_is")
def test_a_second_run_finds_nothing_to_do(company: Company) -> None:
    company.dossier(days_ago(60))
    all_of(changed_law())
    assert all_of(changed_law()).dossiers == 0


def test_a_dry_run_counts_and_keeps_nothing(company: Company) -> None:
    dossier = company.dossier(days_ago(60))
    before = stored(dossier)
    assert all_of(changed_law(), dry_run=True).with_moved_dates >= 1
    assert stored(dossier) == before


@pytest.mark.usefixtures("afterwards_the_law_as_it_is")
def test_a_closed_dossier_stays_as_it_was(company: Company) -> None:
    dossier, manager = company.dossier(days_ago(60)), actor(company.case_manager)
    with acting_as(manager):
        sickness.withdraw_report(manager, dossier.pk)
    before = stored(dossier)
    all_of(changed_law())
    assert stored(dossier) == before


@pytest.mark.usefixtures("afterwards_the_law_as_it_is")
def test_broken_off_halfway_it_goes_on_where_it_was(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    for days in range(40, 45):
        company.dossier(days_ago(days), everyone=False)
    monkeypatch.setattr(reprojection, "PORTION", 2)
    first = next(portions(rulebook=changed_law()))
    with acting_as(TIMETABLE):
        done = Route.objects.filter(rules_version="changed").count()
    assert first.report.dossiers == done
    assert 0 < done <= 2
    report = all_of(changed_law())
    assert waiting() <= set(report.contradictory)


@pytest.mark.usefixtures("afterwards_the_law_as_it_is")
def test_a_journal_that_was_tampered_with_holds_up_nobody_else(company: Company) -> None:
    broken, sound = company.dossier(days_ago(60)), company.dossier(days_ago(61))
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "UPDATE dossiers_journalhead SET chain = %s WHERE dossier_id = %s", ["0" * 64, broken.pk]
        )
    report = all_of(changed_law())
    assert broken.pk in report.contradictory
    assert broken.pk in waiting()
    assert sound.pk not in waiting()


def test_facts_that_contradict_each_other_hold_up_nobody_else(company: Company) -> None:
    broken, sound = company.dossier(days_ago(60)), company.dossier(days_ago(61))
    with acting_as(TIMETABLE):
        Dossier.objects.filter(pk=broken.pk).update(first_sick_day=days_ago(30))
        Route.objects.filter(pk__in=[broken.pk, sound.pk]).update(rules_version="older")
    report = all_of(current_rulebook())
    assert broken.pk in report.contradictory
    with acting_as(TIMETABLE):
        assert Route.objects.get(pk=sound.pk).rules_version == current_rulebook().version
        Dossier.objects.filter(pk=broken.pk).update(first_sick_day=days_ago(60))
    all_of(current_rulebook())


def test_the_worker_is_asked_only_when_rules_differ_and_then_does_it_in_jobs(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = [company.dossier(days_ago(days), everyone=False) for days in range(50, 53)]
    all_of(current_rulebook())
    assert not jobs.queue_reprojection()
    with acting_as(TIMETABLE):
        Route.objects.filter(pk__in=[one.pk for one in made]).update(rules_version="older")
    deferred: list[str] = []
    monkeypatch.setattr(jobs.reproject, "defer", lambda after: deferred.append(after))
    monkeypatch.setattr(reprojection, "PORTION", 1)
    monkeypatch.setattr(jobs, "PORTIONS_A_JOB", 2)
    assert jobs.queue_reprojection()
    while deferred:
        jobs.reproject(after=deferred.pop())
    assert not reprojection.behind()
    with acting_as(TIMETABLE):
        entries = JournalEntry.objects.filter(dossier__in=made, act="reproject")
        assert not entries.exists()


def test_the_operator_reads_what_would_move(company: Company, capsys: pytest.CaptureFixture[str]) -> None:
    dossier = company.dossier(days_ago(60))
    with acting_as(TIMETABLE):
        Route.objects.filter(pk=dossier.pk).update(rules_version="older")
    call_command("reproject", "--dry-run")
    assert "1 lopende dossiers zouden" in capsys.readouterr().out
    call_command("reproject")
    assert "zijn opnieuw doorgerekend; in 0 verschuift iets" in capsys.readouterr().out
