"""Nobody acts unnoticed: without an actor the application raises, and an actor never outlives its block."""

import threading
from collections.abc import Iterator

import pytest
from django.db import connection, connections, transaction
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.template import engines
from django.template.response import TemplateResponse
from django.test import Client, override_settings
from django.urls import path

from spoorboek.dossiers.medical.models import Access, Trace
from spoorboek.dossiers.medical.scope import Closed, both_or_neither, medical_scope
from spoorboek.dossiers.models import Dossier, Opening
from spoorboek.people.actor import VISITOR, Actor, NoActor, System, acting_as, current_actor, has_actor
from spoorboek.people.models import Account, Organisation, Person
from spoorboek.people.policy import PROTECTED, Layer, Role
from tests.access.rows import MODELS
from tests.access.world import world


def told(alias: str = "default") -> tuple[str, str]:
    """What the database itself believes about who acts."""
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "SELECT COALESCE(current_setting('spoorboek.actor', true), ''),"
            " COALESCE(current_setting('spoorboek.system', true), '')"
        )
        return cursor.fetchone()


@pytest.mark.parametrize("table", sorted(PROTECTED))
def test_without_an_actor_the_application_raises(table: str) -> None:
    model = MODELS[table]
    with pytest.raises(NoActor, match=table):
        model._default_manager.exists()
    with pytest.raises(NoActor, match=table):
        model._default_manager.all().delete()
    with pytest.raises(NoActor, match=table), connections["default"].cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {table}")


@pytest.mark.parametrize("table", [name for name, rule in PROTECTED.items() if rule.layer is Layer.MEDICAL])
def test_the_medical_connection_raises_outside_its_scope_even_with_an_actor(table: str) -> None:
    with acting_as(world().actor(Role.COMPANY_DOCTOR)), pytest.raises(NoActor, match="medical_scope"):
        MODELS[table]._default_manager.exists()


def test_sign_in_tables_need_no_actor() -> None:
    assert Account.objects.filter(pk=world().employment.person_id).exists()


def test_the_previous_actor_comes_back() -> None:
    client, manager = world().actor(Role.CLIENT), world().actor(Role.CASE_MANAGER)
    with acting_as(client):
        with acting_as(manager):
            assert told() == (str(manager.account_id), "")
        assert current_actor() == client
        assert told() == (str(client.account_id), "")
    assert not has_actor()


def test_the_previous_actor_comes_back_after_an_error() -> None:
    client = world().actor(Role.CLIENT)
    with acting_as(client):
        with pytest.raises(ZeroDivisionError), acting_as(Actor(system=System.REGISTRAR)):
            raise ZeroDivisionError
        assert current_actor() == client
        assert told() == (str(client.account_id), "")
        assert Dossier.objects.filter(pk=world().full.pk).exists()


def test_the_previous_actor_comes_back_when_the_inner_work_is_undone() -> None:
    client = world().actor(Role.CLIENT)
    with acting_as(client):
        with acting_as(Actor(system=System.REGISTRAR)):
            transaction.set_rollback(True)
        assert told() == (str(client.account_id), "")


def test_an_actor_inside_somebodys_open_transaction_does_not_linger() -> None:
    with transaction.atomic():
        with acting_as(Actor(system=System.REGISTRAR)):
            assert Organisation.objects.exists()
        assert told() == ("", "")
        with pytest.raises(NoActor):
            Organisation.objects.exists()


def test_an_actor_is_a_person_or_a_system_actor_not_both() -> None:
    with pytest.raises(ValueError, match="not both"):
        Actor(account_id=world().employment.person_id, system=System.REGISTRAR)


def test_a_visitor_acts_and_sees_nothing() -> None:
    with acting_as(VISITOR):
        assert not Person.objects.exists()


def test_another_thread_with_the_same_context_is_noticed() -> None:
    """Its connection was never told who acts: an empty answer there would look like an empty caseload."""
    from contextvars import copy_context

    raised: list[BaseException] = []

    def elsewhere() -> None:
        try:
            Person.objects.exists()
        except NoActor as error:
            raised.append(error)
        finally:
            connections.close_all()

    with acting_as(world().actor(Role.CASE_MANAGER)):
        thread = threading.Thread(target=copy_context().run, args=(elsewhere,))
        thread.start()
        thread.join()
    assert "in this thread" in str(raised[0])


def test_a_reopened_connection_knows_nobody() -> None:
    with acting_as(VISITOR):
        pass
    connection.close()
    with pytest.raises(NoActor):
        Person.objects.exists()
    assert told() == ("", "")


def test_the_medical_scope_follows_who_acts_and_restores() -> None:
    doctor, client = world().actor(Role.COMPANY_DOCTOR), world().actor(Role.CLIENT)
    with acting_as(doctor), medical_scope():
        assert told("medical") == (str(doctor.account_id), "")
        with acting_as(client), pytest.raises(NoActor, match="medical_scope"):
            Trace.objects.exists()
        with acting_as(Actor(system=System.TIMETABLE)), medical_scope():
            assert told("medical") == ("", "timetable")
        assert told("medical") == (str(doctor.account_id), "")
        assert {row.account_id for row in Access.objects.all()} == {doctor.account_id}


