"""`./spoorboek verify` says in words and with its exit code whether every journal holds."""

import uuid
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from spoorboek.dossiers.acts.leave import SAFETY_NETS, state_safety_net
from spoorboek.people.actor import acting_as
from spoorboek.people.models import Person
from spoorboek.people.registrar import REGISTRAR
from tests.builders import Company, actor
from tests.signed_in import signed_in


def verified(*dossiers: uuid.UUID) -> str:
    said = StringIO()
    call_command("verify", *map(str, dossiers), stdout=said)
    return said.getvalue()


def test_a_whole_journal_is_verified() -> None:
    dossier = Company().dossier()
    assert verified(dossier.pk) in {
        "1 dossier, 1 regel: elk logboek klopt.\n",
        "1 dossier, 1 entry: every journal holds.\n",
    }


def test_a_changed_text_is_told_with_its_dossier_and_ends_in_an_error() -> None:
    broken = Company().dossier()
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "UPDATE dossiers_journalpayload SET sealed = 'other' WHERE dossier_id = %s", [broken.pk]
        )
    said = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("verify", str(broken.pk), stdout=said)
    assert error.value.returncode == 1
    assert str(broken.pk) in said.getvalue()


def test_without_arguments_every_dossier_is_checked() -> None:
    dossier = Company().dossier()
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "UPDATE dossiers_journalpayload SET sealed = 'other' WHERE dossier_id = %s", [dossier.pk]
        )
    said = StringIO()
    with pytest.raises(CommandError):
        call_command("verify", stdout=said)
    assert str(dossier.pk) in said.getvalue()


def cut_off_after_the_first_commit(dossier_id: uuid.UUID) -> None:
    """What is left when the process dies between the commits of its two connections: nothing in the medical layer."""
    with connections["owner"].cursor() as cursor:
        for table in ("medical_journalpayload", "medical_safetynet", "medical_trace", "medical_key"):
            cursor.execute(f"DELETE FROM medical.{table} WHERE dossier_id = %s", [dossier_id])


def test_a_medical_text_that_never_arrived_is_told_apart_and_breaks_no_page() -> None:
    company = Company()
    dossier, doctor = company.dossier(), actor(company.doctor)
    with acting_as(doctor):
        state_safety_net(doctor, dossier.pk, dict.fromkeys(SAFETY_NETS, "yes"))
    assert verified(dossier.pk)
    cut_off_after_the_first_commit(dossier.pk)
    said = StringIO()
    with pytest.raises(CommandError, match=r"opnieuw vastleggen|enter again"):
        call_command("verify", str(dossier.pk), stdout=said)
    assert str(dossier.pk) in said.getvalue()
    address = f"/dossiers/{dossier.pk}/"
    for path in (address, f"{address}feiten/", f"{address}verhaal/", f"{address}vangnet/"):
        assert signed_in(company.doctor).get(path).status_code == 200, path
    for path in (address, f"{address}feiten/", f"{address}verhaal/"):
        assert signed_in(company.case_manager).get(path).status_code == 200, path
    with acting_as(REGISTRAR):
        person = Person.objects.select_related("account").get(pk=dossier.employment.person_id)
    for path in ("/vandaag/", "/mijn-route/", "/wie-ziet-wat/", "/wie-ziet-wat/verhaal/"):
        assert signed_in(person).get(path).status_code == 200, path
    with acting_as(doctor):
        state_safety_net(doctor, dossier.pk, dict.fromkeys(SAFETY_NETS, "no"))


def test_a_dossier_whose_keys_were_destroyed_is_no_break() -> None:
    company = Company()
    dossier, doctor = company.dossier(), actor(company.doctor)
    with acting_as(doctor):
        state_safety_net(doctor, dossier.pk, dict.fromkeys(SAFETY_NETS, "yes"))
    cut_off_after_the_first_commit(dossier.pk)
    with connections["owner"].cursor() as cursor:
        cursor.execute("DELETE FROM people_dossierkey WHERE dossier_id = %s", [dossier.pk])
    assert verified(dossier.pk)
