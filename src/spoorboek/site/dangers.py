"""What is refused or warned about at start: one table, from which the checks and the operator's page are made."""

from dataclasses import dataclass

from django.core.checks import CheckMessage, Error, Warning


@dataclass(frozen=True)
class Danger:
    """One dangerous setting: its id (`E` refuses to start, `W` warns), what is wrong, and the remedy."""

    id: str
    wrong: str
    remedy: str

    @property
    def refuses(self) -> bool:
        return self.id.startswith("E")

    def found(self, **facts: object) -> CheckMessage:
        """The message of Django's system checks, with the facts of this installation filled in."""
        kind = Error if self.refuses else Warning
        return kind(self.wrong.format(**facts), hint=self.remedy, id=f"spoorboek.{self.id}")


DANGERS: dict[str, Danger] = {
    danger.id: danger
    for danger in (
        Danger(
            "E001",
            "The secret key is shorter than 32 characters.",
            "Leave SPOORBOEK_SECRET_KEY out (a key is then made and kept), or set a longer one.",
        ),
        Danger(
            "E002",
            "The data key is not the url-safe base64 of 32 bytes.",
            "Set SPOORBOEK_DATA_KEY to what `./spoorboek make-key` prints. With another key existing "
            "texts stay closed.",
        ),
        Danger(
            "E003",
            "Debugging is on outside a demo.",
            "Take SPOORBOEK_DEBUG away: its error pages show people's data.",
        ),
        Danger(
            "E004",
            "Every host name is accepted (`*`) outside a demo.",
            "Name the site's own hosts in SPOORBOEK_HOSTS: mails with links use the host of the request.",
        ),
        Danger(
            "E005",
            "The role {role} ({alias}) is a superuser or has BYPASSRLS: row-level security would not hold.",
            "Use a role made with NOSUPERUSER NOBYPASSRLS; see the page on an existing PostgreSQL.",
        ),
        Danger(
            "E006",
            "The role {role} ({alias}) owns tables or is a member of the role that does.",
            "Give the application a role of its own; only SPOORBOEK_DATABASE_OWNER_URL names the owner.",
        ),
        Danger(
            "E007",
            "The table {table} is protected by the policy but not by the database.",
            "Run `./spoorboek migrate`, which applies the policy.",
        ),
        Danger(
            "E008",
            "PostgreSQL {version} is too old.",
            "Use PostgreSQL 15 or newer.",
        ),
        Danger(
            "E009",
            "The data folder and the database disagree on whether this is a demo.",
            "Use the data folder that belongs to this database. A demo never becomes real, nor the "
            "other way round.",
        ),
        Danger(
            "W001",
            "The medical layer uses the application's own role ({role}).",
            "Set SPOORBOEK_MEDICAL_DATABASE_URL with a role of its own, or SPOORBOEK_MEDICAL_LAYER=off.",
        ),
        Danger(
            "W002",
            "Mail goes to files, so nobody receives invitations or sign-in codes.",
            "Set SPOORBOEK_MAIL_URL.",
        ),
        Danger(
            "W003",
            "The site is not told to be behind https.",
            "Put it behind a proxy with a certificate and leave SPOORBOEK_HTTPS at `on`.",
        ),
        Danger(
            "W004",
            "{name} is not a setting of Spoorboek{guess}.",
            "Check the spelling against the settings page.",
        ),
        Danger(
            "W005",
            "The running site knows the address of the tables' owner.",
            "Give SPOORBOEK_DATABASE_OWNER_URL to `./spoorboek migrate` only.",
        ),
        Danger(
            "W006",
            "Mails that the worker sends link to {address}, which only this machine can open.",
            "Set SPOORBOEK_ADDRESS to where people open the site.",
        ),
    )
}
