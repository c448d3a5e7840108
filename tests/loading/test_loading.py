"""A list from upload to the yes: nothing before it, everything through the acts, nothing lost."""

import json
from datetime import timedelta
from decimal import Decimal

import pytest

from spoorboek.dossiers import journal
from spoorboek.dossiers.models import Dossier, JournalEntry
from spoorboek.dossiers.refusals import Refused
from spoorboek.loading.acts import applying, choosing, ending, previewing
from spoorboek.loading.acts.ending import forget_old
from spoorboek.loading.models import Course, Import, Line, Upload
from spoorboek.people.actor import acting_as
from tests.builders import Company, days_ago
from tests.loading.loader import Loader, day, row


def test_nothing_is_written_before_the_yes_and_everything_after_it() -> None:
    company = Company()
    list_ = Loader(
        company,
        row("1", "Jansen, A. van der", 40),
        row("1", "Jansen, A. van der", 40, since=20, part="50"),
        row("2", "Smit, B.", 200, 190),
    ).answered(doctor=str(company.doctor.pk))
    assert list_.verdicts() == {2: "new", 3: "new", 4: "new"}
    assert list_.dossiers("1") == []
    list_.loaded()
    (running,), (closed,) = list_.dossiers("1"), list_.dossiers("2")
    assert [(spell.starts, spell.ends) for spell in running.spells.all()] == [(days_ago(40), None)]
    assert [(step.since, step.hours) for step in running.resumed_hours.all()] == [
        (days_ago(20), Decimal("16.0"))
    ]
    assert (closed.closing, running.closed_on) == (Dossier.Closing.RECOVERED, None)
    with acting_as(list_.who):
        assert running.employment.person.name == "A. van der Jansen"
        acts = JournalEntry.objects.filter(dossier=running).values_list("act", "account_id")
        assert set(acts) == {
            ("report_sick", list_.who.account_id),
            ("record_partial_return", list_.who.account_id),
        }
        payloads = journal.opened_payloads(running.pk).values()
        assert {payload["list_loaded"] for payload in payloads} == {str(list_.load.pk)}


def test_sick_again_within_four_weeks_is_one_case_and_later_is_another() -> None:
    list_ = (
        Loader(
            Company(), row("1", "Smit, B.", 100, 90), row("1", "Smit, B.", 70, 60), row("1", "Smit, B.", 10)
        )
        .answered()
        .loaded()
    )
    first, second = list_.dossiers("1")
    assert [(spell.starts, spell.ends) for spell in first.spells.all()] == [
        (days_ago(100), days_ago(90)), (days_ago(70), days_ago(60)),
    ]  # fmt: skip
    assert (first.closing, second.first_sick_day, second.is_open) == ("recovered", days_ago(10), True)


def test_the_same_list_again_changes_nothing_and_a_longer_one_only_what_is_new() -> None:
    company, rows = Company(), [row("1", "Smit, B.", 100, 90), row("2", "Bos, C.", 30)]
    Loader(company, *rows).answered().loaded()
    again = Loader(company, *rows).answered()
    assert set(again.verdicts().values()) == {"unchanged"}
    longer = Loader(
        company, rows[0], row("2", "Bos, C.", 30, 3), row("2", "Bos, C.", 30, 3, since=9, part="50")
    ).answered()
    assert longer.verdicts() == {2: "unchanged", 3: "changed", 4: "changed"}
    longer.loaded()
    (dossier,) = longer.dossiers("2")
    assert [(spell.ends, len(dossier.resumed_hours.all())) for spell in dossier.spells.all()] == [
        (days_ago(3), 1)
    ]


def test_an_import_never_overrules_what_stands() -> None:
    company = Company()
    Loader(company, row("1", "Smit, B.", 100, 90), row("2", "Bos, C.", 30)).answered().loaded()
    other = Loader(
        company, row("1", "Smit, B.", 100, 88), row("2", "Bos, C.", 28), row("2", "Mol, D.", 5), row("3", "Vos, E.", 50)
    ).answered()  # fmt: skip
    assert other.verdicts() == {2: "doubtful", 3: "doubtful", 4: "doubtful", 5: "new"}
    other.loaded()
    assert other.dossiers("1")[0].spells.all()[0].ends == days_ago(90)
    assert other.dossiers("2")[0].first_sick_day == days_ago(30)


