"""Sharing: one person, exactly these answers, until a day, at once withdrawn; the database says the same."""

import io
import re
import uuid
from datetime import timedelta

import pytest
from django.db import connections
from django.http import HttpResponse
from django.urls import reverse
from PIL import Image

from spoorboek.dossiers import journal
from spoorboek.dossiers.acts.opening import involve
from spoorboek.dossiers.health_words import HealthWords
from spoorboek.dossiers.models import Dossier, Opening
from spoorboek.dossiers.refusals import NotYours, Refused
from spoorboek.people.actor import Actor, acting_as
from spoorboek.people.models import Person
from spoorboek.people.policy import Layer, Role
from spoorboek.programme.folder.access import attachment, dossiers_shared_with, shared_with
from spoorboek.programme.folder.acts.answering import wipe_sheet
from spoorboek.programme.folder.acts.attaching import Attached, attach
from spoorboek.programme.folder.acts.sharing import Wish, preview, share_sheet, withdraw_share
from spoorboek.programme.folder.models import Answer, Attachment, Share
from tests.builders import Company, actor, client_of, person, today
from tests.programme.folder.cast import WALK, browser_of, rewrites, writes

TALK = "talk-with-my-boss"


@pytest.fixture(scope="module")
def company(django_db_setup: None) -> Company:
    return Company()


@pytest.fixture
def dossier(company: Company) -> Dossier:
    made = company.dossier()
    writes(made, {"text": "Fijn dat we even praten."}, place=(TALK, "first-sentence"))
    writes(made, {"lines": ["Mag ik later beginnen?"]}, place=(TALK, "ask"))
    writes(made, WALK)
    return made


def shares(dossier: Dossier, who: Person, worksheet: str = TALK, *questions: str, days: int = 7) -> Share:
    """The client looks at the preview and shares what it shows."""
    client = client_of(dossier)
    wish = Wish(worksheet, questions or ("first-sentence", "ask"), who.pk, today() + timedelta(days=days))
    with acting_as(client):
        return share_sheet(client, dossier.pk, wish, preview(client, dossier.pk, wish).ids)


def rows_in_sql(who: Actor, dossier: Dossier, table: str = "folder_answer") -> int:
    with acting_as(who), connections["default"].cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table} WHERE dossier_id = %s", [dossier.pk])
        return int(cursor.fetchone()[0])


def test_who_it_is_shared_with_reads_those_answers_and_nothing_more(
    company: Company, dossier: Dossier
) -> None:
    shares(dossier, company.supervisor, TALK, "first-sentence")
    boss = actor(company.supervisor)
    with acting_as(boss):
        (found,) = shared_with(boss, dossier.pk)
    assert {key: one.value for key, one in found.answers.items()} == {
        "first-sentence": {"text": "Fijn dat we even praten."}
    }
    assert rows_in_sql(boss, dossier) == 1
    for other in (
        company.case_manager,
        company.coach,
        company.doctor,
        company.labour_expert,
        company.colleague,
    ):
        assert rows_in_sql(actor(other), dossier) == 0
        assert rows_in_sql(actor(other), dossier, "folder_share") == 0


def test_what_is_written_after_the_share_is_not_in_it(company: Company, dossier: Dossier) -> None:
    shares(dossier, company.supervisor)
    rewrites(dossier, {"text": "Dit is later geschreven."}, (TALK, "first-sentence"))
    boss = actor(company.supervisor)
    with acting_as(boss):
        (found,) = shared_with(boss, dossier.pk)
    assert found.answers["first-sentence"].value == {"text": "Fijn dat we even praten."}
    assert rows_in_sql(boss, dossier) == 2


