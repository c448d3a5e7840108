"""The pages of a programme: a fixed number of queries, and what they say to each reader."""

import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob

from spoorboek.dossiers.acts.opening import involve
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from spoorboek.people.policy import Role
from spoorboek.programme.courses import watching
from spoorboek.programme.courses.acts import ending, following, handing_over
from spoorboek.programme.courses.handing import Part
from spoorboek.programme.courses.models import Activity
from spoorboek.programme.folder.signals import page_finished
from spoorboek.programme.learning.signals import module_finished
from tests.builders import Company, today
from tests.dossiers.cast import Cast
from tests.programme.courses.stage import METHOD, PRIVATE, cast, proposals, refusal, running, step, steps
from tests.signed_in import signed_in


def person_of(here: Cast, role: Role) -> Person:
    return Person.objects.get(pk=here.inside[role].person_id)


def client_for(here: Cast, role: Role) -> Client:
    with acting_as(here.inside[role]):
        someone = person_of(here, role)
    return signed_in(someone)


def asked(here: Cast, role: Role, path: str) -> int:
    """How many queries a page takes, once everything that is kept is warm."""
    browser = client_for(here, role)
    assert browser.get(path).status_code == 200
    with CaptureQueriesContext(connection) as found:
        assert browser.get(path).status_code == 200
    return len(found)


def test_a_programme_takes_as_many_queries_with_three_methods_as_with_one() -> None:
    one, three = cast(), cast()
    running(one, METHOD)
    running(three, METHOD, "op-maat", "values-conversation", by=Role.COACH)
    counts = [asked(here, Role.COACH, f"/dossiers/{here.dossier.pk}/programma/") for here in (one, three)]
    assert counts[0] == counts[1]
    assert counts[0] <= 30
    counts = [asked(here, Role.CLIENT, "/mijn/programma/") for here in (one, three)]
    assert counts[0] == counts[1]


def test_a_health_word_typed_after_the_question_is_asked_about_too() -> None:
    here = cast()
    with acting_as(here.manager):
        to = here.inside[Role.COACH].person_id
        note = handing_over.write_handover(here.manager, here.dossier.pk, to, [Part("Werk", ("Kok",))])
    browser, address = client_for(here, Role.CLIENT), f"/mijn/programma/overdracht/{note.pk}/"
    first = {"pass": "1", "own_words": "Ik heb een depressie."}
    form = browser.post(address, first).context["form"]
    kept = first | {"asked": form.data["asked"], "words_kept": "on"}
    again = browser.post(address, kept | {"own_words": "Ik heb een depressie en een burn-out."})
    assert again.status_code == 422
    assert "<mark>burn-out</mark>" in again.content.decode()
    assert browser.post(address, kept).status_code == 302


def test_a_client_is_not_asked_how_useful_the_lesson_of_another_was() -> None:
    here = cast()
    running(here)
    row = step(here, "module-warm-contact")
    browser, address = client_for(here, Role.CLIENT), f"/mijn/programma/stap/{row.pk}/"
    assert "Dit doet een ander." in browser.get(address).content.decode()
    refusal(following.record_activity, here.inside[Role.SUPERVISOR], here.dossier.pk, row.pk)
    page = browser.get(address).content.decode()
    assert "Was dit nuttig" not in page
    assert "Toch nog niet gedaan" not in page


def test_a_handover_that_waits_for_the_client_stands_on_their_own_day() -> None:
    here = cast()
    running(here)
    with acting_as(here.manager):
        to = here.inside[Role.COACH].person_id
        note = handing_over.write_handover(here.manager, here.dossier.pk, to, [Part("Werk", ("Kok",))])
    browser, address = client_for(here, Role.CLIENT), f"/mijn/programma/overdracht/{note.pk}/"
    assert address in browser.get("/vandaag/").content.decode()
    assert browser.post(address, {"pass": "1", "own_words": ""}).status_code == 302
    assert address not in browser.get("/vandaag/").content.decode()


def test_the_team_page_asks_no_more_for_a_team_with_programmes() -> None:
    here = cast()
    running(here)
    before = asked(here, Role.SUPERVISOR, "/mijn-team/")
    other = here.company.dossier()
    more = Cast(here.company, other)
    running(more)
    assert asked(here, Role.SUPERVISOR, "/mijn-team/") == before


def test_a_supervisor_reads_how_in_their_own_voice_and_nothing_private() -> None:
    here = cast()
    running(here, METHOD)
    running(here, PRIVATE, by=Role.COACH)
    words = client_for(here, Role.SUPERVISOR).get(f"/dossiers/{here.dossier.pk}/programma/").content.decode()
    assert "Neem kort contact" in words
    assert "Werkblad" not in words
    assert "VR" not in words


def test_a_private_step_is_not_found_by_its_address_on_the_employers_side() -> None:
    here = cast()
    running(here)
    path = f"/dossiers/{here.dossier.pk}/programma/stap/{step(here, 'who-am-i').pk}/"
    assert client_for(here, Role.SUPERVISOR).get(path).status_code == 404
    assert client_for(here, Role.COACH).get(path).status_code == 200


