"""An own worksheet is written in forms: every kind of question, lists that move, two people at one sheet."""

from typing import Any

import pytest
from django.http import QueryDict

from spoorboek.methods.questions import KINDS
from spoorboek.methods.reading import Mistakes, Words
from spoorboek.methods.sheet_editing import moved_question, with_question, without_question
from spoorboek.methods.worksheets import MOST_QUESTIONS, Worksheet, worksheet_from, worksheets
from spoorboek.methods.writing import sheet_as_yaml
from spoorboek.people.actor import acting_as
from spoorboek.programme.shelf import material_acts as acts
from spoorboek.programme.shelf.models import MaterialDraft
from spoorboek.programme.shelf.own_sheets import FILE
from spoorboek.programme.shelf.part_form import as_data
from spoorboek.programme.shelf.question_forms import QuestionForm
from spoorboek.programme.shelf.question_kinds import KINDS_TOLD, PARTS
from spoorboek.programme.shelf.question_rows import rearranged
from spoorboek.programme.shelf.sheet_forms import DRAWINGS, SheetForm
from tests.builders import Company, actor
from tests.programme.shelf.test_material import MINE, begun
from tests.signed_in import signed_in

CHOICE = {
    "kind": "choose-one", "title_nl": "Wat past?", "title_en": "What fits?", "options_count": "3",
    "options_0_nl": "Rust", "options_0_en": "Rest", "options_1_nl": "Werk", "options_1_en": "Work",
}  # fmt: skip


def now(draft: MaterialDraft) -> Worksheet:
    draft.refresh_from_db()
    return worksheet_from(draft.texts[FILE], FILE)


def sheet_of(here: Company, draft: MaterialDraft) -> Worksheet:
    with acting_as(actor(here.case_manager)):
        return now(draft)


def test_every_sheet_of_ours_is_the_same_after_its_file_was_written_and_its_forms_were_saved() -> None:
    for sheet in worksheets().values():
        assert worksheet_from(sheet_as_yaml(sheet), FILE) == sheet
        whole = SheetForm(as_data(SheetForm(whole=sheet).initial), whole=sheet)
        assert whole.is_valid(), whole.errors
        assert whole.changed(sheet) == sheet
        for page in sheet.pages:
            form = QuestionForm(
                as_data(QuestionForm(whole=sheet, key=page.key).initial), whole=sheet, key=page.key
            )
            assert form.is_valid(), (sheet.key, form.errors)
            assert form.changed(sheet) == sheet
        assert sheet.drawing in DRAWINGS
    assert set(KINDS_TOLD) == set(PARTS) == set(KINDS)


@pytest.mark.parametrize("text", ["? Wat nu", ": en dan", "een\u2028twee", "een\x85twee"])
def test_a_text_reads_as_it_was_typed_however_it_was_typed(text: str) -> None:
    sheet = worksheet_from(MINE, FILE)
    page = sheet.pages[0].model_copy(update={"help": Words(nl=text, en=text)})
    typed = sheet.model_copy(update={"pages": (page, *sheet.pages[1:])})
    assert worksheet_from(sheet_as_yaml(typed), FILE) == typed


def test_a_question_is_added_moved_and_taken_out_in_the_browser() -> None:
    here = Company()
    draft, browser = begun(here), signed_in(here.case_manager)
    path = f"/methoden/eigen/{draft.pk}/"
    assert browser.get(f"{path}nieuwe-vraag/").status_code == 200
    for kind in KINDS:
        assert browser.get(f"{path}nieuwe-vraag/?soort={kind}").status_code == 200
    half = browser.post(f"{path}nieuwe-vraag/", CHOICE | {"options_1_en": ""})
    assert half.status_code == 422
    assert "maak beide talen leeg" in half.content.decode()
    assert "Werk" in half.content.decode(), "nothing that was typed is lost"
    assert browser.post(f"{path}nieuwe-vraag/", CHOICE).status_code == 302
    assert [page.key for page in sheet_of(here, draft).pages] == ["wish", "what-fits"]
    browser.post(f"{path}vragen/", {"do": "up:what-fits", "seen": 1})
    browser.post(f"{path}vragen/", {"do": "drop:wish", "seen": 2})
    assert [page.key for page in sheet_of(here, draft).pages] == ["what-fits"]
    browser.post(f"{path}vragen/", {"do": "drop:what-fits", "seen": 3})
    assert "minstens één vraag" in browser.get(path).content.decode()


def test_rows_of_a_list_move_and_other_kinds_come_back_with_what_was_typed() -> None:
    sent = QueryDict(mutable=True)
    sent.update(CHOICE)
    moved = rearranged(sent, "options:up:1")
    assert (moved["options_0_nl"], moved["options_1_nl"]) == ("Werk", "Rust")
    assert rearranged(sent, "options:drop:0")["options_0_nl"] == "Werk"
    assert rearranged(sent, "options:add")["options_count"] == "4"
    sheet = worksheet_from(MINE, FILE)
    other = QuestionForm(CHOICE | {"kind": "scale"}, whole=sheet, kind="choose-one")
    assert ("options_0_nl", "Rust") in other.carried()


