"""A list from upload to undo: nothing before the yes, everything through the acts, nothing lost, nothing deleted."""

import json
import uuid
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts.sickness import record_partial_return
from spoorboek.dossiers.models import Dossier, JournalEntry
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.dossiers.story import story_of
from spoorboek.loading import jobs
from spoorboek.loading.acts import applying, choosing, ending, previewing, starting, undoing
from spoorboek.loading.acts.ending import forget_old
from spoorboek.loading.models import Course, Import, Line, Upload
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Employment
from spoorboek.people.registrar import REGISTRAR
from spoorboek.programme.coaching.acts.goals import name_goal
from tests.builders import Company, actor, client_of, days_ago

HEAD = "Persnr;Naam;Functie;Contracturen;Eerste ziektedag;Percentage vanaf;Ziek %;Hersteldatum;Reden"


def day(days: int) -> str:
    return f"{days_ago(days):%d-%m-%Y}"


def row(
    number: str, name: str, first: int, fit: int | None = None, since: int | None = None, part: str = "100"
) -> str:
    cells = [
        number,
        name,
        "Kok",
        "32",
        day(first),
        day(since or first),
        part,
        day(fit) if fit is not None else "",
        "griep",
    ]
    return ";".join(cells)


class Loader:
    """A case manager with one list."""

    def __init__(
        self, company: Company, *rows: str, kind: str = Import.Kind.ABSENCES, head: str = HEAD
    ) -> None:
        self.company, self.who = company, actor(company.case_manager)
        content = "\r\n".join([head, *rows]).encode("cp1252")
        with acting_as(self.who):
            self.load = starting.start_import(self.who, company.employer.pk, "lijst.csv", content, kind)

    def answered(self, **people: Any) -> "Loader":
        with acting_as(self.who):
            columns = {int(index): kind for index, kind in self.load.choices["columns"].items()}
            choosing.choose_columns(self.who, self.load.pk, columns)
            if "percentage" in columns.values():
                choosing.answer(self.who, self.load.pk, part="absent", zero="recovered")
            choosing.choose_people(self.who, self.load.pk, **people)
            self.load = previewing.preview(self.who, self.load.pk)
        return self

    def loaded(self) -> "Loader":
        with acting_as(self.who):
            applying.confirm(self.who, self.load.pk)
        return self.worked()

    def undone(self) -> "Loader":
        with acting_as(self.who):
            undoing.undo(self.who, self.load.pk)
        return self.worked()

    def worked(self) -> "Loader":
        jobs.work_on(str(self.load.pk), str(self.who.account_id))
        with acting_as(self.who):
            self.load.refresh_from_db()
        return self

    def verdicts(self) -> dict[int, str]:
        with acting_as(self.who):
            return dict(self.load.lines.values_list("number", "verdict"))

    def dossiers(self, number: str) -> list[Dossier]:
        with acting_as(REGISTRAR):
            found = Dossier.objects.filter(
                employment__number=number, employment__organisation=self.company.employer
            ).prefetch_related("spells", "resumed_hours")
            return list(found.order_by("first_sick_day"))


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


def test_undoing_takes_everything_back_by_acts_and_deletes_nothing() -> None:
    company = Company()
    before = Loader(company, row("9", "Bos, C.", 30)).answered().loaded()
    list_ = Loader(
        company, row("1", "Smit, B.", 100, 90), row("1", "Smit, B.", 40), row("9", "Bos, C.", 30, 4),
        row("9", "Bos, C.", 30, 4, since=9, part="25"),
    ).answered().loaded().undone()  # fmt: skip
    assert [dossier.closing for dossier in list_.dossiers("1")] == ["withdrawn", "withdrawn"]
    (kept,) = before.dossiers("9")
    assert ([spell.ends for spell in kept.spells.all()], list(kept.resumed_hours.all())) == ([None], [])
    with acting_as(list_.who):
        assert JournalEntry.objects.filter(dossier__in=list_.dossiers("1")).count() >= 5
        assert Employment.objects.get(number="1", organisation=company.employer).withdrawn_at is not None
    again = Loader(company, row("1", "Smit, B.", 100, 90)).answered()
    assert again.verdicts() == {2: "new"}


def test_the_story_of_a_dossier_says_what_came_from_a_list_and_what_went_with_it() -> None:
    list_ = Loader(Company(), row("1", "Smit, B.", 40)).answered().loaded()
    (dossier,) = list_.dossiers("1")

    def origins() -> list[str]:
        with acting_as(list_.who):
            return [told.origin for told in story_of(dossier)]

    assert set(origins()) == {"Kwam uit een lijst die is geladen."}
    list_.undone()
    assert origins()[0] == "Teruggedraaid met de lijst waar het uit kwam."


def test_what_somebody_changed_after_the_list_is_left_and_listed() -> None:
    list_ = Loader(Company(), row("1", "Smit, B.", 40), row("2", "Bos, C.", 40)).answered().loaded()
    (changed,) = list_.dossiers("1")
    with acting_as(list_.who):
        record_partial_return(list_.who, changed.pk, days_ago(5), Decimal(8))
    list_.undone()
    assert [dossier.closing for dossier in (*list_.dossiers("1"), *list_.dossiers("2"))] == ["", "withdrawn"]
    with acting_as(list_.who):
        assert list(list_.load.touched.filter(left=True).values_list("dossier_id", flat=True)) == [changed.pk]
    assert list_.load.counts["left"] == 1


