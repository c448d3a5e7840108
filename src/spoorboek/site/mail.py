"""Where mail goes, from one address: `smtp://user:secret@host:587`, `smtps://…:465`, or `file:FOLDER`."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from spoorboek.site.environment import VARIABLES, StrangeValue

BACKENDS = "django.core.mail.backends"
NAME = "SPOORBOEK_MAIL_URL"


def settings_for(url: str, folder: Path) -> dict[str, object]:
    """Django's `EMAIL_*` settings. Without an address mails are files in `folder`."""
    if not url:
        return {"EMAIL_BACKEND": f"{BACKENDS}.filebased.EmailBackend", "EMAIL_FILE_PATH": folder}
    parts = urlsplit(url)
    if parts.scheme == "file" and parts.path:
        return {"EMAIL_BACKEND": f"{BACKENDS}.filebased.EmailBackend", "EMAIL_FILE_PATH": Path(parts.path)}
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise StrangeValue(f"{NAME} is not an address for mail. Example: {VARIABLES[NAME].example}")
    return {
        "EMAIL_BACKEND": f"{BACKENDS}.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_TIMEOUT": 20,
    }