def test_who_took_out_too_many_rows_is_asked_for_what_is_missing() -> None:
    sent = QueryDict(mutable=True)
    sent.update(CHOICE)
    left = rearranged(rearranged(sent, "options:drop:2"), "options:drop:1")
    form = QuestionForm(left, whole=worksheet_from(MINE, FILE), kind="choose-one")
    assert not form.is_valid()
    assert form.errors["options_1_nl"] == ["Geef er minstens twee."]


def test_another_kind_is_another_question_so_that_no_answer_stands_under_it() -> None:
    sheet = worksheet_from(MINE, FILE)
    form = QuestionForm(CHOICE, whole=sheet, key="wish", taken=frozenset({"what-fits"}))
    assert form.is_valid(), form.errors
    assert [page.key for page in form.changed(sheet).pages] == ["what-fits-2"]


def test_two_people_at_one_sheet_lose_nothing() -> None:
    here = Company()
    draft = begun(here, MINE.replace("drawing: sun", "drawing: star"))
    mine, theirs = signed_in(here.case_manager), signed_in(here.admin)
    path = f"/methoden/eigen/{draft.pk}/"
    asked = {"kind": "short-text", "title_nl": "Wat wil je echt?", "title_en": "What do you really want?"}
    was = QuestionForm(whole=sheet_of(here, draft), key="wish").was
    about = as_data(SheetForm(whole=sheet_of(here, draft)).initial)
    assert theirs.post(f"{path}blad/", about | {"title_nl": "Onze week", "seen": 0}).status_code == 302
    assert mine.post(f"{path}vraag/wish/", asked | {"seen": 0, "was": was}).status_code == 302, "another part"
    assert sheet_of(here, draft).title.nl == "Onze week"
    over = mine.post(f"{path}blad/", about | {"title_nl": "Mijn dag", "seen": 0})
    assert over.status_code == 422, "the whole is a part like another"
    assert "Onze week" in over.content.decode()
    assert "Mijn dag" in over.content.decode()

    late = theirs.post(
        f"{path}vraag/wish/", asked | {"title_nl": "Waar droom je van?", "seen": 0, "was": was}
    )
    said = late.content.decode()
    assert late.status_code == 422
    assert "Wat wil je echt?" in said, "what stands there now"
    assert "Waar droom je van?" in said, "and what was typed"

    with acting_as(actor(here.case_manager)):
        one = actor(here.case_manager)
        acts.change_sheet(
            one,
            draft.pk,
            2,
            lambda sheet: with_question(sheet, sheet.pages[0].model_copy(update={"key": "b"})),
        )
        acts.change_sheet(one, draft.pk, 3, lambda sheet: without_question(sheet, "wish"))
    gone = theirs.post(f"{path}vraag/wish/", asked | {"title_nl": "Blijf staan", "seen": 2})
    assert "komt hij er weer bij" in gone.content.decode()
    assert "Blijf staan" in gone.content.decode()


def test_what_may_not_go_to_work_is_kept_and_said_beside_its_field() -> None:
    here = Company()
    draft, browser = (
        begun(here, MINE.replace("may_reach: guides", "may_reach: work")),
        signed_in(here.case_manager),
    )
    path = f"/methoden/eigen/{draft.pk}/"
    health: dict[str, Any] = {
        "kind": "short-text",
        "title_nl": "Welke medicijnen?",
        "title_en": "Which medicines?",
    }
    assert browser.post(f"{path}vraag/wish/", health | {"seen": 0}).status_code == 302
    assert f"{path}vraag/wish/" in browser.get(path).content.decode()
    assert "gaat misschien over gezondheid" in browser.get(f"{path}vraag/wish/").content.decode()
    assert (
        "aanvullende"
        in browser.post(
            f"{path}vraag/wish/zien/", health | {"title_nl": "Welke aanvullende hulp?"}
        ).content.decode()
    )


def test_a_sheet_takes_so_many_questions_and_keeps_one() -> None:
    sheet = worksheet_from(MINE, FILE)
    for number in range(MOST_QUESTIONS - 1):
        sheet = with_question(sheet, sheet.pages[0].model_copy(update={"key": f"more-{number}"}))
    with pytest.raises(Mistakes, match="at most"):
        with_question(sheet, sheet.pages[0].model_copy(update={"key": "one-too-many"}))
    assert moved_question(sheet, "wish", -1) == sheet
    with pytest.raises(KeyError):
        without_question(sheet, "nothing")


def test_a_new_sheet_begins_with_its_title_and_a_key_that_is_free() -> None:
    here = Company()
    browser = signed_in(here.case_manager)
    form = {
        "begin": "new",
        "organisation": str(here.employer.pk),
        "title_nl": "Mijn weekplan",
        "title_en": "Week plan",
    }
    for key in ("week-plan-2", "week-plan-3"):
        path = browser.post("/methoden/eigen/", form)["Location"]
        assert "Mijn weekplan" in browser.get(path).content.decode()
        with acting_as(actor(here.case_manager)):
            assert MaterialDraft.objects.get(pk=path.split("/")[-2]).key == key
