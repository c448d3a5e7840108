"""The pages of the methods: to read for who works here, to adapt with the effect in view."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from spoorboek.methods import editing as change
from spoorboek.methods import methods
from spoorboek.methods.writing import as_yaml
from spoorboek.people.actor import acting_as
from spoorboek.programme.shelf import acts, news
from spoorboek.programme.shelf.forms import StepForm
from spoorboek.programme.shelf.models import Draft
from tests.builders import Company, actor
from tests.programme.shelf.test_acts import asked, released
from tests.programme.shelf.test_material import released as sheet_released
from tests.signed_in import signed_in

KEY = "back-to-work-your-way"


def text(browser: Client, path: str) -> str:
    return browser.get(path).content.decode()


def started(here: Company) -> tuple[Client, str]:
    browser = signed_in(here.case_manager)
    sent = browser.post(f"/methoden/{KEY}/aanpassen/", {"organisation": str(here.employer.pk)})
    return browser, sent["Location"]


def filled(draft_path: str, browser: Client, key: str, **changed: object) -> dict[str, object]:
    """What the form of a step would send."""
    method = methods()[KEY]
    form = StepForm(method=method, step=method.activity(key))
    values = {name: value for name, value in form.initial.items() if value is not None}
    return {**values, "seen": 0, **changed}


def test_a_supervisor_reads_every_method_with_its_limits_and_cannot_adapt() -> None:
    browser = signed_in(Company().supervisor)
    page = text(browser, "/methoden/")
    assert all(method.title.nl in page for method in methods().values())
    assert "Wij vonden geen gepubliceerde cijfers" in page
    one = text(browser, f"/methoden/{KEY}/")
    assert "Dit is niet het officiële protocol" in one
    assert "<svg" in one
    assert "Aanpassen" not in one


def test_the_moment_being_typed_shows_what_it_does_and_saves_nothing() -> None:
    here = Company()
    browser, path = started(here)
    typed = filled(path, browser, "weekly-contact", times=6, every=2)
    shown = browser.post(f"{path}stap/weekly-contact/effect/", typed).content.decode()
    assert "6 keer" in shown
    assert "12 keer" in shown
    with acting_as(actor(here.case_manager)):
        assert Draft.objects.get(organisation=here.employer).changes == 0


def test_saving_an_untouched_step_changes_nothing() -> None:
    browser, path = started(Company())
    for key in ("weekly-contact", "before-the-first-year", "first-day-back"):
        assert browser.post(f"{path}stap/{key}/", filled(path, browser, key)).status_code == 302
    assert "Er is nog niets veranderd" in text(browser, f"{path}vrijgeven/")


def test_a_rhythm_is_saved_and_told_in_words() -> None:
    browser, path = started(Company())
    sent = browser.post(
        f"{path}stap/weekly-contact/", filled(path, browser, "weekly-contact", times=6, every=2)
    )
    assert sent.status_code == 302
    review = text(browser, f"{path}vrijgeven/")
    assert "hoe vaak: was elke week, 12 keer, wordt elke 2 weken, 6 keer" in review


def test_steps_that_would_wait_for_each_other_are_refused_in_plain_words() -> None:
    browser, path = started(Company())
    sent = browser.post(
        f"{path}stap/start-talk/", filled(path, browser, "start-talk", anchor="second-start-talk")
    )
    assert sent.status_code == 422
    assert "Zo wachten stappen op elkaar" in sent.content.decode()


def test_the_name_above_a_method_can_be_ones_own() -> None:
    browser, path = started(Company())
    method = methods()[KEY]
    pairs = {"title": method.title, "one_line": method.one_line, "rhythm": method.rhythm}
    texts = {f"{name}_{code}": getattr(words, code) for name, words in pairs.items() for code in ("nl", "en")}
    sent = browser.post(f"{path}naam/", {**texts, "title_nl": "Samen terug", "seen": 0})
    assert sent.status_code == 302
    assert "Samen terug" in text(browser, path)


def test_a_page_that_spoorboek_does_not_have_is_named_before_release() -> None:
    browser, path = started(Company())
    browser.post(f"{path}stap/week-plan/", filled(path, browser, "week-plan", ref="our-own-week"))
    review = text(browser, f"{path}vrijgeven/")
    assert "Verwijst naar iets van jullie zelf" in review
    assert "Werkblad: mijn weekplan" in review


def test_the_list_asks_the_database_as_much_with_many_versions_as_with_one() -> None:
    here = Company()
    browser = signed_in(here.admin)
    asked = []
    for key in ("op-maat", "vr-practice", KEY):
        one = actor(here.case_manager)
        with acting_as(one):
            draft = acts.copy_method(one, here.employer, key)
            last = methods()[key].phases[-1].steps[-1].key
            acts.change_draft(
                one, draft.pk, 0, lambda method, last=last: change.changed_step(method, last, minutes=1)
            )
            acts.ask_review(one, draft.pk, 1)
        with acting_as(actor(here.admin)):
            acts.release_draft(actor(here.admin), draft.pk, 1)
        browser.get("/methoden/")
        with CaptureQueriesContext(connection) as queries:
            browser.get("/methoden/")
        asked.append(len(queries))
    assert asked[0] == asked[-1]


def test_a_step_of_ones_own_gets_a_key_and_a_place() -> None:
    browser, path = started(Company())
    own = filled(path, browser, "after-first-day", kind="contact", why=["norm"], title_en="Coffee together",
                 title_nl="Samen koffie", anchor="phase", ref="our-own-page", core="no")  # fmt: skip
    assert browser.post(f"{path}fase/graded-work/eigen-stap/", own).status_code == 302
    assert f"{path}stap/coffee-together/" in text(browser, path)


def test_a_client_reads_a_version_without_words_of_the_trade() -> None:
    browser, path = started(Company())
    client = text(browser, f"{path}voorbeeld/")
    assert "Je coach helpt je grenzen te bewaken" in client
    assert "geloof in eigen kunnen" not in client
    assert "geloof in eigen kunnen" in text(browser, f"{path}voorbeeld/?as=professional")


def test_a_file_that_is_wrong_shows_line_and_example_and_a_right_one_opens() -> None:
    here = Company()
    browser = signed_in(here.case_manager)
    good = as_yaml(methods()["op-maat"])
    wrong = SimpleUploadedFile("mine.yaml", good.replace("minutes: 30", "minutes: soon", 1).encode())
    sent = browser.post("/methoden/bestand-inlezen/", {"organisation": str(here.employer.pk), "file": wrong})
    assert sent.status_code == 422
    page = sent.content.decode()
    assert "Regel " in page
    assert "<p>Schrijf een heel getal.</p>" in page
    assert "bijvoorbeeld: <code>30</code>" in page
    right = SimpleUploadedFile("mine.yaml", good.encode())
    sent = browser.post("/methoden/bestand-inlezen/", {"organisation": str(here.employer.pk), "file": right})
    assert sent.status_code == 302
    binary = SimpleUploadedFile("mine.yaml", b"\xff\xfe\x00")
    sent = browser.post("/methoden/bestand-inlezen/", {"organisation": str(here.employer.pk), "file": binary})
    assert "geen tekstbestand" in sent.content.decode()


def test_who_was_overtaken_sees_what_a_colleague_made_of_it_beside_what_they_filled_in() -> None:
    here = Company()
    first, path = started(here)
    mine = filled(path, first, "weekly-contact", minutes=15)
    other = signed_in(here.admin)
    other.post(f"{path}stap/weekly-contact/", filled(path, other, "weekly-contact", times=6, every=2))
    page = first.post(f"{path}stap/weekly-contact/", mine)
    said = page.content.decode()
    assert page.status_code == 422
    assert "Dit staat er nu anders dan jij invulde" in said
    differing = {one.label: (one.now, one.typed) for one in page.context["form"].overtaken}
    assert differing == {"Hoeveel keer": ("6", "12"), "Om de": ("2", "1"), "Minuten": ("10", "15")}


def test_who_was_overtaken_elsewhere_in_the_method_only_sees_their_own_change() -> None:
    here = Company()
    first, path = started(here)
    mine = filled(path, first, "weekly-contact", minutes=15)
    other = signed_in(here.admin)
    other.post(f"{path}stap/start-talk/", filled(path, other, "start-talk", minutes=50))
    page = first.post(f"{path}stap/weekly-contact/", mine)
    assert [one.label for one in page.context["form"].overtaken] == ["Minuten"]


def test_who_wrote_it_and_who_was_asked_to_look_hear_that_it_was_released_until_they_saw_it() -> None:
    here = Company()
    asked(here)
    reviewer = signed_in(here.colleague)
    assert "wacht op een tweede paar ogen" in reviewer.get("/agenda/").content.decode()
    with acting_as(actor(here.admin)):
        draft = Draft.objects.get(organisation=here.employer)
        acts.release_draft(actor(here.admin), draft.pk, draft.changes)
    writer = signed_in(here.case_manager)
    for browser, words in (
        (writer, "Jouw aanpassing is vrijgegeven"),
        (reviewer, "Versie 1.1.1 is vrijgegeven"),
    ):
        page = browser.get("/agenda/")
        assert words in page.content.decode()
        seen = {"until": page.context["news"].until, "next": "agenda"}
        assert browser.post("/methoden/nieuws/gezien/", seen)["Location"] == "/agenda/"
        assert "vrijgegeven" not in browser.get("/agenda/").content.decode()
    assert "Nieuw bij jullie" not in signed_in(here.admin).get("/methoden/").content.decode(), (
        "who released knows"
    )
    assert "Nieuw bij jullie" not in signed_in(here.supervisor).get("/agenda/").content.decode()


def test_of_many_releases_none_counts_as_seen_that_was_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "MOST", 1)
    here = Company()
    method, sheet = released(here), sheet_released(here)
    writer, told = signed_in(here.case_manager), []
    for _look in range(2):
        shown = writer.get("/agenda/").context["news"]
        told += [one.at for one in shown.released]
        writer.post("/methoden/nieuws/gezien/", {"until": shown.until, "next": "agenda"})
    assert told == [method.released_at, sheet.released_at]
    assert not writer.get("/agenda/").context["news"]
