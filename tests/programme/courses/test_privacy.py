"""What the employer's side does not learn: private steps, and that a private method runs at all."""

from functools import cache

import pytest
from django.db import connection
from django.urls import reverse

from spoorboek.dossiers.models import JournalEntry, JournalPayload
from spoorboek.dossiers.story import Audience, story_of
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Consent
from spoorboek.people.policy import Role
from spoorboek.programme.courses.acts import following, handing_over
from spoorboek.programme.courses.handing import Part, note_for
from spoorboek.programme.courses.models import Activity, Course, Edition, Handover, Proposal
from tests.dossiers.cast import Cast
from tests.programme.courses.stage import METHOD, PRIVATE, cast, refusal, running, step
from tests.programme.folder.cast import browser_of

EMPLOYER = (Role.SUPERVISOR, Role.CASE_MANAGER)


@cache
def both_methods() -> Cast:
    """Two methods run; the coach began the private one, and each has something done in it."""
    made = cast()
    running(made, METHOD)
    running(made, PRIVATE, by=Role.COACH)
    for key in ("who-am-i", "start-talk"):
        refusal(following.record_activity, made.client, made.dossier.pk, step(made, key).pk)
    return made


@pytest.fixture
def here() -> Cast:
    return both_methods()


@pytest.mark.parametrize("role", [*EMPLOYER, Role.HELPER])
def test_no_private_step_course_edition_or_proposal_exists_for_the_employers_side(
    here: Cast, role: Role
) -> None:
    with acting_as(here.inside[role]):
        kinds = set(Activity.objects.filter(dossier=here.dossier).values_list("kind", flat=True))
        methods = set(Course.objects.filter(dossier=here.dossier).values_list("method", flat=True))
        assert kinds.isdisjoint({"worksheet", "questionnaire", "vr-session", "coaching-session"})
        assert methods == {METHOD}
        assert not Edition.objects.filter(method=PRIVATE).exists()
        assert not Proposal.objects.filter(private=True).exists()
        assert not Activity.objects.filter(serves__contains=PRIVATE).exists()


@pytest.mark.parametrize("role", [Role.CLIENT, Role.COACH, Role.LABOUR_EXPERT])
def test_client_and_coach_see_them(here: Cast, role: Role) -> None:
    with acting_as(here.inside[role]):
        assert Course.objects.filter(dossier=here.dossier, method=PRIVATE).exists()
        assert Activity.objects.filter(dossier=here.dossier, kind="vr-session").exists()


@pytest.mark.parametrize("role", EMPLOYER)
def test_the_story_skips_private_acts_and_the_journal_does_not_name_them(here: Cast, role: Role) -> None:
    with acting_as(here.inside[role]):
        told = " ".join(one.sentence for one in story_of(here.dossier, role=role))
        acts = set(JournalEntry.objects.filter(dossier=here.dossier).values_list("act", "layer"))
        assert not JournalPayload.objects.filter(dossier=here.dossier).exclude(layer="process").exists()
    assert "Werkblad" not in told
    assert "VR" not in told
    assert all(act == "guidance_act" for act, layer in acts if layer == "guidance")


def test_the_client_reads_the_whole_story(here: Cast) -> None:
    with acting_as(here.client):
        told = " ".join(one.sentence for one in story_of(here.dossier, Audience.CLIENT, role=Role.CLIENT))
    assert "Werkblad: wie ben ik?" in told


def test_not_now_is_told_to_the_client_and_is_no_part_of_the_file() -> None:
    other = cast()
    running(other)
    with acting_as(other.client):
        following.put_off_activity(other.client, other.dossier.pk, step(other, "information-talk").pk)
        own = story_of(other.dossier, Audience.CLIENT, role=Role.CLIENT)
    assert "nu even niet" in own[0].sentence
    for role in (*EMPLOYER, Role.COACH):
        with acting_as(other.inside[role]):
            told = story_of(other.dossier, Audience.PROFESSIONAL, role=role)
        assert not any("nu even niet" in one.sentence for one in told), role


@pytest.mark.parametrize("role", EMPLOYER)
def test_what_was_consented_to_is_not_for_the_employers_side(here: Cast, role: Role) -> None:
    with acting_as(here.inside[role]):
        assert not Consent.objects.filter(dossier_id=here.dossier.pk).exists()


def test_an_edition_is_read_only_where_a_course_follows_it(here: Cast) -> None:
    other = cast()
    running(other, "op-maat")
    with acting_as(here.manager):
        assert not Edition.objects.filter(method="op-maat").exists()


def test_an_edition_never_changes(here: Cast) -> None:
    with (
        acting_as(here.client),
        connection.cursor() as cursor,
        pytest.raises(Exception, match="permission denied"),
    ):
        cursor.execute("UPDATE courses_edition SET content = 'x'")


def test_a_handover_note_holds_nothing_private_and_waits_for_the_client(here: Cast) -> None:
    from spoorboek.dossiers.access import open_dossier

    coach, manager = here.inside[Role.COACH], here.manager
    with acting_as(coach):
        parts = note_for(open_dossier(coach, here.dossier.pk))
        said = " ".join(line for part in parts for line in part.lines)
        note = handing_over.write_handover(coach, here.dossier.pk, manager.person_id, parts)
    assert "Werkblad" not in said
    assert "VR" not in said
    with acting_as(manager):
        assert not Handover.objects.filter(pk=note.pk).exists()
    assert refusal(handing_over.pass_handover, coach, here.dossier.pk, note.pk)
    words = "Ik wil graag op dinsdag gebeld worden."
    assert refusal(handing_over.pass_handover, here.client, here.dossier.pk, note.pk, own_words=words) == ""
    with acting_as(manager):
        assert Handover.objects.get(pk=note.pk).state == "passed"
    with acting_as(here.inside[Role.SUPERVISOR]):
        assert not Handover.objects.filter(pk=note.pk).exists()


def test_a_note_that_is_kept_back_reaches_nobody_and_health_words_are_asked_about(here: Cast) -> None:
    with acting_as(here.manager):
        to = here.inside[Role.COACH].person_id
        note = handing_over.write_handover(here.manager, here.dossier.pk, to, [Part("Werk", ("Kok",))])
    asked = refusal(
        handing_over.pass_handover, here.client, here.dossier.pk, note.pk, own_words="Ik heb een depressie."
    )
    assert "gezondheid" in asked
    assert refusal(handing_over.keep_back_handover, here.client, here.dossier.pk, note.pk) == ""
    with acting_as(here.inside[Role.COACH]):
        assert not Handover.objects.filter(pk=note.pk).exists()
    for role in (*EMPLOYER, Role.COACH):
        with acting_as(here.inside[role]):
            assert "niet doorgegeven" not in " ".join(
                one.sentence for one in story_of(here.dossier, role=role)
            )


def test_no_page_answers_to_the_number_of_an_act_that_is_not_for_the_reader(here: Cast) -> None:
    with acting_as(here.client):
        hidden = JournalEntry.objects.filter(dossier=here.dossier, layer="guidance").first()
    assert hidden is not None
    page = browser_of(here.manager)
    gone = [
        page.get(reverse("facts_moved", args=[here.dossier.pk, number])) for number in (hidden.sequence, 9999)
    ]
    assert [one.status_code for one in gone] == [404, 404]
