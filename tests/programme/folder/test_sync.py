"""What devices send and ask: in any order, any number of times, for one's own folder only."""

import io
import json
import uuid
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.test import Client
from PIL import Image

from spoorboek.dossiers.models import Dossier
from spoorboek.methods.questions import Question
from spoorboek.methods.worksheets import worksheets
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from spoorboek.programme.folder.access import attachment, folder_of
from spoorboek.programme.folder.acts import attaching
from spoorboek.programme.folder.asking import WIDGETS, read
from spoorboek.programme.folder.merging import Page
from spoorboek.programme.folder.models import Finish
from spoorboek.programme.folder.offline.fields import FIELDS, fields_of
from tests.builders import Company, client_of, days_ago
from tests.signed_in import signed_in

ANSWERS = "/werkmap/sync/antwoorden/"
BUNDLE = "/werkmap/sync/"
PLACE = ("talk-with-my-boss", "goal")


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


@pytest.fixture
def dossier(company: Company) -> Dossier:
    return company.dossier(days_ago(40))


@pytest.fixture
def browser(dossier: Dossier) -> Client:
    return signed_in(client_person(dossier))


def client_person(dossier: Dossier) -> Person:
    with acting_as(client_of(dossier)):
        return dossier.employment.person


def answer(dossier: Dossier, own: str = "Rustig aan", *replaces: str, **other: Any) -> dict[str, Any]:
    """As a phone kept it."""
    return {
        "id": str(uuid.uuid4()),
        "dossier": str(dossier.pk),
        "sheet": PLACE[0],
        "question": PLACE[1],
        "replaces": list(replaces),
        "fields": {"own": [own]},
        "attachments": [],
        "writtenAt": "2026-11-22T09:00:00Z",
        **other,
    }


def sends(browser: Client, *answers: dict[str, Any]) -> list[dict[str, str]]:
    sent = browser.post(ANSWERS, json.dumps({"answers": answers}), content_type="application/json")
    assert sent.status_code == 200, sent.content
    outcomes: list[dict[str, str]] = sent.json()["outcomes"]
    assert [each["id"] for each in outcomes] == [each["id"] for each in answers]
    return outcomes


def page(dossier: Dossier) -> Page:
    client = client_of(dossier)
    with acting_as(client):
        return folder_of(client, dossier.pk).page(*PLACE)


def test_an_answer_that_comes_twice_is_one_answer(browser: Client, dossier: Dossier) -> None:
    sent = answer(dossier)
    assert [each["outcome"] for each in sends(browser, sent)] == ["saved"]
    assert [each["outcome"] for each in sends(browser, sent)] == ["known"]
    assert page(dossier).value == {"own": "Rustig aan"}
    assert page(dossier).earlier == ()


def test_answers_that_come_in_the_wrong_order_end_the_same(browser: Client, dossier: Dossier) -> None:
    first = answer(dossier, "Eerst")
    second = answer(dossier, "Daarna", first["id"])
    sends(browser, second)
    sends(browser, first)
    assert [kept.value["own"] for kept in page(dossier).standing] == ["Daarna"]
    assert [kept.value["own"] for kept in page(dossier).earlier] == ["Eerst"]


def test_done_without_a_link_is_done_also_with_an_empty_question_but_not_an_empty_sheet(
    browser: Client, dossier: Dossier
) -> None:
    client = client_of(dossier)
    closed = {"dossier": str(dossier.pk), "sheet": PLACE[0]}
    elsewhere = {"dossier": str(uuid.uuid4()), "sheet": PLACE[0]}
    for answers, is_done in (([], False), ([answer(dossier)], True), ([], True)):
        parcel = json.dumps({"answers": answers, "closed": [elsewhere, closed]})
        assert browser.post(ANSWERS, parcel, content_type="application/json").status_code == 200
        with acting_as(client):
            assert Finish.objects.filter(dossier_id=dossier.pk).count() == is_done


def test_two_phones_that_wrote_over_the_same_answer_are_both_kept(browser: Client, dossier: Dossier) -> None:
    before = answer(dossier, "Samen")
    one, other = answer(dossier, "De een", before["id"]), answer(dossier, "De ander", before["id"])
    sends(browser, before, one)
    sends(browser, other)
    assert {kept.value["own"] for kept in page(dossier).standing} == {"De een", "De ander"}
    assert page(dossier).asks_which