def test_a_killed_worker_goes_on_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(applying, "A_TURN", 2)
    list_ = Loader(Company(), *(row(str(n), f"Smit, B{n}.", 60 + n, 50) for n in range(1, 6))).answered()
    with acting_as(list_.who):
        applying.confirm(list_.who, list_.load.pk)
    with pytest.raises(KeyboardInterrupt):
        killed_while_working(list_)
    with acting_as(list_.who):
        assert applying.work(list_.who, list_.load.pk)
        assert list_.load.courses.filter(state=Course.State.DONE).count() == 2
    list_.worked().worked()
    assert [len(list_.dossiers(str(n))) for n in range(1, 6)] == [1] * 5
    assert list_.load.state == Import.State.DONE


def killed_while_working(list_: Loader) -> None:
    with acting_as(list_.who):
        applying.work(list_.who, list_.load.pk)
        raise KeyboardInterrupt


def test_a_halted_list_is_found_by_the_worker() -> None:
    list_ = Loader(Company(), row("1", "Smit, B.", 40)).answered()
    with acting_as(list_.who):
        applying.confirm(list_.who, list_.load.pk)
        Import.objects.filter(pk=list_.load.pk).update(touched_at=list_.load.made_at - timedelta(minutes=5))
    assert (list_.load.pk, list_.who.account_id) in ending.halted()


def test_the_file_is_sealed_and_gone_after_the_yes_the_no_and_a_day() -> None:
    company = Company()
    for way in ("yes", "no", "day"):
        list_ = Loader(company, row(f"8{way}", "Zeldzaamnaam, B.", 40)).answered()
        with acting_as(list_.who):
            kept = json.dumps([str(bytes(line.sealed or b"")) for line in list_.load.lines.all()])
            kept += str(bytes(list_.load.upload.sealed)) + json.dumps(list_.load.choices)
            assert "Zeldzaamnaam" not in kept
            if way == "no":
                ending.cancel(list_.who, list_.load.pk)
            if way == "day":
                Import.objects.filter(pk=list_.load.pk).update(made_at=list_.load.made_at - timedelta(days=2))
        if way == "yes":
            list_.loaded()
        forget_old()
        with acting_as(list_.who):
            assert not Upload.objects.filter(load=list_.load).exists()
            assert not Line.objects.filter(load=list_.load, sealed__isnull=False).exists()
            assert not Course.objects.filter(load=list_.load, sealed__isnull=False).exists()


def test_medical_columns_cannot_be_chosen_and_an_unanswered_question_stops_the_preview() -> None:
    list_ = Loader(Company(), row("1", "Smit, B.", 40, 10, part="50"))
    with acting_as(list_.who):
        assert "8" not in list_.load.choices["columns"]
        columns = {int(index): kind for index, kind in list_.load.choices["columns"].items()}
        with pytest.raises(Refused, match="gezondheid"):
            choosing.choose_columns(list_.who, list_.load.pk, {**columns, 8: "job"})
        choosing.choose_columns(list_.who, list_.load.pk, columns)
        with pytest.raises(Refused, match="vragen"):
            previewing.preview(list_.who, list_.load.pk)


def test_the_columns_of_a_list_are_kept_for_the_next_with_these_headers() -> None:
    company, head = Company(), "Nummertje;Wie;Sinds"
    first = Loader(company, f"1;Smit, B.;{day(40)}", f"2;Bos, C.;{day(30)}", head=head)
    with acting_as(first.who):
        choosing.choose_columns(first.who, first.load.pk, {0: "number", 1: "name", 2: "starts"})
    second = Loader(company, f"3;Mol, D.;{day(20)}", head=head)
    assert second.load.choices["columns"] == {"0": "number", "1": "name", "2": "starts"}
    assert (
        Loader(Company(), f"3;Mol, D.;{day(20)}", head=head).load.choices["columns"]
        != second.load.choices["columns"]
    )
