"""`./spoorboek verify` says in words and with its exit code whether every journal holds."""

import uuid
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connections

from tests.builders import Company


def verified(*dossiers: uuid.UUID) -> str:
    said = StringIO()
    call_command("verify", *map(str, dossiers), stdout=said)
    return said.getvalue()


def test_a_whole_journal_is_verified() -> None:
    dossier = Company().dossier()
    assert verified(dossier.pk) in {
        "1 dossiers, 1 regels: elk logboek klopt.\n",
        "1 dossiers, 1 entries: every journal holds.\n",
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