def test_one_that_is_refused_holds_up_no_other(browser: Client, dossier: Dossier) -> None:
    wrong = answer(dossier, sheet="no-such-sheet")
    bad = answer(dossier, fields={"choices": ["not-an-option"]})
    refused, also, saved = sends(browser, wrong, bad, answer(dossier))
    assert (refused["outcome"], also["outcome"], saved["outcome"]) == ("refused", "refused", "saved")
    assert "Je tekst is niet weg" in refused["sentence"]
    assert page(dossier).value == {"own": "Rustig aan"}


def test_a_closed_dossier_takes_nothing_and_says_so_gently(browser: Client, dossier: Dossier) -> None:
    client = client_of(dossier)
    with acting_as(client):
        Dossier.objects.filter(pk=dossier.pk).update(closed_on=days_ago(0))
    (outcome,) = sends(browser, answer(dossier))
    assert outcome["outcome"] == "refused"
    assert outcome["sentence"].startswith("Dit dossier is gesloten.")


def test_nobody_writes_in_the_folder_of_another(company: Company, dossier: Dossier) -> None:
    stranger = client_person(company.dossier(days_ago(40)))
    for someone in (company.case_manager, company.supervisor, company.coach, company.doctor, stranger):
        (outcome,) = sends(signed_in(someone), answer(dossier))
        assert outcome["outcome"] == "refused"
    assert not page(dossier).is_answered


def test_anothers_id_is_no_way_in(company: Company, browser: Client, dossier: Dossier) -> None:
    sent = answer(dossier)
    sends(browser, sent)
    elsewhere = company.dossier(days_ago(40))
    theirs = answer(elsewhere, "Ik neem je plek in", id=sent["id"])
    (outcome,) = sends(signed_in(client_person(elsewhere)), theirs)
    assert outcome["outcome"] == "refused"
    assert page(dossier).value == {"own": "Rustig aan"}


@pytest.mark.parametrize(
    "body", ["", "[]", '{"answers": [{}]}', '{"answers": 3}', '{"answers":[' + "1," * 60 + "1]}"]
)
def test_what_cannot_be_read_is_told_with_what_to_do(browser: Client, body: str) -> None:
    said = browser.post(ANSWERS, body, content_type="application/json")
    assert said.status_code == 400
    assert said.json()["sentence"].startswith("Dit konden we niet lezen.")


def test_who_is_not_signed_in_hears_so_and_is_led_nowhere(dossier: Dossier) -> None:
    visitor = Client()
    for answered in (
        visitor.post(ANSWERS, json.dumps({"answers": [answer(dossier)]}), content_type="application/json"),
        visitor.get(BUNDLE),
        visitor.post(f"/werkmap/sync/bijlage/{uuid.uuid4()}/"),
    ):
        assert answered.status_code == 401
        assert answered.json()["sign_in"] == "/account/login/"


def test_a_device_takes_every_sheet_along_and_what_stands(browser: Client, dossier: Dossier) -> None:
    sends(browser, answer(dossier, "Mijn woorden"))
    bundle = browser.get(BUNDLE).json()
    taken = bundle["sheets"]["sheets"]
    assert {each["key"] for each in taken} == set(worksheets())
    assert [each["fields"] for each in bundle["answers"]] == [{"own": ["Mijn woorden"]}]
    empty = json.dumps(bundle["sheets"])
    assert "Mijn woorden" not in empty
    assert client_person(dossier).first_name not in empty
    assert "csrfmiddlewaretoken" not in empty
    again = browser.get(BUNDLE, {"have": bundle["sheets"]["version"]}).json()
    assert again["sheets"] is None
    assert len(again["answers"]) == 1


def test_the_sheets_come_in_the_readers_language(browser: Client) -> None:
    browser.cookies["django_language"] = "en"
    english = browser.get(BUNDLE).json()["sheets"]
    assert english["language"] == "en"
    assert worksheets()[PLACE[0]].title.en in {each["title"] for each in english["sheets"]}
    assert ">Next<" in english["sheets"][0]["questions"][0]["html"]


def test_a_helper_and_a_professional_take_nothing_along(company: Company, dossier: Dossier) -> None:
    for someone in (company.case_manager, company.coach):
        assert signed_in(someone).get(BUNDLE).status_code == 404


