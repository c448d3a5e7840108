"""What a method says about itself is adapted in the browser; what only the file can do, comes back from the file."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from spoorboek.methods import Method, methods
from spoorboek.methods.model import OnlyIf
from spoorboek.methods.writing import as_yaml
from spoorboek.people.actor import acting_as
from spoorboek.programme.shelf import access
from spoorboek.programme.shelf.content_forms import claim_rows, source_rows, words_rows
from spoorboek.programme.shelf.forms import StepForm
from spoorboek.programme.shelf.models import Draft
from tests.builders import Company, actor
from tests.signed_in import signed_in

KEY = "back-to-work-your-way"
BELONGS_TO_WORK = "op-maat"


def started(here: Company, key: str = KEY) -> tuple[Client, str]:
    browser = signed_in(here.case_manager)
    sent = browser.post(f"/methoden/{key}/aanpassen/", {"organisation": str(here.employer.pk)})
    return browser, sent["Location"]


def adapted(here: Company) -> Method:
    with acting_as(actor(here.case_manager)):
        return access.drafted(Draft.objects.get(organisation=here.employer))


def sent(*rows: Any) -> dict[str, Any]:
    """What a page of rows sends when nothing is changed."""
    values: dict[str, Any] = {"seen": 0}
    for one in rows:
        values |= {
            f"{one.prefix}-TOTAL_FORMS": len(one.forms),
            f"{one.prefix}-INITIAL_FORMS": one.initial_form_count(),
        }
        for number, form in enumerate(one.forms):
            initial = one.initial[number] if number < len(one.initial) else {}
            values |= {f"{one.prefix}-{number}-{name}": initial.get(name, "") for name in form.fields}
    return values


def test_for_whom_a_method_is_takes_a_row_more_and_a_row_less() -> None:
    here = Company()
    browser, path = started(here)
    method = methods()[KEY]
    was = method.for_whom
    values = sent(words_rows(None, "for", was), words_rows(None, "not", method.not_for_whom))
    values |= {
        "for-0-nl": "",
        "for-0-en": "",
        f"for-{len(was)}-nl": "Wie wil",
        f"for-{len(was)}-en": "Who wants to",
    }
    assert browser.post(f"{path}voor-wie/", values).status_code == 302
    now = adapted(here)
    assert now.for_whom[:-1] == was[1:]
    assert now.for_whom[-1].nl == "Wie wil"
    assert now.not_for_whom == method.not_for_whom


def test_a_row_that_is_half_filled_in_is_sent_back() -> None:
    here = Company()
    browser, path = started(here)
    method = methods()[KEY]
    values = sent(words_rows(None, "for", method.for_whom), words_rows(None, "not", method.not_for_whom))
    answer = browser.post(f"{path}voor-wie/", values | {"for-0-en": ""})
    assert answer.status_code == 422
    assert "maak de hele regel leeg" in answer.content.decode()
    assert adapted(here).for_whom == method.for_whom


def test_evidence_names_a_source_that_is_there() -> None:
    here = Company()
    browser, path = started(here)
    method = methods()[KEY]
    values = sent(claim_rows(None, method), source_rows(None, method))
    last = len(method.sources)
    more = {f"sources-{last}-key": "B1", f"sources-{last}-title": "Eigen verslag", f"sources-{last}-url": ""}
    assert browser.post(f"{path}bewijs/", values | more).status_code == 302
    assert adapted(here).sources[-1].key == "B1"
    cited = next(number for number, one in enumerate(method.sources) if one.key == method.evidence[0].source)
    gone = {f"sources-{cited}-{name}": "" for name in ("key", "title", "url")}
    answer = browser.post(f"{path}bewijs/", values | gone | {"seen": 1})
    assert answer.status_code == 422
    assert "staat niet onder sources" in answer.content.decode()


def test_the_words_a_client_says_yes_to_are_adapted_and_shown_whole_to_the_second_person() -> None:
    here = Company()
    browser, path = started(here, "vr-practice")
    words = {"needed": "yes", "words_nl": "Ik wil oefenen.", "words_en": "I want to practise.", "seen": 0}
    assert browser.post(f"{path}toestemming/", words).status_code == 302
    consent = adapted(here).consent
    assert (consent.key, consent.words and consent.words.nl) == (
        methods()["vr-practice"].consent.key,
        "Ik wil oefenen.",
    )
    assert "Ik wil oefenen." in browser.get(f"{path}vrijgeven/").content.decode()


def test_permission_that_our_method_asks_cannot_be_dropped() -> None:
    here = Company()
    browser, path = started(here, "vr-practice")
    answer = browser.post(f"{path}toestemming/", {"needed": "no", "words_nl": "", "words_en": "", "seen": 0})
    assert answer.status_code == 422
    assert "altijd eerst om toestemming" in answer.content.decode()


def test_a_step_gets_a_condition_and_a_reason() -> None:
    here = Company()
    browser, path = started(here)
    method = methods()[KEY]
    form = StepForm(method=method, step=method.activity("weekly-contact"))
    values = {name: value for name, value in form.initial.items() if value is not None}
    changed = {"has": ["supervisor", "buddy"], "track": "2", "why": ["norm", "habit"], "seen": 0}
    assert browser.post(f"{path}stap/weekly-contact/", values | changed).status_code == 302
    step = adapted(here).activity("weekly-contact")
    assert step is not None
    assert set(step.why) == {"norm", "habit"}
    assert step.only_if == OnlyIf(has=("supervisor", "buddy"), track=2) or set(step.only_if.has) == {
        "supervisor",
        "buddy",
    }
    assert "in spoor 2" in browser.get(f"{path}vrijgeven/").content.decode()


def test_what_who_guides_reads_is_written_in_both_languages_or_left_to_the_words_for_the_client() -> None:
    here = Company()
    browser, path = started(here)
    method = methods()[KEY]
    was = method.activity("weekly-contact")
    form = StepForm(method=method, step=was)
    values = {name: value for name, value in form.initial.items() if value is not None} | {"seen": 0}
    half = browser.post(f"{path}stap/weekly-contact/", values | {"guides_how_en": "One line"})
    assert half.status_code == 422
    assert "Maak er evenveel van" in half.content.decode()
    said = {"guides_title_nl": "Even bellen", "guides_title_en": "A short call"}
    assert browser.post(f"{path}stap/weekly-contact/", values | said).status_code == 302
    now = adapted(here).activity("weekly-contact")
    assert was
    assert now
    assert was.for_guides
    assert now.for_guides
    assert (now.guides_title.nl, now.for_guides.how) == ("Even bellen", was.for_guides.how)
    assert "voor wie begeleidt (nl)" in browser.get(f"{path}vrijgeven/").content.decode()
    assert "Even bellen" in browser.get(f"{path}voorbeeld/?as=professional").content.decode()
    empty = {name: "" for name in values if name.startswith("guides_")}
    assert browser.post(f"{path}stap/weekly-contact/", values | empty | {"seen": 1}).status_code == 302
    now = adapted(here).activity("weekly-contact")
    assert now
    assert now.guides_title == now.title


def test_a_file_goes_back_into_the_draft_it_came_from_and_into_no_other() -> None:
    here = Company()
    browser, path = started(here)
    text = as_yaml(methods()[KEY]).replace("nl: ", "nl: Ook ", 1)
    upload = SimpleUploadedFile("mine.yaml", text.encode())
    assert browser.post(f"{path}inlezen/", {"file": upload, "seen": 0}).status_code == 302
    assert adapted(here) != methods()[KEY]
    other = SimpleUploadedFile("mine.yaml", as_yaml(methods()[BELONGS_TO_WORK]).encode())
    answer = browser.post(f"{path}inlezen/", {"file": other, "seen": 1})
    assert "van een andere methode" in answer.content.decode()
    stale = SimpleUploadedFile("mine.yaml", text.encode())
    assert "net veranderd" in browser.post(f"{path}inlezen/", {"file": stale, "seen": 0}).content.decode()


@pytest.mark.parametrize("tail", ["voor-wie/", "toestemming/", "bewijs/", "theorie/", "inlezen/"])
def test_who_does_not_adapt_methods_there_finds_no_page(tail: str) -> None:
    here = Company()
    browser, path = started(here)
    assert browser.get(f"{path}{tail}").status_code == 200
    assert signed_in(here.supervisor).get(f"{path}{tail}").status_code == 404
    assert signed_in(Company().case_manager).get(f"{path}{tail}").status_code == 404
