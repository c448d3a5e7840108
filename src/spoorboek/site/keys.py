"""What a data folder holds: generated keys, whether it is a demo, and where its embedded database listens."""

import base64
import os
import secrets
from pathlib import Path

from spoorboek.site import environment

DEMO_MARK = "demo"


def demo_mode(data: Path) -> bool:
    """Demo mode is a mark written when the data folder is made; no variable can switch it on later.

    The database carries the same mark (`people.Installation`), and start-up refuses when the two differ.
    """
    return (data / DEMO_MARK).is_file()


def new_key() -> str:
    """32 random bytes as url-safe base64."""
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()


def kept(data: Path, name: str) -> str:
    """A random 32-byte key (url-safe base64), made at first use and readable by its owner only."""
    path = data / "keys" / name
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return path.read_text().strip()
        with os.fdopen(descriptor, "w") as file:
            file.write(new_key())
    return path.read_text().strip()


def embedded_url(data: Path, role: str) -> str:
    """The address of the embedded PostgreSQL of this data folder for one of its roles."""
    marker = data / "postgres" / "postmaster.pid"
    lines = marker.read_text().splitlines() if marker.is_file() else []
    folder = lines[4].strip() if len(lines) > 4 else str(data / "postgres")
    return f"postgresql://{role}@/spoorboek?host={folder}"


def databases(data: Path) -> dict[str, dict[str, object]]:
    """`default` (application), `medical` (the medical layer) and `owner` (migrations only)."""
    app_url = environment.text("SPOORBOEK_DATABASE_URL")
    owner_url = environment.text("SPOORBOEK_DATABASE_OWNER_URL")
    medical_url = environment.text("SPOORBOEK_MEDICAL_DATABASE_URL") or app_url
    named = {
        "default": (app_url or embedded_url(data, "spoorboek_app"), "SPOORBOEK_DATABASE_URL"),
        "medical": (medical_url or embedded_url(data, "spoorboek_medical"), "SPOORBOEK_MEDICAL_DATABASE_URL"),
        "owner": (owner_url or embedded_url(data, "spoorboek_owner"), "SPOORBOEK_DATABASE_OWNER_URL"),
    }
    configured = {alias: environment.database(url, name) for alias, (url, name) in named.items()}
    for alias, path in (("medical", "medical,public"), ("owner", "public,medical")):
        options = configured[alias]["OPTIONS"]
        assert isinstance(options, dict)
        options["options"] = f"-c search_path={path}"
    # A view that raises undoes what it did; the page that says so still reads inside the request's transaction.
    configured["default"]["ATOMIC_REQUESTS"] = True
    pool = environment.number("SPOORBOEK_DATABASE_POOL", 0)
    for alias in ("default", "medical") if pool else ():
        options = configured[alias]["OPTIONS"]
        assert isinstance(options, dict)
        options["pool"] = {"min_size": 1, "max_size": pool, "timeout": 10}
    return configured