def test_two_taps_record_a_contact_of_today() -> None:
    here = cast()
    running(here)
    row = step(here, "information-talk")
    path = f"/dossiers/{here.dossier.pk}/programma/stap/{row.pk}/gedaan/"
    client_for(here, Role.CASE_MANAGER).post(path, {"way": "phone"})
    after = step(here, "information-talk")
    assert (after.state, after.done_on, after.way, after.minutes) == ("done", today(), "phone", 30)


def test_a_finished_worksheet_is_a_step_done_and_nothing_is_typed_twice() -> None:
    here = cast()
    running(here)
    with acting_as(here.client):
        page_finished.send(
            sender=None, dossier_id=here.dossier.pk, key="who-am-i", account_id=here.client.account_id
        )
    assert step(here, "who-am-i").state == Activity.State.DONE


def test_answers_of_today_do_not_do_a_questionnaire_of_months_ahead() -> None:
    here = cast()
    running(here)
    what = {"key": "wanting-and-being-able", "account_id": here.client.account_id}
    for _time in range(2):
        with acting_as(here.client):
            page_finished.send(sender=None, dossier_id=here.dossier.pk, **what)
    assert step(here, "wanting-and-being-able").state == Activity.State.DONE
    assert step(here, "wanting-again").state == Activity.State.PLANNED


def test_a_finished_lesson_is_done_only_for_whom_it_was() -> None:
    here = cast()
    running(here)
    supervisor, coach = here.inside[Role.SUPERVISOR], here.inside[Role.COACH]
    for someone, state in ((coach, "planned"), (supervisor, "done")):
        with acting_as(someone):
            module_finished.send(sender=None, account_id=someone.account_id, key="law-in-ten-minutes")
        assert step(here, "module-law").state == state


def test_after_a_change_of_rules_the_worker_looks_at_the_plans(monkeypatch: pytest.MonkeyPatch) -> None:
    here = cast()
    running(here)
    monkeypatch.setattr(watching, "AT_ONCE", 0)
    with acting_as(here.manager):
        watching.plans_may_move(Activity, [here.dossier.pk, uuid.uuid4()])
    job = ProcrastinateJob.objects.filter(task_name=watching.look_again.name).latest("pk")
    assert job.args == {"dossiers": [str(here.dossier.pk)]}
    watching.look_again(**job.args)


def test_who_comes_in_brings_proposals_for_the_steps_that_need_them() -> None:
    company = Company()
    here = Cast(company, company.dossier(everyone=False))
    running(here)
    assert "start-talk" not in {row.step for row in steps(here.dossier)}
    involve(here.dossier, company.coach.pk, Role.COACH, company.second_track.pk)
    with acting_as(here.manager):
        watching.plans_may_move(Activity, [here.dossier.pk])
    assert ("start-talk", "add") in {(one.step, one.change) for one in proposals(here.dossier)}
    assert "start-talk" not in {one.step for one in proposals(here.dossier, here.manager)}


def test_nobody_taps_for_a_step_of_another_dossier() -> None:
    here, other = cast(), cast()
    running(here)
    running(other)
    row = step(other, "information-talk")
    assert refusal(following.tap_usefulness, here.client, here.dossier.pk, row.pk, 5)


def test_a_client_reads_what_comes_for_them_and_finds_the_other_rooms() -> None:
    here = cast()
    running(here)
    browser = client_for(here, Role.CLIENT)
    words = browser.get("/mijn/programma/").content.decode()
    assert "Les voor je leidinggevende" not in words
    assert "Les voor je leidinggevende" in browser.get("/mijn/programma/?alles").content.decode()
    for path in ("/leren/", "/willen-en-kunnen/", "/mijn-doelen/", "/mijn-coaching/"):
        assert f'href="{path}"' in words
        assert f'href="{path}"' in browser.get("/vandaag/").content.decode()


def test_a_step_that_comes_round_is_one_line_that_opens_to_its_days() -> None:
    here = cast()
    running(here)
    page = client_for(here, Role.CASE_MANAGER).get(f"/dossiers/{here.dossier.pk}/programma/")
    (course,) = page.context["programme"].shown_courses
    calls = [
        line for phase in course.phases for line in phase.lines if line.first.row.step == "weekly-contact"
    ]
    assert [line.is_many for line in calls] == [True]
    assert len(calls[0].steps) == len([row for row in steps(here.dossier) if row.step == "weekly-contact"])
    assert f"{len(calls[0].steps)} keer, eerstvolgende rond" in page.content.decode()


def test_what_was_done_is_counted_of_the_course_that_runs() -> None:
    here = cast()
    first = running(here)
    with acting_as(here.manager):
        following.record_activity(
            here.manager, here.dossier.pk, step(here, "information-talk").pk, way="phone"
        )
        ending.finish_course(here.manager, here.dossier.pk, first.pk)
    running(here)
    page = client_for(here, Role.CLIENT).get("/mijn/programma/")
    assert [one.row.step for one in page.context["done"]] == ["consent"]
    assert {one.row.step for one in page.context["before"]} == {"consent", "information-talk"}
    assert "Eerder: 2 stappen gedaan" in page.content.decode()
