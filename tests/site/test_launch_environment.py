"""Variables refuse strange values with a sentence that says what would be right."""

from pathlib import Path

import pytest

from spoorboek.site import environment, mail
from spoorboek.site.environment import StrangeValue
from tests.site.launching import launch


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("SPOORBOEK_DEBUG", "yes", lambda e: environment.switch("SPOORBOEK_DEBUG", False, e)),
        ("SPOORBOEK_DATABASE_POOL", "-1", lambda e: environment.number("SPOORBOEK_DATABASE_POOL", 0, e)),
        ("SPOORBOEK_ADDRESS", "here.nl", lambda e: environment.address("SPOORBOEK_ADDRESS", "", e)),
        ("SPOORBOEK_ADDRESS", "ftp://here.nl", lambda e: environment.address("SPOORBOEK_ADDRESS", "", e)),
        ("SPOORBOEK_ADDRESS", "https://a.nl/b", lambda e: environment.address("SPOORBOEK_ADDRESS", "", e)),
        ("SPOORBOEK_LOG_LEVEL", "LOUD", lambda e: environment.level("SPOORBOEK_LOG_LEVEL", "INFO", e)),
    ],
)
def test_a_strange_value_is_refused_by_name(name: str, value: str, read: object) -> None:
    assert callable(read)
    with pytest.raises(StrangeValue, match=f"{name} is '{value}'. Use "):
        read({name: value})


def test_the_sites_address_loses_its_slash() -> None:
    given = {"SPOORBOEK_ADDRESS": "https://spoorboek.example.nl/"}
    assert (
        environment.address("SPOORBOEK_ADDRESS", "http://localhost", given) == "https://spoorboek.example.nl"
    )
    assert environment.address("SPOORBOEK_ADDRESS", "http://localhost:8000", {}) == "http://localhost:8000"


def test_an_empty_variable_is_an_unset_one() -> None:
    assert environment.number("SPOORBOEK_DATABASE_POOL", 7, {"SPOORBOEK_DATABASE_POOL": "  "}) == 7


@pytest.mark.parametrize("url", ["mysql://x/y", "postgresql://host-without-name", "localhost"])
def test_a_database_that_is_not_postgresql_is_refused(url: str) -> None:
    with pytest.raises(StrangeValue, match="is not a PostgreSQL address"):
        environment.database(url, "SPOORBOEK_DATABASE_URL")


def test_a_database_address_keeps_its_options_and_odd_characters() -> None:
    read = environment.database(
        "postgresql://a%40b:p%2Fw@db:6432/name?sslmode=require", "SPOORBOEK_DATABASE_URL"
    )
    assert (read["USER"], read["PASSWORD"], read["HOST"], read["PORT"]) == ("a@b", "p/w", "db", "6432")
    assert read["OPTIONS"] == {"sslmode": "require"}


def test_mail_goes_where_its_address_says() -> None:
    plain = mail.settings_for("smtp://user:s%40crt@mail.example.nl", Path("mail"))
    assert (plain["EMAIL_HOST"], plain["EMAIL_PORT"], plain["EMAIL_HOST_PASSWORD"]) == (
        "mail.example.nl",
        587,
        "s@crt",
    )
    assert plain["EMAIL_USE_TLS"]
    secure = mail.settings_for("smtps://mail.example.nl", Path("mail"))
    assert (secure["EMAIL_PORT"], secure["EMAIL_USE_SSL"], secure["EMAIL_USE_TLS"]) == (465, True, False)
    assert mail.settings_for("", Path("mail"))["EMAIL_FILE_PATH"] == Path("mail")
    with pytest.raises(StrangeValue, match="SPOORBOEK_MAIL_URL"):
        mail.settings_for("imap://mail.example.nl", Path("mail"))


def test_a_strange_value_stops_a_command_with_one_sentence(tmp_path: Path) -> None:
    refused = launch("migrate", SPOORBOEK_DATA=str(tmp_path / "data"), SPOORBOEK_DEBUG="perhaps")
    assert refused.returncode == 1
    assert refused.stderr.strip() == "SPOORBOEK_DEBUG is 'perhaps'. Use `on` or `off`."


def test_a_command_that_needs_a_database_says_how_to_make_one(tmp_path: Path) -> None:
    refused = launch("showmigrations", SPOORBOEK_DATA=str(tmp_path / "none"))
    assert refused.returncode == 1
    assert refused.stderr.startswith("Er is nog geen database; maak een demo met `./spoorboek demo`")


def test_serve_never_makes_an_embedded_database_unasked(tmp_path: Path) -> None:
    refused = launch("serve", SPOORBOEK_DATA=str(tmp_path / "data"))
    assert refused.returncode == 1
    assert "of kies de ingebouwde met --embedded" in refused.stderr
    assert not (tmp_path / "data").exists()