def test_the_medical_scope_restores_after_an_error() -> None:
    doctor = world().actor(Role.COMPANY_DOCTOR)
    with acting_as(doctor), medical_scope():
        with (
            pytest.raises(ZeroDivisionError),
            acting_as(Actor(system=System.TIMETABLE)),
            medical_scope(),
        ):
            raise ZeroDivisionError
        assert told("medical") == (str(doctor.account_id), "")


def test_the_medical_scope_is_closed_for_a_visitor_and_where_the_layer_is_off() -> None:
    with acting_as(VISITOR), pytest.raises(Closed), medical_scope():
        pass
    with (
        override_settings(MEDICAL_LAYER=False),
        acting_as(world().actor(Role.COMPANY_DOCTOR)),
        pytest.raises(Closed),
        medical_scope(),
    ):
        pass


def answers(dossier_id: object) -> int:
    """Statements of the doctor in a dossier, as the database's owner counts them."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM medical.medical_safetynet WHERE dossier_id = %s", [dossier_id])
        return int(cursor.fetchone()[0])


def state_safety_net() -> None:
    from spoorboek.dossiers.medical.models import SafetyNet

    with medical_scope():
        SafetyNet.objects.create(dossier_id=world().bare.pk)


def state_safety_net_and_fail() -> None:
    state_safety_net()
    raise ZeroDivisionError


def test_what_the_doctor_wrote_is_undone_with_the_rest_of_the_work() -> None:
    doctor, bare = world().actor(Role.COMPANY_DOCTOR), world().bare.pk
    with pytest.raises(ZeroDivisionError), acting_as(doctor):
        state_safety_net_and_fail()
    assert answers(bare) == 0
    with acting_as(doctor):
        state_safety_net()
        transaction.set_rollback(True)
    assert answers(bare) == 0
    with acting_as(doctor):
        with pytest.raises(ZeroDivisionError), both_or_neither():
            state_safety_net_and_fail()
        assert current_actor() == doctor
    assert answers(bare) == 0


def lazily(request: HttpRequest) -> TemplateResponse:
    template = engines["django"].from_string("{% for person in people %}{{ person.first_name }};{% endfor %}")
    return TemplateResponse(request, template, {"people": Person.objects.filter(pk=request.user.pk)})


def streamed(request: HttpRequest) -> StreamingHttpResponse:
    someone = current_actor()

    def lines() -> Iterator[str]:
        with acting_as(someone):
            yield from (person.first_name for person in Person.objects.filter(pk=someone.account_id))

    return StreamingHttpResponse(lines())


def streamed_without_actor(request: HttpRequest) -> StreamingHttpResponse:
    def lines() -> Iterator[str]:
        yield from (person.first_name for person in Person.objects.all())

    return StreamingHttpResponse(lines())


def looks_at_medical(request: HttpRequest) -> HttpResponse:
    with medical_scope():
        return HttpResponse(str(Access.objects.count()))


def leaves_a_trace(request: HttpRequest, ending: str) -> HttpResponse:
    someone = current_actor()
    Opening.objects.create(
        dossier_id=world().full.pk, account_id=someone.account_id, role="client", layer="trace"
    )
    if ending == "404":
        raise Http404
    if ending == "500":
        raise RuntimeError("broken on purpose")
    return HttpResponse(ending, status=int(ending))


def who_is_told(request: HttpRequest) -> HttpResponse:
    return HttpResponse("/".join(told()))


urlpatterns = [
    path("lazily/", lazily),
    path("streamed/", streamed),
    path("streamed-without-actor/", streamed_without_actor),
    path("medical/", looks_at_medical),
    path("trace/<str:ending>/", leaves_a_trace),
    path("told/", who_is_told),
]


@pytest.fixture
def browser() -> Iterator[Client]:
    """A client of the dossier, signed in, on a site with only the addresses above."""
    with override_settings(ROOT_URLCONF=__name__):
        made = Client(raise_request_exception=False)
        made.force_login(Account.objects.get(pk=world().employment.person_id))
        yield made


def test_a_lazy_template_still_renders_with_the_actor(browser: Client) -> None:
    assert browser.get("/lazily/").content == b"Fatma;"


def test_a_stream_that_acts_by_itself_works_and_one_that_does_not_raises(browser: Client) -> None:
    assert b"".join(browser.get("/streamed/").streaming_content) == b"Fatma"
    with pytest.raises(NoActor):
        b"".join(browser.get("/streamed-without-actor/").streaming_content)


def test_the_medical_connection_serves_in_the_same_request(browser: Client) -> None:
    assert int(browser.get("/medical/").content) >= 1


def traces() -> int:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM dossiers_opening WHERE layer = 'trace'")
        return int(cursor.fetchone()[0])


@pytest.mark.parametrize(("ending", "stays"), [("404", 0), ("500", 0), ("503", 0), ("200", 1)])
def test_a_page_that_breaks_leaves_no_trace(browser: Client, ending: str, stays: int) -> None:
    before = traces()
    assert browser.get(f"/trace/{ending}/").status_code == int(ending)
    assert traces() == before + stays


def test_a_connection_that_is_used_again_does_not_carry_the_actor_over(browser: Client) -> None:
    first = browser.get("/told/").content.decode()
    assert first == f"{world().employment.person_id}/"
    assert connection.connection is not None, "this proves nothing when each request opens a connection"
    assert told() == ("", "")
    with override_settings(ROOT_URLCONF=__name__):
        assert Client().get("/told/").content == b"/"
