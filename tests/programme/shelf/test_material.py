"""An organisation's own worksheets: written with the mistakes beside the lines, released by a second person, read by
its own clients; who began a sheet keeps the version of then."""

import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction

from spoorboek.dossiers.refusals import NotYours, Refused, Stale
from spoorboek.methods.worksheets import text_of, worksheets
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Person
from spoorboek.programme.folder.access import folder_of
from spoorboek.programme.folder.acts.answering import Written, wipe_sheet, write_answer
from spoorboek.programme.folder.sheets import sheet, sheets
from spoorboek.programme.shelf import material_acts as acts
from spoorboek.programme.shelf.acts import WrongFile
from spoorboek.programme.shelf.models import MaterialDraft, MaterialKind, MaterialRelease
from spoorboek.programme.shelf.own_sheets import FILE, hard_texts, read_sheet
from tests.builders import Company, actor, days_ago
from tests.signed_in import signed_in

SHEET = MaterialKind.WORKSHEET
OURS = "week-plan"
MINE = """\
key: my-week
title: {nl: Mijn week bij ons, en: My week with us}
about: {nl: Kijk wat er bij ons kan., en: See what is possible with us.}
minutes: 5
phase: start
determinants: [attitude]
may_reach: guides
drawing: sun
pages:
  - {key: wish, kind: short-text, title: {nl: Wat wil je?, en: What do you want?}}
"""

TO_WORK = MINE.replace("may_reach: guides", "may_reach: work")


def begun(here: Company, text: str = MINE, who: Person | None = None) -> MaterialDraft:
    one = actor(who or here.case_manager)
    with acting_as(one):
        return acts.import_material(one, here.employer, SHEET, {FILE: text})


def released(here: Company, text: str = MINE) -> MaterialRelease:
    draft, writer, second = begun(here, text), actor(here.case_manager), actor(here.admin)
    with acting_as(writer):
        acts.ask_review(writer, draft.pk, 0)
    with acting_as(second):
        return acts.release_material(second, draft.pk, 0)


def client_of(here: Company) -> tuple[Actor, uuid.UUID]:
    dossier = here.dossier(days_ago(60))
    return Actor(account_id=dossier.employment.person_id), dossier.pk


def test_a_released_sheet_is_in_the_folder_of_the_organisations_own_people_and_of_nobody_else() -> None:
    here, elsewhere = Company(), Company()
    client, dossier_id = client_of(here)
    stranger, other_id = client_of(elsewhere)
    assert released(here).number == 1
    with acting_as(client):
        assert sheet(dossier_id, "my-week").version == 1001
        assert set(sheets(dossier_id)) == {*worksheets(), "my-week"}
    with acting_as(stranger), pytest.raises(NotYours):
        sheet(other_id, "my-week")
    with acting_as(stranger), pytest.raises(NotYours):
        sheet(dossier_id, "my-week")


def test_who_began_a_sheet_keeps_its_version_until_the_sheet_is_emptied() -> None:
    here = Company()
    client, dossier_id = client_of(here)
    with acting_as(client):
        question = worksheets()[OURS].pages[0].key
        write_answer(client, dossier_id, Written(uuid.uuid4(), OURS, question, {}))
    adapted = text_of(OURS).replace("  nl: ", "  nl: Ook ", 1)
    assert read_sheet(adapted) != worksheets()[OURS]
    released(here, adapted)
    with acting_as(client):
        assert sheet(dossier_id, OURS) == worksheets()[OURS]
        assert folder_of(client, dossier_id).sheets[OURS].version == worksheets()[OURS].version
        wipe_sheet(client, dossier_id, OURS)
        assert sheet(dossier_id, OURS).version == 1001


def test_an_answer_to_an_own_sheet_keeps_its_question_after_a_newer_version() -> None:
    here = Company()
    client, dossier_id = client_of(here)
    released(here)
    with acting_as(client):
        write_answer(client, dossier_id, Written(uuid.uuid4(), "my-week", "wish", {"text": "Rust"}))
    released(here, MINE.replace("key: wish", "key: other"))
    with acting_as(client):
        assert [page.key for page in sheet(dossier_id, "my-week").pages] == ["wish"]


def test_a_sheet_out_of_use_stays_for_who_began_it_and_comes_to_nobody_else() -> None:
    here = Company()
    (began, its_dossier), (new, other_dossier) = client_of(here), client_of(here)
    row, colleague = released(here), actor(here.case_manager)
    with acting_as(began):
        write_answer(began, its_dossier, Written(uuid.uuid4(), "my-week", "wish", {"text": "Rust"}))
    with acting_as(colleague):
        acts.withdraw_material(colleague, row.pk)
        with pytest.raises(Refused, match="al uit gebruik"):
            acts.withdraw_material(colleague, row.pk)
    with acting_as(began):
        assert sheet(its_dossier, "my-week").version == 1001
    with acting_as(new):
        assert "my-week" not in sheets(other_dossier)
    assert released(here, MINE).number == 2
    with acting_as(new):
        assert sheet(other_dossier, "my-week").version == 1002, "released again, in use again"


def test_our_sheet_is_back_once_the_adapted_one_is_out_of_use() -> None:
    here = Company()
    client, dossier_id = client_of(here)
    row, colleague = released(here, text_of(OURS).replace("  nl: ", "  nl: Ook ", 1)), actor(here.admin)
    with acting_as(colleague):
        acts.withdraw_material(colleague, row.pk)
    with acting_as(client):
        assert sheet(dossier_id, OURS) == worksheets()[OURS]