def photo(**saving: Any) -> SimpleUploadedFile:
    made = io.BytesIO()
    Image.new("RGB", (60, 40), "green").save(made, "JPEG", **saving)
    return SimpleUploadedFile("blad.jpg", made.getvalue(), "image/jpeg")


def attaches(browser: Client, dossier: Dossier, key: uuid.UUID, file: SimpleUploadedFile) -> int:
    about = {"dossier": str(dossier.pk), "sheet": PLACE[0], "question": PLACE[1], "file": file}
    return browser.post(f"/werkmap/sync/bijlage/{key}/", about).status_code


def test_a_photo_comes_before_the_answer_that_shows_it_and_says_nothing_of_its_place(
    browser: Client, dossier: Dossier
) -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera van Fatma"
    key = uuid.uuid4()
    assert [attaches(browser, dossier, key, photo(exif=exif)) for _time in range(2)] == [200, 200]
    sends(browser, answer(dossier, attachments=[str(key)]))
    client = client_of(dossier)
    with acting_as(client):
        _row, content = attachment(client, key)
    assert b"Fatma" not in content
    assert page(dossier).value["attachments"] == [str(key)]


def test_a_photo_that_is_there_already_is_not_refused_because_the_sheet_is_full(
    browser: Client, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attaching, "MOST_A_SHEET", 1)
    key = uuid.uuid4()
    assert [attaches(browser, dossier, one, photo()) for one in (key, uuid.uuid4(), key)] == [200, 409, 200]


def test_a_full_folder_takes_no_more_photos_and_says_what_to_do(
    browser: Client, dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = uuid.uuid4()
    assert attaches(browser, dossier, key, photo()) == 200
    monkeypatch.setattr(settings, "FOLDER_MOST_MB", 0)
    assert [attaches(browser, dossier, one, photo()) for one in (uuid.uuid4(), key)] == [409, 200]


def test_a_photo_that_is_none_and_one_for_another_are_refused_with_a_sentence(
    company: Company, browser: Client, dossier: Dossier
) -> None:
    broken = SimpleUploadedFile("blad.jpg", b"not a photo", "image/jpeg")
    assert attaches(browser, dossier, uuid.uuid4(), broken) == 409
    assert attaches(signed_in(company.coach), dossier, uuid.uuid4(), photo()) == 409
    assert (
        browser.post(f"/werkmap/sync/bijlage/{uuid.uuid4()}/", {"dossier": "x", "file": photo()}).status_code
        == 400
    )


EXAMPLES: dict[str, dict[str, Any]] = {
    "energy-day": {"levels": {"h06": 1, "h21": 5}},
    "week-plan": {"cells": {"mon-morning": "wandelen", "sun-evening": "vroeg naar bed"}},
    "short-text": {"text": "Twee\nregels"},
    "short-lines": {"lines": ["een", "twee"]},
    "picture": {"text": "Zie de foto"},
    "voice": {"text": "Of zo"},
    "scale": {"number": 0},
}


def example(question: Question) -> dict[str, Any]:
    """An answer that fits this question of this sheet."""
    if question.kind in EXAMPLES:
        return EXAMPLES[question.kind]
    asked = question.model_dump()
    if question.kind == "choose-one":
        return {"choice": asked["options"][-1]["key"]}
    if question.kind == "choose-several":
        return {"choices": [each["key"] for each in asked["options"][: asked["most"] or 3]]}
    if question.kind == "sort-cards":
        return {"piles": {each["key"]: asked["piles"][0]["key"] for each in asked["cards"]}}
    return {"people": [{"name": "Ria", "way": ""}, {"name": "Bo", "way": asked["ways"][0]["key"]}]}


def test_every_kind_of_question_finds_its_way_to_the_form_and_back() -> None:
    assert set(FIELDS) == set(WIDGETS)
    tried = set()
    for sheet in worksheets().values():
        for question in sheet.pages:
            value = question.checked(example(question))
            posted = QueryDict(mutable=True)
            for name, values in fields_of(question.kind, value).items():
                posted.setlist(name, values)
            assert question.checked(read(question, posted)) == value, (sheet.key, question.key)
            tried.add(question.kind)
    assert tried