def test_withdrawing_ends_it_at_once(company: Company, dossier: Dossier) -> None:
    made, boss, client = shares(dossier, company.supervisor), actor(company.supervisor), client_of(dossier)
    with acting_as(client):
        withdraw_share(client, dossier.pk, made.pk)
    assert rows_in_sql(boss, dossier) == 0
    with acting_as(boss):
        assert shared_with(boss, dossier.pk) == []
    with acting_as(client), pytest.raises(Refused, match="hoeft niets"):
        withdraw_share(client, dossier.pk, made.pk)


def test_after_its_last_day_a_share_is_over(company: Company, dossier: Dossier) -> None:
    made, boss = shares(dossier, company.supervisor, days=0), actor(company.supervisor)
    assert rows_in_sql(boss, dossier) == 2
    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE folder_share SET until = until - 1 WHERE id = %s", [made.pk])
    assert rows_in_sql(boss, dossier) == 0


def test_who_no_longer_takes_part_reads_nothing(company: Company, dossier: Dossier) -> None:
    buddy = person("Maatje")
    involve(dossier, buddy.pk, Role.BUDDY, None)
    shares(dossier, buddy)
    with acting_as(actor(buddy)):
        assert len(shared_with(actor(buddy), dossier.pk)) == 1
        assert [row[0] for row in dossiers_shared_with(actor(buddy))] == [dossier.pk]
    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE people_involvement SET until = now() WHERE account_id = %s", [buddy.pk])
    assert rows_in_sql(actor(buddy), dossier) == 0


@pytest.mark.parametrize("worksheet", ["week-plan", "warning-signs", "letter-to-myself"])
def test_what_is_for_oneself_and_ones_guides_is_never_shared_with_work(
    company: Company, dossier: Dossier, worksheet: str
) -> None:
    client = client_of(dossier)
    for who in (company.supervisor, company.case_manager):
        wish = Wish(worksheet, ("plan",), who.pk, today())
        with acting_as(client), pytest.raises(Refused, match="niet delen"):
            preview(client, dossier.pk, wish)
    shares(dossier, company.coach, "week-plan", "plan")
    assert rows_in_sql(actor(company.coach), dossier) == 1


def test_the_database_refuses_work_such_a_sheet_even_when_a_share_says_otherwise(
    company: Company, dossier: Dossier
) -> None:
    """As if an act had forgotten to ask."""
    client, boss = client_of(dossier), actor(company.supervisor)
    with acting_as(client):
        every = list(Answer.objects.filter(dossier=dossier).values_list("pk", flat=True))
        Share.objects.create(
            dossier=dossier, account_id=company.supervisor.pk, role=Role.SUPERVISOR, worksheet="week-plan",
            answers=every, made_at="2026-01-01T00:00Z", until=today(),
        )  # fmt: skip
    with acting_as(boss):
        assert {row.worksheet for row in Answer.objects.filter(dossier=dossier)} == {TALK}


def test_words_about_health_are_asked_about_before_anyone_else_reads_them(
    company: Company, dossier: Dossier
) -> None:
    rewrites(dossier, {"text": "Door mijn burn-out begin ik rustig."}, (TALK, "first-sentence"))
    client = client_of(dossier)
    wish = Wish(TALK, ("first-sentence",), company.supervisor.pk, today())
    with acting_as(client):
        with pytest.raises(HealthWords) as asked:
            preview(client, dossier.pk, wish)
        assert preview(client, dossier.pk, wish, asked.value.words).answers
        doctor = Wish(TALK, ("first-sentence",), company.doctor.pk, today())
        assert preview(client, dossier.pk, doctor).answers


def test_only_what_was_seen_in_the_preview_can_be_shared(company: Company, dossier: Dossier) -> None:
    client = client_of(dossier)
    wish = Wish(TALK, ("first-sentence",), company.supervisor.pk, today())
    with acting_as(client):
        seen = preview(client, dossier.pk, wish).ids
    rewrites(dossier, {"text": "Toch iets anders."}, (TALK, "first-sentence"))
    with acting_as(client), pytest.raises(Refused, match="intussen veranderd"):
        share_sheet(client, dossier.pk, wish, seen)