def test_what_a_client_did_in_private_after_the_list_is_not_swept_away_with_it() -> None:
    list_ = Loader(Company(), row("1", "Smit, B.", 40), row("2", "Bos, C.", 40)).answered().loaded()
    (private,) = list_.dossiers("1")
    with acting_as(list_.who):
        client = client_of(private)
    with acting_as(client):
        name_goal(client, private.pk, "Weer een ochtend werken")
    with acting_as(list_.who):
        assert not JournalEntry.objects.filter(dossier=private, layer="personal").exists()
    list_.undone()
    assert [dossier.closing for dossier in (*list_.dossiers("1"), *list_.dossiers("2"))] == ["", "withdrawn"]


def test_a_namesake_is_asked_about_and_a_birth_date_settles_it() -> None:
    company = Company()
    known = company.employee()
    name = f"{known.person.last_name}, F."
    asked = Loader(company, row("77", name, 20)).answered()
    assert asked.verdicts() == {2: "doubtful"}
    with acting_as(asked.who):
        opened = previewing.Opened(asked.load)
        ((told, *_rest),) = previewing.judge(asked.who, asked.load, opened.sheet(), opened)
        key = opened.digest(told.who.key)
    asked.answered(people={key: str(known.pk)})
    assert asked.verdicts() == {2: "new"}
    asked.loaded()
    with acting_as(asked.who):
        known.refresh_from_db()
    assert (known.number, len(asked.dossiers("77"))) == ("77", 1)


def test_a_list_of_employees_adds_completes_and_leaves_alone() -> None:
    company, head = (
        Company(),
        "Persnr;Voornaam;Tussenvoegsel;Achternaam;Geboortedatum;Uren per week;In dienst;Functie",
    )
    rows = ["1;Anna;van der;Berg;3-2-1980;32;1-1-2015;Kok", "2;Bo;;Smit;4-5-1990;;;Kok"]
    first = Loader(company, *rows, kind=Import.Kind.EMPLOYEES, head=head).answered().loaded()
    with acting_as(first.who):
        anna, bo = (
            Employment.objects.filter(organisation=company.employer).exclude(number="").order_by("number")
        )
        assert (anna.person.name, anna.contract_hours.get().hours) == ("Anna van der Berg", Decimal(32))
        assert not bo.contract_hours.exists()
    more = [rows[0], "2;Bo;;Smit;4-5-1990;24;;Chef-kok", "3;Cas;;Mol;;36;;Kok"]
    again = Loader(company, *more, kind=Import.Kind.EMPLOYEES, head=head).answered()
    assert again.verdicts() == {2: "unchanged", 3: "changed", 4: "new"}
    again.loaded()
    with acting_as(first.who):
        bo.refresh_from_db()
        assert (bo.job_title, bo.contract_hours.get().hours) == ("Chef-kok", Decimal(24))
    again.undone()
    with acting_as(first.who):
        bo.refresh_from_db()
        assert bo.job_title == "Kok"


def test_only_who_loads_it_reaches_a_list_and_only_as_case_manager() -> None:
    company = Company()
    list_ = Loader(company, row("1", "Smit, B.", 40)).answered()
    for someone in (company.colleague, company.supervisor, company.doctor, company.admin):
        with acting_as(actor(someone)):
            assert not Import.objects.filter(pk=list_.load.pk).exists()
            assert not Line.objects.filter(load_id=list_.load.pk).exists()
            with pytest.raises(NotYours):
                previewing.preview(actor(someone), list_.load.pk)
    for someone in (company.supervisor, company.admin, Company().case_manager):
        with acting_as(actor(someone)), pytest.raises(NotYours):
            starting.start_import(actor(someone), company.employer.pk, "lijst.csv", HEAD.encode())


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


def test_a_colleagues_dossier_is_not_touched() -> None:
    company = Company()
    theirs = Loader(company, row("1", "Smit, B.", 40)).answered().loaded()
    other = Loader(company, row("1", "Smit, B.", 40, 4))
    other.who = Actor(account_id=company.colleague.pk)
    with acting_as(other.who):
        content = "\r\n".join([HEAD, row("1", "Smit, B.", 40, 4)]).encode()
        other.load = starting.start_import(other.who, company.employer.pk, "lijst.csv", content)
    other.answered()
    assert other.verdicts() == {2: "refused"}
    assert uuid.UUID(str(theirs.dossiers("1")[0].pk))


def test_after_the_list_of_employees_the_absences_find_everyone() -> None:
    company, head = Company(), "Persnr;Voornaam;Achternaam;Uren per week;Functie"
    people = [f"{number};Bo;Smit{number};32;Kok" for number in range(1, 4)]
    Loader(company, *people, kind=Import.Kind.EMPLOYEES, head=head).answered().loaded()
    rows = [
        row("1", "Smit1, B.", 90, 80),
        row("2", "Smit2, B.", 30),
        row("2", "Smit2, B.", 30, since=9, part="50"),
    ]
    list_ = Loader(company, *rows).answered().loaded()
    assert (list_.load.counts["new_people"], list_.load.counts["failed"]) == (0, 0)
    assert [len(list_.dossiers(str(number))) for number in range(1, 4)] == [1, 1, 0]
    list_.undone()
    assert {dossier.closing for number in "12" for dossier in list_.dossiers(number)} == {"withdrawn"}
    with acting_as(list_.who):
        assert not Employment.objects.filter(
            organisation=company.employer, withdrawn_at__isnull=False
        ).exists()


def test_two_lists_with_the_same_new_person_add_them_once() -> None:
    company = Company()
    one, other = (
        Loader(company, row("1", "Smit, B.", 40), row(str(n), "Bos, C.", 30)).answered() for n in (2, 3)
    )
    one.loaded()
    other.loaded()
    assert (other.load.counts["done"], other.load.counts["failed"]) == (1, 1)
    with acting_as(other.who):
        assert "personeelsnummer" in other.load.courses.get(state=Course.State.REFUSED).refusal
    assert len(one.dossiers("1")) == 1