def test_what_was_released_is_taken_out_of_use_and_not_changed_in_its_words() -> None:
    here = Company()
    row = released(here)
    with acting_as(actor(here.admin)), pytest.raises(DatabaseError), transaction.atomic():
        MaterialRelease.objects.filter(pk=row.pk).update(content="{}")
    stranger = actor(Company().admin)
    with acting_as(stranger), pytest.raises(NotYours):
        acts.withdraw_material(stranger, row.pk)


def test_a_second_person_releases_and_nobody_changes_what_was_released() -> None:
    here = Company()
    draft, writer = begun(here), actor(here.case_manager)
    with acting_as(writer):
        acts.ask_review(writer, draft.pk, 0)
        with pytest.raises(Refused, match="het laatst"):
            acts.release_material(writer, draft.pk, 0)
    row = released(Company())
    with acting_as(actor(here.admin)), pytest.raises(DatabaseError), transaction.atomic():
        row.save()
    with acting_as(writer), pytest.raises(DatabaseError), transaction.atomic():
        MaterialRelease.objects.create(
            organisation=here.employer, kind=SHEET, key="x", number=1, texts={},
            edited_by_id=here.admin.pk, released_by_id=here.admin.pk,
        )  # fmt: skip


def test_what_was_typed_is_kept_with_its_mistakes_and_goes_no_further() -> None:
    here = Company()
    draft, writer = begun(here), actor(here.case_manager)
    wrong = MINE.replace("kind: short-text", "kind: poem")
    with acting_as(writer):
        kept = acts.write_material(writer, draft.pk, 0, {FILE: wrong})
        assert kept.texts == {FILE: wrong}
        with pytest.raises(WrongFile) as caught:
            acts.ask_review(writer, draft.pk, 1)
        assert [one.line for one in caught.value.mistakes] == [10]
        with pytest.raises(Stale):
            acts.write_material(writer, draft.pk, 0, {FILE: MINE})
    page = signed_in(here.case_manager).get(f"/methoden/eigen/{draft.pk}/").content.decode()
    assert "Regel 10" in page
    assert "de soort" in page.lower()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (text_of("energy-through-the-day").replace("may_reach: guides", "may_reach: work"), "ruimer mag niet"),
        (TO_WORK.replace("Wat wil je?", "Welke medicijnen?"), "gezondheid"),
        (TO_WORK.replace("kind: short-text", "kind: energy-day"), "energie gaat nooit"),
        (MINE.replace("drawing: sun", "drawing: ../secret"), "drawing"),
        (MINE.replace("drawing: sun", "drawing: unicorn"), "tekening is er niet"),
    ],
)  # fmt: skip
def test_no_own_sheet_carries_to_work_what_ours_never_would(text: str, said: str) -> None:
    here = Company()
    one = actor(here.case_manager)
    with acting_as(one), pytest.raises(WrongFile) as caught:
        acts.import_material(one, here.employer, SHEET, {FILE: text})
    assert any(said in f"{one.key} {one.message.nl}" for one in caught.value.mistakes)


def test_the_author_reads_what_is_hard_for_who_is_tired_with_the_line() -> None:
    hard = hard_texts(
        MINE.replace("Kijk wat er bij ons kan.", "Indien gewenst wordt aanvullende hulp geboden.")
    )
    assert {(one.line, one.finding.kind) for one in hard} >= {(3, "difficult word"), (3, "passive sentence")}
    assert all(one.finding.advice.nl for one in hard)


def test_a_sheet_is_begun_from_ours_seen_as_a_client_and_thrown_away() -> None:
    here = Company()
    browser = signed_in(here.case_manager)
    form = {"begin": "copy", "organisation": str(here.employer.pk), "key": OURS}
    path = browser.post("/methoden/eigen/", form)["Location"]
    assert text_of(OURS).splitlines()[0] in browser.get(f"{path}tekst/").content.decode()
    assert browser.post("/methoden/eigen/", form).status_code == 422
    for number in range(len(worksheets()[OURS].pages) + 1):
        assert browser.get(f"{path}voorbeeld/?bladzijde={number}").status_code == 200
    assert browser.get(f"{path}voorbeeld/?bladzijde=99").status_code == 404
    assert browser.post(f"{path}besluit/", {"do": "ask", "seen": 0}).status_code == 302
    assert "nog niets veranderd" in browser.get(path).content.decode()
    assert browser.post(f"{path}besluit/", {"do": "discard", "seen": 0})["Location"] == "/methoden/eigen/"


def test_every_kind_of_question_can_be_seen_before_release() -> None:
    here = Company()
    seen: set[str] = set()
    for key, one in worksheets().items():
        if {page.kind for page in one.pages} <= seen:
            continue
        seen |= {page.kind for page in one.pages}
        draft = begun(here, text_of(key))
        browser = signed_in(here.admin)
        for number in range(1, len(one.pages) + 1):
            assert browser.get(f"/methoden/eigen/{draft.pk}/voorbeeld/?bladzijde={number}").status_code == 200
    assert len(seen) == 11


def test_a_wrong_file_shows_its_mistakes_and_who_does_not_adapt_finds_no_page() -> None:
    here = Company()
    wrong = SimpleUploadedFile("mine.yaml", MINE.replace("phase: start", "phase: later").encode())
    form = {"begin": "file", "organisation": str(here.employer.pk), "file": wrong}
    answer = signed_in(here.case_manager).post("/methoden/eigen/", form)
    assert answer.status_code == 422
    assert "Regel 5" in answer.content.decode()
    assert signed_in(here.supervisor).get("/methoden/eigen/").status_code == 404
    draft = begun(here)
    for stranger in (here.supervisor, Company().case_manager):
        assert signed_in(stranger).get(f"/methoden/eigen/{draft.pk}/").status_code == 404
