"""Dangerous settings and roles are refused at start, each with an id and a remedy."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings as django_settings
from django.db import connections
from pytest_django import Settings

from spoorboek.site import checks, environment
from spoorboek.site.dangers import DANGERS
from spoorboek.site.launch import pages


def found_by_settings() -> set[str]:
    return {str(message.id) for message in checks.check_settings(None)}


@pytest.mark.parametrize(
    ("danger", "values"),
    [
        ("E001", {"SECRET_KEY": "short"}),
        ("E002", {"DATA_KEY": "not-a-key"}),
        ("E002", {"DATA_KEY": "c2hvcnQ="}),
        ("E003", {"DEBUG": True, "DEMO": False}),
        ("E004", {"ALLOWED_HOSTS": ["*"], "DEMO": False}),
        ("W003", {"HTTPS": False, "DEMO": False}),
        ("W006", {"ADDRESS": "http://localhost", "DEMO": False}),
    ],
)
def test_a_dangerous_setting_is_found(settings: Settings, danger: str, values: dict[str, object]) -> None:
    for name, value in values.items():
        setattr(settings, name, value)
    assert f"spoorboek.{danger}" in found_by_settings()


def test_mail_to_files_is_warned_about_outside_a_demo(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    assert "spoorboek.W002" in found_by_settings()
    settings.DEMO = True
    assert "spoorboek.W002" not in found_by_settings()


def test_a_demo_may_debug_and_take_every_host(settings: Settings) -> None:
    settings.DEMO, settings.DEBUG, settings.ALLOWED_HOSTS = True, True, ["*"]
    assert not {"spoorboek.E003", "spoorboek.E004"} & found_by_settings()


def test_a_shared_role_for_the_medical_layer_is_warned_about(monkeypatch: pytest.MonkeyPatch) -> None:
    databases = django_settings.DATABASES
    monkeypatch.setitem(databases["medical"], "USER", databases["default"]["USER"])
    assert "spoorboek.W001" in found_by_settings()


def test_a_misspelt_variable_gets_a_suggestion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPOORBOEK_HOST", "x.example.nl")
    (message,) = checks.check_variables(None)
    assert message.id == "spoorboek.W004"
    assert "did you mean SPOORBOEK_HOSTS" in message.msg


def test_the_roles_as_they_should_be_are_not_refused() -> None:
    for alias in ("default", "medical"):
        assert [str(message) for message in checks.check_connection(alias)] == []


@contextmanager
def role(user: str) -> Iterator[None]:
    """Have `default` sign in as another role for a while."""
    connection = connections["default"]
    proper = connection.settings_dict["USER"], connection.settings_dict["PASSWORD"]
    owner = connections["owner"].settings_dict
    connection.close()
    connection.settings_dict["USER"] = user
    connection.settings_dict["PASSWORD"] = owner["PASSWORD"]
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["USER"], connection.settings_dict["PASSWORD"] = proper


def found_by_connection() -> set[str]:
    return {str(message.id) for message in checks.check_connection("default")}


def test_the_owner_of_the_tables_may_not_serve_people() -> None:
    with role(connections["owner"].settings_dict["USER"]):
        assert "spoorboek.E006" in found_by_connection()


def test_a_table_whose_protection_was_switched_off_is_found() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE dossiers_dossier NO FORCE ROW LEVEL SECURITY")
        try:
            assert "spoorboek.E007" in found_by_connection()
        finally:
            cursor.execute("ALTER TABLE dossiers_dossier FORCE ROW LEVEL SECURITY")


def test_a_folder_and_a_database_that_disagree_on_being_a_demo_are_found(settings: Settings) -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("INSERT INTO people_installation (demo, made_at) VALUES (false, now()) RETURNING id")
        (row,) = cursor.fetchone()
        try:
            settings.DEMO = True
            assert "spoorboek.E009" in found_by_connection()
        finally:
            cursor.execute("DELETE FROM people_installation WHERE id = %s", [row])


def test_a_superuser_is_refused() -> None:
    """On the embedded server, whose superuser we know. An existing server's roles are not ours to make."""
    if external():
        assert found_by_connection() == set()
        return
    with role("postgres"):
        assert "spoorboek.E005" in found_by_connection()


def external() -> bool:
    return bool(environment.text("SPOORBOEK_DATABASE_OWNER_URL"))


def test_each_danger_has_a_remedy_and_a_unique_id() -> None:
    assert all(
        danger.remedy.endswith((".", "`.")) and danger.wrong.endswith(".") for danger in DANGERS.values()
    )


@pytest.mark.parametrize("name", sorted(pages.PAGES))
def test_the_operators_page_is_current(name: str) -> None:
    """Mend with: python -m spoorboek.site.launch.pages"""
    assert (pages.FOLDER / name).read_text() == pages.PAGES[name]()