def test_a_stranger_and_an_administrator_find_nothing(company: Company, dossier: Dossier) -> None:
    for who in (company.colleague, company.admin, person("Vreemd")):
        with acting_as(actor(who)), pytest.raises(NotYours):
            shared_with(actor(who), dossier.pk)


def test_only_the_client_shares(company: Company, dossier: Dossier) -> None:
    boss = actor(company.supervisor)
    wish = Wish(TALK, ("first-sentence",), company.supervisor.pk, today())
    with acting_as(boss), pytest.raises(NotYours):
        share_sheet(boss, dossier.pk, wish, ())


def test_the_client_reads_who_looked(company: Company, dossier: Dossier) -> None:
    shares(dossier, company.supervisor)
    boss, client = actor(company.supervisor), client_of(dossier)
    with acting_as(boss):
        shared_with(boss, dossier.pk)
    with acting_as(client):
        looked = Opening.objects.filter(dossier=dossier, layer=Layer.PERSONAL)
        assert [row.account_id for row in looked] == [company.supervisor.pk]


def test_wiping_a_sheet_ends_what_was_shared_of_it(company: Company, dossier: Dossier) -> None:
    shares(dossier, company.supervisor)
    client = client_of(dossier)
    with acting_as(client):
        wipe_sheet(client, dossier.pk, TALK)
    with acting_as(actor(company.supervisor)):
        assert shared_with(actor(company.supervisor), dossier.pk) == []


def photo() -> bytes:
    made = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Thuis bij Fatma"
    Image.new("RGB", (3000, 2400), "teal").save(made, "JPEG", exif=exif)
    return made.getvalue()


def test_a_photo_goes_to_a_coach_but_never_to_work_and_holds_nothing_but_the_picture(
    company: Company, dossier: Dossier
) -> None:
    client, key = client_of(dossier), uuid.uuid4()
    with acting_as(client):
        attach(client, dossier.pk, Attached(key, TALK, "ask", Attachment.Kind.PHOTO, photo()))
        _row, content = attachment(client, key)
    assert b"Fatma" not in content
    with Image.open(io.BytesIO(content)) as kept:
        assert max(kept.size) == 2000
        assert not kept.getexif()
    rewrites(dossier, {"lines": ["Zie de foto."], "attachments": [str(key)]}, (TALK, "ask"))
    for who, reads in ((company.supervisor, False), (company.coach, True)):
        made = shares(dossier, who, TALK, "ask")
        assert (key in made.attachments) is reads
        with acting_as(actor(who)):
            if reads:
                assert attachment(actor(who), key)[1] == content
            else:
                with pytest.raises(NotYours):
                    attachment(actor(who), key)


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        (Attachment.Kind.PHOTO, b"x" * (40 * 1024 * 1024)),
        (Attachment.Kind.PHOTO, b"no picture at all"),
        (Attachment.Kind.VOICE, b"no recording at all"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_what_to_do(dossier: Dossier, kind: str, content: bytes) -> None:
    client = client_of(dossier)
    with acting_as(client), pytest.raises(Refused, match=r"opnieuw"):
        attach(client, dossier.pk, Attached(uuid.uuid4(), TALK, "ask", kind, content))


def test_the_pages_walk_from_choosing_to_the_preview_to_the_other_reading(
    company: Company, dossier: Dossier
) -> None:
    browser, address = browser_of(client_of(dossier)), reverse("share-worksheet", args=[TALK])
    said = {
        "person": str(company.supervisor.pk),
        "questions": ["first-sentence", "ask"],
        "until": (today() + timedelta(days=7)).isoformat(),
    }
    shown = browser.post(address, said)
    assert shown.status_code == 200
    seen = shown.context["preview"].ids
    assert "Mag ik later beginnen?" in shown.content.decode()
    done = browser.post(address, {**said, "seen": [str(key) for key in seen], "go": "share"}, follow=True)
    assert "Stop met delen" in done.content.decode()
    assert "no-store" in browser.get(reverse("work-folder")).headers["Cache-Control"]
    assert "Mijn gesprek op het werk" in browser.get(reverse("who_sees")).content.decode()
    boss = browser_of(actor(company.supervisor))
    page = boss.get(reverse("shared-folder", args=[dossier.pk])).content.decode()
    assert "Mag ik later beginnen?" in page
    assert "wandelen" not in page
    assert (
        reverse("shared-folder", args=[dossier.pk])
        in boss.get(reverse("dossier", args=[dossier.pk])).content.decode()
    )


def test_nothing_is_ticked_beforehand_but_the_one_question_the_client_comes_from(dossier: Dossier) -> None:
    browser, address = browser_of(client_of(dossier)), reverse("share-worksheet", args=[TALK])
    assert ticked(browser.get(address)) == []
    assert f"{address}?vraag=ask" in browser.get(reverse("worksheet", args=[TALK])).content.decode()
    assert ticked(browser.get(address, {"vraag": "ask"})) == ["ask"]


def ticked(answer: HttpResponse) -> list[str]:
    """The questions that stand ticked."""
    boxes = re.findall(r'<input type="checkbox"[^>]*>', answer.content.decode())
    return [re.findall(r'value="([^"]*)"', box)[0] for box in boxes if "checked" in box]


def test_a_photo_that_is_too_large_costs_nothing_that_was_typed(company: Company, dossier: Dossier) -> None:
    browser = browser_of(client_of(dossier))
    address = reverse("worksheet-question", args=[TALK, 2])
    large = io.BytesIO(b"\xff\xd8" + b"x" * (40 * 1024 * 1024))
    large.name = "blad.jpg"
    over = browser.get(address).context["over"]
    answer = browser.post(address, {"text": "Ik begin zo.", "over": over, "go": "next", "photo": large})
    assert answer.status_code == 422
    assert "De rest van je antwoord is niet weg" in answer.content.decode()
    assert "Ik begin zo." in browser.get(reverse("worksheet", args=[TALK])).content.decode()


@pytest.mark.parametrize("kind", ["EPS", "TIFF", "ICO", "PPM"])
def test_only_what_cameras_make_is_opened_as_a_picture(dossier: Dossier, kind: str) -> None:
    """A reader for EPS starts a program; the others are never needed here."""
    client, made = client_of(dossier), io.BytesIO()
    Image.new("RGB", (32, 32), "teal").save(made, kind)
    with acting_as(client), pytest.raises(Refused, match="foto kunnen we niet lezen"):
        attach(
            client, dossier.pk, Attached(uuid.uuid4(), TALK, "ask", Attachment.Kind.PHOTO, made.getvalue())
        )


def test_a_small_file_that_unfolds_into_a_huge_picture_is_refused_before_it_is_read(dossier: Dossier) -> None:
    client, made = client_of(dossier), io.BytesIO()
    Image.new("1", (9000, 8000)).save(made, "PNG")
    assert len(made.getvalue()) < 100_000
    with acting_as(client), pytest.raises(Refused, match="te groot"):
        attach(
            client, dossier.pk, Attached(uuid.uuid4(), TALK, "ask", Attachment.Kind.PHOTO, made.getvalue())
        )


def test_what_someone_else_gains_or_loses_the_sight_of_stands_in_the_clients_own_story(
    company: Company, dossier: Dossier
) -> None:
    made, client = shares(dossier, company.supervisor), client_of(dossier)
    with acting_as(client):
        withdraw_share(client, dossier.pk, made.pk)
        said = journal.opened_payloads(dossier.pk)
    own = {key: told for key, told in said.items() if told.get("act") in {"share_sheet", "withdraw_sheet"}}
    assert [told["name"] for told in own.values()] == [company.supervisor.name] * 2
    with acting_as(actor(company.case_manager)):
        assert not set(journal.opened_payloads(dossier.pk)) & set(own)
